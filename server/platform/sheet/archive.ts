/**
 * Streams the parts of a workbook's archive. Unpacks only the wanted parts, and counts bytes as they come out, whatever
 * the archive declares. No Node here: pages use it too.
 */
import { Inflate, Unzip, type UnzipFile } from 'fflate';
import { mostUnpacked } from '../archive-limits.ts';
import { sheetErrors } from './errors.ts';

/** Limit of unpacked bytes per reading: 200,000 students with 30 columns take some 300 MB of XML. */
const MAX_UNPACKED_BYTES = 400 << 20;
const MAX_ENTRIES = 2_000;
/** Bytes per call of the decompressor: a bomb is noticed within that much input, at most 16 MB of output. */
const STEP_BYTES = 1 << 14;

export interface Piece {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly isLast: boolean;
}

export interface Unpacking {
  readonly wanted: (name: string) => boolean;
  /** Called for every part, wanted or not. */
  readonly onEntry?: (name: string) => void;
  readonly limit?: number;
}

/**
 * Chunks of the wanted parts, in archive order.
 *
 * @throws Refusal sheet.too-large, sheet.damaged
 */
export async function* unpacked(
  chunks: AsyncIterable<Uint8Array>,
  { wanted, onEntry, limit = MAX_UNPACKED_BYTES }: Unpacking,
): AsyncGenerator<Piece> {
  let pieces: Piece[] = [];
  let entries = 0;
  let unfinished = 0;
  let total = 0;
  let packed = 0;
  const unzip = new Unzip((entry: UnzipFile) => {
    entries++;
    const name = pathOf(entry.name);
    onEntry?.(name);
    const isWanted = wanted(name);
    if (isWanted) unfinished++;
    entry.ondata = (error, bytes, isLast) => {
      if (error) throw error;
      if (!isWanted) return;
      if (isLast) unfinished--;
      pieces.push({ name, bytes, isLast });
    };
    entry.start();
  });
  for (const decoder of decodersFor(wanted)) unzip.register(decoder);

  const step = (bytes: Uint8Array, isLast: boolean): readonly Piece[] => {
    pieces = [];
    try {
      unzip.push(bytes, isLast);
    } catch {
      throw sheetErrors.damaged();
    }
    packed += bytes.length;
    total += pieces.reduce((sum, piece) => sum + piece.bytes.length, 0);
    const most = Math.min(limit, mostUnpacked(packed));
    if (total > most || entries > MAX_ENTRIES) throw sheetErrors.tooLarge(Math.floor(most / 2 ** 20));
    return pieces;
  };
  for await (const chunk of chunks)
    for (let at = 0; at < chunk.length; at += STEP_BYTES) yield* step(chunk.subarray(at, at + STEP_BYTES), false);
  yield* step(new Uint8Array(), true);
  if (unfinished > 0 || entries === 0) throw sheetErrors.damaged();
}

/** Some systems write paths with backslashes. */
function pathOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//, '');
}

type Handler = (error: Error | null, bytes: Uint8Array, isLast: boolean) => void;

/** The methods "stored" and "deflated"; bytes of unwanted parts are dropped as they come. */
function decodersFor(wanted: (name: string) => boolean) {
  class Stored {
    static readonly compression = 0;
    ondata: Handler = () => {};
    readonly #isWanted: boolean;
    constructor(name: string) {
      this.#isWanted = wanted(pathOf(name));
    }
    push(bytes: Uint8Array, isLast: boolean): void {
      if (this.#isWanted) this.ondata(null, bytes, isLast);
    }
  }
  class Deflated {
    static readonly compression = 8;
    ondata: Handler = () => {};
    readonly #inflate: Inflate | undefined;
    constructor(name: string) {
      if (wanted(pathOf(name))) this.#inflate = new Inflate((bytes, isLast) => this.ondata(null, bytes, isLast));
    }
    push(bytes: Uint8Array, isLast: boolean): void {
      this.#inflate?.push(bytes, isLast);
    }
  }
  return [Stored, Deflated];
}
