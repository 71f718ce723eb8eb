/** A chosen file as rows: text is read from the disk again for every check, a workbook is unpacked once and kept. */
import { openTable } from '../../../../server/platform/sheet/open.ts';
import type { RowSource, SourceRow } from './engine.ts';
import { Stopped } from './stopped.ts';

/** Bytes at once: large enough to be quick, small enough that a stop is heard within a tenth of a second. */
const CHUNK_BYTES = 1 << 20;
const ROWS_AT_ONCE = 5_000;

interface Reading {
  readonly signal: AbortSignal;
  readonly read: (share: number) => void;
}

/** Reads a file by what it is, whatever its name says. @throws Refusal csv.*, sheet.*; Stopped */
export async function sourceOf(file: Blob, signal: AbortSignal): Promise<RowSource> {
  let reading: Reading = { signal, read: () => {} };
  const table = await openTable(() => chunksOf(file, reading));
  return {
    notes: table.notes,
    rows: (signal, read) => {
      reading = { signal, read };
      return inSlices(table.rows(), reading);
    },
  };
}

/** Each reading keeps the signal it began with: one that was stopped may still be ending when the next begins. */
async function* chunksOf(file: Blob, { signal, read }: Reading): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < file.size; from += CHUNK_BYTES) {
    if (signal.aborted) throw new Stopped();
    const chunk = new Uint8Array(await file.slice(from, from + CHUNK_BYTES).arrayBuffer());
    read(Math.min(1, (from + chunk.length) / file.size));
    yield chunk;
  }
}

async function* inSlices(
  batches: AsyncIterable<readonly SourceRow[]>,
  { signal, read }: Reading,
): AsyncGenerator<readonly SourceRow[]> {
  for await (const batch of batches) {
    if (batch.length <= ROWS_AT_ONCE * 4) yield batch;
    else
      for (let from = 0; from < batch.length; from += ROWS_AT_ONCE) {
        // Lets a stop be heard: a workbook's rows are all in memory, nothing else here ever waits.
        await new Promise((resolve) => setTimeout(resolve));
        if (signal.aborted) throw new Stopped();
        read(Math.min(1, (from + ROWS_AT_ONCE) / batch.length));
        yield batch.slice(from, from + ROWS_AT_ONCE);
      }
  }
}
