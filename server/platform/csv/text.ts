import { isUtf8 } from 'node:buffer';
import { csvErrors } from './errors.ts';
import { lineOfZero, otherKindOf } from './other-kinds.ts';
import { linesIn, withLineFeeds } from './records.ts';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const MAX_LINE_BYTES = 4 << 20;
const SNIFFED_BYTES = 4096;

/** A run of whole lines, with the number of the first. */
export interface TextBlock {
  readonly text: string;
  readonly firstLine: number;
}

/**
 * Splits bytes into blocks of whole lines and decodes them. Each line of a block ends with `\n`, however it ended. A byte order mark
 * is dropped.
 *
 * @throws Refusal csv.* when the bytes are not UTF-8 text, saying what to do
 */
export async function* readText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<TextBlock> {
  let kept: Buffer = Buffer.alloc(0);
  let line = 1;
  let isBegun = false;
  for await (const chunk of chunks) {
    let bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (kept.length > 0) bytes = Buffer.concat([kept, bytes]);
    if (!isBegun && endOfLines(bytes) > 0) {
      isBegun = true;
      bytes = withoutMark(bytes);
    }
    const end = endOfLines(bytes);
    kept = bytes.subarray(end);
    if (kept.length > MAX_LINE_BYTES) throw csvErrors.lineTooLong(line - 1);
    if (end === 0) continue;
    const text = decoded(bytes.subarray(0, end), line);
    yield { text, firstLine: line };
    line += linesIn(text);
  }
  if (!isBegun) kept = withoutMark(kept);
  if (kept.length === 0) return;
  const text = decoded(kept, line);
  yield { text: text.endsWith('\n') ? text : `${text}\n`, firstLine: line };
}

/** Bytes up to the end of the last whole line. A `\r` at the very end may be half of one. */
function endOfLines(bytes: Buffer): number {
  const lineFeed = bytes.lastIndexOf(LINE_FEED);
  return Math.max(lineFeed, bytes.subarray(0, -1).lastIndexOf(CARRIAGE_RETURN)) + 1;
}

function decoded(bytes: Buffer, firstLine: number): string {
  if (!isUtf8(bytes)) throw csvErrors.notUtf8(firstBadLine(bytes, firstLine));
  return withLineFeeds(bytes.toString('utf8'));
}

function firstBadLine(bytes: Buffer, firstLine: number): number {
  const lines = withLineFeeds(bytes.toString('latin1')).split('\n');
  return (
    firstLine +
    Math.max(
      0,
      lines.findIndex((line) => !isUtf8(Buffer.from(line, 'latin1'))),
    )
  );
}

/** Files saved by mistake, by their first bytes. */
const SIGNATURES: readonly [bytes: readonly number[], error: () => Error][] = [
  [[0xff, 0xfe], csvErrors.utf16],
  [[0xfe, 0xff], csvErrors.utf16],
  [[0x50, 0x4b, 0x03, 0x04], csvErrors.workbook],
  [[0xd0, 0xcf, 0x11, 0xe0], csvErrors.workbook],
  [[0x1f, 0x8b], csvErrors.compressed],
];

function withoutMark(bytes: Buffer): Buffer {
  const otherKind = otherKindOf(bytes);
  if (otherKind !== undefined) throw csvErrors.notATable(otherKind);
  for (const [signature, error] of SIGNATURES) if (signature.every((byte, i) => bytes[i] === byte)) throw error();
  const zeros = bytes.subarray(0, SNIFFED_BYTES).filter((byte) => byte === 0).length;
  if (zeros > 0)
    throw zeros > Math.min(bytes.length, SNIFFED_BYTES) / 4
      ? csvErrors.utf16()
      : csvErrors.binary(lineOfZero(bytes) ?? 1);
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}
