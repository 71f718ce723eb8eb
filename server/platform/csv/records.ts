/**
 * Splits text of whole lines into CSV records: comma, semicolon, tab or bar by the first line, quoted fields with delimiters
 * and line ends, and the physical line of every row. No Node here: pages use it too.
 *
 * Our own, after measuring: csv-parse reads 0.15 M rows/s of twelve columns, `indexOf` and `split` 1.0 M, and homes come
 * by the million. A test compares the two on arbitrary tables.
 */
import { csvErrors } from './errors.ts';

export interface CsvRow {
  /** Physical line the row begins on; the first is 1. */
  readonly line: number;
  readonly fields: string[];
}

export type Delimiter = ',' | ';' | '\t' | '|';

/** A longer quoted field was most likely never meant to be one. */
const MAX_RECORD_CHARACTERS = 1 << 20;

/** Takes blocks of whole lines that end with `\n` alone (`withLineFeeds`), and returns the complete rows. */
export class RecordReader {
  #delimiter: Delimiter | undefined;
  #open = '';
  #line = 1;

  /** @param delimiter if known; else the first line decides */
  constructor(delimiter?: Delimiter) {
    this.#delimiter = delimiter;
  }

  /** @throws Refusal csv.open-quote, csv.after-quote */
  push(block: string): CsvRow[] {
    const text = this.#open + block;
    this.#delimiter ??= delimiterOf(text.slice(0, text.indexOf('\n')));
    const { rows, end, line } = recordsIn(text, this.#delimiter, this.#line);
    this.#open = text.slice(end);
    this.#line = line;
    if (this.#open.length > MAX_RECORD_CHARACTERS) throw csvErrors.openQuote(line);
    return rows;
  }

  /** @throws Refusal csv.open-quote when a quoted field never ended, csv.empty when there was no text */
  end(): void {
    if (this.#open !== '') throw csvErrors.openQuote(this.#line);
    if (this.#delimiter === undefined) throw csvErrors.empty();
  }
}

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];

/** The delimiter a header line uses most, outside of quotes. */
export function delimiterOf(header: string): Delimiter {
  return mostBy(DELIMITERS, (delimiter) => uses(header, delimiter));
}

/**
 * The delimiter of a table that may have titles above it: the one with an equal count in most lines. Commas in a title or
 * within numbers are fewer than the separators of a table.
 */
export function delimiterOfTable(firstLines: readonly string[]): Delimiter {
  return mostBy(DELIMITERS, (delimiter) => {
    const lines = new Map<number, number>();
    for (const line of firstLines) {
      const used = uses(line, delimiter);
      lines.set(used, (lines.get(used) ?? 0) + 1);
    }
    return Math.max(...[...lines].map(([used, count]) => used * count));
  });
}

function uses(line: string, delimiter: Delimiter): number {
  return line.replace(/"[^"]*"/g, '').split(delimiter).length - 1;
}

/** The first of the highest scores. */
function mostBy<T>(items: readonly T[], score: (item: T) => number): T {
  return items.reduce((best, next) => (score(next) > score(best) ? next : best));
}

/** Complete records of a text of whole lines; `end` and `line` are where the first incomplete one begins. */
function recordsIn(
  text: string,
  delimiter: Delimiter,
  firstLine: number,
): { rows: CsvRow[]; end: number; line: number } {
  const rows: CsvRow[] = [];
  let line = firstLine;
  let at = 0;
  let quote = text.indexOf('"');
  while (at < text.length) {
    const lineEnd = text.indexOf('\n', at);
    if (quote >= 0 && quote < at) quote = text.indexOf('"', at);
    if (quote < 0 || quote > lineEnd) {
      if (lineEnd > at) rows.push({ line, fields: text.slice(at, lineEnd).split(delimiter) });
      at = lineEnd + 1;
      line++;
      continue;
    }
    const record = quotedRecord(text, at, delimiter, line);
    if (!record) break;
    rows.push({ line, fields: record.fields });
    line += linesIn(text, at, record.end);
    at = record.end;
  }
  return { rows, end: at, line };
}

/** One record with a quotation mark, or undefined when the text ends inside a quoted field. */
function quotedRecord(
  text: string,
  start: number,
  delimiter: Delimiter,
  line: number,
): { fields: string[]; end: number } | undefined {
  const fields: string[] = [];
  let at = start;
  for (;;) {
    let field: string;
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1);
      if (close < 0) return undefined;
      field = text.slice(at + 1, close).replaceAll('""', '"');
      at = close + 1;
      if (text[at] !== delimiter && text[at] !== '\n') throw csvErrors.afterQuote(line + linesIn(text, start, at));
    } else {
      // A quotation mark inside a bare field is literal: 5" is five inches.
      const lineEnd = text.indexOf('\n', at);
      const next = text.indexOf(delimiter, at);
      const end = next >= 0 && next < lineEnd ? next : lineEnd;
      field = text.slice(at, end);
      at = end;
    }
    fields.push(field);
    if (text[at] === '\n') return { fields, end: at + 1 };
    at++;
  }
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at;
  return -1;
}

/** Line ends of all three kinds as `\n`, within values too: files joined of several hold all three. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

export function linesIn(text: string, from = 0, to = text.length): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
