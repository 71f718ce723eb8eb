import type { Composed } from './compose.ts';

/**
 * By finest patch, keys of the places whose published totals include it, for every audience: a public patch may lie in
 * other places than its parts. Districts and the state follow from the patch itself.
 */
export function placeKeys(
  { contents, coarserOf }: Pick<Composed, 'contents' | 'coarserOf'>,
  patches: number,
): string[][] {
  const keys: string[][] = Array.from({ length: patches }, () => []);
  for (const { audience, places } of contents.filter((content) => content.audience !== 'agency'))
    for (const { kind, groups, groupOf } of places) {
      if (kind === 'state' || kind === 'school_district') continue;
      for (const [patch, own] of keys.entries()) {
        const group = groups[groupOf[audience === 'public' ? (coarserOf[patch] ?? -1) : patch] ?? -1];
        if (group) own.push(`${audience} ${kind} ${group.join('+')}`);
      }
    }
  return keys;
}
