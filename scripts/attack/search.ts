/**
 * The search for small groups of an area that are certain: of every set of units that a number is of, and of what one has
 * more than another inside it, every subset of answers that truly one to nine give. One state that agrees with all that is
 * published and has nobody, or ten, in a group frees it; most fall together, and each that is left is asked for its least and
 * most.
 */
import { ANSWERS, DEVICE, HOME, SMALL } from './method.ts';
import { Program, solver } from './program.ts';
import type { Area, System, UnitSet } from './system.ts';

export interface Found {
  /** Small groups tried. */
  readonly groups: number;
  readonly programs: number;
  /** Optima not found in time, whose groups count as not proven. */
  readonly undecided: number;
  /** Groups proven to hold one to nine, by area and answers, without how many. */
  readonly proven: readonly string[];
}

/** Students whose answers are a group's. */
interface Land {
  readonly name: string;
  readonly units: readonly number[];
}

/** A group: some answers of one table in a land, as bits by position among ANSWERS. */
interface Group {
  readonly land: number;
  readonly answers: number;
}

const TABLES = [
  { first: 0, answers: HOME.length },
  { first: HOME.length, answers: DEVICE.length },
];
/** Objectives over many groups, as long as they free any. */
const MOST_ROUNDS = 60;
const IDLE_ROUNDS = 4;
const AT_ONCE = 40;
/** Groups proven in one area after which it is given up. */
const ENOUGH = 20;

export async function search(system: System, area: Area): Promise<Found> {
  const lands = landsOf(area);
  let alive = groupsOf(system, area, lands);
  const groups = alive.length;
  if (groups === 0) return { groups, programs: 0, undecided: 0, proven: [] };
  using program = new Program(await solver(), system, area);
  const random = randomFrom(groups);
  const free = (point: Int32Array | undefined) => {
    if (!point) return;
    const sums = lands.map(({ units }) => sumsOf(units, (unit, answer) => point[unit * ANSWERS + answer] as number));
    alive = alive.filter(({ land, answers }) => isSmall(countOf(sums[land] as Int32Array, answers)));
  };
  for (let round = 0, idle = 0; round < MOST_ROUNDS && idle < IDLE_ROUNDS && alive.length > 1; round++) {
    const costs = new Float64Array(program.columns);
    for (let at = 0; at < AT_ONCE; at++) {
      const group = alive[Math.floor(random() * alive.length)] as Group;
      addTo(costs, lands, group, random() < 0.5 ? 1 : -1);
    }
    const before = alive.length;
    free(program.best(costs, 'most'));
    idle = alive.length < before ? 0 : idle + 1;
  }
  const proven: string[] = [];
  while (alive.length > 0 && proven.length < ENOUGH) {
    const group = alive[0] as Group;
    const costs = new Float64Array(program.columns);
    addTo(costs, lands, group, 1);
    let isFree = false;
    let isDecided = true;
    for (const way of ['most', 'least'] as const) {
      const point = program.best(costs, way);
      free(point);
      isDecided &&= point !== undefined;
      isFree = alive[0] !== group;
      if (isFree) break;
    }
    if (isFree) continue;
    alive.shift();
    if (isDecided) proven.push(wordsOf(lands, group));
  }
  return { groups, programs: program.solved, undecided: program.undecided, proven };
}

/** Positions of units are the area's from here on. */
function landsOf({ units, sets, nested }: Area): Land[] {
  const positions = new Map(units.map((unit, position) => [unit, position]));
  const lands = new Map<string, Land>();
  const add = (name: string, of: readonly number[]) => {
    const key = of.join();
    if (of.length > 0 && !lands.has(key))
      lands.set(key, { name, units: of.map((unit) => positions.get(unit) as number) });
  };
  for (const set of sets) add(nameOf(set), set.units);
  for (const [whole, part] of nested) {
    const [around, inside] = [sets[whole] as UnitSet, sets[part] as UnitSet];
    const held = new Set(inside.units);
    const rest = around.units.filter((unit) => !held.has(unit));
    add(`${nameOf(around)} less ${nameOf(inside)}`, rest);
  }
  return [...lands.values()];
}

function groupsOf(system: System, area: Area, lands: readonly Land[]): Group[] {
  const groups: Group[] = [];
  for (const [land, { units }] of lands.entries()) {
    const sums = sumsOf(units, (unit, answer) => system.units[area.units[unit] as number]?.truth[answer] ?? 0);
    for (const { first, answers } of TABLES)
      for (let mask = 1; mask < (1 << answers) - 1; mask++)
        if (isSmall(countOf(sums, mask << first))) groups.push({ land, answers: mask << first });
  }
  return groups;
}

function sumsOf(units: readonly number[], count: (unit: number, answer: number) => number): Int32Array {
  const sums = new Int32Array(ANSWERS);
  for (const unit of units)
    for (let answer = 0; answer < ANSWERS; answer++) sums[answer] = (sums[answer] as number) + count(unit, answer);
  return sums;
}

function countOf(sums: Int32Array, answers: number): number {
  let count = 0;
  for (let answer = 0; answer < ANSWERS; answer++) if ((answers >> answer) & 1) count += sums[answer] as number;
  return count;
}

function isSmall(count: number): boolean {
  return count >= 1 && count <= SMALL;
}

function addTo(costs: Float64Array, lands: readonly Land[], { land, answers }: Group, weight: number): void {
  for (const unit of lands[land]?.units ?? [])
    for (let answer = 0; answer < ANSWERS; answer++)
      if ((answers >> answer) & 1) {
        const column = unit * ANSWERS + answer;
        costs[column] = (costs[column] as number) + weight;
      }
}

function nameOf({ names }: UnitSet): string {
  return names[0] ?? '';
}

function wordsOf(lands: readonly Land[], { land, answers }: Group): string {
  const words = [...HOME, ...DEVICE].filter((_, answer) => (answers >> answer) & 1);
  return `${words.join(' or ')} in ${lands[land]?.name}`;
}

/** Numbers from 0 to 1 that are the same in every run (a linear congruential generator). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
