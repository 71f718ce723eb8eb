/** Notes that cost neither a row nor an answer. Nothing here repeats a value of the file. */
import type { RowMessages } from '../messages/en/rows.ts';
import { type Phrase, phrase } from '../messages/phrase.ts';
import { QUESTIONS } from '../survey.ts';
import type { AnonymizeCounts } from './counts.ts';
import type { Field, Mapping } from './fields.ts';
import type { RowProblem } from './problems.ts';

export type NoteKind = keyof RowMessages['notes'];

export interface RowNote {
  /** Physical line of the file; the first is 1. */
  readonly line: number;
  readonly kind: NoteKind;
  readonly column: number | undefined;
  readonly field: Field;
}

export interface Noted {
  readonly notes: readonly RowNote[];
  readonly counts: AnonymizeCounts;
  readonly problems: readonly RowProblem[];
}

/** Notes by kind and field with counts and lines, and how several rows of one student were merged. */
export function notesOn({ notes, counts, problems }: Noted, mapping: Mapping): Phrase[] {
  const groups = Map.groupBy(notes, ({ kind, field }) => `${kind} ${field}`);
  const listed = [...groups.values()].flatMap((of) => {
    const [first] = of;
    if (!first) return [];
    const onLines = of.slice(0, LINES_SHOWN).map(({ line }) => line);
    return [phrase('read.note', { note: first.kind, rule: ruleOf(first), use: first.field, rows: of.length, onLines })];
  });
  return [...listed, ...onResubmissions(counts, problems, mapping)];
}

const LINES_SHOWN = 10;

/** The consequence for its question. */
export function ruleOf({ kind, field }: RowNote): keyof RowMessages['noteAdvice'] {
  if (kind !== 'several') return kind;
  if (field === 'barrier') return 'several_barrier';
  return field === 'internet_type' || field === 'device' ? 'several_best' : 'several';
}

function onResubmissions(
  { resubmitted, openDates }: AnonymizeCounts,
  problems: readonly RowProblem[],
  mapping: Mapping,
): Phrase[] {
  const found: Phrase[] = [];
  if (resubmitted > 0) found.push(phrase('read.resubmitted', { rows: resubmitted }));
  if (openDates > 0) found.push(phrase('read.open-dates', { students: openDates }));
  const isAsked = QUESTIONS.some((question) => mapping[question] !== undefined);
  if (isAsked && mapping.answered_at === undefined && problems.some(({ kind }) => kind === 'duplicate'))
    found.push(phrase('read.untimed'));
  return found;
}
