/**
 * The groups nobody may prove: students of a published set of patches, or of the difference of two nested ones, who gave one of
 * some answers.
 */
import { listAt } from '../../lists.ts';
import { ANSWERS, COUNTED, COUNTED_EACH, DEVICE_ANSWERS, HOME_ANSWERS, sumsOfMasks, TABLES } from './answers.ts';
import { UNASKED } from './bounds.ts';
import type { ProgramsInput } from './input.ts';
import type { State } from './state.ts';

/** All groups of one set, or of the difference of two. */
export interface Groups {
  readonly outer: number;
  /** The set subtracted; -1 = none. */
  readonly inner: number;
  /** True numbers of students by answer. */
  readonly answers: Int32Array;
  /** Sets of answers that somebody gave, but fewer than the floor. */
  readonly masks: readonly number[];
}

/** Who asks: everybody, or a district that knows its own students, and then reads what the public reads. */
export interface Attacker {
  readonly district?: number;
}

export function isRead({ input }: State, set: number, { district }: Attacker): boolean {
  return district === undefined || input.shownTo[set] === 0 || ((input.shownTo[set] as number) & 2) !== 0;
}

/** The same for groups of the same patches, whichever of their sets an attacker reads. */
export function groupKey({ firstOf }: State, { outer, inner }: Pair): string {
  return `${firstOf[outer]} ${inner < 0 ? '' : firstOf[inner]}`;
}

/** A set, and one inside it that is taken away or -1. */
export type Pair = Pick<Groups, 'outer' | 'inner'>;

interface Found extends Pair {
  readonly hex: number;
  /** Whether the attacker has students of its own among those of the patches. */
  readonly isMixed: boolean;
}

export interface GroupFinder {
  /**
   * Which sets hold groups, by the number of the res-5 hex where most of the few who count live.
   *
   * @param outers the sets to look in, ascending
   */
  pairsByHex(outers: Iterable<number>, isWanted: (found: Found) => boolean): Map<number, Pair[]>;
  /** Made when they are asked for: those of the whole state took half of what a thread held. */
  groupsOf(pair: Pair): Groups;
}

/** An attacker's groups. A district's are those of other students. */
export function groupFinder(state: State, attacker: Attacker): GroupFinder {
  const { sets, floor } = state.input;
  const known = knownBySet(state, attacker);
  const given = givenIn(state.input);
  const othersOf = ({ outer, inner }: Pair) => {
    const all = less(state.answers, outer, inner);
    const own = known && less(known, outer, inner);
    return {
      answers: own ? all.map((count, a) => count - (own[a] as number)) : all,
      isMixed: own?.some((count) => count > 0) ?? false,
    };
  };
  const masksOf = ({ outer, inner }: Pair, answers: Int32Array) => {
    const tables = tablesOf(state, outer) & (inner < 0 ? -1 : tablesOf(state, inner));
    return smallMasks(answers, floor, tables, given);
  };
  return {
    pairsByHex(outers, isWanted) {
      const hexes = new Map<number, AnswersByHex>();
      const hexesOf = (set: number) => {
        const own = hexes.get(set) ?? answersByHex(state, set, attacker);
        hexes.set(set, own);
        return own;
      };
      const isReadable = readableBy(state, attacker);
      const found = new Map<number, Pair[]>();
      for (const outer of outers) {
        if (isReadable[outer] === 0) continue;
        for (const inner of [-1, ...listAt(sets.inside, outer)]) {
          if (inner >= 0 && isReadable[inner] === 0) continue;
          const pair = { outer, inner };
          const { answers, isMixed } = othersOf(pair);
          const isSmall = (answer: number) => (answers[answer] as number) > 0 && (answers[answer] as number) < floor;
          if (!answers.some((_, answer) => isSmall(answer)) || isPast(state, outer, inner)) continue;
          const hex = mostIn(hexesOf(outer), inner < 0 ? undefined : hexesOf(inner), isSmall);
          if (!isWanted({ hex, ...pair, isMixed }) || masksOf(pair, answers).length === 0) continue;
          const there = found.get(hex) ?? [];
          found.set(hex, there);
          there.push(pair);
        }
      }
      return found;
    },
    groupsOf(pair) {
      const { answers } = othersOf(pair);
      return { ...pair, answers, masks: masksOf(pair, answers) };
    },
  };
}

/** By set, 1 for the first of the same patches that the attacker reads. */
function readableBy(state: State, attacker: Attacker): Uint8Array {
  const read = new Set<number>();
  return Uint8Array.from({ length: state.input.sets.count }, (_, set) => {
    const first = state.firstOf[set] as number;
    if (!isRead(state, set, attacker) || read.has(first)) return 0;
    read.add(first);
    return 1;
  });
}

/** Whether the group includes patches of earlier releases: their numbers were proven with those releases. */
function isPast({ input: { sets, current } }: State, outer: number, inner: number): boolean {
  const past = (set: number) => listAt(sets.members, set).reduce((sum, patch) => (patch < current ? sum : sum + 1), 0);
  const whole = past(outer);
  return whole > 0 && whole > (inner < 0 ? 0 : past(inner));
}

function less(bySet: Int32Array, outer: number, inner: number): Int32Array {
  const counts = bySet.slice(outer * ANSWERS, (outer + 1) * ANSWERS);
  if (inner >= 0)
    for (let a = 0; a < ANSWERS; a++) counts[a] = (counts[a] as number) - (bySet[inner * ANSWERS + a] as number);
  return counts;
}

function tablesOf({ input: { codes, shownTo } }: State, set: number): number {
  return COUNTED.reduce(
    (tables, { answers }, statistic) =>
      shownTo[set] === 0 || codes[set * COUNTED_EACH + statistic] !== UNASKED ? tables | answers : tables,
    0,
  );
}

const homeSums = new Int32Array(1 << HOME_ANSWERS);
const deviceSums = new Int32Array(1 << DEVICE_ANSWERS);

/** Answers that somebody in the state gives. */
function givenIn({ isGiven }: ProgramsInput): number {
  return isGiven.reduce((mask, is, pair) => {
    const [home, device] = [Math.floor(pair / DEVICE_ANSWERS), HOME_ANSWERS + (pair % DEVICE_ANSWERS)];
    return is ? mask | (1 << home) | (1 << device) : mask;
  }, 0);
}

/** Masks of small groups, except the mask of all answers given: that is everybody, and totals are exact. */
function smallMasks(answers: Int32Array, floor: number, tables: number, given: number): number[] {
  const every = answers.reduce((mask, count, a) => (count > 0 ? mask | (1 << a) : mask), given);
  const masks: number[] = [];
  const note = (sums: Int32Array, shift: number) => {
    const all = (every >> shift) & (sums.length - 1);
    for (let mask = 1; mask < sums.length - 1; mask++) {
      const count = sums[mask] as number;
      if (count > 0 && count < floor && (mask & all) !== all) masks.push(mask << shift);
    }
  };
  if (tables & (TABLES[0] as number)) note(sumsOfMasks(answers, 0, HOME_ANSWERS, homeSums), 0);
  if (tables & (TABLES[1] as number))
    note(sumsOfMasks(answers, HOME_ANSWERS, DEVICE_ANSWERS, deviceSums), HOME_ANSWERS);
  return masks;
}

/** The masks whose groups still have somebody and fewer than the floor. */
export function stillSmall(answers: Int32Array, masks: readonly number[], floor: number): number[] {
  const home = sumsOfMasks(answers, 0, HOME_ANSWERS, homeSums);
  const device = sumsOfMasks(answers, HOME_ANSWERS, DEVICE_ANSWERS, deviceSums);
  return masks.filter((mask) => {
    const count = (home[mask & (home.length - 1)] as number) + (device[mask >> HOME_ANSWERS] as number);
    return count > 0 && count < floor;
  });
}

/** By set and answer, the attacker's own students. */
function knownBySet({ input: { sets }, units, setsOf }: State, { district }: Attacker): Int32Array | undefined {
  if (district === undefined) return undefined;
  const known = new Int32Array(sets.count * ANSWERS);
  for (const unit of units)
    if (unit.district === district)
      for (const set of listAt(setsOf, unit.patch))
        for (let a = 0; a < ANSWERS; a++)
          known[set * ANSWERS + a] = (known[set * ANSWERS + a] as number) + (unit.answers[a] as number);
  return known;
}

type AnswersByHex = ReadonlyMap<number, Int32Array>;

/** Students of a set that are not the attacker's, by hex and answer. */
function answersByHex(
  { input: { sets, hex5 }, units, unitsOf }: State,
  set: number,
  { district }: Attacker,
): AnswersByHex {
  const hexes = new Map<number, Int32Array>();
  for (const patch of listAt(sets.members, set))
    for (const own of listAt(unitsOf, patch)) {
      const unit = units[own] as State['units'][number];
      if (unit.district === district) continue;
      const sum = hexes.get(hex5[patch] as number) ?? new Int32Array(ANSWERS);
      hexes.set(hex5[patch] as number, sum);
      for (let a = 0; a < ANSWERS; a++) sum[a] = (sum[a] as number) + (unit.answers[a] as number);
    }
  return hexes;
}

/** The hex where most students with a small answer live: one that fewer than the floor of the group gave. */
function mostIn(
  outer: AnswersByHex | undefined,
  inner: AnswersByHex | undefined,
  isSmall: (answer: number) => boolean,
): number {
  let [most, hex] = [-1, -1];
  for (const [place, answers] of outer ?? []) {
    const others = inner?.get(place);
    let own = 0;
    for (let a = 0; a < ANSWERS; a++) if (isSmall(a)) own += (answers[a] as number) - (others?.[a] ?? 0);
    if (own > most || (own === most && place < hex)) [most, hex] = [own, place];
  }
  return hex;
}
