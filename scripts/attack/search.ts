/**
 * The search for small groups of an area that are certain: of every set of units that a number is of, and of what one has
 * more than another inside it, every subset of answers (of levers) that truly one to nine give. One state that agrees with all
 * that is published and has nobody, or ten, in a group frees it; most fall together, and each that is left is asked for its
 * least and most.
 */
import { ANSWERS, HOME, SMALL, SORTS, TABLES } from './method.ts';
import { Program } from './program.ts';
import type { Area, System, Unit } from './system.ts';

export interface Found {
  readonly groups: number;
  /** Optima not found in time, whose groups count as not proven. */
  readonly undecided: number;
  /** Groups proven to hold one to nine, by area and answers, without how many. */
  readonly proven: readonly string[];
}

/** Students whose answers are a group's: the units of a set, or of what it has more than another. */
type Land = Pick<Area['rests'][number], 'name' | 'units'>;

/** Those in a land who gave some answers, as `sort * ANSWERS + answer`. */
interface Group {
  readonly land: Land;
  readonly words: string;
  readonly answers: readonly number[];
}

/** By table every subset of its categories but none and all. */
const SUBSETS = TABLES.map((categories) =>
  Array.from({ length: (1 << categories.length) - 2 }, (_, at) => {
    const some = categories.filter((_, category) => ((at + 1) >> category) & 1);
    const answers = some.flatMap(([, bySort]) =>
      bySort.flatMap((own, sort) => own.map((answer) => sort * ANSWERS + answer)),
    );
    return { words: some.map(([name]) => name).join(' or '), answers };
  }),
);
/** Objectives over many groups, as long as they free any; and groups proven in one area after which it is given up. */
const [MOST_ROUNDS, IDLE_ROUNDS, AT_ONCE, ENOUGH] = [60, 4, 40, 20];

export function search(system: System, area: Area): Found {
  const { units, sets, rests } = area;
  const lands = [...new Map([...rests, ...sets].map((land): [string, Land] => [land.units.join(), land])).values()];
  /** Students of a land by `sort * ANSWERS + answer`. */
  const sumsOf = (land: Land, count: (unit: number, answer: number) => number) => {
    const sums = new Int32Array(SORTS.length * ANSWERS);
    for (const unit of land.units)
      for (let answer = 0, at = (units[unit] as Unit).sort * ANSWERS; answer < ANSWERS; answer++, at++)
        sums[at] = (sums[at] as number) + count(unit, answer);
    return sums;
  };
  const given = [...new Set([...system.pairs].flatMap((pair) => [Math.floor(pair / 5), HOME.length + (pair % 5)]))];
  const isHome = (answer = 0) => answer % ANSWERS < HOME.length;
  /** Whether a group has everybody in a land, as nobody in the state gives other answers: their number is a total. */
  const isEverybody = (land: Land, answers: readonly number[]) => {
    const table = given.filter((answer) => isHome(answer) === isHome(answers[0]));
    const sorts = land.units.map((unit) => (units[unit] as Unit).sort * ANSWERS);
    return sorts.every((first) => table.every((answer) => answers.includes(first + answer)));
  };
  let alive = lands.flatMap((land) => {
    const sums = sumsOf(land, (unit, answer) => units[unit]?.truth[answer] as number);
    const subsets = SUBSETS.slice(0, system.hasLevers ? SUBSETS.length : 2).flat();
    return subsets.flatMap((subset): Group[] =>
      isSmall(sums, subset) && !isEverybody(land, subset.answers) ? [{ land, ...subset }] : [],
    );
  });
  const groups = alive.length;
  if (groups === 0) return { groups, undecided: 0, proven: [] };
  using program = new Program(system, area);
  const random = randomFrom(groups);
  const ask = (costs: Float64Array, isEnough: () => boolean) => {
    for (const point of program.points(costs)) {
      const sums = new Map(
        lands.map((land) => [land, sumsOf(land, (unit, answer) => point[unit * ANSWERS + answer] ?? 0)]),
      );
      alive = alive.filter((group) => isSmall(sums.get(group.land) as Int32Array, group));
      if (isEnough()) return;
    }
  };
  const addTo = (costs: Float64Array, { land, answers }: Group, weight: number) => {
    for (const unit of land.units)
      for (const at of answers) {
        const column = unit * ANSWERS + (at % ANSWERS);
        if (units[unit]?.sort === Math.floor(at / ANSWERS)) costs[column] = (costs[column] as number) + weight;
      }
    return costs;
  };
  for (let round = 0, idle = 0; round < MOST_ROUNDS && idle < IDLE_ROUNDS && alive.length > 1; round++, idle++) {
    const costs = new Float64Array(program.columns);
    for (let at = 0; at < AT_ONCE; at++)
      addTo(costs, alive[Math.floor(random() * alive.length)] as Group, random() < 0.5 ? 1 : -1);
    const before = alive.length;
    ask(costs, () => true);
    if (alive.length < before) idle = -1;
  }
  const proven: string[] = [];
  while (alive.length > 0 && proven.length < ENOUGH) {
    const group = alive[0] as Group;
    const { undecided } = program;
    const isFree = () => alive[0] !== group;
    for (const sign of [1, -1]) if (!isFree()) ask(addTo(new Float64Array(program.columns), group, sign), isFree);
    if (isFree()) continue;
    alive.shift();
    if (program.undecided === undecided) proven.push(`${group.words} in ${group.land.name}`);
  }
  return { groups, undecided: program.undecided, proven };
}

function isSmall(sums: Int32Array, { answers }: Pick<Group, 'answers'>): boolean {
  const count = answers.reduce((sum, at) => sum + (sums[at] as number), 0);
  return count >= 1 && count <= SMALL;
}

/** Numbers from 0 to 1 that are the same in every run (a linear congruential generator). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
