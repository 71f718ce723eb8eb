/** Land already paid for, and how many students it is estimated to hold: published numbers and public filings alone. */
import { type AskedAudience, rowsOf, type Viewer } from '../../domain/actor.ts';
import { type Cell, descendantRange } from '../../domain/cell.ts';
import type { VerdictTier } from '../../domain/speed.ts';
import { ESTIMATES, estimatePosition } from '../../domain/statistic.ts';
import type { Profile } from '../../domain/technology.ts';
import type { Source } from '../../domain/verdict.ts';
import type { Tx } from '../../platform/db.ts';
import type { EstimateReader } from '../estimates/index.ts';
import { type ReleaseRow, refuseSilent, releaseNamed, viewOfFilings } from '../releases/index.ts';
import type { Funded } from './contract.ts';
import { type PaidLand, type PaidLandReader, paidShare } from './paid.ts';

interface Asked {
  readonly release: string;
  readonly state?: string;
  readonly audience: AskedAudience;
  /** The reading whose build is counted; by default at the release's benchmark. */
  readonly tier?: VerdictTier;
  readonly profile: Profile;
  readonly source: Source;
}

export async function fundedOf(
  tx: Tx,
  { estimates, paid }: { readonly estimates: EstimateReader; readonly paid: PaidLandReader },
  viewer: Viewer,
  asked: Asked,
): Promise<Funded> {
  const release = await releaseNamed(tx, asked.release, asked.state);
  if (asked.source !== 'agreed') refuseSilent(asked.source, await viewOfFilings(tx, release.id, asked.audience));
  const floor = release.floor_students;
  const land = await paid.of(tx, release);
  const byCounty = await studentsToBuildFor(tx, estimates, viewer, { ...asked, release, land });
  const shown = (students: number) => (Math.round(students) < floor ? null : Math.round(students));
  return {
    release: release.id,
    audience: asked.audience,
    floor,
    areas: await areasOf(tx, release.state_fips),
    state: shown([...byCounty.values()].reduce((sum, students) => sum + students, 0)),
    counties: [...byCounty].map(([id, students]) => ({ id, build: shown(students) })),
    clusters: await clustersOn(tx, release, land),
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
  asked: Omit<Asked, 'release'> & { readonly release: ReleaseRow; readonly land: readonly PaidLand[] },
): Promise<Map<string, number>> {
  const { release, land, audience, profile, source, tier = release.benchmark } = asked;
  const patches = await tx.rows<{ patch: number; cell: bigint; county: string | null }>(
    `select p.patch, p.cell, l.county
     from published.patches p
     join published.lands l using (shard, release_id, audience, patch)
     where p.release_id = $1
       and p.audience = $2
     order by p.patch`,
    [release.id, rowsOf(audience)],
  );
  const shares = patches.flatMap(({ patch, cell, county }) => {
    const [first, last] = descendantRange(cell, 8);
    const share = paidShare(land.slice(positionOf(land, first), positionOf(land, last + 1n)));
    return share > 0 ? [{ patch, county: county ?? '', share }] : [];
  });
  const own = await estimates.of(tx, release, viewer);
  const build = estimatePosition({ kind: 'estimated_lever', profile, source, tier, lever: 'build' });
  const rows = own.ofPatches(shares.map(({ patch }) => patch));
  const byCounty = new Map<string, number>();
  for (const [at, { county, share }] of shares.entries()) {
    const students = (rows[at * ESTIMATES.length + build] ?? 0) * share;
    byCounty.set(county, (byCounty.get(county) ?? 0) + students);
  }
  return byCounty;
}

/** Where land sorted by cell reaches this cell. */
function positionOf(land: readonly PaidLand[], cell: Cell): number {
  let [from, to] = [0, land.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((land[middle] as PaidLand).cell < cell) from = middle + 1;
    else to = middle;
  }
  return from;
}

async function clustersOn(tx: Tx, release: ReleaseRow, land: readonly PaidLand[]): Promise<Funded['clusters']> {
  if (land.length === 0) return [];
  const clusters = await tx.rows<{ of: Funded['clusters'][number]['of']; id: string; cells: bigint[] }>(
    'select of, id, cells from published.clusters where release_id = $1 order by of, id',
    [release.id],
  );
  const byCell = new Map(land.map((one) => [one.cell, one]));
  return clusters.flatMap(({ of, id, cells }) => {
    const own = cells.flatMap((cell) => byCell.get(BigInt(cell)) ?? []);
    const share = paidShare(own);
    if (share === 0) return [];
    return [{ of, id, share, programs: [...new Set(own.flatMap(({ programs }) => programs))].sort() }];
  });
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
