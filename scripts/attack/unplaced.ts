/** Students without a fixed residence, who are on no map: what the state's number and the districts' say together. */
import { METHOD, SMALL } from './method.ts';
import type { Publication } from './published.ts';
import type { Tried } from './tried.ts';

/** Districts, and all that are never shown together, that certainly have one to nine. */
export function unplacedProven(publications: readonly Publication[], tried: Tried): void {
  const { floor, deviation, rounding } = METHOD;
  const ranges = new Map<string, readonly [least: number, most: number]>();
  for (const { view, unplaced } of publications)
    for (const [name, count] of [['state', unplaced.state] as const, ...unplaced.districts]) {
      const [least, most] = ranges.get(name) ?? [0, Number.POSITIVE_INFINITY];
      const off = deviation + (view === 'public' ? Math.floor(rounding / 2) : 0);
      const [from, to] = count === null ? [0, floor - 1 + off] : [Math.max(floor, count - off), count + off];
      ranges.set(name, [Math.max(least, from), Math.min(most, to)]);
    }
  const [fewest, all] = ranges.get('state') ?? [0, 0];
  ranges.delete('state');
  const hidden = [...ranges].flatMap(([name, [least]]) => (least < floor ? [name] : []));
  const sum = (end: 0 | 1, isIn: (name: string) => boolean) =>
    [...ranges].reduce((total, [name, range]) => total + (isIn(name) ? range[end] : 0), 0);
  for (const names of [...[...ranges.keys()].map((name) => [name]), hidden]) {
    const [isOwn, isOther] = [(name: string) => names.includes(name), (name: string) => !names.includes(name)];
    const least = Math.max(sum(0, isOwn), fewest - sum(1, isOther));
    const most = Math.min(sum(1, isOwn), all - sum(0, isOther));
    tried.expect(least < 1 || most > SMALL, `students without a fixed residence of ${names.length} districts`);
  }
}
