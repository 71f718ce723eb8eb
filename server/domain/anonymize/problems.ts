/** What can be wrong with a row of an export. Nothing said here repeats a value of the file. */
import type { RowMessages } from '../messages/en/rows.ts';
import { type Phrase, phrase } from '../messages/phrase.ts';
import type { Use } from './fields.ts';

export type ProblemKind = keyof RowMessages['problems'];

/** Rows are kept without the answer for these; for all others they are left out. */
export const KEPT_WITHOUT: ReadonlySet<ProblemKind> = new Set(['grade', 'answer']);

/** One value to be read in place of what the file holds. It stays on the district's computer. */
export interface Mend {
  /** Physical line of the file; the first is 1. */
  readonly line: number;
  readonly column: number;
  readonly value: string;
}

export interface RowProblem {
  readonly line: number;
  readonly kind: ProblemKind;
  /** The column to look at; undefined when it is the row as a whole. */
  readonly column: number | undefined;
  readonly field: Use | undefined;
  /** What the value is like, without the value; undefined where the kind says it all. */
  readonly found: Phrase | undefined;
  /** The line that is kept of the same student, where this one says otherwise. */
  readonly keptLine?: number | undefined;
  /** Values that were most likely meant: identifying, so for the person's own screen and nothing else. */
  readonly suggestion: readonly Mend[] | undefined;
}

/** What a value is like, without the value: "a number of 9 digits". */
export function likeness(text: string): Phrase {
  const value = text.trim();
  const characters = value.length;
  if (value === '') return phrase('found.nothing');
  if (/^-?\d+$/.test(value)) return phrase('found.digits', { characters: value.replace('-', '').length });
  if (/^-?\d+[.,]\d+$/.test(value)) return phrase('found.decimal');
  if (/\d/.test(value) && /[A-Za-z]/.test(value)) return phrase('found.mixed', { characters });
  return phrase('found.text', { characters });
}
