/** Students without a fixed residence, who are on no map: what the state's number and the districts' say together. */
import { METHOD, SMALL } from './method.ts';
import type { Publication } from './published.ts';
import type { Tried } from './tried.ts';

type Range = readonly [least: number, most: number];

/** Districts, and all whose numbers are hidden together, that certainly have one to nine. */
export function unplacedProven(publications: readonly Publication[], tried: Tried): void {
  const districts = new Map<string, Range>();
  let state: Range = [0, Number.POSITIVE_INFINITY];
  const hidden = new Set<string>();
  for (const { view, unplaced } of publications) {
    state = meet(state, rangeOf(unplaced.state, view));
    for (const [district, count] of unplaced.districts) {
      districts.set(district, meet(districts.get(district), rangeOf(count, view)));
      if (count === null) hidden.add(district);
    }
  }
  const sum = (end: 0 | 1, isIn: (name: string) => boolean) =>
    [...districts].reduce((total, [name, range]) => total + (isIn(name) ? range[end] : 0), 0);
  for (const names of [...[...districts.keys()].map((name) => new Set([name])), hidden]) {
    const [isOwn, isOther] = [(name: string) => names.has(name), (name: string) => !names.has(name)];
    const least = Math.max(sum(0, isOwn), state[0] - sum(1, isOther));
    const most = Math.min(sum(1, isOwn), state[1] - sum(0, isOther));
    tried.expect(least < 1 || most > SMALL, `students without a fixed residence of ${names.size} districts`);
  }
}

function rangeOf(count: number | null, view: string): Range {
  const { floor, deviation, rounding } = METHOD;
  const off = deviation + (view === 'public' ? Math.floor(rounding / 2) : 0);
  return count === null ? [0, floor - 1 + off] : [Math.max(floor, count - off), count + off];
}

function meet([least, most]: Range = [0, Number.POSITIVE_INFINITY], other: Range): Range {
  return [Math.max(least, other[0]), Math.min(most, other[1])];
}
