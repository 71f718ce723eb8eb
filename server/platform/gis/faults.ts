import { type Refusal, refusal } from '../problem.ts';

/** A file is loaded whole or not at all; this says why not. @param faults "feature 7: it has no area" each */
export function featuresAtFault(faults: readonly string[]): Refusal {
  return refusal('gis.features', 422, { faults });
}
