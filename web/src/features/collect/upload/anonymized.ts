/**
 * Whether a file may leave this computer: looked at here, to its last line, before a byte is sent. It is stricter than
 * the server about the columns that could tell who somebody is: where one value of them is no pseudonym and no cell, all of
 * the file stays. The server looks again at everything.
 */
import { WRITTEN_CELL } from '../../../../../server/domain/cell.ts';
import { questionOfColumn } from '../../../../../server/domain/survey/column.ts';
import { grouped } from '../../../lib/counts.ts';

/** Why a file is not sent. It names lines and columns of ours, and repeats nothing of the file. */
export interface Kept {
  readonly title: string;
  readonly whatToDo: string;
}

const PREPARE = 'Choose your export on the page “Prepare a file”; it makes the file to upload here.';
const REQUIRED = { leaid: 'lea_id', studentkey: 'student_key', householdkey: 'household_key', cell: 'cell' } as const;
const OTHERS = ['residence', 'gradelevel'];

/** As `server/domain/anonymize/key-file.ts` writes it, whatever happened to the rest of it since. */
const KEY_FILE = /"gapmap"\s*:\s*"district key"/;
const YOUR_KEY: Kept = {
  title: 'This is your key. Never send it to anybody.',
  whatToDo:
    'Put it back in its safe place: with it, the codes of your students could be made again. Choose the file named gapmap-homes-….csv, which “Prepare a file” saved beside it.',
};

/** What a value of a column must look like, empty aside. Keys as the server takes them, not only as we write them. */
const SHAPES: Readonly<Record<string, { shape: RegExp; is: string }>> = {
  leaid: { shape: /^\d{6,7}$/, is: 'the number of a district' },
  studentkey: { shape: /^[A-Za-z0-9_+/-]{16,128}={0,2}$/, is: 'a code in place of the student number' },
  householdkey: { shape: /^[A-Za-z0-9_+/-]{16,128}={0,2}$/, is: 'a code in place of the household' },
  cell: { shape: new RegExp(`^${WRITTEN_CELL}$`), is: 'a cell of the map' },
};

export class AnonymizedCheck {
  rows = 0;
  #rest = '';
  #line = 0;
  #delimiter = ',';
  #columns: { index: number; name: string; shape: RegExp; is: string }[] | undefined;

  /** @param text the next part of the file @returns why it is not to be sent, as soon as that is known */
  read(text: string): Kept | undefined {
    if (!this.#columns && KEY_FILE.test(this.#rest + text)) return YOUR_KEY;
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? '';
    if (this.#rest.length > LONGEST_LINE) return unlike(this.#line + 1);
    for (const line of lines) {
      const kept = this.#readLine(line);
      if (kept) return kept;
    }
    return undefined;
  }

  end(): Kept | undefined {
    const kept = this.#rest === '' ? undefined : this.#readLine(this.#rest);
    if (kept) return kept;
    if (!this.#columns) return { title: 'This file is empty.', whatToDo: PREPARE };
    if (this.rows === 0)
      return { title: 'This file has no students, only the names of its columns.', whatToDo: PREPARE };
    return undefined;
  }

  #readLine(line: string): Kept | undefined {
    this.#line++;
    if (line.trim() === '') return undefined;
    if (!this.#columns) return this.#readHeader(line);
    this.rows++;
    const values = line.split(this.#delimiter);
    for (const { index, name, shape, is } of this.#columns) {
      const value = bare(values[index] ?? '');
      if (value !== '' && !shape.test(value))
        return {
          title: `Line ${grouped(this.#line)}, column ${name}, holds something else than ${is}.`,
          whatToDo: `It could tell who somebody is, so nothing of the file was sent. Make the file again from your export and leave it as it is. ${PREPARE}`,
        };
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
    if (missing.length === Object.keys(REQUIRED).length)
      return {
        title: 'This is not a file that “Prepare a file” made: its first line names none of the columns.',
        whatToDo: `If it is your own export, it holds names or addresses and must not be sent. ${PREPARE}`,
      };
    if (strange.length > 0)
      return {
        title: `This file has ${strange.length === 1 ? 'a column' : `${strange.length} columns`} that an anonymized file does not have.`,
        whatToDo: `Such a column could hold a name or an address, so nothing was sent. ${PREPARE}`,
      };
    if (missing.length > 0)
      return {
        title: `These columns are missing: ${missing.map(([, name]) => name).join(', ')}.`,
        whatToDo: PREPARE,
      };
    this.#columns = Object.entries(SHAPES).map(([key, { shape, is }]) => {
      const index = plain.indexOf(key);
      return { index, name: names[index] ?? '', shape, is };
    });
    return undefined;
  }
}

/** A file by its first bytes, where these say that it is no text at all. */
export function keptByItsBytes(first: Uint8Array): Kept | undefined {
  if (first[0] === 0x50 && first[1] === 0x4b)
    return {
      title: 'This is a spreadsheet or a zip file, not an anonymized file.',
      whatToDo: PREPARE,
    };
  if ((first[0] === 0xff && first[1] === 0xfe) || (first[0] === 0xfe && first[1] === 0xff) || first.includes(0))
    return unlike(1);
  return undefined;
}

/** Characters; a row of ours has about 230. */
const LONGEST_LINE = 10_000;

function unlike(line: number): Kept {
  return { title: `This is not an anonymized file: line ${grouped(line)} is not text of ours.`, whatToDo: PREPARE };
}

function isOurs(plain: string, name: string): boolean {
  return plain in REQUIRED || OTHERS.includes(plain) || questionOfColumn(name) !== undefined;
}

function bare(value: string): string {
  return value
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();
}
