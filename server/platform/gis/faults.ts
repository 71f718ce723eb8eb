import { type Refusal, refusal } from '../problem.ts';

/** A file is loaded whole or not at all; this explains a refusal. @param faults each like "feature 7: it has no area" */
export function featuresAtFault(faults: readonly string[]): Refusal {
  return refusal('gis.features', 422, { faults });
}
