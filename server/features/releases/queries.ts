import type { Tx } from '../../platform/db.ts';
import { bboxSql } from '../../platform/gis/bbox.ts';
import type { ReleaseList, SourceLine } from './contract.ts';
import type { CountsRow } from './contract-counts.ts';

export async function sourcesOf(
  tx: Tx,
  releaseId: number,
  audience: string,
): Promise<(SourceLine & { filingId: number })[]> {
  const rows = await tx.rows<Omit<SourceLine, 'correctedFor'> & { filingId: number; correctedFor: string | null }>(
    `-- one row: a filing the release rests on
     select filing_id as "filingId", source, publisher, title, as_of as "asOf", revision, technologies, synthetic,
       corrected_for as "correctedFor"
     from published.sources
     where release_id = $1
       and audience = $2
     order by source, publisher, title`,
    [releaseId, audience],
  );
  return rows.map(({ correctedFor, ...line }) => ({ ...line, ...(correctedFor !== null && { correctedFor }) }));
}

export function totalsOf(tx: Tx, releaseId: number, audience: string): Promise<CountsRow | undefined> {
  return tx.maybe(
    'select students, households, counts, hidden from published.totals where release_id = $1 and audience = $2',
    [releaseId, audience],
  );
}

/** In degrees; west exceeds east across 180 degrees. */
export type Bounds = [west: number, south: number, east: number, north: number];

/** The limit of web maps. */
const WORLD: Bounds = [-180, -85.0511, 180, 85.0511];

/**
 * The state's extent; the whole world if its outline was never loaded. In a state across 180 degrees each place contributes its box;
 * only places that cross the line themselves, the state among them, contribute their outline.
 */
export async function stateBounds(tx: Tx, fips: string): Promise<Bounds> {
  const { bounds } = await tx.one<{ bounds: (number | null)[] }>(
    `select ${bboxSql('st_collect(box)')} as bounds
     from (
       select case when st_xmax(geom) - st_xmin(geom) > 180 then geom else st_envelope(geom) end as box
       from places.places
       where state_fips = $1
     ) as boxes`,
    [fips],
  );
  const [west, south, east, north] = bounds;
  return west == null || south == null || east == null || north == null ? WORLD : [west, south, east, north];
}

/** @param state FIPS code; omitted: all states */
export async function releaseList(tx: Tx, state?: string): Promise<ReleaseList['releases']> {
  return tx.rows(
    `-- one row: a release, the newest vintage first
     select
       r.id,
       r.name,
       to_char(r.released_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "releasedAt",
       (
         select max(s.as_of)::text
         from published.sources s
         where s.release_id = r.id
           and s.audience = 'public'
           and s.source = 'fcc'
       ) as "fccAsOf",
       r.id in (select release_id from published.current) as current,
       r.standing,
       json_build_object('fips', r.state_fips, 'name', r.state_name) as state,
       r.synthetic
     from published.releases r
     where $1::text is null
       or r.state_fips = $1
     order by 4 desc nulls last, r.id desc`,
    [state ?? null],
  );
}

/** Every step of the state's releases, the newest first; for its agency. */
export async function releaseLog(tx: Tx): Promise<NonNullable<ReleaseList['log']>> {
  const rows = await tx.rows<Omit<NonNullable<ReleaseList['log']>[number], 'at'> & { at: Date }>(
    `-- one row: a step
     select release_id as release, name, standing, at, by, reason, current_release as current
     from published.release_log
     order by id desc`,
  );
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

export interface PatchRow extends CountsRow {
  patch: number;
  cell: bigint;
  resolution: number;
  rest: boolean;
  lea_ids: string[];
  county: string | null;
  students: number;
  households: number;
}

/** Every patch's number and cell: few enough (some thousand rows) to page in memory. */
export function patchCells(
  tx: Tx,
  releaseId: number,
  audience: string,
  place: { kind: string; id: string } | undefined,
): Promise<{ patch: number; cell: bigint }[]> {
  if (place)
    return tx.rows(
      `select p.patch, p.cell
       from published.place_patches i
       join published.patches p
         on p.release_id = i.release_id
         and p.audience = i.audience
         and p.patch = any (i.patches)
       where i.release_id = $1
         and i.audience = $2
         and i.kind = $3
         and i.id = $4
       order by p.patch`,
      [releaseId, audience, place.kind, place.id],
    );
  return tx.rows('select patch, cell from published.patches where release_id = $1 and audience = $2 order by patch', [
    releaseId,
    audience,
  ]);
}

export function patchesNumbered(
  tx: Tx,
  releaseId: number,
  audience: string,
  patches: readonly number[],
): Promise<PatchRow[]> {
  return tx.rows(
    `-- one row: a patch, and the county it counts to
     select p.patch, p.cell, p.resolution, p.rest, p.lea_ids, l.county, p.students, p.households, p.counts, p.hidden
     from published.patches p
     join published.lands l using (shard, release_id, audience, patch)
     where p.release_id = $1
       and p.audience = $2
       and p.patch = any($3::integer[])
     order by p.patch`,
    [releaseId, audience, patches],
  );
}
