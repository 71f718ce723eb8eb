import { Unzip, UnzipInflate, UnzipPassThrough } from 'fflate';
import { sheetErrors } from './errors.ts';

/** Unpacked bytes a workbook may have: 200,000 students with 30 columns take some 300 MB of XML. */
const MAX_UNPACKED_BYTES = 400 << 20;
const MAX_ENTRIES = 2_000;
/** Bytes given to the decompressor at a time, so that a bomb is noticed within that much input. */
const STEP_BYTES = 1 << 14;

export interface Unpacked {
  /** The parts that tables are made of, by path. */
  readonly parts: Record<string, Uint8Array>;
  readonly hasMacros: boolean;
}

/**
 * Unpacks a workbook's XML parts and counts bytes as they come out, whatever the archive claims of itself.
 *
 * @throws Refusal sheet.too-large, sheet.damaged, sheet.not-a-workbook
 */
export function unpackWorkbook(bytes: Uint8Array, limit = MAX_UNPACKED_BYTES): Unpacked {
  const parts: Record<string, Uint8Array> = {};
  let total = 0;
  let entries = 0;
  let unfinished = 0;
  let hasMacros = false;
  const unzip = new Unzip((entry) => {
    if (++entries > MAX_ENTRIES) throw sheetErrors.tooLarge(limit >> 20);
    if (/vbaProject\.bin$/i.test(entry.name)) hasMacros = true;
    if (!/\.(xml|rels)$/i.test(entry.name)) return;
    const chunks: Uint8Array[] = [];
    unfinished++;
    entry.ondata = (error, chunk, isLast) => {
      // A refusal thrown below comes back as an error of the decompressor.
      if (error) throw isRefusal(error) ? error : sheetErrors.damaged();
      total += chunk.length;
      if (total > limit) throw sheetErrors.tooLarge(limit >> 20);
      chunks.push(chunk);
      if (!isLast) return;
      parts[entry.name] = joined(chunks);
      unfinished--;
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  try {
    for (let at = 0; at < bytes.length; at += STEP_BYTES)
      unzip.push(bytes.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= bytes.length);
  } catch (error) {
    throw isRefusal(error) ? error : sheetErrors.damaged();
  }
  if (unfinished > 0) throw sheetErrors.damaged();
  if (!('xl/workbook.xml' in parts)) throw entries > 0 ? sheetErrors.notAWorkbook() : sheetErrors.damaged();
  return { parts, hasMacros };
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && error.name === 'Refusal';
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.length === 1 && chunks[0]) return chunks[0];
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
