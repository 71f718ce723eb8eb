/** The truth by unit and by set. A unit is the students of one district in one patch; its blocks those of one kind of cell. */
import { type Lists, listAt, listsOf, reversed } from '../../lists.ts';
import { ANSWERS, COUNTED, COUNTED_EACH, HOME_ANSWERS, TABLES } from './answers.ts';
import type { ProgramsInput } from './input.ts';

export interface Unit {
  readonly patch: number;
  readonly district: number;
  /** Students by answer. */
  readonly answers: Int32Array;
  readonly blocks: readonly { readonly kind: number; readonly home: Int32Array }[];
}

export interface State {
  readonly input: ProgramsInput;
  readonly units: readonly Unit[];
  /** Units by patch. */
  readonly unitsOf: Lists;
  readonly setsOf: Lists;
  readonly patchesOf: Lists;
  /** By set and answer. */
  readonly answers: Int32Array;
  /** By set and statistic. */
  readonly truth: Int32Array;
  readonly students: Int32Array;
  /** By set, the first set of the same patches: levers by other filings have sets of their own. */
  readonly firstOf: Int32Array;
  /** Hexes by set. */
  readonly hexesOf: Lists;
  /** Districts that have students in each res-5 hex. */
  readonly districtsOf: Lists;
}

export function stateOf(input: ProgramsInput): State {
  const { hex5, sets } = input;
  const units = unitsOf(input);
  const patches = hex5.length;
  const unitsOfPatch = reversed(patches, units.length, (unit) => [units[unit]?.patch ?? -1]);
  const hexes = hex5.reduce((most, hex) => Math.max(most, hex + 1), 0);
  const districts = Array.from({ length: hexes }, () => new Set<number>());
  for (const { patch, district } of units) districts[hex5[patch] ?? -1]?.add(district);
  const answers = new Int32Array(sets.count * ANSWERS);
  const truth = new Int32Array(sets.count * COUNTED_EACH);
  for (let set = 0; set < sets.count; set++)
    for (const patch of listAt(sets.members, set))
      for (const own of listAt(unitsOfPatch, patch)) addUnit(input, units[own] as Unit, set, answers, truth);
  const students = Int32Array.from({ length: sets.count }, (_, set) =>
    studentsOf({ answers: answers.subarray(set * ANSWERS, (set + 1) * ANSWERS) }),
  );
  const firsts = new Map<string, number>();
  const firstOf = Int32Array.from({ length: sets.count }, (_, set) => {
    const members = listAt(sets.members, set).join();
    const first = firsts.get(members) ?? set;
    firsts.set(members, first);
    return first;
  });
  return {
    input,
    units,
    firstOf,
    unitsOf: unitsOfPatch,
    setsOf: reversed(patches, sets.count, (set) => listAt(sets.members, set)),
    hexesOf: listsOf(
      Array.from({ length: sets.count }, (_, set) => [
        ...new Set(Array.from(listAt(sets.members, set), (patch) => hex5[patch] ?? -1)),
      ]),
    ),
    patchesOf: reversed(hexes, patches, (patch) => [hex5[patch] ?? -1]),
    districtsOf: listsOf(districts.map((own) => [...own].sort((a, b) => a - b))),
    answers,
    truth,
    students,
  };
}

function addUnit(input: ProgramsInput, unit: Unit, set: number, answers: Int32Array, truth: Int32Array): void {
  for (let a = 0; a < ANSWERS; a++)
    answers[set * ANSWERS + a] = (answers[set * ANSWERS + a] as number) + (unit.answers[a] as number);
  for (const [statistic, { answers: counted, sort }] of COUNTED.entries()) {
    const at = set * COUNTED_EACH + statistic;
    let sum = truth[at] as number;
    if (sort === undefined) sum += sumOf(unit.answers, counted);
    else for (const { kind, home } of unit.blocks) if (sortOf(input, set, kind) === sort) sum += sumOf(home, counted);
    truth[at] = sum;
  }
}

/** Position in SORTS of a kind of cell, by the filings that a set's levers rest on. */
export function sortOf({ filings, sortIn, kinds }: ProgramsInput, set: number, kind: number): number {
  return sortIn[(filings[set] as number) * kinds + kind] as number;
}

/** Everybody answers once in a table, if only by silence. */
export function studentsOf({ answers }: { readonly answers: Int32Array }): number {
  return Math.max(...TABLES.map((table) => sumOf(answers, table)));
}

export function sumOf(values: Int32Array, mask: number): number {
  let sum = 0;
  for (let a = 0; a < values.length; a++) if (mask & (1 << a)) sum += values[a] as number;
  return sum;
}

function unitsOf({ students: rows }: ProgramsInput): Unit[] {
  const byKey = new Map<string, Unit & { readonly blocks: { kind: number; home: Int32Array }[] }>();
  for (let row = 0; row < rows.patch.length; row++) {
    const [patch, district, kind] = [rows.patch[row] as number, rows.district[row] as number, rows.kind[row] as number];
    const answer = rows.answer[row] as number;
    const key = `${patch} ${district}`;
    const unit = byKey.get(key) ?? { patch, district, answers: new Int32Array(ANSWERS), blocks: [] };
    byKey.set(key, unit);
    unit.answers[answer] = (unit.answers[answer] as number) + (rows.students[row] as number);
    if (answer >= HOME_ANSWERS) continue;
    const block = unit.blocks.find((other) => other.kind === kind) ?? { kind, home: new Int32Array(HOME_ANSWERS) };
    if (!unit.blocks.includes(block)) unit.blocks.push(block);
    block.home[answer] = (block.home[answer] as number) + (rows.students[row] as number);
  }
  return [...byKey.values()];
}
