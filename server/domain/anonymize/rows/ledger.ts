/** Records about the rows of an export: problems, notes and counts. */
import type { Phrase } from '../../messages/phrase.ts';
import { noCounts } from '../counts.ts';
import { type Mapping, usesOf } from '../fields.ts';
import type { RowNote } from '../notes.ts';
import { KEPT_WITHOUT, type ProblemKind, type RowProblem } from '../problems.ts';

export class Ledger {
  readonly problems: RowProblem[] = [];
  readonly notes: RowNote[] = [];
  readonly counts = noCounts();
  readonly #mapping: Mapping;

  constructor(mapping: Mapping) {
    this.#mapping = mapping;
  }

  /** @param column undefined for the row as a whole @param found description of the value, never the value */
  wrong(line: number, kind: ProblemKind, column: number | undefined, found?: Phrase, more: MoreOfProblem = {}): void {
    const field = usesOf(this.#mapping).find((use) => use.column === column)?.use;
    this.problems.push({ line, kind, column, field, found, suggestion: more.suggestion, keptLine: more.keptLine });
    if (!KEPT_WITHOUT.has(kind)) this.counts.badRows++;
  }

  note(note: RowNote): void {
    this.notes.push(note);
  }

  /** Sorts late findings into line order. */
  close(): void {
    this.problems.sort((a, b) => a.line - b.line);
    this.notes.sort((a, b) => a.line - b.line);
  }
}

export type MoreOfProblem = Partial<Pick<RowProblem, 'suggestion' | 'keptLine'>>;
