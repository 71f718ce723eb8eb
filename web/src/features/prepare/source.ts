/** A chosen file as rows, read from disk again for every check, so that they need not all fit in memory. */
import { openTable } from '../../../../server/platform/sheet/open.ts';
import { Stopped } from '../../lib/work.ts';
import type { RowSource } from './rows.ts';

/** Chunk size: large enough to be quick, small enough to stop at once, even if it unpacks twentyfold. */
const CHUNK_BYTES = 1 << 18;

interface Reading {
  readonly signal: AbortSignal;
  readonly read: (share: number) => void;
}

/** Detects the format from the content, whatever the name. @throws Refusal csv.*, sheet.*; Stopped */
export async function sourceOf(file: Blob, signal: AbortSignal): Promise<RowSource> {
  let reading: Reading = { signal, read: () => {} };
  const table = await openTable(() => chunksOf(file, reading));
  return {
    notes: table.notes,
    rows: (signal, read) => {
      reading = { signal, read };
      return table.rows();
    },
  };
}

/** Each reading keeps its own signal: a stopped one may still be ending when the next begins. */
async function* chunksOf(file: Blob, { signal, read }: Reading): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < file.size; from += CHUNK_BYTES) {
    if (signal.aborted) throw new Stopped();
    const chunk = new Uint8Array(await file.slice(from, from + CHUNK_BYTES).arrayBuffer());
    read(Math.min(1, (from + chunk.length) / file.size));
    yield chunk;
  }
}
