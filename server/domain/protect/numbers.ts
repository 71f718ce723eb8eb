/**
 * Which number the students of a class are shown as in each set: as the class, or as another that counts the same students
 * there. The same students are never shown as two numbers, so two that differ are of different students.
 */
import { isShown } from './code.ts';
import type { LocalClasses } from './local.ts';
import type { PatchSets } from './patch-sets.ts';

export class Numbers {
  readonly #codes: Int32Array;
  readonly #count: number;
  readonly #local: readonly LocalClasses[] | undefined;
  /** By class and set the number, or 0. */
  readonly #numbers: Int32Array;

  constructor(codes: Int32Array, { count }: Pick<PatchSets, 'count'>, local?: readonly LocalClasses[]) {
    this.#codes = codes;
    this.#count = count;
    this.#local = local;
    this.#numbers = codes.map((code) => (isShown(code) ? code : 0));
    for (let set = 0; set < count; set++) for (const own of this.#firstsOf(set)) this.forget(own, set);
  }

  /** Whether a class and another, in the same set or in another, are shown as two numbers. */
  areDifferent(own: number, set: number, other: number, otherSet: number): boolean {
    const one = this.#numbers[own * this.#count + set] as number;
    const two = this.#numbers[other * this.#count + otherSet] as number;
    return one !== two && one > 0 && two > 0;
  }

  /** Where, by class and set, the number is shown; undefined where it is not. */
  shownAt(own: number, set: number): number | undefined {
    return this.#shownAmong(this.sameAs(own, set), set);
  }

  /** The class itself and all that count the same students there. */
  sameAs(own: number, set: number): readonly number[] {
    const same = this.#local?.[set]?.same;
    if (!same || same.length === 0) return [own];
    let first = own;
    for (let i = 0; i < same.length; i += 2) if (same[i + 1] === own) first = same[i] as number;
    const found = [first];
    for (let i = 0; i < same.length; i += 2) if (same[i] === first) found.push(same[i + 1] as number);
    return found;
  }

  /** Looks again, after a value was hidden. */
  forget(own: number, set: number): void {
    const same = this.sameAs(own, set);
    const at = this.#shownAmong(same, set);
    const number = at === undefined ? 0 : (this.#codes[at] as number);
    for (const other of same) this.#numbers[other * this.#count + set] = number;
  }

  #shownAmong(classes: readonly number[], set: number): number | undefined {
    const shown = classes.find((own) => isShown(this.#codes[own * this.#count + set] as number));
    return shown === undefined ? undefined : shown * this.#count + set;
  }

  #firstsOf(set: number): Set<number> {
    return new Set((this.#local?.[set]?.same ?? new Int32Array()).filter((_, at) => at % 2 === 0));
  }
}
