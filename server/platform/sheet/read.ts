/**
 * Reads the table of an Excel workbook as text in a stream: memory holds the shared texts and some thousand rows.
 * Formulas give their stored value; macros never run. No Node here: pages use it too.
 *
 * Our own, after measuring: read-excel-file takes 16 s and 870 MB for 200,000 rows of 16 columns, and refuses a whole
 * workbook for one cell; a test compares the two.
 */
import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import { MOST_ROWS } from '../archive-limits.ts';
import type { Rereadable } from '../csv/export.ts';
import type { CsvRow } from '../csv/records.ts';
import { unpacked } from './archive.ts';
import { cellsOf } from './cells.ts';
import { type Contents, contentsOf } from './contents.ts';
import { sheetErrors } from './errors.ts';
import { attributeOf, ElementCutter } from './xml.ts';

export interface Workbook {
  /** In batches; `line` is the row's number in the sheet, as Excel shows it. Skips blank rows. */
  readonly rows: () => AsyncIterable<readonly CsvRow[]>;
  /** Notes on the workbook as a whole. */
  readonly notes: readonly Phrase[];
}

/** A sheet with a table shows it within this many rows. */
const TABLE_WITHIN = 50;
const LEAST_COLUMNS = 3;
/** Limit of the width to which rows are padded: one stray value in Excel's last column would make 200,000 rows take minutes. */
const MOST_COLUMNS = 2_000;

export function isWorkbook(first: Uint8Array): boolean {
  return (first[0] === 0x50 && first[1] === 0x4b) || isOldWorkbook(first);
}

export function isOldWorkbook(first: Uint8Array): boolean {
  return first[0] === 0xd0 && first[1] === 0xcf && first[2] === 0x11 && first[3] === 0xe0;
}

/**
 * The first sheet with a table, a visible one if possible.
 *
 * @param limit unpacked bytes per reading
 * @throws Refusal sheet.* with what to do
 */
export async function openWorkbook(bytes: Rereadable, limit?: number): Promise<Workbook> {
  const contents = await contentsOf(bytes(), limit);
  const rowsOf = (path: string) => sheetRows(bytes(), path, contents, limit);
  const inOrder = [
    ...contents.sheets.filter(({ isHidden }) => !isHidden),
    ...contents.sheets.filter(({ isHidden }) => isHidden),
  ];
  let narrow: (typeof inOrder)[number] | undefined;
  for (const sheet of inOrder) {
    const columns = await tableColumns(rowsOf(sheet.path));
    if (columns >= LEAST_COLUMNS) return { rows: () => rowsOf(sheet.path), notes: notesOn(contents, sheet.number) };
    if (columns > 0) narrow ??= sheet;
  }
  if (!narrow) throw sheetErrors.empty();
  const { path, number } = narrow;
  return { rows: () => rowsOf(path), notes: notesOn(contents, number) };
}

/** Number of values that at least two of the first rows have; 0 without two rows. */
async function tableColumns(rows: AsyncIterable<readonly CsvRow[]>): Promise<number> {
  const filled: number[] = [];
  for await (const batch of rows) {
    for (const { fields } of batch) filled.push(fields.filter((field) => field.trim() !== '').length);
    if (filled.length >= TABLE_WITHIN) break;
  }
  return filled.slice(0, TABLE_WITHIN).sort((a, b) => b - a)[1] ?? 0;
}

async function* sheetRows(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  contents: Contents,
  limit: number | undefined,
): AsyncGenerator<readonly CsvRow[]> {
  const decoder = new TextDecoder();
  let batch: CsvRow[] = [];
  let line = 0;
  let count = 0;
  let width = 0;
  let widest = 0;
  const cutter = new ElementCutter('row', (attributes, content, prefix) => {
    const number = Number(attributeOf(attributes, 'r'));
    line = number > line ? number : line + 1;
    if (++count > MOST_ROWS) throw sheetErrors.tooManyRows(MOST_ROWS);
    const fields = cellsOf(content, prefix, contents);
    if (fields.length === 0) return;
    if (fields.length > width) {
      width = fields.length;
      widest = line;
    } else if (width > MOST_COLUMNS) throw sheetErrors.tooWide(widest, width);
    // Rows end at their last value; a table pads all to the width of its header.
    while (fields.length < width) fields.push('');
    batch.push({ line, fields });
  });
  let ending = '';
  for await (const { bytes, isLast } of unpacked(chunks, { wanted: (name) => name === path, ...limited(limit) })) {
    const text = decoder.decode(bytes, { stream: !isLast });
    cutter.push(text);
    ending = (ending + text).slice(-ENDING_CHARACTERS);
    if (batch.length > 0) yield batch;
    batch = [];
    if (!isLast) continue;
    if (!/(<\/(\w+:)?worksheet|\/)>\s*$/.test(ending)) throw sheetErrors.damaged();
    return;
  }
  throw sheetErrors.damaged();
}

const ENDING_CHARACTERS = 64;

function limited(limit: number | undefined): { limit?: number } {
  return limit === undefined ? {} : { limit };
}

function notesOn({ sheets, hasMacros }: Contents, sheet: number): Phrase[] {
  const notes: Phrase[] = [];
  if (sheets.length > 1) notes.push(phrase('file.sheets', { sheets: sheets.length, sheet }));
  if (hasMacros) notes.push(phrase('file.macros'));
  return notes;
}
