/** Anonymized students in columns: the content of the resulting file, nothing else. About 100 bytes a student. */
import { type Answers, QUESTIONS, SURVEY_CODES } from '../survey.ts';
import { KEY_BYTES } from './pseudonym.ts';

export const ANSWER_COUNT = QUESTIONS.length;

export class HomeTable {
  #room = 1 << 10;
  count = 0;
  students = new Uint8Array(this.#room * KEY_BYTES);
  households = new Uint8Array(this.#room * KEY_BYTES);
  /** H3 res 8; 0 = no fixed residence; household, grade and answers are then empty too. */
  cells = new BigUint64Array(this.#room);
  /** Position in GRADES from 1; 0 = not given. */
  grades = new Uint8Array(this.#room);
  /** By question, the position of its code in SURVEY_CODES from 1; 0 = not answered. */
  answers = new Uint8Array(this.#room * ANSWER_COUNT);
  /** Physical line of the export. */
  lines = new Uint32Array(this.#room);

  /** The slot after the last is scratch space, and counts once kept. */
  keep(): void {
    this.count++;
    if (this.count < this.#room) return;
    this.#room *= 2;
    this.students = wider(this.students, new Uint8Array(this.#room * KEY_BYTES));
    this.households = wider(this.households, new Uint8Array(this.#room * KEY_BYTES));
    this.cells = wider(this.cells, new BigUint64Array(this.#room));
    this.grades = wider(this.grades, new Uint8Array(this.#room));
    this.answers = wider(this.answers, new Uint8Array(this.#room * ANSWER_COUNT));
    this.lines = wider(this.lines, new Uint32Array(this.#room));
  }

  /** Turns a slot into a student without a fixed residence. */
  leavePlace(slot: number): void {
    this.households.fill(0, slot * KEY_BYTES, (slot + 1) * KEY_BYTES);
    this.cells[slot] = 0n;
    this.grades[slot] = 0;
    this.answers.fill(0, slot * ANSWER_COUNT, (slot + 1) * ANSWER_COUNT);
  }

  /** Of the student in a slot. */
  answersAt(slot: number): Answers {
    const codes = QUESTIONS.map((question, q) => {
      const position = this.answers[slot * ANSWER_COUNT + q] ?? 0;
      return [question, position === 0 ? null : SURVEY_CODES[question][position - 1]];
    });
    return Object.fromEntries(codes) as Answers; // by question its own codes
  }

  /** Whether two slots agree in place, household, grade and answers. */
  same(a: number, b: number): boolean {
    return (
      this.cells[a] === this.cells[b] &&
      this.grades[a] === this.grades[b] &&
      equal(this.households, a * KEY_BYTES, b * KEY_BYTES, KEY_BYTES) &&
      equal(this.answers, a * ANSWER_COUNT, b * ANSWER_COUNT, ANSWER_COUNT)
    );
  }

  /** Slots sorted by student key, which corresponds to no other order. */
  order(): Uint32Array {
    const { students, count } = this;
    const view = new DataView(students.buffer);
    const slots = Uint32Array.from({ length: count }, (_, i) => i);
    const prefixes = Float64Array.from(
      slots,
      (i) => view.getUint32(i * KEY_BYTES) * 0x200000 + (view.getUint32(i * KEY_BYTES + 4) >>> 11),
    );
    return slots.sort(
      (a, b) => (prefixes[a] ?? 0) - (prefixes[b] ?? 0) || compare(students, a * KEY_BYTES, b * KEY_BYTES, KEY_BYTES),
    );
  }
}

function wider<T extends Uint8Array | Uint32Array | BigUint64Array>(from: T, to: T): T {
  to.set(from as never);
  return to;
}

function equal(bytes: Uint8Array, a: number, b: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (bytes[a + i] !== bytes[b + i]) return false;
  return true;
}

function compare(bytes: Uint8Array, a: number, b: number, length: number): number {
  for (let i = 0; i < length; i++) {
    const difference = (bytes[a + i] ?? 0) - (bytes[b + i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
