/**
 * Reads the tables that people export from other systems, in whatever encoding those write. Where `read.ts` refuses what is
 * not UTF-8, this decodes it: a district cannot change what its system does. No Node here: pages read with it too.
 */
import { csvErrors } from './errors.ts';
import { otherKindOf } from './other-kinds.ts';
import { type CsvRow, delimiterOfTable, linesIn, RecordReader } from './records.ts';

export type ExportEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Bytes that can be read from their beginning again and again. */
export type Rereadable = () => AsyncIterable<Uint8Array>;

/** A longer line is no row of a table. */
const MAX_LINE_CHARACTERS = 4 << 20;
/** More bytes than any such line has in UTF-8. */
const MAX_LINE_BYTES = 4 * MAX_LINE_CHARACTERS;
/** Lines the delimiter is told from; titles stand above the table in many exports. */
const LINES_FOR_DELIMITER = 40;

/**
 * UTF-16 by its byte order mark or its zero bytes, UTF-8 when all of it is, Windows-1252 (which any bytes are) otherwise.
 *
 * @throws Refusal csv.workbook, csv.compressed, csv.not-a-table, csv.empty, csv.binary
 */
export async function encodingOf(bytes: Rereadable): Promise<ExportEncoding> {
  const first = await firstBytes(bytes());
  const utf16 = utf16Of(first);
  if (utf16) return utf16;
  if (startsWith(first, 0x50, 0x4b) || startsWith(first, 0xd0, 0xcf, 0x11, 0xe0)) throw csvErrors.workbook();
  if (startsWith(first, 0x1f, 0x8b)) throw csvErrors.compressed();
  const otherKind = otherKindOf(first);
  if (otherKind !== undefined) throw csvErrors.notATable(otherKind);
  if (first.includes(0)) throw csvErrors.binary();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let sinceLineEnd = 0;
  try {
    for await (const chunk of bytes()) {
      decoder.decode(chunk, { stream: true });
      const lineEnd = Math.max(chunk.lastIndexOf(LINE_FEED), chunk.lastIndexOf(CARRIAGE_RETURN));
      sinceLineEnd = lineEnd < 0 ? sinceLineEnd + chunk.length : chunk.length - lineEnd;
      // Whoever reads this will refuse the line by its number; the rest need not be looked at.
      if (sinceLineEnd > MAX_LINE_BYTES) return 'utf-8';
    }
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252';
    throw error;
  }
}

/**
 * Rows in batches, title lines and header among them; blank lines are passed over.
 *
 * @throws Refusal csv.* with the line
 */
export async function* readExport(
  chunks: AsyncIterable<Uint8Array>,
  encoding: ExportEncoding,
): AsyncGenerator<CsvRow[]> {
  let reader: RecordReader | undefined;
  let unread = '';
  for await (const text of wholeLines(chunks, encoding)) {
    unread += text;
    if (!reader && linesIn(unread) < LINES_FOR_DELIMITER) continue;
    reader ??= readerFor(unread);
    const rows = reader.push(unread);
    unread = '';
    if (rows.length > 0) yield rows;
  }
  reader ??= readerFor(unread);
  if (unread !== '') yield reader.push(unread);
  reader.end();
}

/** @throws Refusal csv.empty */
function readerFor(text: string): RecordReader {
  if (text === '') throw csvErrors.empty();
  return new RecordReader(delimiterOfTable(text.split('\n', LINES_FOR_DELIMITER)));
}

/** Text cut after the last line end there is, all line ends being `\n`. NUL characters, which no text holds, are dropped. */
async function* wholeLines(chunks: AsyncIterable<Uint8Array>, encoding: ExportEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let lines = 0;
  let open = '';
  let oldMac: boolean | undefined;
  const withLineFeeds = (text: string) => {
    if (oldMac === undefined && /[\r\n]./s.test(text)) oldMac = !text.includes('\n');
    return oldMac ? text.replaceAll('\r', '\n') : text;
  };
  for await (const chunk of chunks) {
    open = withLineFeeds(open + decoder.decode(chunk, { stream: true }));
    const end = open.lastIndexOf('\n') + 1;
    if (open.length - end > MAX_LINE_CHARACTERS) throw csvErrors.lineTooLong(lines + linesIn(open.slice(0, end)));
    if (end === 0) continue;
    const text = open.slice(0, end);
    open = open.slice(end);
    lines += linesIn(text);
    yield withoutNulls(text);
  }
  open = withLineFeeds(open + decoder.decode());
  if (open !== '') yield withoutNulls(open.endsWith('\n') ? open : `${open}\n`);
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

function withoutNulls(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '') : text;
}

function utf16Of(first: Uint8Array): ExportEncoding | undefined {
  if (startsWith(first, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(first, 0xfe, 0xff)) return 'utf-16be';
  if (first.length < 8) return undefined;
  const zeros = [0, 0];
  for (const [i, byte] of first.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const half = first.length / 2;
  if ((zeros[1] ?? 0) > half * 0.7 && zeros[0] === 0) return 'utf-16le';
  if ((zeros[0] ?? 0) > half * 0.7 && zeros[1] === 0) return 'utf-16be';
  return undefined;
}

function startsWith(bytes: Uint8Array, ...signature: number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

async function firstBytes(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  for await (const chunk of chunks) if (chunk.length > 0) return chunk.subarray(0, 4096);
  throw csvErrors.empty();
}
