/** Reads CSV written by the anonymizer, the FCC or a commission: UTF-8 only; a refusal says what to do. */
import { type CsvRow, RecordReader } from './records.ts';
import { readText } from './text.ts';

export type { CsvRow } from './records.ts';

/**
 * Rows in batches, the header first; blank lines are skipped.
 *
 * @throws Refusal csv.* when the bytes are not CSV
 */
export async function* readCsv(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRow[]> {
  const reader = new RecordReader();
  for await (const { text } of readText(chunks)) {
    const rows = reader.push(text);
    if (rows.length > 0) yield rows;
  }
  reader.end();
}
