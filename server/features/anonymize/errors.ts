import type { Phrase } from '../../domain/messages/phrase.ts';
import { refusal } from '../../platform/problem.ts';

/** Why an export is not anonymized. No message repeats a value of the file. */
export const anonymizeErrors = {
  noFile: (path: string) => refusal('anonymize.no-file', 404, { path }),
  noKey: (path: string) => refusal('anonymize.no-key', 404, { path }),
  keyExists: (path: string) => refusal('anonymize.key-exists', 409, { path }),
  /** @param line the person named, if any; by what flag */
  noHeader: (line: number | undefined, flag: string) => refusal('anonymize.no-header', 422, { line, flag }),
  headerLine: () => refusal('anonymize.header-line', 422),
  noSuchUse: (uses: readonly string[]) => refusal('anonymize.columns/no-such-use', 422, { uses }),
  noSuchColumn: (use: string) => refusal('anonymize.columns/no-such-column', 422, { use }),
  answers: (faults: Phrase) => refusal('anonymize.answers', 422, { faults }),
  answersOnly: (hasNumbers: boolean) => refusal('anonymize.answers-only', 422, { hasNumbers }),
  answersSwapped: () => refusal('anonymize.answers-swapped', 422),
  noneJoined: (rows: number) => refusal('anonymize.none-joined', 422, { rows }),
  residence: () => refusal('anonymize.residence', 422),
  residenceUnmet: (values: number) => refusal('anonymize.residence-unmet', 422, { valueCount: values }),
  onePlace: (question: Phrase) => refusal('anonymize.one-place', 422, { question }),
  noRows: () => refusal('anonymize.no-rows', 422),
  tooManyBad: (bad: number, rows: number, reasons: Phrase) =>
    refusal('anonymize.too-many-bad-rows', 422, { bad, rows, reasons }),
} as const;
