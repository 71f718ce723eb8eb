/**
 * Classes of students: statistics that count the same students whoever they are, as one. A release holds some hundreds of
 * statistics and about half as many classes, as most of what filings say the same of is counted under several names.
 *
 * Which classes lie inside which (lever "build" inside "unserved", "unserved" by all technologies inside "unserved" by wired ones) is
 * found from the filings and not from a list of rules, so that none is forgotten: one is inside another when whoever counts in the
 * first counts in the second, in every cell that filings distinguish and whatever a family may answer. Filings are public, so a
 * reader can find the same.
 */
import { type Lists, listsOf } from '../lists.ts';
import { addKind, isSame, isWithin, type Kinds, noKinds, together } from './kinds.ts';
import { leftOver, type RestClasses } from './leftover.ts';

export interface Classes {
  readonly count: number;
  /** By statistic its class; -1 where no student can count in it. */
  readonly classOf: Int32Array;
  /** By class the kinds of students it counts. */
  readonly members: readonly Kinds[];
  /** Kinds of which each student is of just one, such as all answers to one question. */
  readonly domains: readonly Kinds[];
  /** By class one of its statistics. */
  readonly statisticOf: Int32Array;
  /** By class all others inside it. */
  readonly inside: Lists;
  /** By class those inside it with none between. */
  readonly within: Lists;
  /** Each after all that are inside it. */
  readonly order: Int32Array;
  /** Classes that others add up to; `count` stands for everybody. */
  readonly splits: readonly Split[];
  /** What one class has more than another inside it, where no class counts just those. */
  readonly rests: RestClasses;
}

/** Disjoint parts that make up the whole. */
export interface Split {
  readonly whole: number;
  readonly parts: readonly number[];
}

/** Statistics that make up another, or everybody where there is no other. */
export interface Partition {
  readonly whole?: number;
  readonly parts: readonly number[];
}

/** @param kinds the statistics each kind of student counts in, one list for every kind there can be */
export function classesOf(
  statistics: number,
  kinds: readonly ArrayLike<number>[],
  partitions: readonly Partition[],
): Classes {
  const counted = Array.from({ length: statistics }, () => noKinds(kinds.length));
  for (const [kind, list] of kinds.entries())
    for (let i = 0; i < list.length; i++) addKind(counted[list[i] as number] as Kinds, kind);
  const known = new Map<string, number>();
  const members: Kinds[] = [];
  const statisticOf: number[] = [];
  const classOf = Int32Array.from(counted, (own, statistic) => {
    if (own.every((word) => word === 0)) return -1;
    const key = own.join();
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, members.length);
    statisticOf.push(statistic);
    return members.push(own) - 1;
  });
  const inside = members.map((whole, w) =>
    [...members.keys()].filter((part) => part !== w && isWithin(members[part] as Kinds, whole)),
  );
  const within = inside.map((own) => own.filter((part) => !own.some((other) => inside[other]?.includes(part))));
  const domains = partitions
    .filter(({ whole }) => whole === undefined)
    .map(({ parts }) => together(parts.map((part) => counted[part] as Kinds)))
    .filter((domain, at, all) => all.findIndex((other) => isSame(other, domain)) === at);
  const left = leftOver(members, inside, domains);
  return {
    count: members.length,
    members,
    domains,
    classOf,
    statisticOf: Int32Array.from(statisticOf),
    inside: listsOf(inside),
    within: listsOf(within),
    order: Int32Array.from(inside.keys()).sort((a, b) => (inside[a]?.length ?? 0) - (inside[b]?.length ?? 0) || a - b),
    splits: distinct([...named(partitions, classOf, members.length), ...left.splits]),
    rests: left.rests,
  };
}

function named(partitions: readonly Partition[], classOf: Int32Array, everybody: number): Split[] {
  return partitions
    .map(({ whole, parts }) => ({
      whole: whole === undefined ? everybody : (classOf[whole] as number),
      parts: parts.map((part) => classOf[part] as number).filter((part) => part >= 0),
    }))
    .filter(({ whole, parts }) => whole >= 0 && parts.length > 0);
}

function distinct(splits: readonly Split[]): Split[] {
  const met = new Set<string>();
  return splits.filter(({ whole, parts }) => {
    const key = `${whole} ${[...parts].sort((a, b) => a - b)}`;
    return !met.has(key) && met.add(key);
  });
}
