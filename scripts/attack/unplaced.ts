/** Students without a fixed residence, who are on no map: what the state's number and the districts' say together. */
import { METHOD, SMALL } from './method.ts';
import type { Publication } from './published.ts';

/** Districts, and all whose numbers are hidden together, that certainly have one to nine. */
export function unplacedProven(publications: readonly Publication[]): { groups: number; proven: string[] } {
  const districts = new Map<string, [number, number]>();
  let state: [number, number] = [0, Number.POSITIVE_INFINITY];
  const hidden = new Set<string>();
  for (const { view, unplaced } of publications) {
    state = meet(state, boundsOf(unplaced.state, view));
    for (const [district, count] of unplaced.districts) {
      districts.set(district, meet(districts.get(district) ?? [0, Number.POSITIVE_INFINITY], boundsOf(count, view)));
      if (count === null) hidden.add(district);
    }
  }
  const sum = (names: Iterable<string>, end: 0 | 1) =>
    [...names].reduce((total, name) => total + (districts.get(name)?.[end] ?? 0), 0);
  const groups = [...[...districts.keys()].map((name) => [name]), [...hidden]];
  const proven = groups.flatMap((names) => {
    const others = [...districts.keys()].filter((name) => !names.includes(name));
    const least = Math.max(sum(names, 0), state[0] - sum(others, 1));
    const most = Math.min(sum(names, 1), state[1] - sum(others, 0));
    return least >= 1 && most <= SMALL ? [`students without a fixed residence of ${names.length} districts`] : [];
  });
  return { groups: groups.length, proven };
}

function boundsOf(count: number | null, view: string): [number, number] {
  const { floor, deviation, rounding } = METHOD;
  const off = deviation + (view === 'public' ? Math.floor(rounding / 2) : 0);
  return count === null ? [0, floor - 1 + off] : [Math.max(floor, count - off), count + off];
}

function meet(one: readonly [number, number], other: readonly [number, number]): [number, number] {
  return [Math.max(one[0], other[0]), Math.min(one[1], other[1])];
}
