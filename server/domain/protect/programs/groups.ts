/** The groups nobody may prove: of a published set of patches, or one less another inside it, those who gave one of some answers. */
import { listAt } from '../../lists.ts';
import { ANSWERS, COUNTED, COUNTED_EACH, DEVICE_ANSWERS, HOME_ANSWERS, sumsOfMasks, TABLES } from './answers.ts';
import { UNASKED } from './bounds.ts';
import type { State } from './state.ts';

/** All groups of one set, or of one less another. */
export interface Groups {
  readonly outer: number;
  /** -1 = none is taken away. */
  readonly inner: number;
  /** Students by answer, truly. */
  readonly answers: Int32Array;
  /** Sets of answers that fewer than the floor gave, and somebody. */
  readonly masks: readonly number[];
}

/** Who asks: everybody, or a district that knows its own students, and then reads what the public reads. */
export interface Attacker {
  readonly district?: number;
}

export function isRead({ input }: State, set: number, { district }: Attacker): boolean {
  return district === undefined || input.shownTo[set] === 0 || ((input.shownTo[set] as number) & 2) !== 0;
}

/**
 * Groups by the number of the res-5 hex where most of their students live. A district's are those of other students.
 *
 * @param isWanted by hex, and whether the attacker has students among those of the set
 */
export function groupsByHex(state: State, attacker: Attacker, isWanted: (hex: number, isMixed: boolean) => boolean): Map<number, Groups[]> {
  const { sets } = state.input;
  const known = knownBySet(state, attacker);
  const places = hexesBySet(state, attacker);
  const found = new Map<number, Groups[]>();
  for (let outer = 0; outer < sets.count; outer++) {
    if (!isRead(state, outer, attacker)) continue;
    const tables = tablesOf(state, outer);
    for (const inner of [-1, ...listAt(sets.inside, outer)]) {
      if (inner >= 0 && !isRead(state, inner, attacker)) continue;
      const answers = new Int32Array(ANSWERS);
      let isMixed = false;
      for (let a = 0; a < ANSWERS; a++) {
        const own = known ? (known[outer * ANSWERS + a] as number) - (inner < 0 ? 0 : (known[inner * ANSWERS + a] as number)) : 0;
        const all = (state.answers[outer * ANSWERS + a] as number) - (inner < 0 ? 0 : (state.answers[inner * ANSWERS + a] as number));
        answers[a] = all - own;
        isMixed ||= own > 0;
      }
      if (!answers.some((count) => count > 0 && count < state.input.floor)) continue;
      const hex = mostIn(places[outer], inner < 0 ? undefined : places[inner]);
      if (!isWanted(hex, isMixed)) continue;
      const masks = smallMasks(answers, state.input.floor, inner < 0 ? tables : tables & tablesOf(state, inner));
      if (masks.length > 0) found.set(hex, [...(found.get(hex) ?? []), { outer, inner, answers, masks }]);
    }
  }
  return found;
}

/** Which tables a set has numbers of. */
function tablesOf({ input: { codes, shownTo } }: State, set: number): number {
  return COUNTED.reduce(
    (tables, { answers }, statistic) =>
      shownTo[set] === 0 || codes[set * COUNTED_EACH + statistic] !== UNASKED ? tables | answers : tables,
    0,
  );
}

const homeSums = new Int32Array(1 << HOME_ANSWERS);
const deviceSums = new Int32Array(1 << DEVICE_ANSWERS);

function smallMasks(answers: Int32Array, floor: number, tables: number): number[] {
  const masks: number[] = [];
  const note = (sums: Int32Array, shift: number) => {
    for (let mask = 1; mask < sums.length - 1; mask++) {
      const count = sums[mask] as number;
      if (count > 0 && count < floor) masks.push(mask << shift);
    }
  };
  if (tables & (TABLES[0] as number)) note(sumsOfMasks(answers, 0, HOME_ANSWERS, homeSums), 0);
  if (tables & (TABLES[1] as number)) note(sumsOfMasks(answers, HOME_ANSWERS, DEVICE_ANSWERS, deviceSums), HOME_ANSWERS);
  return masks;
}

/** Masks that a count of students by answer leaves at one to the floor. */
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
        for (let a = 0; a < ANSWERS; a++) known[set * ANSWERS + a] = (known[set * ANSWERS + a] as number) + (unit.answers[a] as number);
  return known;
}

/** By set, students that are not the attacker's by hex. */
function hexesBySet({ input: { sets, hex5 }, units, setsOf }: State, { district }: Attacker): Map<number, number>[] {
  const hexes = Array.from({ length: sets.count }, () => new Map<number, number>());
  for (const unit of units) {
    if (unit.district === district) continue;
    const hex = hex5[unit.patch] as number;
    const students = unit.answers.reduce((sum, count) => sum + count, 0);
    for (const set of listAt(setsOf, unit.patch)) hexes[set]?.set(hex, (hexes[set]?.get(hex) ?? 0) + students);
  }
  return hexes;
}

function mostIn(outer: ReadonlyMap<number, number> | undefined, inner: ReadonlyMap<number, number> | undefined): number {
  let [most, hex] = [-1, -1];
  for (const [place, students] of outer ?? []) {
    const own = students - (inner?.get(place) ?? 0);
    if (own > most || (own === most && place < hex)) [most, hex] = [own, place];
  }
  return hex;
}
