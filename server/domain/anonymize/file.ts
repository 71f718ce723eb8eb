/** The anonymized file: the only thing that leaves a district. The same bytes wherever it is written. */
import { GRADES } from '../survey/grades.ts';
import { QUESTIONS, SURVEY_CODES } from '../survey.ts';
import { ANSWER_COUNT, type HomeTable } from './home-table.ts';
import { KEY_BYTES } from './pseudonym.ts';

export const FILE_COLUMNS = [
  'lea_id',
  'student_key',
  'household_key',
  'cell',
  'residence',
  'grade_level',
  ...QUESTIONS,
] as const;

/** Value of `residence` for a student without a fixed one; only district and student key accompany it. */
const NO_RESIDENCE = 'none';

const BLOCK_BYTES = 1 << 18;
/** Upper bound of a line: district, two keys, cell and the longest codes. */
const MAX_LINE_BYTES = 512;

/** CSV (RFC 4180 except for `\n`), UTF-8 without a byte order mark, sorted by student key. Codes need no quotes. */
export function* fileBytes(leaId: string, table: HomeTable): Generator<Uint8Array<ArrayBuffer>> {
  const writer = new LineWriter(leaId, table);
  yield encoder.encode(`${FILE_COLUMNS.join(',')}\n`);
  let block = new Uint8Array(BLOCK_BYTES);
  let at = 0;
  for (const slot of table.order()) {
    at = writer.write(slot, block, at);
    if (at < BLOCK_BYTES - MAX_LINE_BYTES) continue;
    yield block.subarray(0, at);
    block = new Uint8Array(BLOCK_BYTES);
    at = 0;
  }
  if (at > 0) yield block.subarray(0, at);
}

/** The first lines of the resulting file, as a table. */
export function filePreview(leaId: string, table: HomeTable, rows: number): string[][] {
  const writer = new LineWriter(leaId, table);
  const line = new Uint8Array(MAX_LINE_BYTES);
  const text = (slot: number) => new TextDecoder().decode(line.subarray(0, writer.write(slot, line, 0) - 1));
  return [...table.order().subarray(0, rows)].map((slot) => text(slot).split(','));
}

const encoder = new TextEncoder();
const COMMA = 44;
const LINE_FEED = 10;
const HEX = encoder.encode('0123456789abcdef');
const NO_PLACE = encoder.encode(`,,,${NO_RESIDENCE},${','.repeat(ANSWER_COUNT)}\n`);
const GRADE_CODES = ['', ...GRADES].map((code) => encoder.encode(code));
const ANSWER_CODES = QUESTIONS.map((question) =>
  ['', ...SURVEY_CODES[question].map(String)].map((code) => encoder.encode(code)),
);

/** Writes bytes instead of strings: 200,000 lines take a third of the time. */
class LineWriter {
  readonly #leaId: Uint8Array;
  readonly #table: HomeTable;
  readonly #words: Uint32Array;

  constructor(leaId: string, table: HomeTable) {
    this.#leaId = encoder.encode(leaId);
    this.#table = table;
    this.#words = new Uint32Array(table.cells.buffer);
  }

  /** @returns the end of the line */
  write(slot: number, out: Uint8Array, from: number): number {
    const table = this.#table;
    out.set(this.#leaId, from);
    let at = from + this.#leaId.length;
    out[at++] = COMMA;
    at = hex(table.students, slot, out, at);
    const high = this.#words[slot * 2 + 1] ?? 0;
    if (high === 0) return copied(NO_PLACE, out, at);
    out[at++] = COMMA;
    at = hex(table.households, slot, out, at);
    out[at++] = COMMA;
    at = digits(high, 7, out, at);
    at = digits(this.#words[slot * 2] ?? 0, 8, out, at);
    out[at++] = COMMA;
    out[at++] = COMMA;
    at = copied(GRADE_CODES[table.grades[slot] ?? 0], out, at);
    for (let q = 0; q < ANSWER_COUNT; q++) {
      out[at++] = COMMA;
      at = copied(ANSWER_CODES[q]?.[table.answers[slot * ANSWER_COUNT + q] ?? 0], out, at);
    }
    out[at++] = LINE_FEED;
    return at;
  }
}

function copied(bytes: Uint8Array | undefined, out: Uint8Array, at: number): number {
  if (bytes === undefined) return at;
  out.set(bytes, at);
  return at + bytes.length;
}

function hex(keys: Uint8Array, slot: number, out: Uint8Array, from: number): number {
  let at = from;
  for (let i = slot * KEY_BYTES; i < (slot + 1) * KEY_BYTES; i++) {
    const byte = keys[i] ?? 0;
    out[at++] = HEX[byte >> 4] ?? 0;
    out[at++] = HEX[byte & 15] ?? 0;
  }
  return at;
}

function digits(word: number, count: number, out: Uint8Array, from: number): number {
  for (let i = 0; i < count; i++) out[from + i] = HEX[(word >>> (4 * (count - 1 - i))) & 15] ?? 0;
  return from + count;
}
