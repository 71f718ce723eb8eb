/** What was read and should be known all the same: it costs neither a row nor an answer. Nothing here repeats a value of the file. */
import { QUESTIONS } from '../survey.ts';
import { plural } from '../words.ts';
import type { AnonymizeCounts } from './counts.ts';
import { FIELD_WORDS, type Field, type Mapping } from './fields.ts';
import type { RowProblem } from './problems.ts';

export const NOTES = {
  several: {
    name: 'Several answers in one cell',
    advice: 'The one that serves best counts; answers that contradict each other count as none.',
  },
  damaged: {
    name: 'Number changed by a spreadsheet',
    advice:
      'It is not read: a spreadsheet shortened it (1.2E+04), took it for a date (12-Mar) or hid it (#####). The household is told by what else there is. Export again with the column as text.',
  },
  no_time: {
    name: 'Answered again, at a time that cannot be read',
    advice: 'Any other row of the student counts as the later one. Write the time as 2026-09-01 08:00.',
  },
} as const;
export type NoteKind = keyof typeof NOTES;

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

/** Notes by kind and field with counts and lines, and how rows of one student were settled. */
export function notesInWords({ notes, counts, problems }: Noted, mapping: Mapping): string[] {
  const groups = Map.groupBy(notes, ({ kind, field }) => `${NOTES[kind].name}: ${FIELD_WORDS[field].name}`);
  const listed = [...groups].map(
    ([name, of]) => `${name}, ${plural(of.length, 'row')}, ${linesInWords(of)}. ${of[0] ? adviceOnNote(of[0]) : ''}`,
  );
  return [...listed, ...resubmissionsInWords(counts, problems, mapping)];
}

/** What becomes of it, for its question. */
export function adviceOnNote({ kind, field }: RowNote): string {
  if (kind !== 'several') return NOTES[kind].advice;
  if (field === 'barrier') return '“Not Available” counts where it is ticked, else the first.';
  if (field === 'internet_type' || field === 'device') return 'The one that serves best counts.';
  return 'They contradict each other and count as none.';
}

const LINES_SHOWN = 10;

function linesInWords(notes: readonly RowNote[]): string {
  const lines = notes.slice(0, LINES_SHOWN).map(({ line }) => line);
  return `${notes.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}${notes.length > LINES_SHOWN ? ' and more' : ''}`;
}

function resubmissionsInWords(
  { resubmitted, openDates }: AnonymizeCounts,
  problems: readonly RowProblem[],
  mapping: Mapping,
): string[] {
  const words: string[] = [];
  if (resubmitted > 0)
    words.push(
      `${plural(resubmitted, 'row is', 'rows are')} of students who answered more than once: the latest answers of each count. What the latest leaves blank and does not contradict is kept from before.`,
    );
  if (openDates > 0)
    words.push(
      `No date in the column of times tells whether month or day comes first. They were read month first, as in the United States; day first, ${plural(openDates, 'student')} would have other answers. Write the dates as 2026-09-01 if that is so.`,
    );
  const isAsked = QUESTIONS.some((question) => mapping[question] !== undefined);
  if (isAsked && mapping.answered_at === undefined && problems.some(({ kind }) => kind === 'duplicate'))
    words.push(
      'No column tells when a row was answered, so of students with several rows the first counts. If one does, choose it: on the page as “When it was answered”, in the command by --columns answered_at=COLUMN.',
    );
  return words;
}
