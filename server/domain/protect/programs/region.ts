/**
 * The published numbers of a region, as bounds on sums of whole numbers: how many students of each block gave each answer.
 * Students elsewhere, and the attacker's own, are fixed at the truth, so a number that reaches beyond the region bounds the
 * part within. Every integer solution is one way in which all that is published could have come about.
 */
import { listAt } from '../../lists.ts';
import type { Bounds } from '../code.ts';
import { ANSWERS, COUNTED, COUNTED_EACH, DEVICE_ANSWERS, HOME_ANSWERS, TABLES } from './answers.ts';
import { boundsForAll, boundsForDistrict, UNASKED } from './bounds.ts';
import { type Attacker, isRead } from './groups.ts';
import { type State, sortOf, studentsOf, sumOf, type Unit } from './state.ts';

export interface Row {
  readonly columns: readonly number[];
  readonly weights?: readonly number[];
  readonly least: number;
  readonly most: number;
  /** Positions of the numbers that its bounds come from. */
  readonly from: readonly number[];
}

export interface Region {
  /** By column its unit's patch and district, its answer, and how many gave it. */
  readonly patch: Int32Array;
  readonly district: Int32Array;
  readonly answer: Uint8Array;
  readonly truth: Int32Array;
  readonly rows: readonly Row[];
  /** By set that reaches into the region, its patches there. */
  readonly sets: ReadonlyMap<number, readonly number[]>;
}

interface Columns {
  readonly unit: Unit;
  readonly blocks: readonly number[];
  readonly device: number;
}

/**
 * @param patches ascending
 * @param hidden positions of numbers that the programs hide
 */
export function regionOf(
  state: State,
  patches: readonly number[],
  attacker: Attacker,
  hidden: ReadonlySet<number>,
): Region {
  const own: Unit[] = patches.flatMap((patch) =>
    Array.from(listAt(state.unitsOf, patch), (unit) => state.units[unit] as Unit).filter(
      ({ district }) => district !== attacker.district,
    ),
  );
  const truth: number[] = [];
  const patch: number[] = [];
  const district: number[] = [];
  const answer: number[] = [];
  const add = (unit: Unit, values: Int32Array, from: number) => {
    for (const [i, value] of values.entries()) {
      truth.push(value);
      patch.push(unit.patch);
      district.push(unit.district);
      answer.push(from + i);
    }
    return truth.length - values.length;
  };
  const byPatch = new Map<number, Columns[]>(patches.map((one) => [one, []]));
  for (const unit of own)
    byPatch.get(unit.patch)?.push({
      unit,
      blocks: unit.blocks.map(({ home }) => add(unit, home, 0)),
      device: add(unit, unit.answers.subarray(HOME_ANSWERS), HOME_ANSWERS),
    });
  const rows = [...byPatch.values()].flat().flatMap((columns) => certainRows(columns, state.input.isGiven, truth));
  const sets = new Map<number, number[]>();
  for (const [one, units] of byPatch)
    for (const set of units.length > 0 ? listAt(state.setsOf, one) : []) {
      const within = sets.get(set);
      if (within) within.push(one);
      else sets.set(set, [one]);
    }
  rows.push(...publishedRows(state, attacker, hidden, sets, byPatch, truth));
  return {
    patch: Int32Array.from(patch),
    district: Int32Array.from(district),
    answer: Uint8Array.from(answer),
    truth: Int32Array.from(truth),
    rows,
    sets,
  };
}

function range(from: number, length: number): number[] {
  return Array.from({ length }, (_, i) => from + i);
}

/** Exact totals as equalities, and inequalities that exclude the pairs of answers nobody in the state gave (Hall's condition). */
function certainRows({ unit, blocks, device }: Columns, isGiven: Uint8Array, truth: readonly number[]): Row[] {
  const exact = (columns: number[]): Row => {
    const students = columns.reduce((sum, column) => sum + (truth[column] as number), 0);
    return { columns, least: students, most: students, from: [] };
  };
  const homesIn = blocks.map((from) => range(from, HOME_ANSWERS));
  const rows = [...homesIn.map(exact), exact(range(device, DEVICE_ANSWERS))];
  const [homes, devices] = TABLES.map((table) => sumOf(unit.answers, table));
  if (homes !== devices) return rows;
  for (const [home, devices] of pairingsOf(isGiven)) {
    const few = blocks.flatMap((from) => answersIn(home).map((a) => from + a));
    const many = answersIn(devices).map((a) => device + a);
    const weights = [...few.map(() => 1), ...many.map(() => -1)];
    const isTrue =
      few.reduce((sum, column) => sum + (truth[column] as number), 0) <=
      many.reduce((sum, column) => sum + (truth[column] as number), 0);
    if (!isTrue) continue;
    rows.push({ columns: [...few, ...many], weights, least: Number.NEGATIVE_INFINITY, most: 0, from: [] });
  }
  return rows;
}

const pairings = new WeakMap<Uint8Array, (readonly [home: number, devices: number])[]>();

/** Sets of device answers, each with the home answers given with no others; without sets that follow from smaller ones. */
function pairingsOf(isGiven: Uint8Array): readonly (readonly [home: number, devices: number])[] {
  const known = pairings.get(isGiven);
  if (known) return known;
  const every = 2 ** DEVICE_ANSWERS - 1;
  const within = range(0, every + 1).map((devices) =>
    range(0, HOME_ANSWERS).reduce(
      (mask, home) =>
        range(0, DEVICE_ANSWERS).every((device) => !isGiven[home * DEVICE_ANSWERS + device] || devices & (1 << device))
          ? mask | (1 << home)
          : mask,
      0,
    ),
  );
  const found = range(0, every).flatMap((devices) => {
    const home = within[devices] as number;
    if (home === 0) return [];
    for (let part = (devices - 1) & devices; part > 0; part = (part - 1) & devices)
      if (((within[part] as number) | (within[devices & ~part] as number)) === home) return [];
    return [[home, devices] as const];
  });
  pairings.set(isGiven, found);
  return found;
}

const answersByMask: (readonly number[])[] = range(0, 1 << ANSWERS).map((mask) =>
  range(0, ANSWERS).filter((a) => mask & (1 << a)),
);

function answersIn(mask: number): readonly number[] {
  return answersByMask[mask] ?? [];
}

function publishedRows(
  state: State,
  attacker: Attacker,
  hidden: ReadonlySet<number>,
  sets: ReadonlyMap<number, readonly number[]>,
  byPatch: ReadonlyMap<number, readonly Columns[]>,
  truth: readonly number[],
): Row[] {
  const { shownTo, codes, filings } = state.input;
  /** Sets with the same patches in the region share their rows. */
  const alike = new Map<string, { readonly own: readonly number[]; readonly sets: number[] }>();
  for (const [set, own] of sets) {
    if (shownTo[set] === 0 || !isRead(state, set, attacker)) continue;
    const key = own.join();
    const known = alike.get(key);
    if (known) known.sets.push(set);
    else alike.set(key, { own, sets: [set] });
  }
  const rows: Row[] = [];
  for (const { own, sets } of alike.values()) {
    const units = own.flatMap((patch) => byPatch.get(patch) ?? []);
    const students = units.reduce((sum, { unit }) => sum + studentsOf(unit), 0);
    for (const [statistic, { answers, sort }] of COUNTED.entries()) {
      const found = new Map<number | undefined, RowMade>();
      for (const set of sets) {
        const position = set * COUNTED_EACH + statistic;
        if (codes[position] === UNASKED) continue;
        const by = sort === undefined ? undefined : filings[set];
        const row =
          found.get(by) ??
          rowOf(
            units.flatMap((unit) => columnsOf(state, set, unit, answers, sort)),
            truth,
          );
        found.set(by, row);
        const [least, most] = boundsOf(state, set, position, attacker, hidden.has(position));
        const elsewhere = (state.truth[position] as number) - row.inside;
        if (least > elsewhere || most < elsewhere + students)
          row.bounds.push({ position, least: least - elsewhere, most: most - elsewhere });
      }
      for (const { columns, bounds } of found.values()) {
        if (columns.length === 0 || bounds.length === 0) continue;
        const least = bounds.reduce((highest, bound) => Math.max(highest, bound.least), 0);
        const most = bounds.reduce((lowest, bound) => Math.min(lowest, bound.most), students);
        const from = bounds.filter((bound) => bound.least === least || bound.most === most);
        rows.push({ columns, least, most, from: from.map(({ position }) => position) });
      }
    }
  }
  return rows;
}

interface RowMade {
  readonly columns: readonly number[];
  readonly inside: number;
  readonly bounds: { readonly position: number; readonly least: number; readonly most: number }[];
}

function rowOf(columns: readonly number[], truth: readonly number[]): RowMade {
  return { columns, inside: columns.reduce((sum, column) => sum + (truth[column] as number), 0), bounds: [] };
}

function boundsOf(
  { input, students, truth }: State,
  set: number,
  position: number,
  { district }: Attacker,
  isHiddenByChoice: boolean,
): Bounds {
  const published = {
    code: input.codes[position] as number,
    students: students[set] as number,
    isRounded: ((input.shownTo[set] as number) & 1) === 0,
    isHiddenByChoice,
    isDecoy: input.isDecoy[position] === 1,
    truth: truth[position] as number,
  };
  const floor = input.floors[position] as number;
  return district === undefined ? boundsForAll(published, floor) : boundsForDistrict(published, floor);
}

function columnsOf(
  { input }: State,
  set: number,
  { unit, blocks, device }: Columns,
  answers: number,
  sort: number | undefined,
): number[] {
  const columns = answersIn(answers >> HOME_ANSWERS).map((a) => device + a);
  const home = answersIn(answers & (TABLES[0] as number));
  for (const [i, { kind }] of home.length > 0 ? unit.blocks.entries() : [])
    if (sort === undefined || sortOf(input, set, kind) === sort)
      for (const a of home) columns.push((blocks[i] as number) + a);
  return columns;
}
