const NEEDS_QUOTES = /[",\r\n]/;
/**
 * Spreadsheets run cells that begin so as formulas, some of them the full-width signs too. A number below zero is none.
 * Source: OWASP, CSV Injection.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** Without it Excel reads UTF-8 as the code page of its country: "Cañon" becomes "CaÃ±on". Our own readers drop it. */
const BYTE_ORDER_MARK = '\ufeff';

/** The first line of a table for people and spreadsheets; what follows is `csvLine`. */
export function csvHeader(names: readonly string[]): string {
  return BYTE_ORDER_MARK + csvLine(names);
}

/** One line of CSV for people and spreadsheets, with its line end. */
export function csvLine(values: readonly unknown[]): string {
  return `${values.map(csvField).join(',')}\r\n`;
}

/** One value as a spreadsheet shows it and does not run it: what would be a formula gets an apostrophe before it. */
export function csvField(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
