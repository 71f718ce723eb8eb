/** The address points of one file, as far as they can be used, and what is to be said of the rest. */
import { plural } from '../words.ts';
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

  get notes(): readonly string[] {
    const damaged = this.#damaged;
    const lines = damaged.slice(0, LINES_SHOWN).join(', ') + (damaged.length > LINES_SHOWN ? ' and more' : '');
    const notes: string[] = [];
    if (this.#incomplete > 0)
      notes.push(
        `${plural(this.#incomplete, 'row')} without a number, a street or a place ${this.#incomplete === 1 ? 'is' : 'are'} passed over, the first on line ${this.#firstIncomplete}.`,
      );
    if (damaged.length > 0)
      notes.push(
        `${plural(damaged.length, 'row is', 'rows are')} not read, as a spreadsheet changed the house number or the coordinates (1.2E+04, 12-Mar, #####): ${damaged.length === 1 ? 'line' : 'lines'} ${lines}. Export the file again and give it as it is.`,
      );
    return notes;
  }
}
