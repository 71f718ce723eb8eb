/** An export as text, read from the chosen file again for every check: the rows of a large one need not fit the memory. */
import { type ExportEncoding, encodingOf, readExport } from '../../../../server/platform/csv/export.ts';
import type { RowSource, SourceRow } from './engine.ts';
import { Stopped } from './stopped.ts';

const NOTED: Readonly<Record<ExportEncoding, string | undefined>> = {
  'utf-8': undefined,
  'utf-16le': 'The file is written in UTF-16, as some systems do. It is read as such.',
  'utf-16be': 'The file is written in UTF-16, as some systems do. It is read as such.',
  'windows-1252':
    'The file is written the older Windows way (Windows-1252). It is read as such; there is nothing to do.',
};

export async function csvSource(file: Blob, signal: AbortSignal): Promise<RowSource> {
  const encoding = await encodingOf(() => chunksOf(file, signal));
  const note = NOTED[encoding];
  return {
    notes: note === undefined ? [] : [note],
    rows: (signal, read) => rowsOf(file, encoding, signal, read),
  };
}

async function* rowsOf(
  file: Blob,
  encoding: ExportEncoding,
  signal: AbortSignal,
  read: (share: number) => void,
): AsyncGenerator<readonly SourceRow[]> {
  let bytes = 0;
  const counted = chunksOf(file, signal, (length) => {
    bytes += length;
    read(file.size === 0 ? 1 : bytes / file.size);
  });
  yield* readExport(counted, encoding);
}

/** Bytes at once: large enough to be quick, small enough that a stop is heard within a tenth of a second. */
const CHUNK = 1 << 20;

async function* chunksOf(
  file: Blob,
  signal: AbortSignal,
  read: (length: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < file.size; from += CHUNK) {
    if (signal.aborted) throw new Stopped();
    const chunk = new Uint8Array(await file.slice(from, from + CHUNK).arrayBuffer());
    read(chunk.length);
    yield chunk;
  }
}
