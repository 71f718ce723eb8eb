import { type Phrase, phrase } from '../../../domain/messages/phrase.ts';
import { refusal, refusalBecause } from '../../../platform/problem.ts';

export const pucErrors = {
  noSuchMeaning: (name: string, meanings: readonly string[]) => refusal('puc.columns', 400, { name, meanings }),
  noSuchColumn: (column: string, fields: readonly string[]) =>
    refusal('puc.columns/no-such-column', 400, { column, fields }),
  columnMissing: (meaning: 'technology' | 'maxdown' | 'maxup', fields: readonly string[]) =>
    refusal('puc.columns/column-missing', 400, { meaning, what: phrase(`puc.wanted/${meaning}`), fields }),
  unknownValues: (lines: readonly Phrase[], hints: readonly Phrase[]) => refusal('puc.values', 422, { lines, hints }),
  implausibleSpeeds: (examples: readonly Phrase[], why: Phrase) => refusal('puc.speeds', 422, { examples, why }),
  calledPlanned: (file: string, word: string) => refusal('puc.planned', 422, { file, word }),
  empty: (leftOut: readonly Phrase[]) => refusal('puc.empty', 422, { leftOut }),
  revisionExists: (title: string, publisher: string, asOf: string, revision: string) =>
    refusal('puc.revision-exists', 409, { title, publisher, asOf, revision }),
  otherConfidentiality: (loaded: string, asked: string) => refusal('puc.confidentiality', 409, { loaded, asked }),
  elsewhere: (stateFips: string) => refusal('puc.elsewhere', 422, { stateFips }),
  notADate: (date: string) => refusal('puc.date', 400, { date }),
  revisionTooOld: () => refusal('puc.date/revision-too-old', 400),
  state: () => refusal('puc.state', 400),
  publisher: () => refusal('puc.publisher', 400),
  unreadable: (file: string, cause: unknown) => refusalBecause(cause, 'gis.no-file/unreadable', 400, { file }),
};
