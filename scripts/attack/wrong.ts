import { NOBODY } from './catalog.ts';
import type { System } from './system.ts';
import { FILINGS_OF, type Truth, trueCount } from './truth.ts';

/**
 * Bounds that the truth does not keep to, of patches: none as long as the attacker knows the method. A wrong bound proves
 * nothing, so with any of them zero disclosures would say little.
 */
export function wrongIn({ catalog, patchGroups, least, most }: System, truth: Truth): number {
  let wrong = 0;
  for (const [audience, groups] of patchGroups) {
    const setOf = catalog.setOf[FILINGS_OF[audience]];
    for (const [patch, group] of groups.entries())
      for (const [statistic, set] of setOf.entries()) {
        if (set === NOBODY) continue;
        const count = trueCount(truth, audience, patch, statistic);
        const low = (least[group] as Int32Array)[set] as number;
        const high = (most[group] as Int32Array)[set] as number;
        if (count < low || count > high) wrong++;
      }
  }
  return wrong;
}
