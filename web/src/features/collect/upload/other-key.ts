import type { Replaces } from '../../../../../server/features/collect/contract-uploads.ts';

const NEARLY_ALL = 0.9;

/** A district never replaces nearly all its students: if the pseudonyms are new, they come from another key. */
export function mayHaveOtherKey({ homesBefore, homesAfter, added, removed }: Replaces): boolean {
  return homesBefore > 0 && added >= homesAfter * NEARLY_ALL && removed >= homesBefore * NEARLY_ALL;
}
