/**
 * As-of dates of the FCC's filings, and about when each is published. Source: the Broadband Data Collection takes availability as of
 * 30 June and 31 December; its first public issue came about seven months later each time.
 */

export interface FccWindow {
  /** YYYY-MM-DD */
  readonly asOf: string;
  /** Last day of the month in which its first issue is expected. */
  readonly aboutOut: string;
}

/** Filings with as-of days from `from` to `until`, both included, in order. */
export function fccWindows(from: string, until: string): FccWindow[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))];
  const windows: FccWindow[] = [];
  for (let year = first; year <= last; year++)
    windows.push(
      { asOf: `${year}-06-30`, aboutOut: `${year + 1}-01-31` },
      { asOf: `${year}-12-31`, aboutOut: `${year + 1}-07-31` },
    );
  return windows.filter(({ asOf }) => asOf >= from && asOf <= until);
}

/** The newest filing that should be out on a day. */
export function newestOut(today: string): string {
  const years = Number(today.slice(0, 4));
  const out = fccWindows(`${years - 2}-01-01`, today).filter(({ aboutOut }) => aboutOut <= today);
  return out.at(-1)?.asOf ?? '';
}
