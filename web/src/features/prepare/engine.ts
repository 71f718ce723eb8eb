/**
 * The work behind the page, apart from the worker that runs it: reads an export as often as needed, keeps the problems and
 * the mends, makes the file. Nothing here knows a browser, so that tests run it in Node.
 */

import {
  Anonymizer,
  boundsOfState,
  FILE_COLUMNS,
  fileBytes,
  filePreview,
  guessMapping,
  HEADER_WITHIN,
  headerAt,
  notesInWords,
  type RowProblem,
  severalValuesAt,
} from '../../../../server/domain/anonymize/index.ts';
import { problemsCsv } from '../../../../server/features/anonymize/report.ts';
import { Geocoder, unmatchedCsv } from '../../../../server/features/geocode/geocoder.ts';
import { grouped } from '../../lib/counts.ts';
import { type ReadPoints, readPoints } from './address-points.ts';
import { type Found, ProblemBook } from './problem-book.ts';
import type { Checked, Column, Exchanges, Geocoded, Opened, Progress, Settings, Unchecked } from './protocol.ts';

export interface SourceRow {
  /** Physical line, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

/** An export that can be read from its beginning any number of times. */
export interface RowSource {
  rows(signal: AbortSignal, read: (share: number | undefined) => void): AsyncIterable<readonly SourceRow[]>;
  /** What was noticed so far about how the file is written. */
  readonly notes: readonly string[];
}

/** How a long piece of work tells where it is and is told to stop. */
export interface Ticket {
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

/** What is wrong with a file as a whole, in words for the person who chose it; repeats nothing of the file. */
export class Unreadable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Unreadable';
  }
}

/** More rows than any district has students; beyond it the browser's memory is at risk and the command does the work. */
export const MOST_ROWS = 1_000_000;

const SAMPLE_ROWS = 200;
const SAMPLES_SHOWN = 3;
const PREVIEW_ROWS = 8;
/** A student's number and a place at the least. */
const LEAST_COLUMNS = 2;

export class PrepareEngine {
  #source: RowSource | undefined;
  #header: { readonly line: number; readonly names: readonly string[] } | undefined;
  #book = new ProblemBook();
  #points: ReadPoints | undefined;

  /**
   * @param headerLine physical line that names the columns, from 1; undefined: it is looked for
   * @throws Unreadable, in words for the person when the file holds no table
   */
  async open(source: RowSource, { signal, progress }: Ticket, headerLine?: number): Promise<Opened> {
    const first: SourceRow[] = [];
    const enough = HEADER_WITHIN + SAMPLE_ROWS;
    for await (const rows of source.rows(signal, (share) => progress({ share, words: 'Looking at its columns.' }))) {
      for (const row of rows) if (row.fields.some((value) => value.trim() !== '')) first.push(row);
      if (first.length >= enough) break;
    }
    const lines = first.map(({ fields }) => fields);
    const found = headerAt(lines);
    const chosen = first.findIndex(({ line }) => line === headerLine);
    const at = chosen >= 0 ? chosen : (found ?? 0);
    const header = first[at];
    if (!header) throw new Unreadable('The file is empty. Export it again, or choose another.');
    if (header.fields.length < LEAST_COLUMNS) throw new Unreadable(ONE_COLUMN);
    const samples = lines.slice(at + 1);
    if (samples.length === 0) throw new Unreadable('The file has names of columns but no rows under them.');
    this.#source = source;
    this.#header = { line: header.line, names: header.fields };
    this.#book = new ProblemBook();
    const notes = [...source.notes];
    if (found === undefined && chosen < 0)
      notes.push(
        `No line names columns that we know. Line ${header.line} is taken for the names; if it is a row of data, add a line of names above it.`,
      );
    const instead = chosen >= 0 && found !== chosen ? found : severalValuesAt(lines.slice(0, at));
    return {
      columns: columnsOf(header.fields, samples),
      ...guessMapping(header.fields, samples),
      header: { line: header.line, isChosen: chosen >= 0, instead: first[instead ?? -1]?.line },
      notes,
    };
  }

  /** Homes without coordinates are looked up among these points from now on; undefined: they are not looked up. */
  async points(
    named: { readonly name: string; readonly source: RowSource } | undefined,
    ticket: Ticket,
  ): Promise<Exchanges['points']['answer']> {
    this.#points = undefined;
    if (!named) return { points: 0, notes: [] };
    this.#points = await readPoints(named.name, named.source, ticket);
    return { points: this.#points.index.size, notes: this.#points.notes };
  }

  async check({ key, mapping, residences, today }: Settings, { signal, progress }: Ticket): Promise<Checked> {
    const { source, header } = this.#opened();
    const geocoder = this.#points && new Geocoder(this.#points.index);
    const anonymizer = new Anonymizer({
      key,
      mapping,
      residences,
      today,
      width: header.names.length,
      header,
      bounds: boundsOfState(key.leaId),
      locate: geocoder?.locate,
      ...this.#book.mends.byLine,
    });
    const reread = this.#book.mends.reading(mapping);
    const rowsWithProblems = new Map<number, readonly string[]>();
    let share: number | undefined;
    let rowCount = 0;
    for await (const rows of source.rows(signal, (now) => (share = now))) {
      for (const { line, fields } of rows) {
        if (line <= header.line) continue;
        const before = anonymizer.problems.length;
        anonymizer.add(reread.row(fields, line), line);
        if (anonymizer.problems.length > before) rowsWithProblems.set(line, fields);
      }
      rowCount += rows.length;
      if (rowCount > MOST_ROWS) throw new Unreadable(TOO_MANY);
      progress({ share, words: `${grouped(anonymizer.counts.rows)} rows so far.` });
    }
    anonymizer.finish();
    progress({ share: 1, words: 'Writing the file.' });
    const others = await this.#rowsOn(linesToReadAgain(anonymizer.problems, rowsWithProblems), signal);
    const rowOn = (line: number) => rowsWithProblems.get(line) ?? others.get(line);
    const found = anonymizer.problems.map(
      (problem): Found => ({
        problem,
        row: rowOn(problem.line),
        kept: problem.keptLine === undefined ? undefined : rowOn(problem.keptLine),
      }),
    );
    const { mends } = this.#book;
    const applied = mends.pending;
    return {
      counts: anonymizer.counts,
      applied,
      groups: this.#book.replace(header.names, mapping, found, reread),
      preview: [FILE_COLUMNS, ...filePreview(key.leaId, anonymizer.table, PREVIEW_ROWS)],
      file: new Blob([...fileBytes(key.leaId, anonymizer.table)], { type: 'text/csv' }),
      geocoded: geocoder && geocodedOf(geocoder, anonymizer),
      residences: anonymizer.residences,
      onePlace: anonymizer.onePlace,
      mended: mends.mended,
      report: new Blob([problemsCsv(anonymizer.problems, anonymizer.notes)], { type: 'text/csv' }),
      notes: notesInWords(anonymizer, mapping),
    };
  }

  problems({ group, from, count }: Exchanges['problems']['ask']): Exchanges['problems']['answer'] {
    return this.#book.rows(group, from, count);
  }

  mend({ group, line, mend }: Exchanges['mend']['ask']): Exchanges['mend']['answer'] {
    this.#book.mend(group, line, mend);
    return this.#unchecked();
  }

  forget(): Exchanges['forget']['answer'] {
    this.#book.mends.forget();
    return this.#unchecked();
  }

  #unchecked(): Unchecked {
    return { pending: this.#book.mends.pending, accepted: this.#book.accepted };
  }

  async #rowsOn(lines: ReadonlySet<number>, signal: AbortSignal): Promise<ReadonlyMap<number, readonly string[]>> {
    const found = new Map<number, readonly string[]>();
    if (lines.size === 0) return found;
    for await (const rows of this.#opened().source.rows(signal, () => {})) {
      for (const { line, fields } of rows) if (lines.has(line)) found.set(line, fields);
      if (found.size === lines.size) break;
    }
    return found;
  }

  #opened() {
    if (!this.#source || !this.#header) throw new Unreadable('Choose a file first.');
    return { source: this.#source, header: this.#header };
  }
}

const ONE_COLUMN =
  'The file has only one column, so it is no table of students: their numbers and their homes stand in columns of their own. Export it again as CSV or as an Excel workbook (.xlsx), or choose another file.';
const TOO_MANY = `The file has more than ${grouped(MOST_ROWS)} rows. For a file of this size use the command: npx gapmap anonymize.`;

/** Rows are kept while reading when they have a problem by themselves; those that have it by another row are not. */
function linesToReadAgain(problems: readonly RowProblem[], known: ReadonlyMap<number, unknown>): ReadonlySet<number> {
  return new Set(problems.flatMap(({ line, keptLine = line }) => [line, keptLine]).filter((line) => !known.has(line)));
}

function geocodedOf({ misses }: Geocoder, { counts, problems }: Anonymizer): Geocoded {
  const lines = problems.filter(({ kind }) => kind === 'not_found').map(({ line }) => line);
  return {
    found: counts.located,
    unmatched: misses.length,
    unmatchedFile: misses.length === 0 ? undefined : new Blob([unmatchedCsv(misses, lines)], { type: 'text/csv' }),
  };
}

function columnsOf(header: readonly string[], rows: readonly (readonly string[])[]): Column[] {
  return header.map((name, column) => {
    const values = new Set<string>();
    for (const row of rows) {
      const value = (row[column] ?? '').trim();
      if (value !== '') values.add(value);
      if (values.size === SAMPLES_SHOWN) break;
    }
    return { name: name.trim() === '' ? `Column ${column + 1}` : name.trim(), samples: [...values] };
  });
}
