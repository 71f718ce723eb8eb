/** Reads the CSV that the anonymizer, the FCC or a commission writes: UTF-8, or refused with what to do about it. */
import { type CsvRow, RecordReader } from './records.ts';
import { readText } from './text.ts';

export type { CsvRow } from './records.ts';

/**
 * Rows in batches, the header among them as the first; blank lines are passed over.
 *
 * @throws Refusal csv.* when the bytes are no CSV
 */
export async function* readCsv(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRow[]> {
  const reader = new RecordReader();
  for await (const { text } of readText(chunks)) {
    const rows = reader.push(text);
    if (rows.length > 0) yield rows;
  }
  reader.end();
}
