/** Land already paid for, and how many students it is estimated to hold: published numbers and public filings alone. */
import { type AskedAudience, rowsOf, type Viewer } from '../../domain/actor.ts';
import { descendantRange } from '../../domain/cell.ts';
import type { VerdictTier } from '../../domain/speed.ts';
import { ESTIMATES, estimatePosition } from '../../domain/statistic.ts';
import type { Profile } from '../../domain/technology.ts';
import type { Source } from '../../domain/verdict.ts';
import type { Tx } from '../../platform/db.ts';
import type { EstimateReader } from '../estimates/index.ts';
import { type ReleaseRow, refuseSilent, releaseNamed, viewOfFilings } from '../releases/index.ts';
import type { Funded } from './contract.ts';
import { PAID } from './paid.ts';

interface Asked {
  readonly release: string;
  readonly state?: string;
  readonly audience: AskedAudience;
  /** Whose build is counted; the release's benchmark where no speed is asked for. */
  readonly tier?: VerdictTier;
  readonly profile: Profile;
  readonly source: Source;
}

export async function fundedOf(tx: Tx, estimates: EstimateReader, viewer: Viewer, asked: Asked): Promise<Funded> {
  const release = await releaseNamed(tx, asked.release, asked.state);
  if (asked.source !== 'agreed') refuseSilent(asked.source, await viewOfFilings(tx, release.id, asked.audience));
  const floor = release.floor_students;
  const byCounty = await studentsToBuildFor(tx, estimates, viewer, release, asked);
  const shown = (students: number) => (Math.round(students) < floor ? null : Math.round(students));
  return {
    release: release.id,
    audience: asked.audience,
    floor,
    areas: await areasOf(tx, release.state_fips),
    state: shown([...byCounty.values()].reduce((sum, students) => sum + students, 0)),
    counties: [...byCounty].map(([id, students]) => ({ id, build: shown(students) })),
    clusters: await clustersOn(tx, release),
  };
}

function areasOf(tx: Tx, stateFips: string): Promise<Funded['areas']> {
  return tx.rows(
    `select id, program, holder, technology, download_mbps as "downloadMbps", upload_mbps as "uploadMbps",
       due_on::text as "dueOn", illustrative
     from coverage.funded
     where state_fips = $1
     order by program, holder, id`,
    [stateFips],
  );
}

async function studentsToBuildFor(
  tx: Tx,
  estimates: EstimateReader,
  viewer: Viewer,
  release: ReleaseRow,
  { audience, profile, source, tier = release.benchmark }: Asked,
): Promise<Map<string, number>> {
  const patches = await tx.rows<{ patch: number; cell: bigint; county: string | null }>(
    `select p.patch, p.cell, l.county
     from published.patches p
     join published.lands l using (shard, release_id, audience, patch)
     where p.release_id = $1
       and p.audience = $2
     order by p.patch`,
    [release.id, rowsOf(audience)],
  );
  const ranges = patches.map(({ cell }) => descendantRange(cell, 8));
  const shares = await tx.rows<{ position: number; share: number }>(
    `-- one row: a patch that has a location on land paid for
     with ${PAID}
     select
       w.position::integer - 1 as position,
       sum(here.locations * coalesce(paid.parts, 0) / 7.0)::float8 / sum(here.locations) as share
     from unnest($3::bigint[], $4::bigint[]) with ordinality as w (first, last, position)
     join here on here.cell between w.first and w.last
     left join paid using (cell)
     group by w.position
     having sum(coalesce(paid.parts, 0)) > 0`,
    [release.state_fips, release.id, ranges.map(([first]) => first), ranges.map(([, last]) => last)],
  );
  const own = await estimates.of(tx, release, viewer);
  const build = estimatePosition({ kind: 'estimated_lever', profile, source, tier, lever: 'build' });
  const rows = own.ofPatches(shares.map(({ position }) => patches[position]?.patch ?? -1));
  const byCounty = new Map<string, number>();
  for (const [at, { position, share }] of shares.entries()) {
    const county = patches[position]?.county ?? '';
    const students = (rows[at * ESTIMATES.length + build] ?? 0) * share;
    byCounty.set(county, (byCounty.get(county) ?? 0) + students);
  }
  return byCounty;
}

function clustersOn(tx: Tx, release: ReleaseRow): Promise<Funded['clusters']> {
  return tx.rows(
    `-- one row: a cluster with a location on land paid for
     with ${PAID}
     select
       c.of,
       c.id,
       sum(here.locations * coalesce(paid.parts, 0) / 7.0)::float8 / sum(here.locations) as share,
       (select array_agg(distinct name) from paid p, unnest(p.programs) as name where p.cell = any(c.cells)) as programs
     from published.clusters c
     join here on here.cell = any(c.cells)
     left join paid using (cell)
     where c.release_id = $2
     group by c.release_id, c.of, c.id, c.cells
     having sum(coalesce(paid.parts, 0)) > 0`,
    [release.state_fips, release.id],
  );
}

/** Outlines simplified to some 50 m, with what is known of each. */
export function outlinesOf(tx: Tx, stateFips: string): Promise<(Record<string, unknown> & { shape: string })[]> {
  return tx.rows(
    `select st_asgeojson(st_simplifypreservetopology(geom, 0.0005), 5) as shape, program, holder, technology,
       download_mbps, upload_mbps, due_on::text as due_on, illustrative
     from coverage.funded
     where state_fips = $1
     order by id`,
    [stateFips],
  );
}
