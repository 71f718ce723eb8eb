/** The anonymizer: what the page and the command line are made of. */

export { Anonymizer, type AnonymizerOptions } from './anonymizer.ts';
export { AnswerSheet, joinNumber } from './answer-sheet.ts';
export {
  ANSWERS_FIELDS,
  answersFaults,
  isAnswersOnly,
  tellsHomes,
} from './answers-file.ts';
export { type Bounds, boundsOfState, isInside } from './bounds.ts';
export type { AnonymizeCounts } from './counts.ts';
export { AnonymizeError } from './error.ts';
export {
  FIELD_WORDS,
  FIELDS,
  type Field,
  type Mapping,
  mappingFaults,
  tellsResidence,
  type Use,
  usesOf,
} from './fields.ts';
export { FILE_COLUMNS, fileBytes, filePreview, NO_RESIDENCE } from './file.ts';
export { type Guess, guessMapping } from './guess.ts';
export { guessAnswersMapping } from './guess-answers.ts';
export { HEADER_WITHIN, headerAt, headerSignature, severalValuesAt } from './header.ts';
export { Join, type PlacedNote, type PlacedProblem } from './join.ts';
export {
  createKey,
  type DistrictKey,
  isLeaId,
  keyFileName,
  LEA_ID_WORDS,
  readKey,
  SECRET_BYTES,
  writeKey,
} from './key-file.ts';
export { adviceOnNote, NOTES, notesInWords, type RowNote } from './notes.ts';
export { type OnePlace, onePlaceInWords } from './one-place.ts';
export type { Address, Locate, Located } from './place.ts';
export type { Point } from './point.ts';
export { KEPT_WITHOUT, likeness, type Mend, PROBLEMS, type ProblemKind, type RowProblem } from './problems.ts';
export {
  type ResidenceValue,
  residenceKey,
  SAID_KINDS,
  type SaidKind,
  type SaidResidences,
} from './residence-values.ts';
export { UNJOINED, type Unjoined, type UnjoinedKind } from './unjoined.ts';
