/** Connected components of some 200,000 cells: our lattice against PostGIS on the same cells, with equal partitions required. */
import { cellToLatLng, gridDisk, latLngToCell } from 'h3-js';
import { cellFromText, cellToText, parentOf } from '../../../server/domain/cell.ts';
import { components } from '../../../server/domain/cluster/components.ts';
import { openDb, type Tx } from '../../../server/platform/db.ts';
import { nativeBinaries, startCluster } from '../../../tests/support/postgres.ts';
import { type BenchResult, interleaved } from '../result.ts';

/** Centers of res-8 neighbors lie 0.85 to 1.0 km apart here, 1.6 km at two steps around a corner, 2.3 km at three. */
const WITHIN_KM = [1.25, 2.1] as const;
const TURNS = 3;

export async function run(): Promise<BenchResult[]> {
  if (!nativeBinaries()) {
    console.log('clusters: skipped, PostgreSQL with PostGIS is not installed here');
    return [];
  }
  const server = await startCluster();
  const db = openDb({ kind: 'native', url: server.url });
  try {
    return await db.asOwner(async (tx) => {
      const cells = scattered();
      await loadPoints(tx, cells);
      const results: BenchResult[] = [];
      for (const gap of [0, 1] as const) results.push(await compare(tx, cells, gap));
      return results;
    });
  } finally {
    await db.close();
    await server.stop();
  }
}

async function compare(tx: Tx, cells: BigUint64Array, gap: 0 | 1): Promise<BenchResult> {
  const within = WITHIN_KM[gap];
  const dbscan = `select st_clusterdbscan(point, ${within}, 1) over () as cluster, at from cells`;
  await checkEqual(tx, components(cells, gap), dbscan, within);
  const times = await interleaved(
    {
      ours: () => components(cells, gap),
      dbscan: () => tx.rows(`select max(cluster) from (${dbscan}) as clustered`),
      clusterWithin: () => tx.rows(`select cardinality(st_clusterwithin(point, ${within})) from cells`),
    },
    TURNS,
  );
  const postgis = Math.min(times.dbscan, times.clusterWithin);
  return {
    name: `clusters: components, gap ${gap}, against PostGIS`,
    value: postgis / times.ours,
    unit: 'x',
    bar: { atLeast: 2 },
    detail: `${cells.length} cells: ours ${times.ours.toFixed(0)} ms, ST_ClusterDBSCAN ${times.dbscan.toFixed(0)} ms, ST_ClusterWithin ${times.clusterWithin.toFixed(0)} ms`,
  };
}

/** Half of the cells within 340 km, in clumps; seeded. Crosses a border of base cells, to include the slow part. */
function scattered(): BigUint64Array {
  const disk = gridDisk(latLngToCell(38.6, -80.6, 8), 365).map(cellFromText);
  return BigUint64Array.from(disk.filter((cell) => chance(parentOf(cell, 7)) < 0.6 && chance(cell) < 0.85));
}

function chance(cell: bigint): number {
  const mixed = BigInt.asUintN(64, (cell ^ (cell >> 29n)) * 0xbf58476d1ce4e5b9n);
  return Number(BigInt.asUintN(32, mixed >> 32n)) / 2 ** 32;
}

/** Centers in kilometers on an equal-area plane, computed before the clock starts. */
async function loadPoints(tx: Tx, cells: BigUint64Array): Promise<void> {
  const centers = Array.from(cells, (cell) => cellToLatLng(cellToText(cell)));
  await tx.run('create extension if not exists postgis');
  await tx.run('create temporary table given (at integer, lng double precision, lat double precision)');
  await tx.load(
    'given',
    [
      { name: 'at', type: 'integer' },
      { name: 'lng', type: 'double precision' },
      { name: 'lat', type: 'double precision' },
    ],
    [[Array.from(centers.keys()), centers.map(([, lng]) => lng), centers.map(([lat]) => lat)]],
  );
  await tx.run(
    `create temporary table cells as
     select at, st_transform(st_setsrid(st_makepoint(lng, lat), 4326), '+proj=laea +lat_0=38.6 +lon_0=-80.6 +units=km') as point
     from given
     order by at`,
  );
  await tx.run('analyze cells');
}

/** @throws Error when either of PostGIS's partitions differs from ours */
async function checkEqual(tx: Tx, ours: Int32Array, dbscan: string, within: number): Promise<void> {
  const theirs = await tx.rows<{ at: number; cluster: number }>(`${dbscan} order by at`);
  const pairs = new Set(theirs.map(({ at, cluster }) => `${ours[at]} ${cluster}`));
  const clusters = new Set(theirs.map(({ cluster }) => cluster));
  const { count } = await tx.one<{ count: number }>(
    `select cardinality(st_clusterwithin(point, ${within})) as count from cells`,
  );
  const own = new Set(ours).size;
  if (pairs.size !== own || clusters.size !== own || count !== own)
    throw new Error(`the partitions differ: ours ${own}, ST_ClusterDBSCAN ${clusters.size}, ST_ClusterWithin ${count}`);
}
