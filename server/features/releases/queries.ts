import type { Viewer } from '../../domain/actor.ts';
import type { Audience } from '../../domain/audience.ts';
import type { VerdictTier } from '../../domain/speed.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { bboxSql } from '../../platform/gis/bbox.ts';
import { type Refusal, refusal } from '../../platform/problem.ts';
import type { ReleaseList, SourceLine } from './contract.ts';
import type { CountsRow } from './contract-counts.ts';
import { withdrawals, withdrawn } from './withdrawals.ts';

export interface ReleaseRow {
  id: number;
  name: string;
  /** What is withdrawn, or was discarded, is not read. */
  standing: 'draft' | 'published';
  released_at: Date;
  floor_students: number;
  floor_households: number;
  synthetic: boolean;
  statistics: string[];
  benchmark: VerdictTier;
  town_students: number;
  state_fips: string;
  state_name: string;
  collection_name: string;
}

type StoredRelease = Omit<ReleaseRow, 'standing'> & { standing: string };

/**
 * @param asked id of a release, or `current`
 * @param state FIPS code that the release must have; omitted: any state the reader may see
 * @throws Refusal 404 when there is no such release, or none yet; 409 when `current` could be of several states; 410 with the
 *   reason when it was withdrawn
 */
export async function releaseNamed(tx: Tx, asked: string, state?: string): Promise<ReleaseRow> {
  const rows = await tx.rows<StoredRelease>(
    asked === 'current'
      ? `select r.*
         from published.releases r
         join published.current c on c.release_id = r.id
         where $1::text is null
           or r.state_fips = $1
         order by r.state_fips`
      : 'select r.* from published.releases r where ($1::text is null or r.state_fips = $1) and r.id = $2',
    asked === 'current' ? [state ?? null] : [state ?? null, Number(asked)],
  );
  const [row, ...others] = rows;
  if (row && others.length > 0) throw whichState(rows);
  if (row && isRead(row)) return row;
  const [gone] = await withdrawals(tx, asked === 'current' ? { state } : { release: Number(asked), state });
  if (gone) throw asked === 'current' ? refusal('release.none/withdrawn', 404, gone) : withdrawn(gone);
  if (asked !== 'current') throw refusal('release.unknown/named', 404, { asked });
  if (state !== undefined) throw refusal('release.none/state', 404, { stateFips: state });
  throw refusal('release.none', 404);
}

function isRead(row: StoredRelease): row is ReleaseRow {
  return row.standing === 'draft' || row.standing === 'published';
}

/** Lists the states, so that a program can ask again. */
function whichState(rows: readonly StoredRelease[]): Refusal {
  const states = rows.map(({ id, state_fips: fips, state_name: name }) => ({ fips, name, release: id }));
  return refusal('release.which-state', 409, { states });
}

/** The release that the server's operator writes a file of. @throws Refusal as releaseNamed; 409 when it is a draft */
export async function releaseForFile(db: Db, asked: string, state?: string): Promise<ReleaseRow> {
  const release = await db.as({ role: 'intake' }, (tx) => releaseNamed(tx, asked, state));
  if (release.standing === 'draft') throw refusal('release.draft', 409, { name: release.name });
  return release;
}

/**
 * The actor under which the server's operator reads a release for a file.
 *
 * @throws Refusal as releaseForFile
 */
export async function viewerOfRelease(
  db: Db,
  { release, state, audience }: { release: string; state?: string | undefined; audience: Audience },
): Promise<Viewer> {
  const { state_fips: stateFips } = await releaseForFile(db, release, state);
  if (audience === 'public') return { role: audience };
  // All providers see the same, so any of them will do.
  return audience === 'provider' ? { role: audience, stateFips, providerId: 0 } : { role: audience, stateFips };
}

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
