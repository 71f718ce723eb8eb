import { type Identifying, valueSays } from '../../domain/identifying.ts';
import { phrase } from '../../domain/messages/phrase.ts';
import type { CsvRow } from '../../platform/csv/read.ts';
import { AnswerReader, type Spellings } from './answer-reader.ts';
import type { Layout } from './columns.ts';
import { ANSWERS, HomesTable } from './homes-table.ts';
import { KeyIndex } from './key-index.ts';
import { KEY_BYTES, type Rekey } from './pseudonym.ts';
import type { Finding } from './report.ts';
import { faultsOf, repeated } from './row-faults.ts';
import {
  cellReader,
  contradictionFinder,
  gradeNumber,
  highWord,
  keyIn,
  lowWord,
  readLeaId,
  remembering,
} from './row-values.ts';
import { unplacedFaults } from './unplaced-row.ts';

export interface UnplacedStudent {
  readonly leaId: string;
  /** Keyed again by the server, 16 bytes. */
  readonly key: Buffer;
}

export interface District {
  readonly leaId: string;
  rows: number;
  badRows: number;
}

/** Siblings are adjacent: a cache of the last few thousand household keys is enough. */
const REMEMBERED_HOUSEHOLDS = 1 << 14;

/** Checks row by row: keeps a row, keeps it without an unreadable answer, or drops it. */
export class RowChecker {
  readonly homes = new HomesTable();
  /** Students without fixed residence: counted, never placed. */
  readonly unplaced: UnplacedStudent[] = [];
  /** In order of first appearance; `homes.lea` indexes them. */
  readonly districts: District[] = [];
  readonly findings: Finding[] = [];
  /** Columns whose values could identify somebody, and what the values look like. */
  readonly identifying = new Map<string, Identifying>();
  rows = 0;
  contradictions = 0;
  /** LEAIDs that had lost their leading zero. */
  readonly paddedLeaIds = new Set<string>();
  /** Cells of resolution 9 were read as their parents. */
  hasFinerCells = false;

  readonly #layout: Layout;
  readonly #rekey: Rekey;
  readonly #students = new KeyIndex();
  /** Line of each student's first appearance, by number in `#students`. */
  readonly #firstLines: number[] = [];
  readonly #households = new Map<string, number>();
  #householdsOf = -1;
  readonly #districtOf = remembering((text) => this.#district(text));
  readonly #cellOf = cellReader(() => {
    this.hasFinerCells = true;
  });
  readonly #gradeOf = remembering(gradeNumber);
  readonly #contradicts = contradictionFinder();
  readonly #answers: AnswerReader;

  constructor(layout: Layout, rekey: Rekey) {
    this.#layout = layout;
    this.#rekey = rekey;
    this.#answers = new AnswerReader(layout);
  }

  /** Codes in another spelling than ours. */
  get spellings(): Spellings {
    return this.#answers.spellings;
  }

  check({ line, fields }: CsvRow): void {
    const layout = this.#layout;
    if (fields.length !== layout.width) {
      this.#wrongWidth(line, fields);
      return;
    }
    const residence = layout.residence === undefined ? '' : (fields[layout.residence] ?? '').trim();
    if (residence === '') this.#checkHome(line, fields);
    else this.#checkUnplaced(line, fields);
  }

  #checkHome(line: number, fields: readonly string[]): void {
    const layout = this.#layout;
    const district = this.#districtOf(fields[layout.leaId] ?? '');
    const cell = this.#cellOf(fields[layout.cell] ?? '');
    const student = keyIn(fields[layout.studentKey] ?? '');
    const household = keyIn(fields[layout.householdKey] ?? '');
    const grade = layout.gradeLevel === undefined ? 0 : this.#gradeOf(fields[layout.gradeLevel] ?? '');
    const allAnswersRead = this.#answers.read(fields, this.homes);
    for (const index of layout.ignored) this.#sniff(index, fields[index] ?? '');

    const locates = district !== undefined && typeof cell === 'number' && student !== undefined;
    if (locates && household !== undefined && grade !== undefined && allAnswersRead) {
      this.#keep(line, district, cell, student, household, grade);
      return;
    }
    if (isBlank(fields)) return;
    const { finding, identifying } = faultsOf(line, fields, layout, this.#cellOf);
    for (const [column, says] of identifying) this.identifying.set(column, says);
    if (locates && household !== undefined) this.#keep(line, district, cell, student, household, grade ?? 0, finding);
    else this.#leaveOut(district, finding);
  }

  #keep(
    line: number,
    district: number,
    cell: number,
    student: string,
    household: string,
    grade: number,
    finding?: Finding,
  ): void {
    const { homes } = this;
    const slot = homes.count;
    const counts = this.districts[district];
    if (!counts) throw new Error('a home of a district that was never met');
    this.#rekey('student', counts.leaId, student, homes.students, slot * KEY_BYTES);
    const first = this.#firstLineOf(slot, line);
    if (first !== undefined) {
      const also = finding ? [finding.column, ...finding.also] : [];
      this.#leaveOut(district, repeated(line, this.#layout, first, also));
      return;
    }
    this.#keyHousehold(district, counts.leaId, household, slot);
    homes.cellWords[slot * 2] = lowWord(cell);
    homes.cellWords[slot * 2 + 1] = highWord(cell);
    homes.lea[slot] = district;
    homes.grade[slot] = grade;
    if (this.#contradicts(homes.answers, slot * ANSWERS)) this.contradictions++;
    homes.keep();
    this.#count(counts, finding);
  }

  #count(counts: District, finding: Finding | undefined): void {
    this.rows++;
    counts.rows++;
    if (!finding) return;
    counts.badRows++;
    this.findings.push(finding);
  }

  /** A student without fixed residence: only a key, nothing about where or how. */
  #checkUnplaced(line: number, fields: readonly string[]): void {
    const layout = this.#layout;
    const { finding, identifying } = unplacedFaults(line, fields, layout);
    for (const [column, says] of identifying) this.identifying.set(column, says);
    const district = this.#districtOf(fields[layout.leaId] ?? '');
    if (finding?.leftOut === 'row') {
      this.#leaveOut(district, finding);
      return;
    }
    const student = keyIn(fields[layout.studentKey] ?? '');
    const counts = district === undefined ? undefined : this.districts[district];
    if (!counts || student === undefined) throw new Error('a student without a key or a district');
    const slot = this.homes.count;
    this.#rekey('student', counts.leaId, student, this.homes.students, slot * KEY_BYTES);
    const first = this.#firstLineOf(slot, line);
    if (first !== undefined) {
      this.#leaveOut(district, repeated(line, layout, first, []));
      return;
    }
    const key = Buffer.from(this.homes.students.subarray(slot * KEY_BYTES, (slot + 1) * KEY_BYTES));
    this.unplaced.push({ leaId: counts.leaId, key });
    this.#count(counts, finding);
  }

  /** Line of the student's first appearance. Undefined: this is the first, now recorded. @param slot where the key stands */
  #firstLineOf(slot: number, line: number): number | undefined {
    const known = this.#students.size;
    const number = this.#students.add(this.homes.students, slot * KEY_BYTES);
    if (number < known) return this.#firstLines[number];
    this.#firstLines.push(line);
    return undefined;
  }

  #leaveOut(district: number | undefined, finding: Finding): void {
    this.rows++;
    this.findings.push(finding);
    const counts = district === undefined ? undefined : this.districts[district];
    if (!counts) return;
    counts.rows++;
    counts.badRows++;
  }

  #wrongWidth(line: number, fields: readonly string[]): void {
    if (isBlank(fields)) return;
    this.#leaveOut(this.#districtOf(fields[this.#layout.leaId] ?? ''), {
      line,
      column: '',
      kind: 'fields',
      found: phrase('found.values', { valueCount: fields.length }),
      advice: phrase('advice.width', { columnCount: this.#layout.width }),
      leftOut: 'row',
      also: [],
    });
  }

  #keyHousehold(district: number, leaId: string, household: string, slot: number): void {
    const { households } = this.homes;
    if (district !== this.#householdsOf || this.#households.size >= REMEMBERED_HOUSEHOLDS) {
      this.#households.clear();
      this.#householdsOf = district;
    }
    const known = this.#households.get(household);
    if (known === undefined) {
      this.#rekey('household', leaId, household, households, slot * KEY_BYTES);
      this.#households.set(household, slot);
    } else {
      households.copy(households, slot * KEY_BYTES, known * KEY_BYTES, (known + 1) * KEY_BYTES);
    }
  }

  #sniff(index: number, text: string): void {
    const says = text === '' ? undefined : valueSays(text);
    if (says) this.identifying.set(this.#layout.names[index] ?? '', says);
  }

  #district(text: string): number | undefined {
    const leaId = readLeaId(text);
    if (leaId === undefined) return undefined;
    if (text.trim().length < leaId.length) this.paddedLeaIds.add(leaId);
    const known = this.districts.findIndex((district) => district.leaId === leaId);
    return known >= 0 ? known : this.districts.push({ leaId, rows: 0, badRows: 0 }) - 1;
  }
}

function isBlank(fields: readonly string[]): boolean {
  return fields.every((field) => field.trim() === '');
}
