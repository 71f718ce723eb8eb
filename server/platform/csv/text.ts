import { isUtf8 } from 'node:buffer';
import { csvErrors } from './errors.ts';
import { lineOfZero, otherKindOf } from './other-kinds.ts';
import { linesIn } from './records.ts';

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
 * Splits bytes into blocks of whole lines and decodes them. Each line ends with `\n`; files of the old kind that end lines
 * with `\r` alone are read too. A byte order mark is dropped.
 *
 * @throws Refusal csv.* when the bytes are not UTF-8 text, saying what to do
 */
export async function* readText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<TextBlock> {
  let kept: Buffer = Buffer.alloc(0);
  let line = 1;
  let lineEnd: number | undefined;
  for await (const chunk of chunks) {
    let bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (kept.length > 0) bytes = Buffer.concat([kept, bytes]);
    if (lineEnd === undefined) {
      lineEnd = lineEndOf(bytes);
      if (lineEnd !== undefined) bytes = withoutMark(bytes);
    }
    const end = lineEnd === undefined ? 0 : bytes.lastIndexOf(lineEnd) + 1;
    kept = bytes.subarray(end);
    if (kept.length > MAX_LINE_BYTES) throw csvErrors.lineTooLong(line - 1);
    if (end === 0 || lineEnd === undefined) continue;
    const text = decoded(bytes.subarray(0, end), line, lineEnd);
    yield { text, firstLine: line };
    line += linesIn(text);
  }
  if (lineEnd === undefined) kept = withoutMark(kept);
  if (kept.length > 0) yield { text: `${decoded(kept, line, lineEnd ?? LINE_FEED)}\n`, firstLine: line };
}

/** The file's line end; undefined while unknown. */
function lineEndOf(bytes: Buffer): number | undefined {
  const at = bytes.findIndex((byte) => byte === LINE_FEED || byte === CARRIAGE_RETURN);
  if (at < 0 || (bytes[at] === CARRIAGE_RETURN && at === bytes.length - 1)) return undefined;
  return bytes[at] === LINE_FEED || bytes[at + 1] === LINE_FEED ? LINE_FEED : CARRIAGE_RETURN;
}

function decoded(bytes: Buffer, firstLine: number, lineEnd: number): string {
  if (!isUtf8(bytes)) throw csvErrors.notUtf8(firstBadLine(bytes, firstLine, lineEnd));
  const text = bytes.toString('utf8');
  return lineEnd === CARRIAGE_RETURN ? text.replaceAll('\r', '\n') : text;
}

function firstBadLine(bytes: Buffer, firstLine: number, lineEnd: number): number {
  let line = firstLine;
  let from = 0;
  for (let to = bytes.indexOf(lineEnd); to >= 0 && isUtf8(bytes.subarray(from, to)); line++) {
    from = to + 1;
    to = bytes.indexOf(lineEnd, from);
  }
  return line;
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
  for (const [signature, error] of SIGNATURES) if (signature.every((byte, i) => bytes[i] === byte)) throw error();
  const otherKind = otherKindOf(bytes);
  if (otherKind !== undefined) throw csvErrors.notATable(otherKind);
  const zeros = bytes.subarray(0, SNIFFED_BYTES).filter((byte) => byte === 0).length;
  if (zeros > 0)
    throw zeros > Math.min(bytes.length, SNIFFED_BYTES) / 4
      ? csvErrors.utf16()
      : csvErrors.binary(lineOfZero(bytes) ?? 1);
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}
