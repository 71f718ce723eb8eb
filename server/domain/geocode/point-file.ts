/** The usable address points of one file, and notes on the rest. */
import { type Phrase, phrase } from '../messages/phrase.ts';
import { AddressIndex } from './address-index.ts';
import type { ReadPoint } from './columns.ts';

const LINES_SHOWN = 10;

export class PointFile {
  readonly index = new AddressIndex();
  #incomplete = 0;
  #firstIncomplete = 0;
  readonly #damaged: number[] = [];

  /** @param line of the file, or number of the feature, from 1 */
  add(point: ReadPoint, line: number): void {
    if (point.isDamaged) this.#damaged.push(line);
    else if (!this.index.add(point) && this.#incomplete++ === 0) this.#firstIncomplete = line;
  }

  get notes(): readonly Phrase[] {
    const [incomplete, damaged] = [this.#incomplete, this.#damaged];
    const notes: Phrase[] = [];
    if (incomplete > 0) notes.push(phrase('file.points-incomplete', { rows: incomplete, line: this.#firstIncomplete }));
    if (damaged.length > 0)
      notes.push(phrase('file.points-damaged', { rows: damaged.length, onLines: damaged.slice(0, LINES_SHOWN) }));
    return notes;
  }
}
