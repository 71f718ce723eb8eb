import { QUESTIONS } from '../../domain/survey.ts';
import { KEY_BYTES } from './pseudonym.ts';

export const ANSWERS = QUESTIONS.length;

/**
 * Checked homes in columns, 53 bytes a home, so that a whole file is checked before the database sees any of it. The slot
 * after the last home is scratch space and counts once `keep` is called.
 */
export class HomesTable {
  #count = 0;
  #room = 1 << 10;
  cells = new BigUint64Array(this.#room);
  /** The memory of `cells`: low word, high word. */
  cellWords = new Uint32Array(this.cells.buffer);
  students = Buffer.alloc(this.#room * KEY_BYTES);
  households = Buffer.alloc(this.#room * KEY_BYTES);
  /** Index into the file's districts. */
  lea = new Uint16Array(this.#room);
  /** Position in GRADES from 1; 0 = not given. */
  grade = new Uint8Array(this.#room);
  /** By question, the position of its code in SURVEY_CODES from 1; 0 = not answered. */
  answers = new Uint8Array(this.#room * ANSWERS);

  get count(): number {
    return this.#count;
  }

  keep(): void {
    this.#count++;
    if (this.#count === this.#room) this.#grow();
  }

  #grow(): void {
    this.#room *= 2;
    const cells = new BigUint64Array(this.#room);
    cells.set(this.cells);
    this.cells = cells;
    this.cellWords = new Uint32Array(cells.buffer);
    this.students = Buffer.concat([this.students], this.#room * KEY_BYTES);
    this.households = Buffer.concat([this.households], this.#room * KEY_BYTES);
    this.lea = wider(this.lea, new Uint16Array(this.#room));
    this.grade = wider(this.grade, new Uint8Array(this.#room));
    this.answers = wider(this.answers, new Uint8Array(this.#room * ANSWERS));
  }
}

function wider<T extends Uint8Array | Uint16Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
