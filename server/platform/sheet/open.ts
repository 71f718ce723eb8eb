/** Opens the table of an export, CSV or workbook, detected by its bytes, not its name. No Node here. */
import type { Phrase } from '../../domain/messages/phrase.ts';
import { howWritten } from '../csv/encoding.ts';
import { type Rereadable, readExport } from '../csv/export.ts';
import type { CsvRow } from '../csv/records.ts';
import { sheetErrors } from './errors.ts';
import { isOldWorkbook, isWorkbook, openWorkbook } from './read.ts';

export interface OpenTable {
  /** In batches, including title lines and header. Repeatable: yields the same rows again. */
  readonly rows: () => AsyncIterable<readonly CsvRow[]>;
  readonly notes: readonly Phrase[];
}

/**
 * @param bytes the file from its start, on each call
 * @throws Refusal csv.* and sheet.*
 */
export async function openTable(bytes: Rereadable): Promise<OpenTable> {
  const first = await firstOf(bytes());
  if (isOldWorkbook(first)) throw sheetErrors.oldOrEncrypted();
  if (isWorkbook(first)) return openWorkbook(bytes);
  const { encoding, notes } = await howWritten(bytes);
  return { notes, rows: () => readExport(bytes(), encoding) };
}

async function firstOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  for await (const chunk of chunks) if (chunk.length > 0) return chunk;
  return new Uint8Array();
}
