/** Messages between the page and its worker. Rows stay in the worker; the page gets only what is on screen. */

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
import type { VerdictList } from '../../../../server/domain/verdict-list.ts';
import type { Progress } from '../../lib/work.ts';
import type { CallList } from './call-list.ts';
import type { Restored, Trace } from './trace.ts';

export interface Column {
  /** Its name, or "Column 3" without one; identifies it later. */
  readonly name: string;
  readonly isNameless?: true;
  /** Up to three of its values, shown only on the person's own screen. */
  readonly samples: readonly string[];
}

/** A readable file, as far as its first rows show. */
export interface Opened {
  readonly columns: readonly Column[];
  readonly mapping: Mapping;
  /** The basis of each guess. */
  readonly by: Partial<Record<Field, 'name' | 'values'>>;
  readonly header: HeaderLine;
  /** Notes on what was dealt with, such as how the file is written. */
  readonly notes: readonly Phrase[];
}

/** Position of the header; lines are physical ones, from 1. */
export interface HeaderLine {
  readonly line: number;
  /** True: the person chose it. False: it was detected. */
  readonly isChosen: boolean;
  /** Another candidate: the detected line where another was chosen, or a line above with several values. */
  readonly instead: number | undefined;
}

export interface Settings {
  readonly key: DistrictKey;
  readonly mapping: Mapping;
  /** Of the file of answers, if there is one. */
  readonly answers?: Mapping | undefined;
  /** Meanings of address types, as the person gave them. */
  readonly residences: SaidResidences;
  /** YYYY-MM-DD: homelessness that ended earlier no longer counts. */
  readonly today?: string;
  /** Language of the lists to save. @default English */
  readonly language?: Language;
}

/** Problems with the same mend: of one kind, in one column. */
export interface ProblemGroup {
  readonly id: string;
  readonly kind: ProblemKind;
  readonly field: Use | undefined;
  /** Columns that a mend may change, under the names of the export. */
  readonly columns: readonly MendColumn[];
  readonly rows: number;
  /** How many rows have a likely correction. */
  readonly suggested: number;
  /** Where values are wrong: the most frequent ones, and how many more there are. */
  readonly values: readonly { readonly value: string; readonly rows: number }[];
  readonly moreValues: number;
}

export interface MendColumn {
  readonly column: number;
  readonly field: Field;
  readonly name: string;
}

/** One row of a group or, where a value is wrong, all rows of the group with that value. */
export interface ProblemRow {
  /** Line of the export; the first, if several. */
  readonly line: number;
  readonly rows: number;
  /** What is wrong, where rows differ in it. */
  readonly found: Phrase | undefined;
  /** Who the row belongs to: number, grade and address from the export. Empty for one value in many rows. */
  readonly who: readonly string[];
  /** Where it differs from the kept row of the same student. */
  readonly differences: readonly Difference[];
  /** Values of the columns that can be mended. */
  readonly values: readonly { readonly name: string; readonly value: string }[];
  /** A correction in words, if one is likely. */
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

/** `accept` writes the suggestion for each row; `undo` reads what the file says again. */
export type MendAsked = RowMend | { readonly how: 'accept' } | { readonly how: 'undo' };

/** The file's current state, with the mends so far. */
export interface Checked {
  readonly counts: AnonymizeCounts;
  readonly groups: readonly ProblemGroup[];
  /** First lines of the resulting file, header first. */
  readonly preview: readonly (readonly string[])[];
  readonly file: Blob;
  readonly geocoded: Geocoded | undefined;
  /** How the answers of another file were joined. */
  readonly joined: Joined | undefined;
  /** What this check restored of another day's work. */
  readonly restored: Restored | undefined;
  /** Set where half of the students are at so few points that somebody must confirm that they live there. */
  readonly onePlace: OnePlace | undefined;
  /** Hexagons with few households, too few to publish on their own. */
  readonly sparse: SparseHexagons;
  /** Rows changed since the previous check. */
  readonly applied: number;
  /** What the rows' address types count as, shown only on the person's own screen; empty without a column of them. */
  readonly residences: readonly ResidenceValue[];
  /** Rows read differently from the file, or left out, at the person's request. */
  readonly mended: number;
  /** CSV of the problems by line, without values of the export. */
  readonly report: Blob;
  /** Notes on readable but notable things. */
  readonly notes: readonly Phrase[];
}

/** How well a form's answers and an export's students match, by line, without values. */
export interface Joined {
  /** Students who have answers. */
  readonly students: number;
  readonly unjoined: readonly UnjoinedLines[];
  /** CSV of every unmatched line; undefined where all match. */
  readonly list: Blob | undefined;
}

export interface UnjoinedLines {
  readonly kind: UnjoinedKind;
  readonly file: 'answers' | 'export';
  readonly rows: number;
  /** The first of these lines. */
  readonly lines: readonly number[];
}

/** How homes without coordinates were found among the address points. */
export interface Geocoded {
  /** Students by quality of the match. */
  readonly found: Readonly<Record<string, number>>;
  readonly unmatched: number;
  /** CSV of the rows not found. Identifying: for the district's own disk only. */
  readonly unmatchedFile: Blob | undefined;
}

/** Pending for the next check: changed rows, and the accepted suggestions among them. */
export interface Unchecked {
  readonly pending: number;
  readonly accepted: number;
}

/** Every request with its answer. */
export interface Exchanges {
  /** Without a header line it is detected. */
  open: { ask: { readonly file: File; readonly headerLine?: number | undefined }; answer: Opened };
  points: {
    ask: { readonly file: File | undefined };
    answer: { readonly points: number; readonly notes: readonly Phrase[] };
  };
  /** A separate file of form answers; without a file, none are joined. */
  answers: {
    ask: { readonly file: File | undefined; readonly headerLine?: number | undefined };
    answer: Opened | undefined;
  };
  /** What was done so far, to keep for another day. */
  trace: { ask: Record<never, never>; answer: Trace };
  /** The next check restores what was done another day. */
  restore: { ask: { readonly trace: Trace }; answer: Record<never, never> };
  check: { ask: Settings; answer: Checked };
  problems: {
    ask: { readonly group: string; readonly from: number; readonly count: number };
    answer: {
      readonly rows: readonly ProblemRow[];
      readonly from: number;
      readonly total: number;
      /** Over the whole group: accepted suggestions, and rows left out. */
      readonly accepted: number;
      readonly leftOut: number;
    };
  };
  /** Without a line, the mend applies to all rows of the group. */
  mend: {
    ask: { readonly group: string; readonly line?: number; readonly mend: MendAsked };
    answer: Unchecked;
  };
  forget: { ask: Record<never, never>; answer: Unchecked };
  /** Of the last check. Columns are positions in the export. */
  calls: { ask: { readonly verdicts: VerdictList; readonly columns: readonly number[] }; answer: CallList };
}

/** The answering side: the worker. */
export interface Asker {
  ask<K extends keyof Exchanges>(
    kind: K,
    ask: Exchanges[K]['ask'],
    options?: { signal?: AbortSignal; progress?: (progress: Progress) => void },
  ): Promise<Exchanges[K]['answer']>;
}
