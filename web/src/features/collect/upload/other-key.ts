import type { Replaces } from '../../../../../server/features/collect/contract-uploads.ts';

const NEARLY_ALL = 0.9;

/** Pupils leave and come, but a district never exchanges nearly all of them: their pseudonyms come from another key. */
export function mayHaveOtherKey({ homesBefore, homesAfter, added, removed }: Replaces): boolean {
  return homesBefore > 0 && added >= homesAfter * NEARLY_ALL && removed >= homesBefore * NEARLY_ALL;
}
