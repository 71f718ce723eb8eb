/** Writes which combinations of verdicts the land of each patch has, and how much of each. */
import { shardOf } from '../../domain/cell.ts';
import { comboText } from '../../domain/estimate/combo.ts';
import { weighLands } from '../../domain/estimate/weigh.ts';
import type { CellVerdicts } from '../../domain/verdict-cells.ts';
import type { Tx } from '../../platform/db.ts';
import type { Column, Value } from '../../platform/load.ts';
import { loadStaged } from '../../platform/load-staged.ts';
import type { Content } from './content.ts';
import type { Land } from './land.ts';

const LAND_COLUMNS: readonly Column[] = [
  { name: 'shard', type: 'bigint' },
  { name: 'release_id', type: 'integer' },
  { name: 'audience', type: 'text' },
  { name: 'patch', type: 'integer' },
  { name: 'lea_ids', type: 'text[]' },
  { name: 'county', type: 'text' },
  { name: 'combos', type: 'integer[]' },
  { name: 'weights', type: 'integer[]' },
];

/** What an audience's rows of land say. */
export interface ContentLand {
  /** By patch. */
  readonly lands: readonly { readonly county: string | null; readonly combos: number[]; readonly weights: number[] }[];
  /** Verdicts in the words of `published.combos`, by number. */
  readonly combos: readonly string[];
}

/** @returns undefined for an audience without land */
export function landOfContent(content: Pick<Content, 'audience' | 'places'>, land: Land): ContentLand | undefined {
  const open = land.of.get('public')?.verdicts.children;
  if (!open) throw new Error('the land of public patches is missing');
  const own = land.of.get(content.audience);
  if (!own) return undefined;
  const { children, locations } = own.verdicts;
  const counties = content.places.find(({ kind }) => kind === 'county');
  const { comboOf, texts } = besideOpen(children, open);
  const weighed = weighLands(own.hexesOf, { locations, comboOf });
  const lands = weighed.map(({ combos, weights }, patch) => ({
    county: counties?.groups[counties.groupOf[patch] ?? -1]?.[0] ?? null,
    combos: [...combos],
    weights: [...weights],
  }));
  return { lands, combos: texts };
}

export async function publishLand(
  tx: Tx,
  releaseId: number,
  { audience, patches, leaIds }: Pick<Content, 'audience' | 'patches' | 'leaIds'>,
  { lands, combos }: ContentLand,
): Promise<void> {
  const rows = lands.map(({ county, combos: own, weights }, patch): Value[] => [
    shardOf(patches[patch]?.cell ?? 0n),
    releaseId,
    audience,
    patch,
    `{${(patches[patch]?.districts ?? []).map((district) => leaIds[district]).join()}}`,
    county,
    `{${own.join()}}`,
    `{${weights.join()}}`,
  ]);
  await loadStaged(tx, 'published.lands', LAND_COLUMNS, [
    LAND_COLUMNS.map((_, column) => rows.map((row) => row[column] ?? null)),
  ]);
  await tx.run(
    `insert into published.combos (release_id, audience, combo, verdicts)
     select $1, $2, combo - 1, verdicts
     from unnest($3::text[]) with ordinality as own (verdicts, combo)`,
    [releaseId, audience, combos],
  );
}

/** Combinations of an audience's verdicts, each with the public verdict at the same place. */
function besideOpen(own: CellVerdicts, open: CellVerdicts): { comboOf: Int32Array; texts: string[] } {
  const texts: string[] = [];
  const known = new Map<number, number>();
  const comboOf = own.comboOf.map((combo, child) => {
    const beside = open.comboOf[child] ?? -1;
    if (combo < 0 || beside < 0) return -1;
    const key = combo * open.combos.length + beside;
    const number = known.get(key) ?? texts.push(comboText(own.combos[combo] ?? [], open.combos[beside] ?? [])) - 1;
    known.set(key, number);
    return number;
  });
  return { comboOf, texts };
}
