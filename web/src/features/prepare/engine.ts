/**
 * The work behind the page, independent of its worker: reads an export as often as needed, joins answers to it, holds the
 * problems and the mends, makes the file. Uses nothing of a browser, so that tests run it in Node.
 */

import {
  Anonymizer,
  AnswerSheet,
  boundsOfState,
  FILE_COLUMNS,
  fileBytes,
  filePreview,
  Join,
  notesOn,
  type RowProblem,
  sparseHexagons,
} from '../../../../server/domain/anonymize/index.ts';
import { phrase } from '../../../../server/domain/messages/phrase.ts';
import { problemsCsv } from '../../../../server/features/anonymize/report.ts';
import { Geocoder } from '../../../../server/features/geocode/geocoder.ts';
import { Failed, type Ticket } from '../../lib/work.ts';
import { type ReadPoints, readPoints } from './address-points.ts';
import { callsOf, unreadLines } from './call-list.ts';
import { geocodedOf } from './geocoded.ts';
import { joinedOf } from './joined.ts';
import { LIST_WORDS } from './list-words.ts';
import { type OpenFile, openFile } from './opening.ts';
import { type Found, ProblemBook } from './problem-book.ts';
import type { Checked, Exchanges, Opened, Settings, Unchecked } from './protocol.ts';
import type { RowSource } from './rows.ts';
import { rowsOf, type Table } from './table-rows.ts';
import { digesterWith, type Restored, Restoring, type Trace, traceOf } from './trace.ts';

const PREVIEW_ROWS = 8;

export class PrepareEngine {
  #file: OpenFile | undefined;
  #answers: OpenFile | undefined;
  #book = new ProblemBook();
  #points: ReadPoints | undefined;
  #restoring: Trace | undefined;
  #checked: { readonly anonymizer: Anonymizer; readonly table: Table } | undefined;
  #trace: () => Trace = () => ({ rules: {}, rows: {}, accepted: [] });

  /**
   * @param headerLine physical line that names the columns, from 1; undefined: detected
   * @throws Failed prepare.*, when the file holds no table
   */
  async open(source: RowSource, ticket: Ticket, headerLine?: number): Promise<Opened> {
    const { file, opened } = await openFile(source, ticket, { headerLine });
    this.#file = file;
    this.#book = new ProblemBook();
    return opened;
  }

  /** Joins these answers to the export from now on; undefined: none. @throws Failed prepare.* */
  async answers(source: RowSource | undefined, ticket: Ticket, headerLine?: number): Promise<Opened | undefined> {
    this.#answers = undefined;
    this.#book = new ProblemBook();
    if (!source) return undefined;
    const { file, opened } = await openFile(source, ticket, { headerLine, as: 'answers' });
    this.#answers = file;
    return opened;
  }

  /** Looks up homes without coordinates among these points from now on; undefined: no lookup. */
  async points(
    named: { readonly name: string; readonly source: RowSource } | undefined,
    ticket: Ticket,
  ): Promise<Exchanges['points']['answer']> {
    this.#points = undefined;
    if (!named) return { points: 0, notes: [] };
    this.#points = await readPoints(named.name, named.source, ticket);
    return { points: this.#points.index.size, notes: this.#points.notes };
  }

  /** The next check restores what was done another day. */
  restore(trace: Trace): void {
    this.#restoring = trace;
  }

  /** What was done so far, as far as the last check knows its rows. */
  trace(): Trace {
    return this.#trace();
  }

  async check(settings: Settings, ticket: Ticket): Promise<Checked> {
    const trace = this.#restoring;
    this.#restoring = undefined;
    const restored = trace && (await this.#restore(trace, settings, ticket));
    const checked = await this.#check(settings, ticket);
    const accepted = trace ? this.#book.acceptAgain(trace.accepted) : 0;
    if (!restored) return checked;
    const all = { ...restored, values: restored.values + accepted };
    return { ...(accepted > 0 ? await this.#check(settings, ticket) : checked), restored: all };
  }

  async #check(settings: Settings, ticket: Ticket): Promise<Checked> {
    const { key, residences, today, language = 'en' } = settings;
    const words = LIST_WORDS[language];
    const { header } = this.#opened();
    const table = await this.#table(settings, ticket);
    const { join, mapping } = table;
    const geocoder = this.#points && new Geocoder(this.#points.index);
    const anonymizer = new Anonymizer({
      key,
      mapping,
      residences,
      today,
      names: table.names,
      width: table.names.length,
      joined: join?.added ?? 0,
      header,
      bounds: boundsOfState(key.leaId),
      locate: geocoder?.locate,
      ...this.#book.mends.byLine,
    });
    const { mends } = this.#book;
    const reread = mends.reading(mapping);
    const digest = digesterWith(key.secret);
    const rowDigests = new Map<number, string>();
    const rowsWithProblems = new Map<number, readonly string[]>();
    for await (const rows of rowsOf(this.#opened(), table, ticket, () =>
      phrase('work.rows', { rows: anonymizer.counts.rows }),
    )) {
      for (const { line, own, fields } of rows) {
        const before = anonymizer.problems.length;
        anonymizer.add(reread.row(fields, line), line);
        if (anonymizer.problems.length > before) rowsWithProblems.set(line, fields);
        if (rowsWithProblems.has(line) || mends.lines.has(line)) rowDigests.set(line, digest(...own));
      }
    }
    anonymizer.finish();
    this.#checked = { anonymizer, table };
    if (join?.joined === 0) throw new Failed(phrase('prepare.none-joined'));
    ticket.progress({ share: 1, said: phrase('work.writing') });
    const others = await this.#rowsOn(linesToReadAgain(anonymizer.problems, rowsWithProblems), table, ticket);
    const rowOn = (line: number) => rowsWithProblems.get(line) ?? others.get(line);
    const found = anonymizer.problems.map(
      (problem): Found => ({
        problem,
        row: rowOn(problem.line),
        kept: problem.keptLine === undefined ? undefined : rowOn(problem.keptLine),
      }),
    );
    const { acceptedKinds, acceptedLines } = this.#book;
    this.#trace = () => traceOf({ mends, mapping, digest, rowDigests, accepted: [...acceptedKinds], acceptedLines });
    const applied = mends.pending;
    const placed = join?.placed(anonymizer.problems) ?? anonymizer.problems;
    const notes = join?.placed(anonymizer.notes) ?? anonymizer.notes;
    return {
      counts: anonymizer.counts,
      applied,
      groups: this.#book.replace(table.names, mapping, found, reread),
      preview: [FILE_COLUMNS, ...filePreview(key.leaId, anonymizer.table, PREVIEW_ROWS)],
      file: new Blob([...fileBytes(key.leaId, anonymizer.table)], { type: 'text/csv' }),
      geocoded: geocoder && geocodedOf(geocoder, anonymizer),
      joined: join && joinedOf(words, join),
      residences: anonymizer.residences,
      onePlace: anonymizer.onePlace,
      sparse: sparseHexagons(anonymizer.table),
      mended: mends.mended,
      restored: undefined,
      report: new Blob([problemsCsv(words, placed, notes, table.names)], { type: 'text/csv' }),
      notes: notesOn({ notes, counts: anonymizer.counts, problems: placed }, mapping),
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
    this.#book.forget();
    return this.#unchecked();
  }

  async calls({ verdicts, columns }: Exchanges['calls']['ask'], ticket: Ticket): Promise<Exchanges['calls']['answer']> {
    if (!this.#checked) throw new Failed(phrase('prepare.no-file'));
    const { anonymizer, table } = this.#checked;
    const { called, ...counts } = callsOf(anonymizer.table, verdicts, unreadLines(anonymizer));
    const rows = await this.#rowsOn(new Set(called.keys()), table, ticket);
    const valuesOn = (line: number) => columns.map((column) => (rows.get(line)?.[column] ?? '').trim());
    return { ...counts, rows: Array.from(called.values(), (call) => ({ ...call, values: valuesOn(call.line) })) };
  }

  #unchecked(): Unchecked {
    return { pending: this.#book.mends.pending, accepted: this.#book.accepted };
  }

  async #restore(trace: Trace, settings: Settings, ticket: Ticket): Promise<Restored> {
    const table = await this.#table(settings, ticket);
    const { mends } = this.#book;
    const restoring = new Restoring(trace, {
      mends,
      mapping: table.mapping,
      digest: digesterWith(settings.key.secret),
    });
    for await (const rows of rowsOf(this.#opened(), table, ticket, () => phrase('work.again')))
      for (const { line, own, fields } of rows) restoring.row(own, fields, line);
    return restoring.restored;
  }

  /** Reads the answers, if there are any, and joins them to the columns of the export. */
  async #table({ mapping, answers }: Settings, ticket: Ticket): Promise<Table> {
    const { names } = this.#opened().header;
    if (!this.#answers || !answers) return { names, mapping, join: undefined };
    const { source, header } = this.#answers;
    const sheet = new AnswerSheet({ names: header.names, mapping: answers });
    const told = (share: number | undefined) => ticket.progress({ share, said: phrase('work.answers') });
    for await (const rows of source.rows(ticket.signal, told))
      for (const { line, fields } of rows) if (line > header.line) sheet.add(fields, line);
    const { lines } = this.#book.mends;
    const join = new Join({ names, mapping }, sheet, (line) => lines.get(line)?.values.get(mapping.student_id ?? -1));
    return { names: join.names, mapping: join.mapping, join };
  }

  async #rowsOn(
    lines: ReadonlySet<number>,
    table: Table,
    { signal }: Ticket,
  ): Promise<ReadonlyMap<number, readonly string[]>> {
    const found = new Map<number, readonly string[]>();
    if (lines.size === 0) return found;
    for await (const rows of rowsOf(this.#opened(), table, { signal, progress: () => {} }, () =>
      phrase('work.rows', { rows: 0 }),
    )) {
      for (const { line, fields } of rows) if (lines.has(line)) found.set(line, fields);
      if (found.size === lines.size) break;
    }
    return found;
  }

  #opened(): OpenFile {
    if (!this.#file) throw new Failed(phrase('prepare.no-file'));
    return this.#file;
  }
}

/** Rows that are problems by themselves are already in memory; rows that are problems because of another row are not. */
function linesToReadAgain(problems: readonly RowProblem[], known: ReadonlyMap<number, unknown>): ReadonlySet<number> {
  return new Set(problems.flatMap(({ line, keptLine = line }) => [line, keptLine]).filter((line) => !known.has(line)));
}
