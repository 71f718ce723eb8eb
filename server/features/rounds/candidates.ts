/** Where lots may begin: clusters of the round's release and measure, places, hexes of the map, and areas named one by one. */
import { countyName } from '../../domain/county-name.ts';
import type { Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { type Candidates, LOT_PLACES, type LotsBody } from './contract-lots.ts';
import type { LotGround } from './lot-facts.ts';
import { patchesAround, patchesOfHexes, patchesTouching } from './lot-land.ts';
import type { LockedRound } from './move.ts';

interface Where {
  readonly round: Pick<LockedRound, 'id'>;
  readonly ground: Pick<LotGround, 'release' | 'measure'>;
}

interface NamedPatches {
  readonly name: string;
  readonly patches: readonly number[];
}

/** @throws Refusal 422 when it is not one of the four ways, or there is no such cluster, place or hex */
export async function candidateLots(tx: Tx, { ground }: Where, asked: LotsBody): Promise<NamedPatches[]> {
  const { clusters, patches, place, hexes, name } = asked;
  if ([clusters, patches, place, hexes].filter((way) => way !== undefined).length !== 1)
    throw refusal('rounds.lots-how', 422);
  if (clusters) {
    const found = (await clusterPatches(tx, ground)).filter(({ id }) => clusters.includes(id));
    if (found.length < clusters.length || clusters.length === 0) throw refusal('rounds.cluster-unknown', 422);
    return found;
  }
  if (place) {
    const found = (await placesIn(tx, ground)).find(({ kind, id }) => kind === place.kind && id === place.id);
    if (!found) throw refusal('rounds.patch-unknown', 422);
    return [{ name: name?.trim() || found.name, patches: found.patches }];
  }
  if (!name?.trim()) throw refusal('rounds.lots-how', 422);
  if (hexes) return [{ name, patches: await patchesOfHexes(tx, ground.release.id, hexes) }];
  return [{ name, patches: patches ?? [] }];
}

interface ClusterPatches extends NamedPatches {
  readonly id: string;
  readonly rank: number;
  readonly estimated: number;
  readonly isWhole: boolean;
  readonly counties: readonly string[];
}

/** By rank. Where no patch lies in a cluster whole, those that touch it. */
async function clusterPatches(tx: Tx, { release, measure }: Where['ground']): Promise<ClusterPatches[]> {
  const rows = await tx.rows<{
    id: string;
    name: string;
    rank: number;
    estimated: number;
    patches: number[];
    cells: string[];
    places: { kind: string; id: string; name: string }[];
  }>(
    `-- one row: a cluster in the provider's view
     select id, c.name, s.rank, s.estimated, s.patches, c.cells, c.places
     from published.cluster_standings s
     join published.clusters c using (release_id, of, id)
     where release_id = $1
       and audience = 'provider'
       and of = $2
       and source = 'agreed'
     order by s.rank`,
    [release.id, measure],
  );
  const hexes = rows.map(({ cells }) => cells.map(BigInt));
  const around = rows.some(({ patches }) => patches.length === 0)
    ? await patchesAround(tx, release.id, hexes.flat())
    : [];
  return rows.map(({ cells: _, places, patches, ...row }, at) => ({
    ...row,
    isWhole: patches.length > 0,
    patches: patches.length > 0 ? patches : patchesTouching(hexes[at] ?? [], around),
    counties: places.flatMap(({ kind, id, name }) => (kind === 'county' ? [countyName(name, id)] : [])),
  }));
}

type PlacePatches = Candidates['places'][number] & { readonly patches: readonly number[] };

/** By kind and name. */
async function placesIn(tx: Tx, { release }: Where['ground']): Promise<PlacePatches[]> {
  const rows = await tx.rows<PlacePatches>(
    `-- one row: a place with patches of the provider's view
     select i.kind, i.id, coalesce(p.name, i.id) as name, i.patches
     from published.place_patches i
     left join places.places p on p.kind = i.kind and p.id = i.id
     where i.release_id = $1
       and i.audience = 'provider'
       and i.kind = any ($2)
       and cardinality(i.patches) > 0
     order by array_position($2, i.kind), 3`,
    [release.id, [...LOT_PLACES]],
  );
  return rows.map((row) => (row.kind === 'county' ? { ...row, name: countyName(row.name, row.id) } : row));
}

export async function candidates(tx: Tx, { round, ground }: Where): Promise<Candidates> {
  const taken = await takenPatches(tx, round.id);
  const clusters = await clusterPatches(tx, ground);
  const places = await placesIn(tx, ground);
  return {
    clusters: clusters.map(({ patches, counties, ...row }) => ({
      ...row,
      patches: patches.length,
      taken: patches.filter((patch) => taken.has(patch)).length,
      counties: [...counties],
    })),
    places: places
      .filter(({ patches }) => patches.some((patch) => !taken.has(patch)))
      .map(({ kind, id, name }) => ({ kind, id, name })),
  };
}

async function takenPatches(tx: Tx, roundId: number): Promise<Set<number>> {
  const rows = await tx.rows<{ patch: number }>('select patch from rounds.lot_patches where round_id = $1', [roundId]);
  return new Set(rows.map(({ patch }) => patch));
}
