/** What the page knows: the files and the key in hand, what was chosen and checked, and the work under way. */

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
  /** To be read again. */
  readonly file: File;
  readonly opened: Opened;
}

/** A form's answers in a file of their own. */
export interface AnswersInHand {
  readonly source: Source;
  readonly mapping: Mapping;
  readonly isRemembered: boolean;
}

export interface KeyInHand {
  readonly key: DistrictKey;
  /** A new key is nobody's yet until it is saved. */
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
  /** Everything is loaded, so that the network may go. */
  readonly isReady: boolean;
  readonly failure: Failure | undefined;
  readonly leaId: string;
  readonly key: KeyInHand | undefined;
  readonly source: Source | undefined;
  readonly mapping: Mapping;
  readonly isRemembered: boolean;
  readonly answers: AnswersInHand | undefined;
  /** What the person said that address types mean. */
  readonly residences: SaidResidences;
  readonly points: { readonly name: string; readonly count: number; readonly notes: readonly Phrase[] } | undefined;
  /** What was done about this file another day, until it is done again. */
  readonly kept: KeptTrace | undefined;
  /** Whether that is still looked for: a button must not change its words under a finger. */
  readonly isLooking: boolean;
  readonly looked: Looked | undefined;
  /** The day of what was done again. */
  readonly restoredFrom: string | undefined;
  /** Whether the browser keeps what is done now. */
  readonly isKept: boolean;
  readonly checked: Checked | undefined;
  /** Rows with a change that the last check has not seen yet. */
  readonly pending: number;
  /** Suggestions accepted since then. */
  readonly accepted: number;
  /** The person said that the many students in one place live there. */
  readonly isOnePlaceRight: boolean;
  readonly isFinished: boolean;
  readonly isSaved: boolean;
  readonly work: Work | undefined;
  readonly done: Done;
  readonly step: Step;
}

/** What the browser was found to keep of a file under a key. */
export interface Looked {
  readonly key: DistrictKey;
  readonly source: Source;
  readonly kept: KeptTrace | undefined;
}

/** What went wrong, and at which step it is shown. */
export interface Failure {
  readonly about: 'page' | 'key' | Task;
  readonly said: Phrase;
}

export type Held = Omit<Prepare, 'done' | 'step' | 'kept' | 'isLooking'> & {
  /** The step the person went to; shown as far as it is open. */
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

/** What a change of file, columns or key makes void. */
export const UNCHECKED = { checked: undefined, isOnePlaceRight: false, isFinished: false, isSaved: false } as const;
export const NO_CHANGES: Unchecked = { pending: 0, accepted: 0 };

export interface Actions {
  setLeaId(text: string): void;
  makeKey(): void;
  chooseKey(file: Blob): Promise<void>;
  keySaved(): void;
  forgetKey(): void;
  /** @param headerLine the line that names the columns, where the person said so */
  open(file: File, headerLine?: number): Promise<void>;
  /** Joins a file of answers, or none. */
  openAnswers(file: File | undefined, headerLine?: number): Promise<void>;
  /** Of a file that has answers and no homes: it becomes the answers, and this the export. */
  addExport(file: File): Promise<void>;
  /** Says what an address type means, or takes that back, and checks again. @param key as the check gave it */
  sayResidence(key: string, kind: SaidKind | undefined): Promise<void>;
  setColumn(field: Field, column: number | undefined): void;
  /** Which columns tell of homelessness. */
  setHomeless(columns: readonly number[]): void;
  /** That students who stand in one place live there, or that nobody has said so. */
  sayOnePlace(isRight: boolean): void;
  setAnswersHomeless(columns: readonly number[]): void;
  setAnswersColumn(field: Field, column: number | undefined): void;
  choosePoints(file: File | undefined): Promise<void>;
  /** Reads the whole file with the columns and mends as they are, then goes to a step. */
  check(then?: Step): Promise<void>;
  /** Does again what was done another day, and goes to where that ended. */
  goOn(): Promise<void>;
  /** Forgets all that this browser keeps of files. */
  forgetKept(): void;
  mend(group: string, line: number | undefined, mend: MendAsked): Promise<void>;
  /** Reads the suggested values in all of these groups, and checks again. */
  acceptAll(groups: readonly string[]): Promise<void>;
  forgetMends(): Promise<void>;
  finish(): void;
  saved(): void;
  goTo(step: Step): void;
}
