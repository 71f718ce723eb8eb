/** Tiles: encoding against PostGIS, bytes, a warm tile over HTTP, a hundred requests for a cold one. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Fastify from 'fastify';
import { cellToBoundary } from 'h3-js';
import pg from 'pg';
import { cellToText } from '../../../server/domain/cell.ts';
import { STATISTIC_KEYS } from '../../../server/domain/statistic.ts';
import { encodeArrow } from '../../../server/features/tiles/arrow.ts';
import { tileRoutes } from '../../../server/features/tiles/index.ts';
import { encodeMvt } from '../../../server/features/tiles/mvt.ts';
import { worldX, worldY } from '../../../server/features/tiles/outlines.ts';
import { openDb } from '../../../server/platform/db.ts';
import { compressed } from '../../../server/platform/http-cache/index.ts';
import { migrate } from '../../../server/platform/migrate.ts';
import { tableOf } from '../../../tests/support/hex-table.ts';
import { nativeBinaries, startCluster } from '../../../tests/support/postgres.ts';
import { cellsAround, type SyntheticHex, syntheticHexes } from '../../../tests/support/synthetic-hexes.ts';
import { CENTER as RELEASE_CENTER, writeTileRelease } from '../../../tests/support/tile-release.ts';
import { type BenchResult, benchTable, interleaved } from '../result.ts';

const CELLS = 1300;
const CENTER = [-80.9, 38.6] as const;
/** Holds all of them. */
const TILE = { z: 7, x: 35, y: 49 };

export async function run(): Promise<BenchResult[]> {
  const hexes = syntheticHexes(cellsAround(CENTER, 8, 21).slice(0, CELLS));
  const results = [await bytesOfTiles(hexes)];
  if (!nativeBinaries()) return results;
  const cluster = await startCluster();
  try {
    results.push(...(await encoding(hexes, cluster.url)));
    results.push(...(await overHttp(cluster.url)));
  } finally {
    await cluster.stop();
  }
  return results;
}

/** Both as they are sent, compressed by the server's own settings. */
async function bytesOfTiles(hexes: readonly SyntheticHex[]): Promise<BenchResult> {
  const table = tableOf(hexes);
  const rows = table.rowsCenterdIn(TILE);
  if (rows.length !== CELLS) throw new Error(`the tile holds ${rows.length} cells`);
  const cells = await compressed(encodeArrow(table, rows));
  const mvt = await compressed(encodeMvt(table, 'hexes', TILE));
  return {
    name: 'gzipped bytes of a cell tile against MVT',
    value: cells.gzip.length / mvt.gzip.length,
    unit: 'x',
    bar: { atMost: 0.25 },
    detail: `${CELLS} cells, ${STATISTIC_KEYS.length} statistics: ${kB(cells.gzip)} against ${kB(mvt.gzip)}; brotli ${kB(cells.brotli)} against ${kB(mvt.brotli)}`,
  };
}

async function encoding(hexes: readonly SyntheticHex[], url: string): Promise<BenchResult[]> {
  const table = tableOf(hexes);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create extension if not exists postgis');
  const columns = STATISTIC_KEYS.map((key) => `"${key}"`).join(', ');
  // Everything laid out as ST_AsMVT likes it best: a typed column an attribute, geometry in the tile's projection.
  await client.query(
    `create table bench_cells (
       geom geometry(Polygon, 3857), h3 text, resolution integer, rest boolean, students integer, households integer,
       ${STATISTIC_KEYS.map((key) => `"${key}" integer`).join(', ')}, hidden text)`,
  );
  for (const hex of hexes) {
    const h3 = cellToText(hex.cell);
    const ring = cellToBoundary(h3, true).map((point) => point.join(' '));
    await client.query(
      `insert into bench_cells
       select st_transform(st_geomfromtext($1, 4326), 3857), $2, $3, $4, $5, $6,
         ${STATISTIC_KEYS.map((_, i) => `($7::integer[])[${i + 1}]`).join(', ')}, $8`,
      [
        `POLYGON((${ring.join(',')}))`,
        h3,
        hex.resolution,
        hex.rest,
        hex.students,
        hex.households,
        `{${hex.counts.map((count) => count ?? 'NULL').join(',')}}`,
        hex.hidden,
      ],
    );
  }
  await client.query('vacuum analyze bench_cells');
  const statement = {
    name: 'tile',
    // Its length only, so that sending the bytes is not counted against it.
    text: `select length(st_asmvt(t, 'hexes', 4096, 'geom')) as bytes
           from (
             select st_asmvtgeom(geom, st_tileenvelope(${TILE.z}, ${TILE.x}, ${TILE.y}), 4096, 64, true) as geom,
               h3, resolution, rest, students, households, ${columns}, hidden
             from bench_cells
             where geom && st_tileenvelope(${TILE.z}, ${TILE.x}, ${TILE.y})
           ) t`,
  };
  const times = await interleaved(
    {
      postgis: () => client.query(statement),
      mvt: () => encodeMvt(table, 'hexes', TILE),
      cells: () => encodeArrow(table, table.rowsCenterdIn(TILE)),
    },
    25,
  );
  await client.end();
  const detail = `${CELLS} cells, all attributes: ST_AsMVT ${times.postgis.toFixed(1)} ms`;
  return [
    {
      name: 'MVT against ST_AsMVT',
      value: times.postgis / times.mvt,
      unit: 'x',
      bar: { atLeast: 2 },
      detail: `${detail}, ours ${times.mvt.toFixed(2)} ms`,
    },
    {
      name: 'cell tile against ST_AsMVT',
      value: times.postgis / times.cells,
      unit: 'x',
      bar: { atLeast: 10 },
      detail: `${detail}, cell tile ${times.cells.toFixed(2)} ms`,
    },
  ];
}

async function overHttp(url: string): Promise<BenchResult[]> {
  const db = openDb({ kind: 'native', url });
  await migrate(db);
  const release = await writeTileRelease(db, 'bench');
  let encodings = 0;
  const app = Fastify();
  await app.register(tileRoutes, { db, callerOf: () => undefined, onEncode: () => encodings++ });
  const address = (z: number) =>
    `/tiles/${release.id}/hexes/${z}/${Math.floor(worldX(RELEASE_CENTER[0]) * 2 ** z)}/${Math.floor(worldY(RELEASE_CENTER[1]) * 2 ** z)}.mvt`;
  const path = address(9);
  const constant: { bytes: Buffer; headers: Record<string, string> } = { bytes: Buffer.alloc(0), headers: {} };
  app.get('/constant', (_request, reply) => reply.headers(constant.headers).send(constant.bytes));
  app.get('/bare', (_request, reply) =>
    reply.type('application/vnd.mapbox-vector-tile').header('content-encoding', 'gzip').send(constant.bytes),
  );
  const warm = await app.inject({ url: path, headers: { 'accept-encoding': 'gzip' } });
  if (warm.statusCode !== 200) throw new Error('the tile is empty');
  constant.bytes = warm.rawPayload;
  for (const name of [
    'content-type',
    'content-encoding',
    'cache-control',
    'vary',
    'etag',
    'access-control-allow-origin',
  ])
    constant.headers[name] = String(warm.headers[name]);
  const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
  try {
    // The best turn of each: whatever else runs on the machine only ever slows one down.
    const best = { '/constant': 0, '/bare': 0, [path]: 0 };
    for (let turn = 0; turn < 9; turn++)
      for (const asked of Object.keys(best)) best[asked] = Math.max(best[asked] ?? 0, await load(port, asked, 0.4));
    const tile = best[path] ?? 0;
    const size = kB(constant.bytes);
    encodings = 0;
    const cold = `http://127.0.0.1:${port}${address(8)}`;
    const answers = await Promise.all(Array.from({ length: 100 }, () => fetch(cold)));
    if (answers.some((answer) => answer.status !== 200)) throw new Error('a request failed');
    return [
      {
        name: 'warm tile over HTTP against a constant',
        value: tile / best['/constant'],
        unit: 'x',
        bar: { atLeast: 0.8 },
        detail: `${size} and the same headers: ${tile.toFixed(0)}/s against ${best['/constant'].toFixed(0)}/s`,
      },
      {
        name: 'the same against a constant without caching headers',
        value: tile / best['/bare'],
        unit: 'x',
        bar: {},
        detail: `${size}: ${tile.toFixed(0)}/s against ${best['/bare'].toFixed(0)}/s`,
      },
      {
        name: 'encodings for 100 requests at once for a cold tile',
        value: encodings,
        unit: '',
        bar: { atLeast: 1, atMost: 1 },
        detail: '100 connections',
      },
    ];
  } finally {
    await app.close();
    await db.close();
  }
}

/** @returns answers a second */
async function load(port: string, path: string, seconds: number): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(import.meta.dirname, 'load.ts'),
    port,
    path,
    String(seconds),
  ]);
  return (JSON.parse(stdout) as { perSecond: number }).perSecond;
}

function kB(bytes: Uint8Array): string {
  return `${(bytes.length / 1000).toFixed(1)} kB`;
}

if (import.meta.main) console.log(benchTable(await run()));
