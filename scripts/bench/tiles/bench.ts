/** Tiles: size, encoding against PostGIS, cold tiles over HTTP against PostGIS behind HTTP, a warm tile. */
import pg from 'pg';
import { encodeArrow } from '../../../server/features/tiles/arrow.ts';
import { EFFORTS } from '../../../server/features/tiles/contract.ts';
import { encodeMvt } from '../../../server/features/tiles/mvt.ts';
import { encoded } from '../../../server/platform/http-cache/index.ts';
import { tableOf } from '../../../tests/support/hex-table.ts';
import { nativeBinaries, startCluster } from '../../../tests/support/postgres.ts';
import { cellsAround, type SyntheticHex, syntheticHexes } from '../../../tests/support/synthetic-hexes.ts';
import { type BenchResult, benchTable, interleaved } from '../result.ts';
import { postgisTile, tileText, writePostgisCells } from './cells.ts';
import { coldOverHttp, warmOverHttp } from './http.ts';

const CELLS = 1300;
const CENTER = [-80.9, 38.6] as const;
/** Encodings after which the engine has compiled ours for good: one takes a third of what the first do. */
const UNTIL_WARM = 75;
/** Holds all of them. */
const TILE = { z: 7, x: 35, y: 49 };
/** Holds the coarser ones. */
const WIDE = { z: 5, x: 8, y: 12 };
/** What a tile of each resolution holds in a state. */
const LEVELS = [
  { resolution: 8, rings: 21, cells: CELLS, atMost: 0.2 },
  { resolution: 7, rings: 19, cells: 1141, atMost: 0.3 },
  { resolution: 6, rings: 15, cells: 721, atMost: 0.3 },
  { resolution: 5, rings: 9, cells: 271, atMost: 0.3 },
];

export async function run(): Promise<BenchResult[]> {
  const results: BenchResult[] = [];
  for (const { resolution, rings, cells, atMost } of LEVELS)
    results.push(await bytesOfTiles(syntheticHexes(cellsAround(CENTER, resolution, rings).slice(0, cells)), atMost));
  if (!nativeBinaries()) {
    console.log('PostGIS is not installed: only bytes are measured.');
    return results;
  }
  const cluster = await startCluster();
  try {
    results.push(...(await encoding(syntheticHexes(cellsAround(CENTER, 8, 21).slice(0, CELLS)), cluster.url)));
    results.push(...(await coldOverHttp(cluster.url, CENTER)));
    results.push(...(await warmOverHttp(cluster.url)));
  } finally {
    await cluster.stop();
  }
  return results;
}

/** Both as sent, compressed with the server's own settings. */
async function bytesOfTiles(hexes: readonly SyntheticHex[], atMost: number): Promise<BenchResult> {
  const table = tableOf(hexes);
  const rows = table.rowsCenterdIn(WIDE);
  if (rows.length !== hexes.length) throw new Error(`the tile holds ${rows.length} cells of ${hexes.length}`);
  const cells = encodeArrow(table, rows);
  const mvt = encodeMvt(table, 'hexes', WIDE);
  const [cellsGzip, mvtGzip] = [await encoded(cells, 'gzip', EFFORTS.arrow), await encoded(mvt, 'gzip', EFFORTS.mvt)];
  const [cellsBrotli, mvtBrotli] = [await encoded(cells, 'br', EFFORTS.arrow), await encoded(mvt, 'br', EFFORTS.mvt)];
  return {
    name: `gzipped bytes of a cell tile against MVT, resolution ${hexes[0]?.resolution}`,
    value: cellsGzip.length / mvtGzip.length,
    unit: 'x',
    bar: { atMost },
    detail: `${hexes.length} cells: ${kB(cellsGzip)} against ${kB(mvtGzip)}; brotli ${kB(cellsBrotli)} against ${kB(mvtBrotli)}`,
  };
}

async function encoding(hexes: readonly SyntheticHex[], url: string): Promise<BenchResult[]> {
  const table = tableOf(hexes);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await writePostgisCells(client, hexes);
  // Its length only, so that transferring the bytes does not count against it.
  const statement = { name: 'tile', text: postgisTile(tileText(TILE), 'length(tile)') };
  const times = await interleaved(
    {
      postgis: () => client.query(statement),
      mvt: () => encodeMvt(table, 'hexes', TILE),
      cells: () => encodeArrow(table, table.rowsCenterdIn(TILE)),
    },
    25,
    UNTIL_WARM,
  );
  await client.query('drop table bench_cells');
  await client.end();
  const detail = `${CELLS} cells, all attributes: ST_AsMVT ${times.postgis.toFixed(1)} ms`;
  return [
    {
      name: 'MVT against ST_AsMVT',
      value: times.postgis / times.mvt,
      unit: 'x',
      bar: { atLeast: 4 },
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

function kB(bytes: Uint8Array): string {
  return `${(bytes.length / 1000).toFixed(1)} kB`;
}

if (import.meta.main) console.log(benchTable(await run()));
