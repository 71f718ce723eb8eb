import { type Phrase, phrase } from '../../../domain/messages/phrase.ts';
import { type Refusal, refusal, refusalOf } from '../../../platform/problem.ts';

export const providerErrors = {
  notFound: (path: string) => refusal('providers.not-found', 422, { path }),
  /** Repeats a refusal of the table reader, with the name of the file. */
  file: (file: string, inner: Refusal) => refusalOf(inner, phrase('providers.file', { file, refused: inner.phrase })),
  empty: (file: string) => refusal('providers.empty', 422, { file }),
  header: (file: string, missing: readonly string[]) => refusal('providers.header', 422, { file, missing }),
  badValue: (file: string, line: number, column: string, value: string, wanted: Phrase) =>
    refusal('providers.bad-value', 422, { file, line, column, characters: value.length, wanted }),
  shortened: (file: string, line: number, column: string) =>
    refusal('providers.shortened', 422, { file, line, column }),
  width: (file: string, line: number, values: number, columns: number) =>
    refusal('providers.width', 422, { file, line, valueCount: values, columnCount: columns }),
};
