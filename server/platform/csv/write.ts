const NEEDS_QUOTES = /[",\r\n]/;
/**
 * Spreadsheets run cells that begin like this as formulas, some of them also with full-width characters. A negative number is not one.
 * Source: OWASP, CSV Injection.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** Without it Excel reads UTF-8 in its country's code page: "Cañon" becomes "CaÃ±on". Our own readers drop it. */
const BYTE_ORDER_MARK = '\ufeff';

/** The first line of a table for people and spreadsheets; what follows is `csvLine`. */
export function csvHeader(names: readonly string[]): string {
  return BYTE_ORDER_MARK + csvLine(names);
}

/** One line of CSV for people and spreadsheets, with its line end. */
export function csvLine(values: readonly unknown[]): string {
  return `${values.map(csvField).join(',')}\r\n`;
}

/** One value, shown and never run by a spreadsheet: an apostrophe precedes anything that would be a formula. */
export function csvField(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
