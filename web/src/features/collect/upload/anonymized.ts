/**
 * Decides whether a file may leave this computer: reads it to its last line before any byte is sent. Stricter than
 * the server about identifying columns: one value that is neither pseudonym nor cell keeps the whole file here.
 * The server checks everything again.
 */
import { WRITTEN_CELL } from '../../../../../server/domain/cell.ts';
import { questionOfColumn } from '../../../../../server/domain/survey/column.ts';
import type { Kept } from './kept.ts';

const REQUIRED = { leaid: 'lea_id', studentkey: 'student_key', householdkey: 'household_key', cell: 'cell' } as const;
const OTHERS = ['residence', 'gradelevel'];

/** Header written by `server/domain/anonymize/key-file.ts`, whatever happened to the rest of the file since. */
const KEY_FILE = /"gapmap"\s*:\s*"district key"/;

/** Allowed form of each column's values, besides empty. Keys in the server's definition, not only in our own notation. */
const KEY = /^[A-Za-z0-9_+/-]{16,128}={0,2}$/;
const SHAPES: Readonly<Record<string, { looksLike: RegExp; shape: string }>> = {
  leaid: { looksLike: /^\d{6,7}$/, shape: 'leaId' },
  studentkey: { looksLike: KEY, shape: 'studentKey' },
  householdkey: { looksLike: KEY, shape: 'householdKey' },
  cell: { looksLike: new RegExp(`^${WRITTEN_CELL}$`), shape: 'cell' },
};

export class AnonymizedCheck {
  rows = 0;
  #rest = '';
  #line = 0;
  #delimiter = ',';
  #columns: { index: number; name: string; looksLike: RegExp; shape: string }[] | undefined;

  /** @param text the next part of the file @returns why it must not be sent, as soon as that is known */
  read(text: string): Kept | undefined {
    if (!this.#columns && KEY_FILE.test(this.#rest + text)) return { why: 'key' };
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? '';
    if (this.#rest.length > LONGEST_LINE) return { why: 'notText', line: this.#line + 1 };
    for (const line of lines) {
      const kept = this.#readLine(line);
      if (kept) return kept;
    }
    return undefined;
  }

  end(): Kept | undefined {
    const kept = this.#rest === '' ? undefined : this.#readLine(this.#rest);
    if (kept) return kept;
    if (!this.#columns) return { why: 'empty' };
    return this.rows === 0 ? { why: 'headerOnly' } : undefined;
  }

  #readLine(line: string): Kept | undefined {
    this.#line++;
    if (line.trim() === '') return undefined;
    if (!this.#columns) return this.#readHeader(line);
    this.rows++;
    const values = line.split(this.#delimiter);
    for (const { index, name, looksLike, shape } of this.#columns) {
      const value = bare(values[index] ?? '');
      if (value !== '' && !looksLike.test(value)) return { why: 'value', line: this.#line, column: name, shape };
    }
    return undefined;
  }

  #readHeader(line: string): Kept | undefined {
    this.#delimiter = [',', ';', '\t'].find((mark) => line.includes(mark)) ?? ',';
    const names = line
      .replace(/^\uFEFF/, '')
      .split(this.#delimiter)
      .map(bare);
    const plain = names.map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ''));
    const missing = Object.entries(REQUIRED).filter(([name]) => !plain.includes(name));
    const strange = names.filter((name, index) => !isOurs(plain[index] ?? '', name));
    if (missing.length === Object.keys(REQUIRED).length) return { why: 'ownExport' };
    if (strange.length > 0) return { why: 'strangeColumns', columnCount: strange.length };
    if (missing.length > 0) return { why: 'missingColumns', columns: missing.map(([, name]) => name) };
    this.#columns = Object.entries(SHAPES).map(([key, { looksLike, shape }]) => {
      const index = plain.indexOf(key);
      return { index, name: names[index] ?? '', looksLike, shape };
    });
    return undefined;
  }
}

/** Recognizes by its first bytes a file that is not text. */
export function keptByItsBytes(first: Uint8Array): Kept | undefined {
  if (first[0] === 0x50 && first[1] === 0x4b) return { why: 'spreadsheet' };
  if ((first[0] === 0xff && first[1] === 0xfe) || (first[0] === 0xfe && first[1] === 0xff) || first.includes(0))
    return { why: 'notText', line: 1 };
  return undefined;
}

/** In characters; a row of ours has about 230. */
const LONGEST_LINE = 10_000;

function isOurs(plain: string, name: string): boolean {
  return plain in REQUIRED || OTHERS.includes(plain) || questionOfColumn(name) !== undefined;
}

function bare(value: string): string {
  return value
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();
}
