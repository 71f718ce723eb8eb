/** Where a number comes from, in words. Source: FCC terms of use and our promise 4: publisher, as-of and revision date. */
export interface Provenance {
  /** "FCC", or the name of the commission. */
  readonly publisher: string;
  /** "Broadband Data Collection"; for a commission the filing provider's name. */
  readonly title: string;
  /** ISO dates, YYYY-MM-DD. */
  readonly asOf: string;
  readonly revision: string;
}

/** "FCC Broadband Data Collection, as of December 31, 2025, revised May 13, 2026". */
export function provenanceInWords(filing: Provenance): string {
  return `${filing.publisher} ${filing.title}, as of ${dateInWords(filing.asOf)}, revised ${dateInWords(filing.revision)}`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "December 31, 2025" of "2025-12-31". @throws RangeError when the text is no ISO date */
export function dateInWords(isoDate: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (!name) throw new RangeError('not a date: expected YYYY-MM-DD');
  return `${name} ${Number(day)}, ${year}`;
}
