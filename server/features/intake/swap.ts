/**
 * Swaps newcomers for leavers, keeping the number of students and of households in an area: whole households for
 * each other, and children of households that stay for each other.
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
 * The largest possible swap.
 *
 * @param before homes of one district in an area; a student who stays keeps the household of that time
 * @param now the same homes as sent now
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
      // If all children of a household are replaced, one is exchanged first: the household then stays, whatever happens to the others.
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

/** Pairs equal sizes first, then the smallest remaining with the smallest remaining. */
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
