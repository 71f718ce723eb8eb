import type { Phrase } from '../../domain/messages/phrase.ts';
import { refusal, refusalBecause } from '../../platform/problem.ts';

/** Why homes could not be placed by their addresses. No message repeats an address. */
export const geocodeErrors = {
  census: (reason: Phrase, cause: unknown) => refusalBecause(cause, 'geocode.census', 503, { reason }),
  notAgreed: () => refusal('geocode.not-agreed', 400),
  censusUrl: () => refusal('geocode.census-url', 400),
  noFile: (name: string) => refusal('geocode.no-file', 400, { name }),
  columns: (name: string, missing: readonly string[], columns: readonly string[]) =>
    refusal('geocode.columns', 422, { name, missing, columns }),
  columnsSaid: (parts: readonly string[]) => refusal('geocode.columns-said', 400, { words: parts }),
  saidColumn: (name: string, column: string, columns: readonly string[]) =>
    refusal('geocode.said-column', 422, { name, column, columns }),
  empty: (name: string) => refusal('geocode.empty', 422, { name }),
} as const;
