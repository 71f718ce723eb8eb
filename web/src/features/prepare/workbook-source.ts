/** An export as an Excel workbook: unpacked once and kept, for reading it takes far longer than checking its rows. */
import { readWorkbook } from '../../../../server/platform/sheet/read.ts';
import type { RowSource, SourceRow } from './engine.ts';
import { Stopped } from './stopped.ts';

const ROWS_AT_ONCE = 5_000;

export async function workbookSource(file: Blob, signal: AbortSignal): Promise<RowSource> {
  const { rows, notes } = await readWorkbook(new Uint8Array(await file.arrayBuffer()));
  if (signal.aborted) throw new Stopped();
  return { notes, rows: (signal, read) => slices(rows, signal, read) };
}

async function* slices(
  rows: readonly SourceRow[],
  signal: AbortSignal,
  read: (share: number) => void,
): AsyncGenerator<readonly SourceRow[]> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    // Lets a stop be heard: everything is in memory, nothing else here ever waits.
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) throw new Stopped();
    read(Math.min(1, (from + ROWS_AT_ONCE) / rows.length));
    yield rows.slice(from, from + ROWS_AT_ONCE);
  }
}
