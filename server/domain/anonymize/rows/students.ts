/** One record per student from any number of rows: decides which rows count, for some only after the last. */
import { phrase } from '../../messages/phrase.ts';
import type { Moment } from '../../survey/moment.ts';
import { Resubmissions } from '../answers/resubmitted.ts';
import type { Mapping } from '../fields.ts';
import type { HomeTable } from '../home-table.ts';
import type { Place } from '../place/place.ts';
import { KEY_BYTES } from '../pseudonym.ts';
import type { HomeReader } from './home-reader.ts';
import type { Ledger } from './ledger.ts';
import { StudentIndex } from './student-index.ts';

/** The row's student must have its key in the table's slot after the last before any `add…` is called. */
export class Students {
  readonly #table: HomeTable;
  readonly #ledger: Ledger;
  readonly #mapping: Mapping;
  readonly #homes: HomeReader;
  readonly #index = new StudentIndex();
  /** For a column that says when each row was answered. */
  readonly #resubmissions: Resubmissions | undefined;
  /** Rows with answers but without a place, until another row of the student may give one. */
  readonly #placeless: { readonly row: readonly string[]; readonly line: number; readonly student: Uint8Array }[] = [];
  /** Rows with mailing addresses, until another row of the student may give a home. */
  readonly #mailing: { readonly line: number; readonly student: Uint8Array }[] = [];

  constructor(mapping: Mapping, table: HomeTable, homes: HomeReader, ledger: Ledger) {
    this.#mapping = mapping;
    this.#table = table;
    this.#homes = homes;
    this.#ledger = ledger;
    this.#resubmissions = mapping.answered_at === undefined ? undefined : new Resubmissions();
  }

  addMailing(line: number): void {
    this.#mailing.push({ line, student: this.#keyOfRow() });
  }

  addWithoutResidence(line: number): void {
    this.#table.leavePlace(this.#table.count);
    this.#keepOnce(line);
  }

  /** @returns the place, if this is a student's first row with one */
  addAtHome(row: readonly string[], line: number): Place | undefined {
    const place = this.#homes.placeOf(row, line);
    if ('fault' in place) {
      if (place.fault === 'missing' && this.#resubmissions)
        this.#placeless.push({ row, line, student: this.#keyOfRow() });
      else this.#homes.wrongPlace(row, line, place);
      return undefined;
    }
    const { students, count } = this.#table;
    this.#homes.write(place, row, line, this.#index.find(students, count) ?? count);
    return this.#keepOnce(line, this.#momentOf(row)) ? place : undefined;
  }

  /** Call once, after the last row. */
  settle(): void {
    this.#settleMailing();
    if (this.#resubmissions) {
      this.#settlePlaceless(this.#resubmissions);
      this.#settleAnswers(this.#resubmissions);
    }
    this.#homes.askDoubtfulGrades();
  }

  /** @returns whether the student is new */
  #keepOnce(line: number, moment?: Moment): boolean {
    const table = this.#table;
    const { counts } = this.#ledger;
    const slot = table.count;
    const first = this.#index.add(table.students, slot);
    if (first === slot) {
      table.lines[slot] = line;
      this.#resubmissions?.first(slot, moment);
      table.keep();
      return true;
    }
    if (this.#isNewSubmission(first, slot)) {
      this.#resubmissions?.again(table, first, slot, line, moment);
      counts.resubmitted++;
    } else if (table.same(first, slot)) counts.repeated++;
    // Any of the rows suffices: a student without a fixed residence has no place in another row either.
    else if (table.cells[slot] === 0n) {
      table.leavePlace(first);
      counts.repeated++;
    } else {
      const keptLine = table.lines[first];
      const found = phrase('found.repeated', { line: keptLine ?? 0 });
      this.#ledger.wrong(line, 'duplicate', this.#mapping.student_id, found, { keptLine });
    }
    return false;
  }

  /** Both rows give a home; times may decide which is later. */
  #isNewSubmission(first: number, slot: number): boolean {
    const { cells } = this.#table;
    return this.#resubmissions !== undefined && cells[first] !== 0n && cells[slot] !== 0n;
  }

  #settleMailing(): void {
    const table = this.#table;
    for (const { line, student } of this.#mailing) {
      table.students.set(student, table.count * KEY_BYTES);
      if (this.#index.add(table.students, table.count) !== table.count) {
        this.#ledger.counts.mailing++;
        continue;
      }
      // Occupies the slot in the index, so that a second mailing row of the student is reported only once.
      table.lines[table.count] = line;
      this.#ledger.wrong(line, 'mailing_only', this.#mapping.address_type);
    }
  }

  /** Adds answers from rows without a place to a student whose home another row gives. */
  #settlePlaceless(resubmissions: Resubmissions): void {
    const table = this.#table;
    const slot = table.count;
    for (const { row, line, student } of this.#placeless) {
      table.students.set(student, slot * KEY_BYTES);
      const known = this.#index.find(table.students, slot);
      if (known === undefined || table.cells[known] === 0n) {
        this.#homes.wrongPlace(row, line, { fault: 'missing', meant: undefined });
        continue;
      }
      this.#homes.writeAnswers(row, line);
      resubmissions.again(table, known, slot, line, this.#momentOf(row), false);
      this.#ledger.counts.resubmitted++;
    }
  }

  /** Applies each student's latest answers. */
  #settleAnswers(resubmissions: Resubmissions): void {
    const { sameTime, withoutTime, openOrder } = resubmissions.settle(this.#table);
    const { student_id, answered_at: column } = this.#mapping;
    for (const { line, keptLine } of sameTime)
      this.#ledger.wrong(line, 'duplicate', student_id, phrase('found.same-time', { line: keptLine }), { keptLine });
    for (const line of withoutTime) this.#ledger.note({ line, kind: 'no_time', column, field: 'answered_at' });
    this.#ledger.counts.openDates = openOrder;
  }

  #momentOf(row: readonly string[]): Moment | undefined {
    return this.#resubmissions?.read(row[this.#mapping.answered_at ?? -1] ?? '');
  }

  /** Of the slot after the last. */
  #keyOfRow(): Uint8Array {
    const { students, count } = this.#table;
    return students.slice(count * KEY_BYTES, (count + 1) * KEY_BYTES);
  }
}
