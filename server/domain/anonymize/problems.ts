/** What can be wrong with a row of an export. Nothing said here repeats a value of the file. */
import type { RowMessages } from '../messages/en/rows.ts';
import { type Phrase, phrase } from '../messages/phrase.ts';
import type { Use } from './fields.ts';

export type ProblemKind = keyof RowMessages['problems'];

/** These cost a row only the answer; all others cost the row. */
export const KEPT_WITHOUT: ReadonlySet<ProblemKind> = new Set(['grade', 'answer']);

/** A value to read instead of the file's. It stays on the district's computer. */
export interface Mend {
  /** Physical line of the file; the first is 1. */
  readonly line: number;
  readonly column: number;
  readonly value: string;
}

export interface RowProblem {
  readonly line: number;
  readonly kind: ProblemKind;
  /** The column in question; undefined for the row as a whole. */
  readonly column: number | undefined;
  readonly field: Use | undefined;
  /** Description of the value without the value; undefined if the kind says it all. */
  readonly found: Phrase | undefined;
  /** The kept line of the same student, if this one differs. */
  readonly keptLine?: number | undefined;
  /** Likely intended values: identifying, for the person's own screen only. */
  readonly suggestion: readonly Mend[] | undefined;
}

/** Describes a value without repeating it: "a number of 9 digits". */
export function likeness(text: string): Phrase {
  const value = text.trim();
  const characters = value.length;
  if (value === '') return phrase('found.nothing');
  if (/^-?\d+$/.test(value)) return phrase('found.digits', { characters: value.replace('-', '').length });
  if (/^-?\d+[.,]\d+$/.test(value)) return phrase('found.decimal');
  if (/\d/.test(value) && /[A-Za-z]/.test(value)) return phrase('found.mixed', { characters });
  return phrase('found.text', { characters });
}
