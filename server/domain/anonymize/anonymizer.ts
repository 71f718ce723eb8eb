/**
 * Turns rows of a district's export into what may leave it: pseudonyms of student and household, a res-8 cell for
 * the place, standard codes for the answers. Keeps nothing else of a row. The same code runs in the browser and on
 * the command line.
 */

import { phrase } from '../messages/phrase.ts';
import type { AnonymizeCounts } from './counts.ts';
import { AnonymizeError } from './error.ts';
import { type Field, mappingFaults, tellsResidence } from './fields.ts';
import { ANSWER_COUNT, HomeTable } from './home-table.ts';
import type { RowNote } from './notes.ts';
import { farHomes } from './place/far-homes.ts';
import { type OnePlace, PointCounts } from './place/one-place.ts';
import type { Place } from './place/place.ts';
import type { Point } from './place/point.ts';
import { likeness, type RowProblem } from './problems.ts';
import { KEY_BYTES, type Pseudonym, pseudonymsWith } from './pseudonym.ts';
import type { ResidenceValue, SaidResidences } from './residence/residence-values.ts';
import { RowResidences } from './residence/row-residence.ts';
import { HomeReader, type HomeReaderOptions } from './rows/home-reader.ts';
import { Ledger } from './rows/ledger.ts';
import { type StudentRow, StudentRows, type StudentRowsOptions } from './rows/student-rows.ts';
import { Students } from './rows/students.ts';

export interface AnonymizerOptions extends StudentRowsOptions, HomeReaderOptions {
  /** Names of all columns, including joined ones. @default those of the header */
  readonly names?: readonly string[];
  /** Meanings of address types, as the person gave them. */
  readonly residences?: SaidResidences;
  /** YYYY-MM-DD: homelessness that ended earlier no longer counts; without a day, nothing has ended. */
  readonly today?: string | undefined;
}

export class Anonymizer {
  readonly table = new HomeTable();
  readonly #mapping: AnonymizerOptions['mapping'];
  readonly #ledger: Ledger;
  readonly #rows: StudentRows;
  readonly #pseudonym: Pseudonym;
  readonly #residences: RowResidences;
  readonly #students: Students;
  readonly #points = new PointCounts();
  readonly #placed: { readonly slot: number; readonly point: Point; readonly field: Field }[] = [];

  /** @throws AnonymizeError mapping.incomplete */
  constructor(options: AnonymizerOptions) {
    const { mapping, key, header, names = header?.names, residences: said, today } = options;
    const faults = mappingFaults(mapping);
    if (faults.length > 0) throw new AnonymizeError(phrase('mapping.incomplete', { faults }));
    this.#mapping = mapping;
    this.#ledger = new Ledger(mapping);
    this.#rows = new StudentRows(options, this.#ledger);
    this.#pseudonym = pseudonymsWith(key.secret, key.leaId);
    this.#residences = new RowResidences(mapping, { names, said, today });
    const homes = new HomeReader(options, this.#pseudonym, this.table, this.#ledger);
    this.#students = new Students(mapping, this.table, homes, this.#ledger);
  }

  /** @param line physical line of the file, from 1 */
  add(given: readonly string[], line: number): void {
    const row = this.#rows.read(given, line);
    if (row) this.#addStudent(row);
  }

  /** Call once, after the last row. */
  finish(): void {
    for (const row of this.#rows.held()) this.#addStudent(row);
    this.#students.settle();
    this.#countStudents();
    this.#noteFarHomes();
    this.#ledger.close();
  }

  get problems(): readonly RowProblem[] {
    return this.#ledger.problems;
  }

  /** Notes that cost neither a row nor an answer. */
  get notes(): readonly RowNote[] {
    return this.#ledger.notes;
  }

  get counts(): AnonymizeCounts {
    return this.#ledger.counts;
  }

  /** What the residences of the rows count as; empty without a column of them. */
  get residences(): readonly ResidenceValue[] {
    return tellsResidence(this.#mapping) ? this.#residences.values : [];
  }

  /** Set where half of the students are at so few points that somebody must confirm that they live there. */
  get onePlace(): OnePlace | undefined {
    return this.#points.onePlace;
  }

  #addStudent({ number, row, line }: StudentRow): void {
    this.#pseudonym('student', number, this.table.students, this.table.count * KEY_BYTES);
    const { kind, column } = this.#residences.read(row);
    if (kind === undefined) this.#ledger.wrong(line, 'residence', column, likeness(row[column ?? -1] ?? ''));
    else if (kind === 'mailing') this.#students.addMailing(line);
    else if (kind === 'none') this.#students.addWithoutResidence(line);
    else this.#addAtHome(row, line);
  }

  #addAtHome(row: readonly string[], line: number): void {
    const place = this.#students.addAtHome(row, line);
    if (!place) return;
    this.#points.add(place.point);
    this.#placed.push({ slot: this.table.count - 1, point: place.point, field: this.#fieldOf(place) });
    const { located } = this.counts;
    if (place.quality !== undefined) located[place.quality] = (located[place.quality] ?? 0) + 1;
  }

  #fieldOf({ quality }: Place): Field {
    if (quality !== undefined) return 'address';
    const { latitude, longitude } = this.#mapping;
    return latitude !== undefined && longitude !== undefined ? 'latitude' : 'point';
  }

  #noteFarHomes(): void {
    const { cells, lines } = this.table;
    // Another row may have told that a student has no fixed residence.
    const homes = this.#placed.filter(({ slot }) => cells[slot] !== 0n);
    for (const at of farHomes(homes.map(({ point }) => point))) {
      const { slot = 0, field = 'point' } = homes[at] ?? {};
      this.#ledger.note({ line: lines[slot] ?? 0, kind: 'far', column: this.#mapping[field], field });
    }
  }

  #countStudents(): void {
    const { table, counts } = this;
    counts.students = table.count;
    for (let slot = 0; slot < table.count; slot++) {
      if (table.cells[slot] === 0n) counts.noFixedResidence++;
      else if (hasAnswer(table.answers, slot)) counts.withAnswers++;
    }
  }
}

function hasAnswer(answers: Uint8Array, slot: number): boolean {
  for (let at = slot * ANSWER_COUNT; at < (slot + 1) * ANSWER_COUNT; at++) if (answers[at] !== 0) return true;
  return false;
}
