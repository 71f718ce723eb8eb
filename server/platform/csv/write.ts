const NEEDS_QUOTES = /[",\r\n]/;
/** Spreadsheets run cells that begin so as formulas. */
const FORMULA = /^[=+\-@\t]/;

/** One line of CSV for people and spreadsheets, with its line end. */
export function csvLine(values: readonly (string | number)[]): string {
  return `${values.map(cellText).join(',')}\r\n`;
}

function cellText(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
