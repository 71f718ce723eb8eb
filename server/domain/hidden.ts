/**
 * A published count, or the way it is hidden. A count is hidden when it, or what is left of its group without it, is
 * under the floor, truly or with its noise; zero looks like any other small count, all like any other nearly-all. So `low`
 * reads "few or none" (with a floor of 10 up to 13), `high` "nearly all", and `either` says nothing.
 */
export type Hidden = 'low' | 'high' | 'either';

/**
 * Codes of a hidden count in unsigned integer columns (tiles, typed arrays). A shown count is at least the floor, and no
 * floor is under 5, so the codes collide with nothing; a fresh array reads "fewer than the floor" everywhere.
 */
export const HIDDEN_CODES = { low: 0, high: 1, either: 2 } as const satisfies Record<Hidden, number>;

/** One letter a statistic in `published.*.hidden`: `.` shown, else how it is hidden. */
export const HIDDEN_LETTERS = { low: 'l', high: 'h', either: 'e' } as const satisfies Record<Hidden, string>;

/** How a count of a group must be published, or undefined when it may be shown. `floor` in students. */
export function hiding(count: number, group: number, floor: number): Hidden | undefined {
  const small = count < floor;
  const nearlyAll = group - count < floor;
  if (small && nearlyAll) return 'either';
  if (small) return 'low';
  if (nearlyAll) return 'high';
  return undefined;
}
