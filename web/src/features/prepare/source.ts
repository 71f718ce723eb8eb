/** A chosen file as rows, read from the disk again for every check, so that they need not all fit the memory. */
import { openTable } from '../../../../server/platform/sheet/open.ts';
import { Stopped } from '../../lib/work.ts';
import type { RowSource } from './rows.ts';

/** Bytes at once: large enough to be quick, small enough that a stop is heard at once, also where they unpack to twenty times as many. */
const CHUNK_BYTES = 1 << 18;

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
      return table.rows();
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
