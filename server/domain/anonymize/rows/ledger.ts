/** What is told of the rows of an export: what is wrong with them, what should be known of them, what became of them. */
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

  /** @param column undefined when it is the row as a whole @param found what the value is like, never the value */
  wrong(line: number, kind: ProblemKind, column: number | undefined, found?: Phrase, more: MoreOfProblem = {}): void {
    const field = usesOf(this.#mapping).find((use) => use.column === column)?.use;
    this.problems.push({ line, kind, column, field, found, suggestion: more.suggestion, keptLine: more.keptLine });
    if (!KEPT_WITHOUT.has(kind)) this.counts.badRows++;
  }

  note(note: RowNote): void {
    this.notes.push(note);
  }

  /** Puts in order of lines what was found late. */
  close(): void {
    this.problems.sort((a, b) => a.line - b.line);
    this.notes.sort((a, b) => a.line - b.line);
  }
}

export type MoreOfProblem = Partial<Pick<RowProblem, 'suggestion' | 'keptLine'>>;
