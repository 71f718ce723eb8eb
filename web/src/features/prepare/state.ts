/** The page's state: files and key, choices and checks, and the work under way. */

import type { Field, Mapping } from '../../../../server/domain/anonymize/fields.ts';
import type { DistrictKey } from '../../../../server/domain/anonymize/key-file.ts';
import type { SaidKind, SaidResidences } from '../../../../server/domain/anonymize/residence/residence-values.ts';
import type { Phrase } from '../../../../server/domain/messages/phrase.ts';
import type { Progress } from '../../lib/work.ts';
import type { KeptTrace } from './kept-trace.ts';
import type { Checked, MendAsked, Opened, Unchecked } from './protocol.ts';
import type { Done, Step } from './steps.ts';

export interface Source {
  readonly name: string;
  readonly bytes: number;
  /** To read it again. */
  readonly file: File;
  readonly opened: Opened;
}

/** A separate file of form answers. */
export interface AnswersInHand {
  readonly source: Source;
  readonly mapping: Mapping;
  readonly isRemembered: boolean;
}

export interface KeyInHand {
  readonly key: DistrictKey;
  /** False for a new key until it is saved. */
  readonly isNew: boolean;
  readonly isSaved: boolean;
}

/** What takes long. */
export type Task = 'file' | 'answers' | 'points' | 'check';

export interface Work {
  readonly task: Task;
  readonly progress: Progress;
  readonly stop: () => void;
}

export interface Prepare {
  /** Everything is loaded: the network may go. */
  readonly isReady: boolean;
  readonly failure: Failure | undefined;
  readonly leaId: string;
  readonly key: KeyInHand | undefined;
  readonly source: Source | undefined;
  readonly mapping: Mapping;
  readonly isRemembered: boolean;
  readonly answers: AnswersInHand | undefined;
  /** Meanings of address types, as the person gave them. */
  readonly residences: SaidResidences;
  readonly points: { readonly name: string; readonly count: number; readonly notes: readonly Phrase[] } | undefined;
  /** What was done about this file another day, until it is restored. */
  readonly kept: KeptTrace | undefined;
  /** Whether that is still being looked up: a button must not change its words under a finger. */
  readonly isLooking: boolean;
  readonly looked: Looked | undefined;
  /** The day of the restored work. */
  readonly restoredFrom: string | undefined;
  /** Whether the browser keeps the current work. */
  readonly isKept: boolean;
  readonly checked: Checked | undefined;
  /** Rows with a change that the last check has not seen. */
  readonly pending: number;
  /** Suggestions accepted since then. */
  readonly accepted: number;
  /** The person confirmed that the many students in one place live there. */
  readonly isOnePlaceRight: boolean;
  readonly isFinished: boolean;
  readonly isSaved: boolean;
  readonly work: Work | undefined;
  readonly done: Done;
  readonly step: Step;
}

/** What the browser had kept about a file under a key. */
export interface Looked {
  readonly key: DistrictKey;
  readonly source: Source;
  readonly kept: KeptTrace | undefined;
}

/** A failure, and the step that shows it. */
export interface Failure {
  readonly about: 'page' | 'key' | Task;
  readonly said: Phrase;
}

export type Held = Omit<Prepare, 'done' | 'step' | 'kept' | 'isLooking'> & {
  /** The step the person wants; shown once it is open. */
  readonly wanted: Step | undefined;
};

export const FIRST: Held = {
  isReady: false,
  failure: undefined,
  leaId: '',
  key: undefined,
  source: undefined,
  mapping: {},
  isRemembered: false,
  answers: undefined,
  residences: {},
  points: undefined,
  looked: undefined,
  restoredFrom: undefined,
  isKept: false,
  checked: undefined,
  pending: 0,
  accepted: 0,
  isOnePlaceRight: false,
  isFinished: false,
  isSaved: false,
  work: undefined,
  wanted: undefined,
};

/** What a change of file, columns or key invalidates. */
export const UNCHECKED = { checked: undefined, isOnePlaceRight: false, isFinished: false, isSaved: false } as const;
export const NO_CHANGES: Unchecked = { pending: 0, accepted: 0 };

export interface Actions {
  setLeaId(text: string): void;
  makeKey(): void;
  chooseKey(file: Blob): Promise<void>;
  keySaved(): void;
  forgetKey(): void;
  /** @param headerLine the header line, if the person chose one */
  open(file: File, headerLine?: number): Promise<void>;
  /** Joins a file of answers, or none. */
  openAnswers(file: File | undefined, headerLine?: number): Promise<void>;
  /** For a file with answers but no homes: it becomes the answers, and this one the export. */
  addExport(file: File): Promise<void>;
  /** Sets or clears the meaning of an address type, and checks again. @param key from the check */
  sayResidence(key: string, kind: SaidKind | undefined): Promise<void>;
  setColumn(field: Field, column: number | undefined): void;
  /** Chooses the columns of homelessness. */
  setHomeless(columns: readonly number[]): void;
  /** Confirms, or no longer confirms, that students in one place live there. */
  sayOnePlace(isRight: boolean): void;
  setAnswersHomeless(columns: readonly number[]): void;
  setAnswersColumn(field: Field, column: number | undefined): void;
  choosePoints(file: File | undefined): Promise<void>;
  /** Reads the whole file with the current columns and mends, then goes to a step. */
  check(then?: Step): Promise<void>;
  /** Restores another day's work, and goes to where it ended. */
  goOn(): Promise<void>;
  /** Forgets everything that this browser keeps about files. */
  forgetKept(): void;
  mend(group: string, line: number | undefined, mend: MendAsked): Promise<void>;
  /** Accepts the suggested values in all of these groups, and checks again. */
  acceptAll(groups: readonly string[]): Promise<void>;
  forgetMends(): Promise<void>;
  finish(): void;
  saved(): void;
  goTo(step: Step): void;
}
