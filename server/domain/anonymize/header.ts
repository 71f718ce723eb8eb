/** Where the table begins in an export: systems print a title, a date, a school above the line that names the columns. */
import { namedColumns } from './guess.ts';

/** The header is looked for in this many rows. */
export const HEADER_WITHIN = 30;

/**
 * @param rows the first rows of the file
 * @returns position of the line that names the most columns we know, the first of several; undefined when none names two
 */
export function headerAt(rows: readonly (readonly string[])[]): number | undefined {
  let best: number | undefined;
  let most = 1;
  for (const [i, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const named = namedColumns(row);
    if (named <= most) continue;
    most = named;
    best = i;
  }
  return best;
}

/** What a header is remembered by, so that next year's export of the same system is mapped the same. */
export function headerSignature(header: readonly string[]): string {
  return header.map((name) => name.trim().toLowerCase().replace(/\s+/g, ' ')).join('\u001f');
}
