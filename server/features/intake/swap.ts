/**
 * Newcomers for leavers, so that neither the students nor the households of an area become more or fewer: whole households
 * against each other, a child of a household that stays against another such child.
 */
import { householdOf, studentOf } from './home-record.ts';

export interface Swap {
  readonly leave: readonly Buffer[];
  readonly come: readonly Buffer[];
}

interface Household {
  stay: number;
  readonly leave: Buffer[];
  readonly come: Buffer[];
}

/**
 * As many as can be swapped.
 *
 * @param before homes of one district in an area; who stays, stays in the household of then
 * @param now the same as they were sent
 */
export function swapOf(before: readonly Buffer[], now: readonly Buffer[]): Swap {
  const swap: { leave: Buffer[]; come: Buffer[] } = { leave: [], come: [] };
  const exchange = (leaving: readonly Buffer[], coming: readonly Buffer[]) => {
    swap.leave.push(...leaving);
    swap.come.push(...coming);
  };
  const gone: Buffer[][] = [];
  const arrived: Buffer[][] = [];
  const spare: { leave: Buffer[]; come: Buffer[] } = { leave: [], come: [] };
  for (const { stay, leave, come } of householdsOf(before, now)) {
    if (stay === 0 && come.length === 0) gone.push(leave);
    else if (stay === 0 && leave.length === 0) arrived.push(come);
    else {
      // Of a household whose children are all others one is exchanged first: then it stays, whoever else does not.
      const first = stay === 0 ? 1 : 0;
      exchange(leave.slice(0, first), come.slice(0, first));
      spare.leave.push(...leave.slice(first));
      spare.come.push(...come.slice(first));
    }
  }
  for (const [leaving, coming] of pairedBySize(gone, arrived)) {
    const missing = leaving.length - coming.length;
    if (missing > spare.come.length || -missing > spare.leave.length) continue;
    exchange(leaving, coming);
    exchange(spare.leave.splice(0, Math.max(0, -missing)), spare.come.splice(0, Math.max(0, missing)));
  }
  const rest = Math.min(spare.leave.length, spare.come.length);
  exchange(spare.leave.slice(0, rest), spare.come.slice(0, rest));
  return swap;
}

function householdsOf(before: readonly Buffer[], now: readonly Buffer[]): Iterable<Household> {
  const households = new Map<string, Household>();
  const of = (record: Buffer): Household => {
    const key = householdOf(record);
    const household = households.get(key) ?? { stay: 0, leave: [], come: [] };
    households.set(key, household);
    return household;
  };
  const later = new Set(now.map(studentOf));
  const earlier = new Set(before.map(studentOf));
  for (const record of before) {
    if (later.has(studentOf(record))) of(record).stay += 1;
    else of(record).leave.push(record);
  }
  for (const record of now) if (!earlier.has(studentOf(record))) of(record).come.push(record);
  return households.values();
}

/** Those of one size first, then the smallest left with the smallest left. */
function pairedBySize(gone: Buffer[][], arrived: Buffer[][]): [Buffer[], Buffer[]][] {
  const bySize = Map.groupBy(arrived, ({ length }) => length);
  const equal: [Buffer[], Buffer[]][] = [];
  const left = gone.filter((leaving) => {
    const coming = bySize.get(leaving.length)?.shift();
    if (coming) equal.push([leaving, coming]);
    return coming === undefined;
  });
  const smallest = (a: Buffer[], b: Buffer[]) => a.length - b.length;
  const others = [...bySize.values()].flat().sort(smallest);
  const unequal = left.sort(smallest).flatMap((leaving, i): [Buffer[], Buffer[]][] => {
    const coming = others[i];
    return coming ? [[leaving, coming]] : [];
  });
  return [...equal, ...unequal];
}
