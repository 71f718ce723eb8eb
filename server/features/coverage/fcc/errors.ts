/** Refusals of the FCC import. Each names the file, what was found and what to do. */
import type { Phrase } from '../../../domain/messages/phrase.ts';
import { refusal, refusalBecause } from '../../../platform/problem.ts';

const FLAG_OF = { stateFips: '--state', asOf: '--as-of', revision: '--revision' } as const;

export const fccErrors = {
  notFound: (path: string) => refusal('fcc.not-found', 422, { path }),
  noFiles: (paths: readonly string[]) => refusal('fcc.no-files', 422, { paths }),
  unknownKind: (name: string) => refusal('fcc.unknown-kind', 422, { name }),
  unknownVintage: (name: string) => refusal('fcc.unknown-vintage', 422, { name }),
  flagAgainstName: (name: string, key: keyof typeof FLAG_OF, flag: string, named: string) =>
    refusal('fcc.flag-against-name', 422, { name, option: FLAG_OF[key], flag, named }),
  notAState: (text: string) => refusal('fcc.not-a-state', 422, { text }),
  notADate: (flag: string) => refusal('fcc.not-a-date', 422, { flag }),
  twice: (first: string, second: string) => refusal('fcc.twice', 422, { first, second }),
  zipUnreadable: (name: string, cause: unknown) => refusalBecause(cause, 'fcc.zip-unreadable', 422, { name }),
  zipEncrypted: (name: string) => refusal('fcc.zip-encrypted', 422, { name }),
  zipEmpty: (name: string, others: readonly string[]) => refusal('fcc.zip-empty', 422, { name, others }),
  gzipUnreadable: (name: string, cause: unknown) => refusalBecause(cause, 'fcc.gzip-unreadable', 422, { name }),
  bomb: (name: string, ratio: number) => refusal('fcc.bomb', 422, { name, ratio }),
  noRoom: (name: string, needed: number, free: number) => refusal('fcc.no-room', 422, { name, needed, free }),
  empty: (name: string) => refusal('fcc.empty', 422, { name }),
  header: (name: string, missing: readonly string[]) => refusal('fcc.header', 422, { name, missing }),
  cell: (name: string, line: number, column: string, found: Phrase | string, wanted: Phrase) =>
    refusal('fcc.bad-value', 422, { name, line, column, found, wanted }),
  cut: (name: string, line: number, column: string, found: string, wanted: Phrase) =>
    refusal('fcc.cut-number', 422, { name, line, column, found, wanted }),
  rounded: (name: string, line: number) => refusal('fcc.rounded-locations', 422, { name, line }),
  noRows: (name: string) => refusal('fcc.no-rows', 422, { name }),
  structure: (name: string, line: number | undefined, found: Phrase) =>
    refusal('fcc.bad-line', 422, { name, line, found }),
  another: (
    title: Phrase,
    technology: Phrase | string,
    loaded: readonly FileInWords[],
    given: readonly FileInWords[],
  ) => refusal('fcc.another-file', 422, { title, technology, loadedFiles: loaded, givenFiles: given }),
  notKept: (name: string, revision: string, state: 'missing' | 'damaged', kept: string | undefined) =>
    refusal('fcc.not-kept', 422, { name, revision, state, kept }),
  incomplete: (stateFips: string, asOf: string, before: string, missing: readonly string[]) =>
    refusal('fcc.incomplete', 422, { stateFips, asOf, before, missing }),
  notATechnology: (word: string, words: readonly string[]) => refusal('fcc.not-a-technology', 422, { word, words }),
  notAbsent: (technology: string, name: string) => refusal('fcc.not-absent', 422, { technology, name }),
  meanwhile: () => refusal('fcc.meanwhile', 422),
};

interface FileInWords {
  readonly name: string;
  readonly rows: number;
}
