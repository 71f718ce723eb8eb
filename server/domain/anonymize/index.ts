/** The anonymizer, shared by the page and the command line. */

export { Anonymizer } from './anonymizer.ts';
export { AnswerSheet, joinNumber } from './answers/answer-sheet.ts';
export {
  answersFaults,
  isAnswersOnly,
  tellsHomes,
} from './answers/answers-file.ts';
export { Join, type PlacedNote, type PlacedProblem } from './answers/join.ts';
export type { Unjoined, UnjoinedKind } from './answers/unjoined.ts';
export type { AnonymizeCounts } from './counts.ts';
export { AnonymizeError } from './error.ts';
export {
  FIELDS,
  type Field,
  type Mapping,
  tellsResidence,
  type Use,
  usesOf,
} from './fields.ts';
export { FILE_COLUMNS, fileBytes, filePreview } from './file.ts';
export { type Guess, guessMapping } from './headers/guess.ts';
export { guessAnswersMapping } from './headers/guess-answers.ts';
export { HEADER_WITHIN, headerAt, severalValuesAt } from './headers/header.ts';
export {
  createKey,
  type DistrictKey,
  keyFileName,
  readKey,
  SECRET_BYTES,
  writeKey,
} from './key-file.ts';
export { notesOn, ruleOf } from './notes.ts';
export { type Bounds, boundsOfState, isInside } from './place/bounds.ts';
export { homeCell } from './place/cells.ts';
export type { OnePlace } from './place/one-place.ts';
export type { Address, Locate, Located } from './place/place.ts';
export { isFaulty, readDegrees, readPointText } from './place/point.ts';
export { KEPT_WITHOUT, type Mend, type ProblemKind, type RowProblem } from './problems.ts';
export { homelessColumn } from './residence/homeless-names.ts';
export { hasNoFixedResidence, readHomeless } from './residence/residence.ts';
export {
  type ResidenceValue,
  residenceKey,
  type SaidKind,
  type SaidResidences,
} from './residence/residence-values.ts';
export { FEW_HOUSEHOLDS, type SparseHexagons, sparseHexagons } from './sparse.ts';
