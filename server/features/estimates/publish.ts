/** Writes of each patch which combinations of verdicts its land has, and how much of each. */
import { comboText } from '../../domain/estimate/combo.ts';
import { weighLands } from '../../domain/estimate/weigh.ts';
import type { Tx } from '../../platform/db.ts';
import type { Column, Value } from '../../platform/load.ts';
import { loadStaged } from '../../platform/load-staged.ts';
import type { Content } from '../releases/content.ts';
import type { Land } from './land.ts';

const LAND_COLUMNS: readonly Column[] = [
  { name: 'release_id', type: 'integer' },
  { name: 'audience', type: 'text' },
  { name: 'patch', type: 'integer' },
  { name: 'lea_ids', type: 'text[]' },
  { name: 'county', type: 'text' },
  { name: 'combos', type: 'integer[]' },
  { name: 'weights', type: 'integer[]' },
];

export async function publishLands(
  tx: Tx,
  releaseId: number,
  contents: readonly Pick<Content, 'audience' | 'patches' | 'leaIds' | 'places'>[],
  land: Land,
): Promise<void> {
  for (const { audience, patches, leaIds, places } of contents) {
    const own = land.of.get(audience);
    if (!own) continue;
    const { children, locations } = own.verdicts;
    const counties = places.find(({ kind }) => kind === 'county');
    const weighed = weighLands(own.hexesOf, { locations, comboOf: children.comboOf });
    const rows = weighed.map(({ combos, weights }, patch): Value[] => [
      releaseId,
      audience,
      patch,
      `{${(patches[patch]?.districts ?? []).map((district) => leaIds[district]).join()}}`,
      counties?.groups[counties.groupOf[patch] ?? -1]?.[0] ?? null,
      `{${combos.join()}}`,
      `{${weights.join()}}`,
    ]);
    await loadStaged(tx, 'published.lands', LAND_COLUMNS, [
      LAND_COLUMNS.map((_, column) => rows.map((row) => row[column] ?? null)),
    ]);
    await tx.run(
      `insert into published.combos (release_id, audience, combo, verdicts)
       select $1, $2, combo - 1, verdicts
       from unnest($3::text[]) with ordinality as own (verdicts, combo)`,
      [releaseId, audience, children.combos.map(comboText)],
    );
  }
}
