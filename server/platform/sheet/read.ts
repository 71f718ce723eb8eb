/**
 * Reads the table of an Excel workbook as text. No Node here: pages read with it too. Formulas give the value the workbook
 * keeps for them; macros are never run.
 */
import { zipSync } from 'fflate';
import { type CellValue, readSheet } from 'read-excel-file/universal';
import type { CsvRow } from '../csv/records.ts';
import { sheetErrors } from './errors.ts';
import { extentOf } from './extent.ts';
import { unpackWorkbook } from './unpack.ts';

/** 200,000 students with 200 columns. The reader lays out all of them, empty or not. */
const MOST_CELLS = 40_000_000;

export interface Workbook {
  /** `line` is the row's number in the sheet, as Excel shows it. */
  readonly rows: CsvRow[];
  /** What the person should know of the workbook as a whole. */
  readonly notes: readonly string[];
}

export function isWorkbook(first: Uint8Array): boolean {
  return (first[0] === 0x50 && first[1] === 0x4b) || isOldWorkbook(first);
}

function isOldWorkbook(first: Uint8Array): boolean {
  return first[0] === 0xd0 && first[1] === 0xcf && first[2] === 0x11 && first[3] === 0xe0;
}

/**
 * The first sheet that holds a table.
 *
 * @throws Refusal sheet.* with what to do
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  if (isOldWorkbook(bytes)) throw sheetErrors.oldOrEncrypted();
  const { parts, hasMacros } = unpackWorkbook(bytes);
  refuseSpread(parts);
  const sheets = sheetCount(parts['xl/workbook.xml']);
  // Packed again without compression: the reader unpacks by itself, and so never meets the archive as it came.
  const safe = zipSync(parts, { level: 0 }).buffer as ArrayBuffer;
  for (let sheet = 1; sheet <= sheets; sheet++) {
    const data = await sheetOf(safe, sheet);
    const rows = data.map((cells, i): CsvRow => ({ line: i + 1, fields: cells.map(cellText) }));
    const filled = rows.filter(({ fields }) => fields.some((field) => field !== ''));
    if (filled.length < 2) continue;
    return { rows: filled, notes: notesOn(sheets, sheet, hasMacros) };
  }
  throw sheetErrors.empty();
}

function refuseSpread(parts: Readonly<Record<string, Uint8Array>>): void {
  for (const [path, xml] of Object.entries(parts)) {
    if (!path.startsWith('xl/worksheets/')) continue;
    const { rows, columns } = extentOf(xml);
    if (rows * columns > MOST_CELLS) throw sheetErrors.tooSpread(rows, columns);
  }
}

async function sheetOf(workbook: ArrayBuffer, sheet: number) {
  try {
    return await readSheet(workbook, sheet, { trim: false, parseNumber: (text: string) => plainNumber(text) });
  } catch {
    throw sheetErrors.damaged();
  }
}

function notesOn(sheets: number, sheet: number, hasMacros: boolean): string[] {
  const notes: string[] = [];
  if (sheets > 1)
    notes.push(`The workbook has ${sheets} sheets; sheet ${sheet} was read, the first that holds a table.`);
  if (hasMacros) notes.push('The workbook holds macros. They were not run and nothing of them was read.');
  return notes;
}

function sheetCount(workbook: Uint8Array | undefined): number {
  return (new TextDecoder().decode(workbook).match(/<(\w+:)?sheet\s/g) ?? []).length;
}

/** Digits as they stand in the file; only an exponent is written out, where the number is exact. */
function plainNumber(text: string): string {
  if (!/e/i.test(text)) return text;
  const number = Number(text);
  return Number.isSafeInteger(number) || Math.abs(number) < 1 ? number.toFixed(Math.abs(number) < 1 ? 10 : 0) : text;
}

function cellText(value: CellValue | string | null): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value);
}
