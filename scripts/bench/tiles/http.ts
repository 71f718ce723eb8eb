/** Tiles over HTTP, requested by another process. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import Fastify from 'fastify';
import pg from 'pg';
import type { Cell } from '../../../server/domain/cell.ts';
import { estimateReader } from '../../../server/features/estimates/index.ts';
import { cellCenter, worldX, worldY } from '../../../server/features/tiles/outlines.ts';
import { tileRoutes } from '../../../server/features/tiles/routes.ts';
import { type Connection, openDb } from '../../../server/platform/db.ts';
import { migrate } from '../../../server/platform/migrate.ts';
import {
  cellsAround,
  type SyntheticHex,
  seededRandom,
  syntheticHexes,
} from '../../../tests/support/synthetic-hexes.ts';
import { CENTER as RELEASE_CENTER, writeTileRelease } from '../../../tests/support/tile-release.ts';
import { type BenchResult, median } from '../result.ts';
import { madeEstimates, postgisTile, writePostgisCells, writeRelease } from './cells.ts';

const Z = 10;
const RINGS = 190;
/** A tile of the demo's state has some 450 cells with students. */
const SHARE_WITH_STUDENTS = 0.36;
const FEWEST_CELLS = 300;
/** Distinct cells generated; the others repeat them. */
const DIFFERENT = 4000;
const TURNS = 5;

/** As browsers ask it of a server behind https, and as programs do that know gzip alone; the map draws cell tiles. */
const ASKED = [
  { what: 'vector tiles as browsers ask', format: 'mvt', encoding: 'gzip, deflate, br, zstd', atLeast: 8 },
  { what: 'vector tiles with gzip alone', format: 'mvt', encoding: 'gzip', atLeast: undefined },
  { what: 'cell tiles as browsers ask', format: 'arrow', encoding: 'gzip, deflate, br, zstd', atLeast: 8 },
] as const;

/** Requests each tile once from a server that has encoded none, and from a route that asks PostGIS for the same. */
export async function coldOverHttp(url: string, center: readonly [number, number]): Promise<BenchResult[]> {
  const hexes = hexesAround(center);
  const tiles = filledTiles(hexes.map(({ cell }) => cell));
  const connection: Connection = { kind: 'native', url };
  const db = openDb(connection);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const pool = new pg.Pool({ connectionString: url, max: 6 });
  try {
    await migrate(db);
    const release = await writeRelease(db, hexes);
    await writePostgisCells(client, hexes);
    const estimates = madeEstimates(hexes);
    const once = async ({ format, encoding }: Pick<(typeof ASKED)[number], 'format' | 'encoding'>) => {
      const app = Fastify();
      await app.register(tileRoutes, { db, estimates, viewerOf: async () => ({ role: 'agency', stateFips: '54' }) });
      app.get<{ Params: { x: string; y: string } }>(`/postgis/:x/:y`, async ({ params }, reply) => {
        const asked = { name: 'tile', text: postgisTile('$1, $2, $3', 'tile'), values: [Z, params.x, params.y] };
        const { rows } = await pool.query<{ bytes: Buffer }>(asked);
        return reply.type('application/vnd.mapbox-vector-tile').send(rows[0]?.bytes);
      });
      const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
      const path = (tile: string, as: 'mvt' | 'arrow') => `/tiles/${release}/hexes/${Z}/${tile}.${as}?audience=agency`;
      // The first tile loads the table; requests one here that is not requested again.
      await coldTiles(port, [path(tiles[0] ?? '', format === 'mvt' ? 'arrow' : 'mvt')], encoding);
      const asked = tiles.map((tile) => path(tile, format));
      const ours = await coldTiles(port, asked, encoding);
      const theirs = await coldTiles(
        port,
        tiles.map((tile) => `/postgis/${tile}`),
        encoding,
      );
      await app.close();
      return { ours, theirs };
    };
    const measured = ASKED.map((asked) => ({ asked, turns: [] as Awaited<ReturnType<typeof once>>[] }));
    // The first turn warms both up.
    for (let turn = -1; turn < TURNS; turn++)
      for (const { asked, turns } of measured) {
        const found = await once(asked);
        if (turn >= 0) turns.push(found);
      }
    return measured.map(({ asked: { what, atLeast }, turns }) => {
      const rate = (of: 'ours' | 'theirs') => median(turns.map((turn) => tiles.length / turn[of].seconds));
      const size = (of: 'ours' | 'theirs') => kB((turns[0]?.[of].bytes ?? 0) / tiles.length);
      return {
        name: `cold over HTTP, ${what}, against a route that asks ST_AsMVT`,
        value: rate('ours') / rate('theirs'),
        unit: 'x',
        bar: atLeast === undefined ? {} : { atLeast },
        detail: `${tiles.length} tiles of ${Math.round(hexes.length / tiles.length)} cells, ${size('ours')} against ${size('theirs')} plain: ${rate('ours').toFixed(0)}/s against ${rate('theirs').toFixed(0)}/s`,
      };
    });
  } finally {
    await pool.end();
    await client.end();
    await db.close();
  }
}

function hexesAround(center: readonly [number, number]): SyntheticHex[] {
  const random = seededRandom(7);
  const made = syntheticHexes(cellsAround(center, 8, 36).slice(0, DIFFERENT));
  return cellsAround(center, 8, RINGS)
    .filter(() => random() < SHARE_WITH_STUDENTS)
    .flatMap((cell, i) => {
      const like = made[i % made.length];
      return like ? [{ ...like, cell }] : [];
    });
}

/** "x/y" of tiles with as many cells as one inside a state. */
function filledTiles(cells: readonly Cell[]): string[] {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const { x, y } = cellCenter(cell);
    const tile = `${Math.floor(x * 2 ** Z)}/${Math.floor(y * 2 ** Z)}`;
    counts.set(tile, (counts.get(tile) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= FEWEST_CELLS).map(([tile]) => tile);
}

export async function warmOverHttp(url: string): Promise<BenchResult[]> {
  const db = openDb({ kind: 'native', url });
  await migrate(db);
  const release = await writeTileRelease(db, 'warm');
  let encodings = 0;
  const app = Fastify();
  await app.register(tileRoutes, {
    db,
    estimates: estimateReader(),
    viewerOf: async () => ({ role: 'public' }),
    onEncode: () => encodings++,
  });
  const address = (z: number) =>
    `/tiles/${release.id}/hexes/${z}/${Math.floor(worldX(RELEASE_CENTER[0]) * 2 ** z)}/${Math.floor(worldY(RELEASE_CENTER[1]) * 2 ** z)}.mvt`;
  const path = address(9);
  const constant: { bytes: Buffer; headers: Record<string, string> } = { bytes: Buffer.alloc(0), headers: {} };
  app.get('/constant', (_request, reply) => reply.headers(constant.headers).send(constant.bytes));
  const warm = await app.inject({ url: path, headers: { 'accept-encoding': 'gzip' } });
  if (warm.statusCode !== 200) throw new Error('the tile is empty');
  constant.bytes = warm.rawPayload;
  for (const name of SAME_HEADERS) constant.headers[name] = String(warm.headers[name]);
  const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
  try {
    // The best turn of each: other load on the machine only ever slows one down.
    const best = { '/constant': 0, [path]: 0 };
    for (let turn = 0; turn < 9; turn++)
      for (const asked of Object.keys(best)) best[asked] = Math.max(best[asked] ?? 0, await load(port, asked, 0.4));
    const tile = best[path] ?? 0;
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
        detail: `${kB(constant.bytes.length)} and the same headers: ${tile.toFixed(0)}/s against ${best['/constant'].toFixed(0)}/s`,
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

const SAME_HEADERS = [
  'content-type',
  'content-encoding',
  'cache-control',
  'vary',
  'etag',
  'access-control-allow-origin',
];

/** @returns answers a second */
async function load(port: string, path: string, seconds: number): Promise<number> {
  return (await inAnotherProcess<{ perSecond: number }>('load.ts', [port, path, String(seconds)], '')).perSecond;
}

interface Asked {
  readonly seconds: number;
  readonly bytes: number;
}

function coldTiles(port: string, paths: readonly string[], encoding: string): Promise<Asked> {
  return inAnotherProcess('cold.ts', [port, encoding], paths.join('\n'));
}

function inAnotherProcess<T>(script: string, args: readonly string[], input: string): Promise<T> {
  const child = spawn(process.execPath, [join(import.meta.dirname, script), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(JSON.parse(text)) : reject(new Error(`${script} ended with ${code}`)),
    );
  });
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
