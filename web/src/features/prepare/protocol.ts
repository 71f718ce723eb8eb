/** What the page and its worker say to each other. Rows stay in the worker; the page gets what is on the screen. */

import type {
  AnonymizeCounts,
  DistrictKey,
  Field,
  Mapping,
  OnePlace,
  ProblemKind,
  ResidenceValue,
  SaidResidences,
  SparseHexagons,
  UnjoinedKind,
  Use,
} from '../../../../server/domain/anonymize/index.ts';
import type { Language } from '../../../../server/domain/messages/language.ts';
import type { Phrase } from '../../../../server/domain/messages/phrase.ts';
import type { Progress } from '../../lib/work.ts';
import type { Restored, Trace } from './trace.ts';

export interface Column {
  /** Its name, or "Column 3" where it has none, by which it is known again. */
  readonly name: string;
  readonly isNameless?: true;
  /** Up to three of its values, for the person's own screen. */
  readonly samples: readonly string[];
}

/** A file that could be read, as far as its first rows tell. */
export interface Opened {
  readonly columns: readonly Column[];
  readonly mapping: Mapping;
  /** What each guess rests on. */
  readonly by: Partial<Record<Field, 'name' | 'values'>>;
  readonly header: HeaderLine;
  /** What was noticed and dealt with, such as how the file is written. */
  readonly notes: readonly Phrase[];
}

/** Where the names of the columns stand; lines are physical ones, from 1. */
export interface HeaderLine {
  readonly line: number;
  /** The person said so; else it was found. */
  readonly isChosen: boolean;
  /** The line that may be it instead: the one found where another was chosen, or one above with several values. */
  readonly instead: number | undefined;
}

export interface Settings {
  readonly key: DistrictKey;
  readonly mapping: Mapping;
  /** Of the file of answers, where there is one. */
  readonly answers?: Mapping | undefined;
  /** What the person said that address types mean. */
  readonly residences: SaidResidences;
  /** YYYY-MM-DD: homelessness that ended before counts no more. */
  readonly today?: string;
  /** Of the lists to save. @default English */
  readonly language?: Language;
}

/** Problems that are mended alike: of one kind, in one column. */
export interface ProblemGroup {
  readonly id: string;
  readonly kind: ProblemKind;
  readonly field: Use | undefined;
  /** Columns that a mend may change, with the names of the export. */
  readonly columns: readonly MendColumn[];
  readonly rows: number;
  /** How many of them come with a likely correction. */
  readonly suggested: number;
  /** Where a value is what is wrong: the most frequent ones, and how many there are besides. */
  readonly values: readonly { readonly value: string; readonly rows: number }[];
  readonly moreValues: number;
}

export interface MendColumn {
  readonly column: number;
  readonly field: Field;
  readonly name: string;
}

/** One row of a group or, where a value is what is wrong, all rows of the group that hold it. */
export interface ProblemRow {
  /** Line of the export; the first of several. */
  readonly line: number;
  readonly rows: number;
  /** What is wrong, where it differs from row to row. */
  readonly found: Phrase | undefined;
  /** Whose row it is: number, grade and address as the export has them. Of one value in many rows, nobody's. */
  readonly who: readonly string[];
  /** Where it says otherwise than the row that is kept of the same student. */
  readonly differences: readonly Difference[];
  /** What the columns hold that can be mended. */
  readonly values: readonly { readonly name: string; readonly value: string }[];
  /** A correction in words, where one is likely. */
  readonly suggestion: string | undefined;
  readonly mend: RowMend | undefined;
}

export interface Difference {
  readonly name: string;
  readonly here: string;
  readonly kept: string;
}

export type RowMend =
  | { readonly how: 'leave out' }
  | { readonly how: 'write'; readonly values: readonly { readonly column: number; readonly value: string }[] };

/** To accept is to write what was suggested for each row; to undo is to read again what the file says. */
export type MendAsked = RowMend | { readonly how: 'accept' } | { readonly how: 'undo' };

/** Everything about the file as it stands, with the mends so far. */
export interface Checked {
  readonly counts: AnonymizeCounts;
  readonly groups: readonly ProblemGroup[];
  /** First lines of what leaves, the header first. */
  readonly preview: readonly (readonly string[])[];
  readonly file: Blob;
  readonly geocoded: Geocoded | undefined;
  /** How the answers of another file were joined. */
  readonly joined: Joined | undefined;
  /** What of the work of another day was done again for this check. */
  readonly restored: Restored | undefined;
  /** Set where half of the students stand in so few points that somebody must say that they live there. */
  readonly onePlace: OnePlace | undefined;
  /** Hexagons of few households, of which nothing is published by itself. */
  readonly sparse: SparseHexagons;
  /** Rows changed since the check before. */
  readonly applied: number;
  /** What the address types of the rows came to, for the person's own screen; none where no column tells them. */
  readonly residences: readonly ResidenceValue[];
  /** Rows that are read otherwise than the file says, or left out, because the person said so. */
  readonly mended: number;
  /** CSV of the problems by line, without any value of the export. */
  readonly report: Blob;
  /** What was read and should be known all the same. */
  readonly notes: readonly Phrase[];
}

/** How the answers of a form and the students of an export fit together, by line and by no value. */
export interface Joined {
  /** Students who have answers. */
  readonly students: number;
  readonly unjoined: readonly UnjoinedLines[];
  /** CSV of every line; undefined where all fit. */
  readonly list: Blob | undefined;
}

export interface UnjoinedLines {
  readonly kind: UnjoinedKind;
  readonly file: 'answers' | 'export';
  readonly rows: number;
  /** The first of them. */
  readonly lines: readonly number[];
}

/** How homes without coordinates were found among the address points. */
export interface Geocoded {
  /** Students by quality of the match. */
  readonly found: Readonly<Record<string, number>>;
  readonly unmatched: number;
  /** CSV of the rows not found: identifying, for the district's own disk. */
  readonly unmatchedFile: Blob | undefined;
}

/** What the last check has not seen: rows changed, and suggestions among them that were accepted. */
export interface Unchecked {
  readonly pending: number;
  readonly accepted: number;
}

/** Each question with its answer. */
export interface Exchanges {
  /** Without a header line it is looked for. */
  open: { ask: { readonly file: File; readonly headerLine?: number | undefined }; answer: Opened };
  points: {
    ask: { readonly file: File | undefined };
    answer: { readonly points: number; readonly notes: readonly Phrase[] };
  };
  /** A form's answers in a file of their own; without a file none are joined. */
  answers: {
    ask: { readonly file: File | undefined; readonly headerLine?: number | undefined };
    answer: Opened | undefined;
  };
  /** What was done by now, to be kept for another day. */
  trace: { ask: Record<never, never>; answer: Trace };
  /** The next check does again what was done another day. */
  restore: { ask: { readonly trace: Trace }; answer: Record<never, never> };
  check: { ask: Settings; answer: Checked };
  problems: {
    ask: { readonly group: string; readonly from: number; readonly count: number };
    answer: {
      readonly rows: readonly ProblemRow[];
      readonly from: number;
      readonly total: number;
      /** Of the whole group: suggestions accepted, and rows left out. */
      readonly accepted: number;
      readonly leftOut: number;
    };
  };
  /** Without a line it is for all rows of the group. */
  mend: {
    ask: { readonly group: string; readonly line?: number; readonly mend: MendAsked };
    answer: Unchecked;
  };
  forget: { ask: Record<never, never>; answer: Unchecked };
}

/** Whoever answers, which is the worker. */
export interface Asker {
  ask<K extends keyof Exchanges>(
    kind: K,
    ask: Exchanges[K]['ask'],
    options?: { signal?: AbortSignal; progress?: (progress: Progress) => void },
  ): Promise<Exchanges[K]['answer']>;
}
