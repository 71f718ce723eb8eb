/** Detects the encoding of a table of text from all of its bytes. No Node here: pages use it too. */
import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import { CODE_PAGE_NAMES, CODE_PAGES, type CodePage, linesOf, utf8Of } from './code-pages.ts';
import { csvErrors } from './errors.ts';
import { likelyPage } from './likely-page.ts';
import { lineOfZero, otherKindOf } from './other-kinds.ts';
import { linesIn } from './records.ts';

type Unicode = 'utf-8' | 'utf-16le' | 'utf-16be';
/** A concatenation of two files has lines in UTF-8 and lines in a code page. */
export type ExportEncoding = Unicode | CodePage | `utf-8 and ${CodePage}`;

/** Bytes that can be read from the start repeatedly. */
export type Rereadable = () => AsyncIterable<Uint8Array>;

export interface Written {
  readonly encoding: ExportEncoding;
  /** Notes for the person. */
  readonly notes: readonly Phrase[];
}

/** Longer than any line of a real table, in bytes. */
const MAX_LINE_BYTES = 16 << 20;

/**
 * UTF-16 by its byte order mark or its zero bytes, UTF-8 if all of it is valid, else the code page that makes words of the
 * letters beyond ASCII, line by line if some lines are UTF-8.
 *
 * @throws Refusal csv.workbook, csv.compressed, csv.not-a-table, csv.empty, csv.binary, csv.code-page, csv.mixed
 */
export async function howWritten(bytes: Rereadable): Promise<Written> {
  const first = await firstBytes(bytes());
  const utf16 = otherKindOf(first) === undefined ? utf16Of(first) : undefined;
  if (!utf16) refuseOtherKinds(first);
  const unicode = utf16 ?? 'utf-8';
  const read = await readAs(unicode, bytes());
  if (read) return { encoding: unicode, notes: [...notesOn(unicode), ...notesOnLost(read)] };
  return writtenInPage(bytes());
}

interface Lost {
  lines: number;
  first: number;
}

/** Lines with a replacement character; undefined where the bytes are not in this encoding. */
async function readAs(encoding: Unicode, chunks: AsyncIterable<Uint8Array>): Promise<Lost | undefined> {
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
  const lost: Lost = { lines: 0, first: 0 };
  let line = 1;
  let sinceLineEnd = 0;
  try {
    for await (const chunk of chunks) {
      const text = decoder.decode(chunk, { stream: true });
      if (text.includes('\ufffd')) noteLost(text, line, lost);
      line += linesIn(text);
      const lineEnd = Math.max(chunk.lastIndexOf(LINE_FEED), chunk.lastIndexOf(CARRIAGE_RETURN));
      sinceLineEnd = lineEnd < 0 ? sinceLineEnd + chunk.length : chunk.length - lineEnd;
      // The reader will refuse this line by its number; the rest does not matter.
      if (sinceLineEnd > MAX_LINE_BYTES) return lost;
    }
    decoder.decode();
    return lost;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

function noteLost(text: string, firstLine: number, lost: Lost): void {
  for (const [i, line] of text.split('\n').entries()) {
    if (!line.includes('\ufffd')) continue;
    if (lost.lines++ === 0) lost.first = firstLine + i;
  }
}

interface Lines {
  utf8: number;
  firstUtf8: number;
  page: number;
  firstPage: number;
  readonly samples: Uint8Array[];
}

/** Bytes of non-UTF-8 lines that suffice to identify the code page. */
const MAX_SAMPLE_BYTES = 1 << 20;

async function writtenInPage(chunks: AsyncIterable<Uint8Array>): Promise<Written> {
  const lines: Lines = { utf8: 0, firstUtf8: 0, page: 0, firstPage: 0, samples: [] };
  let sampled = 0;
  for await (const { line, number } of numbered(chunks)) {
    if (utf8Of(line) !== undefined) {
      if (lines.utf8++ === 0) lines.firstUtf8 = number;
      continue;
    }
    if (holdsUtf8(line)) throw csvErrors.mixed(number);
    if (lines.page++ === 0) lines.firstPage = number;
    if (sampled < MAX_SAMPLE_BYTES) lines.samples.push(line.slice());
    sampled += line.length;
  }
  const page = likelyPage(lines.samples);
  if (!page) throw csvErrors.codePage(lines.firstPage);
  return lines.utf8 === 0
    ? { encoding: page, notes: notesOn(page) }
    : { encoding: `utf-8 and ${page}`, notes: [mixedNote(lines, page)] };
}

/** Lines with anything beyond ASCII in them, by their numbers. */
async function* numbered(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<{ line: Uint8Array; number: number }> {
  let open = new Uint8Array();
  let number = 1;
  const isPlain = (line: Uint8Array) => line.every((byte) => byte < 0x80);
  for await (const chunk of chunks) {
    const all = new Uint8Array(open.length + chunk.length);
    all.set(open);
    all.set(chunk, open.length);
    const to = Math.max(all.lastIndexOf(LINE_FEED), all.lastIndexOf(CARRIAGE_RETURN)) + 1;
    open = all.slice(to);
    if (open.length > MAX_LINE_BYTES) return;
    for (const line of linesOf(all.subarray(0, to))) {
      // The "\n" of "\r\n" ends the previous line.
      if (line.length === 1 && line[0] === LINE_FEED && number > 1) continue;
      if (!isPlain(line)) yield { line, number };
      number++;
    }
  }
  if (!isPlain(open)) yield { line: open, number };
}

/** Whether a non-UTF-8 line contains accented letters that are UTF-8: then it has no single encoding. */
function holdsUtf8(line: Uint8Array): boolean {
  return line.some((byte, at) => byte === 0xc3 && isContinuation(line[at + 1]) && !isContinuation(line[at + 2]));
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte <= 0xbf;
}

function notesOn(encoding: Unicode | CodePage): Phrase[] {
  if (encoding === 'utf-8') return [];
  return [phrase('file.encoding', { encoding: isPage(encoding) ? CODE_PAGE_NAMES[encoding] : 'UTF-16' })];
}

function isPage(encoding: Unicode | CodePage): encoding is CodePage {
  return (CODE_PAGES as readonly string[]).includes(encoding);
}

function mixedNote({ utf8, firstUtf8, page: pageLines, firstPage }: Lines, page: CodePage): Phrase {
  const encoding = CODE_PAGE_NAMES[page];
  return phrase('file.two-encodings', { encoding, utf8Lines: utf8, firstUtf8, pageLines, firstPage });
}

function notesOnLost({ lines, first }: Lost): Phrase[] {
  return lines === 0 ? [] : [phrase('file.lost-letters', { rows: lines, line: first })];
}

function refuseOtherKinds(first: Uint8Array): void {
  if (startsWith(first, 0x50, 0x4b) || startsWith(first, 0xd0, 0xcf, 0x11, 0xe0)) throw csvErrors.workbook();
  if (startsWith(first, 0x1f, 0x8b)) throw csvErrors.compressed();
  const otherKind = otherKindOf(first);
  if (otherKind !== undefined) throw csvErrors.notATable(otherKind);
  const zero = lineOfZero(first);
  if (zero !== undefined) throw csvErrors.binary(zero);
}

function utf16Of(first: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
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
