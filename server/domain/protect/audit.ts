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
import type { PatchSets } from './patch-sets.ts';
import { type Proof, proofsIn } from './proofs.ts';
import { proofsOfRests } from './proofs-of-rests.ts';

/** Each pass hides more of what proves a group than the one before; eight have been enough for 250,000 students. */
const MOST_PASSES = 50;
/** So often everything is learned anew, should bounds that only confirm each other have stayed. */
const ANEW = 10;

/** @returns how many counts it hid @throws Error when some proof is left: rather no release than one that gives a child away */
export function audit(sets: PatchSets, classes: Classes, audited: Published, floor: number): number {
  const { codes, students } = audited;
  const knowledge = new Knowledge(sets, classes, floor);
  const known = { sets, classes, published: audited, knowledge, floor };
  let hidden = 0;
  const given = { sets, classes, knowledge, codes };
  const mayBeUntold = (at: number) =>
    codes[at] !== HIDDEN_CODES.high || mayBeBoth(students[at % sets.count] as number, floor);
  const hide = (at: number) => {
    const code = codes[at] as number;
    if (isShown(code)) {
      codes[at] = eitherCode(code, students[at % sets.count] as number, floor);
      hidden += 1;
    } else codes[at] = EITHER_UNTOLD;
  };
  const hideUntilNoneHolds = (found: readonly Proof[]) => {
    let proofs = found;
    for (let pass = 0; proofs.length > 0; pass++) {
      if (pass === MOST_PASSES)
        throw new Error(`after ${pass} passes the audit still proves ${proofs.length} small groups`);
      const culprits = [...new Set(proofs.flatMap((proof) => weakest(given, proof, 2 ** pass, mayBeUntold)))];
      for (const at of culprits) hide(at);
      knowledge.relearn(audited, culprits);
      if (pass % ANEW === ANEW - 1) knowledge.learn(audited);
      // What is hidden widens bounds and narrows none, so no proof is new.
      proofs = proofs.filter((proof) => proof.holds());
    }
  };
  knowledge.learn(audited);
  hideUntilNoneHolds([...proofsIn(known)]);
  const time = knowledge.tick();
  knowledge.considerRests(audited);
  const isNews = Uint8Array.from({ length: sets.count }, (_, set) => (knowledge.isChangedSince(set, time) ? 1 : 0));
  hideUntilNoneHolds([...proofsOfRests(known), ...proofsIn(known, isNews)]);
  return hidden;
}

/**
 * A group is proven by being some and by being few: without either it is not. Of the two that goes which costs less. Where no
 * number proves either, it is no longer said that hidden ones are few; or nearly all, in a group so small that `either` leaves
 * that open.
 */
function weakest(
  given: Parameters<typeof evidenceFor>[0],
  { some, few }: Proof,
  most: number,
  mayBeUntold: (at: number) => boolean,
): readonly number[] {
  const cost = ({ numbers: [first] }: Evidence) =>
    first === undefined ? Number.POSITIVE_INFINITY : (given.codes[first] as number);
  const bySome = evidenceFor(given, some, most);
  const byFew = evidenceFor(given, few, most);
  if (bySome.numbers.length + byFew.numbers.length > 0) return (cost(bySome) <= cost(byFew) ? bySome : byFew).numbers;
  return [...bySome.sides, ...byFew.sides].filter(mayBeUntold).slice(0, most);
}
