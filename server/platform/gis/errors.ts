/** Refusals of geographic files: what was found, and what to do. Without the words of a library, or the value of a feature. */
import type { Phrase } from '../../domain/messages/phrase.ts';
import { type Refusal, refusal, refusalBecause } from '../problem.ts';

/** What stands at a path instead of a file. */
export const folderNoFile = (file: string) => refusal('gis.no-file/folder', 400, { file });

export const tooLarge = (file: string) => refusal('gis.too-large/too-large', 413, { file });

export const unreadable = (file: string | Phrase, cause: unknown) =>
  refusalBecause(cause, 'gis.unreadable/unreadable', 400, { file });

export const projectionUnknown = (file: string, cause?: unknown) =>
  refusalBecause(cause, 'gis.no-projection/projection-unknown', 400, { file });

/** A file is loaded whole or not at all; this explains a refusal. @param faults each a `gis.fault`: "feature 7: it has no area" */
export function featuresAtFault(faults: readonly Phrase[]): Refusal {
  return refusal('gis.features', 422, { faults });
}
