/** Where lots may begin: clusters of the round's release and measure, counties, and areas named one by one. */
import { countyName } from '../../domain/county-name.ts';
import type { Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import type { Candidates, LotsBody } from './contract-lots.ts';
import type { LotGround } from './lot-facts.ts';
import { patchesAround, patchesTouching } from './lot-land.ts';
import { countyNames } from './lot-queries.ts';
import type { LockedRound } from './move.ts';

interface Where {
  readonly round: Pick<LockedRound, 'id'>;
  readonly ground: Pick<LotGround, 'release' | 'measure'>;
}

interface NamedPatches {
  readonly name: string;
  readonly patches: readonly number[];
}

/** @throws Refusal 422 when it is not one of the three ways, or there is no such cluster or county */
export async function candidateLots(tx: Tx, { ground }: Where, asked: LotsBody): Promise<NamedPatches[]> {
  const { clusters, patches, county, name } = asked;
  if ([clusters, patches, county].filter((way) => way !== undefined).length !== 1)
    throw refusal('rounds.lots-how', 422);
  if (clusters) {
    const found = (await clusterPatches(tx, ground)).filter(({ id }) => clusters.includes(id));
    if (found.length < clusters.length || clusters.length === 0) throw refusal('rounds.cluster-unknown', 422);
    return found;
  }
  if (county) {
    const inCounty = await countyPatches(tx, ground, county);
    if (inCounty.length === 0) throw refusal('rounds.patch-unknown', 422);
    const [called = county] = await countyNames(tx, [county]);
    return [{ name: name?.trim() || called, patches: inCounty }];
  }
  if (!name?.trim()) throw refusal('rounds.lots-how', 422);
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

async function countyPatches(tx: Tx, { release }: Where['ground'], county: string): Promise<number[]> {
  const row = await tx.maybe<{ patches: number[] }>(
    `select patches
     from published.place_patches
     where release_id = $1
       and audience = 'provider'
       and kind = 'county'
       and id = $2`,
    [release.id, county],
  );
  return row?.patches ?? [];
}

export async function candidates(tx: Tx, { round, ground }: Where): Promise<Candidates> {
  const taken = await takenPatches(tx, round.id);
  const clusters = await clusterPatches(tx, ground);
  const counties = await tx.rows<{ id: string; name: string; patches: number[] }>(
    `-- one row: a county with patches of the provider's view
     select i.id, coalesce(p.name, i.id) as name, i.patches
     from published.place_patches i
     left join places.places p on p.kind = 'county' and p.id = i.id
     where i.release_id = $1
       and i.audience = 'provider'
       and i.kind = 'county'
     order by 2`,
    [ground.release.id],
  );
  return {
    clusters: clusters.map(({ patches, counties, ...row }) => ({
      ...row,
      patches: patches.length,
      taken: patches.filter((patch) => taken.has(patch)).length,
      counties: [...counties],
    })),
    counties: counties
      .filter(({ patches }) => patches.some((patch) => !taken.has(patch)))
      .map(({ id, name }) => ({ id, name: countyName(name, id) })),
  };
}

async function takenPatches(tx: Tx, roundId: number): Promise<Set<number>> {
  const rows = await tx.rows<{ patch: number }>('select patch from rounds.lot_patches where round_id = $1', [roundId]);
  return new Set(rows.map(({ patch }) => patch));
}
