/**
 * A published count, or the way it is hidden. A count is hidden if it, or the rest of its group, is under the floor, truly
 * or with its noise; zero looks like any other small count, all like any other nearly-all. So `low` reads "few or none"
 * (with a floor of 10 up to 13), `high` "nearly all", and `either` reveals nothing.
 */
export type Hidden = 'low' | 'high' | 'either';

/**
 * Codes of a hidden count in unsigned integer columns (tiles, typed arrays). A shown count is at least the floor, and no
 * floor is under 5, so the codes collide with nothing; a fresh array reads "fewer than the floor" everywhere.
 */
export const HIDDEN_CODES = { low: 0, high: 1, either: 2 } as const satisfies Record<Hidden, number>;

/** As people read it, on the pages and in the tables they download. */
export const HIDDEN_WORDS = {
  low: 'few or none',
  high: 'nearly all',
  either: 'too few to say',
} as const satisfies Record<Hidden, string>;

/**
 * A count as two columns of a table: a number or blank, and beside it the way it is hidden or blank. Words among the
 * numbers would make programs read the whole column as text, and no map could use it.
 */
export function countColumns(name: string, count: number | null, how: Hidden | undefined): Record<string, unknown> {
  return { [name]: count, [`${name}_hidden`]: count === null ? HIDDEN_WORDS[how ?? 'either'] : null };
}

/** The output of `countColumns`, for the API's documentation. */
export const COUNT_COLUMNS =
  'In GeoJSON and CSV a count is a whole number, or null (empty in CSV) where it is hidden. The field named like it with _hidden after its name says how: few or none, nearly all, too few to say; null where the count is shown.';

/** One letter per statistic in `published.*.hidden`: `.` shown, else the way it is hidden. */
export const HIDDEN_LETTERS = { low: 'l', high: 'h', either: 'e' } as const satisfies Record<Hidden, string>;

/** How a count of a group must be hidden; undefined if it may be shown. `floor` in students. */
export function hiding(count: number, group: number, floor: number): Hidden | undefined {
  const small = count < floor;
  const nearlyAll = group - count < floor;
  if (small && nearlyAll) return 'either';
  if (small) return 'low';
  if (nearlyAll) return 'high';
  return undefined;
}
