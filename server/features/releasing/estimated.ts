/** The estimates that follow from a release about to be written, as its readers will compute them from its rows. */
import type { VerdictTier } from '../../domain/speed.ts';
import { COUNTS, PLACE_COUNTS } from '../../domain/statistic.ts';
import { type Estimates, estimatesFromRows, type PlaceCounts } from '../estimates/index.ts';
import type { Content } from './content.ts';
import type { ContentLand } from './publish-lands.ts';
import { shownCounts } from './rows.ts';

/** @param land undefined: the audience has none, and nothing is estimated */
export function estimatesOfContent(
  { patches, patchSets, places, stateSet, numbers }: Content,
  land: ContentLand | undefined,
  counting: { benchmark: VerdictTier; floor: number },
): Pick<Estimates, 'ofPlace'> {
  const at = (set: number): PlaceCounts => ({
    students: numbers.size(set)[0],
    ...shownCounts(numbers.codes(set, PLACE_COUNTS.length)),
  });
  const rows = {
    patches: patches.flatMap(({ cell, resolution }, patch) => {
      const own = land?.lands[patch];
      const set = patchSets[patch] ?? -1;
      const { counts } = shownCounts(numbers.codes(set, COUNTS.length));
      return own ? [{ patch, cell, resolution, students: numbers.size(set)[0], counts, ...own }] : [];
    }),
    combos: (land?.combos ?? []).map((verdicts, combo) => ({ combo, verdicts })),
    places: places.flatMap(({ kind, groups, groupOf, sets }) =>
      groups.flatMap((ids, group) => {
        const own = at(sets[group] ?? -1);
        const members = Array.from(groupOf.keys()).filter((patch) => groupOf[patch] === group);
        return ids.map((id) => ({ kind, id, patches: members, ...own }));
      }),
    ),
    state: at(stateSet),
  };
  return estimatesFromRows(rows, counting);
}
