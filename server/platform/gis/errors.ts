/** Refusals of geographic files: what was found, and what to do. Without the words of a library, or the value of a feature. */
import type { Phrase, PhraseKey } from '../../domain/messages/phrase.ts';
import { Refusal, refusal } from '../problem.ts';

/** Phrase, HTTP status and names of the facts of each. */
const CATALOGUE = {
  noFile: ['gis.no-file/no-file', 400, ['file']],
  folder: ['gis.no-file/folder', 400, ['file']],
  format: ['gis.format/format', 400, ['file', 'what', 'todo']],
  nothingInside: ['gis.no-layer/nothing-inside', 400, ['file', 'holds']],
  partMissing: ['gis.shapefile-incomplete/part-missing', 400, ['file', 'parts']],
  unequalParts: ['gis.shapefile-incomplete/unequal-parts', 422, ['file', 'shapes', 'rows']],
  zip: ['gis.zip/zip', 400, ['file']],
  tooLarge: ['gis.too-large/too-large', 413, ['file']],
  unreadable: ['gis.unreadable/unreadable', 400, ['file']],
  serverError: ['gis.server-error/server-error', 422, ['file', 'message']],
  pages: ['gis.truncated/pages', 422, ['file', 'word']],
  description: ['gis.format/description', 400, ['file']],
  curves: ['gis.curves/curves', 422, ['file']],
  featureCollectionItem: ['gis.format/feature-collection-item', 400, ['file']],
  noLayer: ['gis.no-layer/no-layer', 400, ['file', 'why']],
  passedOver: ['gis.no-layer/passed-over', 422, ['file', 'leftOut']],
  noSuchLayer: ['gis.layer/no-such-layer', 400, ['file', 'asked', 'layers']],
  whichLayer: ['gis.layers/which-layer', 422, ['file', 'layers']],
  noProjection: ['gis.no-projection/no-projection', 400, ['layer', 'guess']],
  notDegrees: ['gis.no-projection/not-degrees', 400, ['layer', 'named', 'guess']],
  projectionUnknown: ['gis.no-projection/projection-unknown', 400, ['file']],
  exchanged: ['gis.exchanged/exchanged', 422, ['layer', 'features']],
  noFeature: ['gis.no-layer/no-feature', 400, ['file']],
  layerUnreadable: ['gis.unreadable/layer-unreadable', 400, ['layer', 'why']],
  codePage: ['gis.code-page/code-page', 422, ['file', 'page']],
} as const satisfies Record<string, readonly [key: PhraseKey, status: number, facts: readonly string[]]>;

/** @param of name of the file or layer @param more further facts of the phrase, in their listed order */
export function gisRefusal(
  kind: keyof typeof CATALOGUE,
  of: string,
  more: readonly (string | readonly Phrase[])[] = [],
  cause?: unknown,
): Refusal {
  const [key, status, names] = CATALOGUE[kind];
  const given = [of, ...more];
  return new Refusal({ key, facts: Object.fromEntries(names.map((name, i) => [name, given[i] ?? ''])) }, status, {
    cause,
  });
}

/** A file is loaded whole or not at all; this explains a refusal. @param faults each a `gis.fault`: "feature 7: it has no area" */
export function featuresAtFault(faults: readonly Phrase[]): Refusal {
  return refusal('gis.features', 422, { faults });
}
