/**
 * The attacker every release is tried by before it is published. It learns all that follows from what is to be published; of
 * what proves a small group some is hidden, and it learns anew, until it can prove none.
 */
import { HIDDEN_CODES } from '../hidden.ts';
import { mayBeBoth } from './bounds.ts';
import type { Classes } from './classes.ts';
import { EITHER_UNTOLD, eitherCode, isShown } from './code.ts';
import { type Evidence, evidenceFor } from './evidence.ts';
import { Knowledge, type Published } from './knowledge.ts';
import type { LocalClasses } from './local.ts';
import { Numbers } from './numbers.ts';
import type { PatchSets } from './patch-sets.ts';
import { type Proof, proofsIn } from './proofs.ts';
import { proofsOfFamily } from './proofs-of-family.ts';
import { proofsOfRests } from './proofs-of-rests.ts';

/** Each pass hides more of what proves a group than the one before; four or so are enough for 250,000 students. */
const MOST_PASSES = 50;
/** So often everything is learned anew, should bounds that only confirm each other have stayed. */
const ANEW = 10;

/**
 * @param local by set what else holds of its classes
 * @returns how many counts it hid
 * @throws Error when some proof is left: rather no release than one that gives a child away
 */
export function audit(
  sets: PatchSets,
  classes: Classes,
  audited: Omit<Published, 'numbers'>,
  floor: number,
  local?: readonly LocalClasses[],
): number {
  const { codes, students } = audited;
  const numbers = new Numbers(codes, sets, local);
  const published = { ...audited, numbers };
  const knowledge = new Knowledge(sets, classes, floor, local);
  const known = { sets, classes, published, knowledge, floor, local };
  let hidden = 0;
  const given = { sets, classes, knowledge, codes, numbers };
  const mayBeUntold = (at: number) =>
    codes[at] !== HIDDEN_CODES.high || mayBeBoth(students[at % sets.count] as number, floor);
  /** With all that say the same of the same students: left alone, each would prove it again. @returns those hidden */
  const hide = (at: number): readonly number[] => {
    const [set, code] = [at % sets.count, codes[at] as number];
    const same = numbers.sameAs(Math.floor(at / sets.count), set).map((own) => own * sets.count + set);
    const found = same.filter((other) => codes[other] === code);
    for (const other of found)
      codes[other] = isShown(code) ? eitherCode(code, students[set] as number, floor) : EITHER_UNTOLD;
    if (isShown(code)) {
      numbers.forget(Math.floor(at / sets.count), set);
      hidden += found.length;
    }
    return found;
  };
  const hideUntilNoneHolds = (found: readonly Proof[]) => {
    let proofs = found;
    for (let pass = 0; proofs.length > 0; pass++) {
      if (pass === MOST_PASSES)
        throw new Error(`after ${pass} passes the audit still proves ${proofs.length} small groups`);
      const culprits = [...new Set(proofs.flatMap((proof) => weakest(given, proof, 2 ** pass, mayBeUntold)))];
      knowledge.relearn(published, [...new Set(culprits.flatMap(hide))]);
      if (pass % ANEW === ANEW - 1) knowledge.learn(published);
      // What is hidden widens bounds and narrows none, so no proof is new.
      proofs = proofs.filter((proof) => proof.holds());
    }
  };
  knowledge.learn(published);
  hideUntilNoneHolds([...proofsIn(known)]);
  const time = knowledge.tick();
  knowledge.considerRests(published);
  const isNews = Uint8Array.from({ length: sets.count }, (_, set) => (knowledge.isChangedSince(set, time) ? 1 : 0));
  hideUntilNoneHolds([...proofsOfRests(known), ...proofsIn(known, isNews)]);
  // Of several proofs of a group the first is looked at: hidden, it may leave another.
  for (let where: Iterable<number> = Array(sets.count).keys(); ; ) {
    const found = [...proofsOfFamily(known, where)];
    if (found.length === 0) break;
    hideUntilNoneHolds(found);
    where = new Set(found.map(({ set }) => set));
  }
  return hidden;
}

/**
 * A group is proven by being some and by being few: without either it is not. Of the two that goes which costs less. Where no
 * number proves either, it is no longer said that hidden ones are few; or nearly all, in a group so small that `either` leaves
 * that open.
 */
function weakest(
  given: Parameters<typeof evidenceFor>[0],
  { some, few, differing }: Proof,
  most: number,
  mayBeUntold: (at: number) => boolean,
): readonly number[] {
  const cost = ({ numbers: [first] }: Evidence) =>
    first === undefined ? Number.POSITIVE_INFINITY : (given.codes[first] as number);
  const different = [...(differing?.() ?? [])].sort((a, b) => (given.codes[a] as number) - (given.codes[b] as number));
  const bySome =
    different.length > 0 ? { numbers: different.slice(0, most), sides: [] } : evidenceFor(given, some, most);
  const byFew = evidenceFor(given, few, most);
  if (bySome.numbers.length + byFew.numbers.length > 0) return (cost(bySome) <= cost(byFew) ? bySome : byFew).numbers;
  return [...bySome.sides, ...byFew.sides].filter(mayBeUntold).slice(0, most);
}
