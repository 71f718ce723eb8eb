/** Students with several rows: the rows wait until the whole column of times was read; then the latest counts. */
import { latestDayFirst, type Moment, MomentColumn, type Timed } from '../../survey/moment.ts';
import { QUESTIONS, type Question } from '../../survey.ts';
import { ANSWER_COUNT, type HomeTable } from '../home-table.ts';
import { KEY_BYTES } from '../pseudonym.ts';

/** One row of a student. */
interface Submission extends Timed {
  readonly answers: Uint8Array;
  /** Undefined for a row that gives answers and no place. */
  readonly home: { readonly cell: bigint; readonly household: Uint8Array; readonly grade: number } | undefined;
}

export interface Settled {
  /** Students with more than one row. */
  students: number;
  /** Lines that contradict another of the same time, with the line that counts: neither is later. */
  readonly sameTime: { readonly line: number; readonly keptLine: number }[];
  /** Lines of students with several rows and an unreadable time. */
  readonly withoutTime: number[];
  /** Students whose latest answers would change if dates had the day before the month. */
  openOrder: number;
}

export class Resubmissions {
  readonly #column = new MomentColumn();
  /** By slot: of the first row of each student. */
  readonly #first: (Moment | undefined)[] = [];
  readonly #again = new Map<number, Submission[]>();

  read(text: string): Moment | undefined {
    return this.#column.read(text);
  }

  /** Call when a student's first row was kept. */
  first(slot: number, moment: Moment | undefined): void {
    this.#first[slot] = moment;
  }

  /** Adds a further row of a student. @param from its slot, after the last @param hasHome whether it gives a place */
  again(table: HomeTable, slot: number, from: number, line: number, moment: Moment | undefined, hasHome = true): void {
    const known = this.#again.get(slot) ?? [submissionAt(table, slot, table.lines[slot] ?? 0, this.#first[slot], true)];
    known.push(submissionAt(table, from, line, moment, hasHome));
    this.#again.set(slot, known);
  }

  /** Writes each student's counting values into the table. Call once, after the last row. */
  settle(table: HomeTable): Settled {
    const settled: Settled = { students: this.#again.size, sameTime: [], withoutTime: [], openOrder: 0 };
    for (const [slot, submissions] of this.#again) {
      // A student without a fixed residence has neither place nor answers, whatever other rows say.
      if (table.cells[slot] === 0n) continue;
      const inOrder = this.#column.inOrder(submissions);
      write(table, slot, inOrder);
      this.#tell(inOrder, settled);
    }
    return settled;
  }

  #tell(inOrder: readonly Submission[], settled: Settled): void {
    for (const { line, moment } of inOrder) if (!moment) settled.withoutTime.push(line);
    for (const [i, submission] of inOrder.entries()) {
      const next = inOrder[i + 1];
      if (!next?.moment || !submission.moment) continue;
      if (this.#column.timeOf(submission.moment) !== this.#column.timeOf(next.moment)) continue;
      if (!isSame(submission.answers, next.answers))
        settled.sameTime.push({ line: submission.line, keptLine: next.line });
    }
    const last = inOrder.at(-1);
    const other = latestDayFirst(inOrder);
    if (this.#column.isOpen && last && other && !isSame(last.answers, other.answers)) settled.openOrder++;
  }
}

function submissionAt(
  table: HomeTable,
  slot: number,
  line: number,
  moment: Moment | undefined,
  hasHome: boolean,
): Submission {
  const home = hasHome && {
    cell: table.cells[slot] ?? 0n,
    household: table.households.slice(slot * KEY_BYTES, (slot + 1) * KEY_BYTES),
    grade: table.grades[slot] ?? 0,
  };
  const answers = table.answers.slice(slot * ANSWER_COUNT, (slot + 1) * ANSWER_COUNT);
  return { line, moment, answers, home: home || undefined };
}

/** Place and grade of the latest row that has a place, answers of the latest that has answers. */
function write(table: HomeTable, slot: number, inOrder: readonly Submission[]): void {
  const latest = inOrder.findLast(({ home }) => home !== undefined);
  if (latest?.home) {
    table.cells[slot] = latest.home.cell;
    table.households.set(latest.home.household, slot * KEY_BYTES);
    table.grades[slot] = inOrder.findLast(({ home }) => home !== undefined && home.grade > 0)?.home?.grade ?? 0;
    table.lines[slot] = latest.line;
  }
  const answers = inOrder.map((one) => one.answers).reduce(laterAnswers);
  table.answers.set(answers, slot * ANSWER_COUNT);
}

/** Questions that belong together: an answer to one means little beside an older answer about another home or device. */
const GROUPS: readonly (readonly Question[])[] = [
  ['internet_access', 'barrier', 'internet_type', 'performance'],
  ['device', 'device_access', 'device_provider'],
];

/**
 * Fills blanks of the later answers with earlier ones that do not contradict them. A family that returns to the form to
 * correct one thing leaves the rest blank and takes nothing back; but a family that changed its connection or its device
 * has a new one, about which the older answers say nothing.
 */
export function laterAnswers(earlier: Uint8Array, later: Uint8Array): Uint8Array {
  const answers = later.slice();
  for (const group of GROUPS) {
    const places = group.map((question) => QUESTIONS.indexOf(question));
    if (places.some((at) => later[at] !== 0 && earlier[at] !== 0 && later[at] !== earlier[at])) continue;
    for (const at of places) if (answers[at] === 0) answers[at] = earlier[at] ?? 0;
  }
  return answers;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.every((code, at) => code === b[at]);
}
