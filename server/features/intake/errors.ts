import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import { type Refusal, refusal, refusalOf } from '../../platform/problem.ts';

/** Why homes are refused. No message repeats a value of the file. */
export const intakeErrors = {
  otherSecret: () => refusal('homes.other-secret', 409),
  noNewSecret: () => refusal('homes.no-new-secret', 409),
  secretInFile: () => refusal('homes.secret-in-file', 409),
  sameSecret: () => refusal('homes.same-secret', 409),
  collectionName: () => refusal('homes.collection-name', 422),
  beingReleased: () => refusal('homes.being-released', 409),
  noFiles: (path: string) => refusal('homes.no-files', 404, { path }),
  file: (name: string, cause: Refusal) => refusalOf(cause, phrase('homes.file', { name, refused: cause.phrase })),
  files: (refusals: readonly Refusal[]) =>
    refusal('homes.files', 422, { refusals: refusals.map((refused) => refused.phrase) }),
  noHeader: () => refusal('homes.no-header', 422),
  missingColumns: (names: readonly string[]) => refusal('homes.missing-columns', 422, { names }),
  repeatedColumns: (names: readonly string[]) => refusal('homes.repeated-columns', 422, { names }),
  unknownColumns: (names: readonly string[], onCommandLine: boolean) =>
    refusal('homes.unknown-columns', 422, { names, onCommandLine }),
  identifying: (findings: readonly Phrase[]) => refusal('homes.identifying', 422, { findings }),
  noCollection: () => refusal('collect.unknown', 404),
  noRows: () => refusal('homes.no-rows', 422),
  tooManyBad: (bad: number, rows: number, reasons: readonly Phrase[]) =>
    refusal('homes.too-many-bad-rows', 422, { bad, rows, causes: reasons }),
  tooManyBadOf: (leaId: string, bad: number, rows: number, reasons: readonly Phrase[]) =>
    refusal('homes.too-many-bad-rows/of-district', 422, { leaId, bad, rows, causes: reasons }),
  districtTwice: (leaId: string, first: string, second: string) =>
    refusal('homes.district-twice', 422, { leaId, first, second }),
  oneCell: (districts: readonly Phrase[]) => refusal('homes.one-cell', 422, { districts }),
  severalStates: (name: string, fips: readonly string[]) => refusal('homes.several-states', 422, { name, fips }),
  noSecret: (path: string) => refusal('homes.server-key', 500, { path }),
} as const;
