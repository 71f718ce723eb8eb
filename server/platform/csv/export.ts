/**
 * Reads tables exported by other systems, in whatever encoding those write. `read.ts` refuses anything but UTF-8; this
 * decodes it, because a district cannot change its system. No Node here: pages use it too.
 */
import { type CodePage, type Decode, decoderOf, mixedDecoder } from './code-pages.ts';
import { type ExportEncoding, howWritten, type Rereadable } from './encoding.ts';
import { csvErrors } from './errors.ts';
import { type CsvRow, delimiterOfTable, linesIn, RecordReader, withLineFeeds } from './records.ts';

export type { ExportEncoding, Rereadable } from './encoding.ts';

/** A longer line is not a row of a table. */
const MAX_LINE_CHARACTERS = 4 << 20;
/** Lines that decide the delimiter; many exports have titles above the table. */
const LINES_FOR_DELIMITER = 40;

/** @throws Refusal as `howWritten` */
export async function encodingOf(bytes: Rereadable): Promise<ExportEncoding> {
  return (await howWritten(bytes)).encoding;
}

/** All of a small file as text. @throws Refusal as `howWritten` */
export async function textOf(bytes: Rereadable): Promise<string> {
  const decode = decodeOf((await howWritten(bytes)).encoding);
  let text = '';
  for await (const chunk of bytes()) text += decode(chunk, false);
  return text + decode(new Uint8Array(), true);
}

/**
 * Rows in batches, including title lines and header; blank lines are skipped.
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
    const rows = withoutFormulas(reader.push(unread));
    unread = '';
    if (rows.length > 0) yield rows;
  }
  reader ??= readerFor(unread);
  if (unread !== '') yield withoutFormulas(reader.push(unread));
  reader.end();
}

/** `="00123"` is a text with its zeros, which systems write to protect it from spreadsheets. Any other formula stays unchanged. */
function withoutFormulas(rows: CsvRow[]): CsvRow[] {
  return rows.map((row) =>
    row.fields.some((field) => field.startsWith('=')) ? { ...row, fields: row.fields.map(plainText) } : row,
  );
}

function plainText(field: string): string {
  return /^\s*=["“”„]([^"“”]*)["“”]\s*$/.exec(field)?.[1] ?? field;
}

/** @throws Refusal csv.empty */
function readerFor(text: string): RecordReader {
  if (text === '') throw csvErrors.empty();
  return new RecordReader(delimiterOfTable(text.split('\n', LINES_FOR_DELIMITER)));
}

/** Text up to the last line end, with all line ends as `\n`. Reads a NUL, which no text has, as a space: "1" and "2" with one between are not 12. */
async function* wholeLines(chunks: AsyncIterable<Uint8Array>, encoding: ExportEncoding): AsyncGenerator<string> {
  const decode = decodeOf(encoding);
  let lines = 0;
  let open = '';
  for await (const chunk of chunks) {
    open += decode(chunk, false);
    // It may be half of "\r\n".
    const last = open.endsWith('\r') ? '\r' : '';
    open = withLineFeeds(open.slice(0, open.length - last.length)) + last;
    const end = open.lastIndexOf('\n') + 1;
    if (open.length - end > MAX_LINE_CHARACTERS) throw csvErrors.lineTooLong(lines + linesIn(open.slice(0, end)));
    if (end === 0) continue;
    const text = open.slice(0, end);
    open = open.slice(end);
    lines += linesIn(text);
    yield withoutNulls(text);
  }
  open = withLineFeeds(open + decode(new Uint8Array(), true));
  if (open !== '') yield withoutNulls(open.endsWith('\n') ? open : `${open}\n`);
}

function decodeOf(encoding: ExportEncoding): Decode {
  const page = /^utf-8 and (.+)$/.exec(encoding)?.[1];
  return page === undefined
    ? decoderOf(encoding as Exclude<ExportEncoding, `utf-8 and ${CodePage}`>)
    : mixedDecoder(page as CodePage);
}

function withoutNulls(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', ' ') : text;
}
