/** Roads and water of a state, where it has loaded some: from the tiles of the map's ground, at a zoom that paper has room for. */
import { VectorTile } from '@mapbox/vector-tile';
import type { Geometry } from 'geojson';
import { PbfReader } from 'pbf';
import type { Tx } from '../../../platform/db.ts';
import type { Bounds } from './types.ts';

export interface Ways {
  readonly roads: readonly Geometry[];
  readonly water: readonly Geometry[];
}

/** Tiles across a map, two powers of two: closer ones have streets that paper cannot show. */
const ACROSS = 2;
/** Ground has tiles from 5; from 11 on they hold local streets. */
const [FARTHEST, CLOSEST] = [5, 10];

export async function waysIn(tx: Tx, [west, south, east, north]: Bounds, stateFips: string): Promise<Ways> {
  const z = Math.min(CLOSEST, Math.max(FARTHEST, Math.floor(Math.log2(360 / (east - west))) + ACROSS));
  const count = 2 ** z;
  const columns = range(Math.floor(((west + 180) / 360) * count), Math.floor(((east + 180) / 360) * count));
  const rows = await tx.rows<{ kind: 'road' | 'water'; x: number; y: number; tile: Buffer }>(
    `-- one row: a tile of roads or of water
     select kind, x, y, tile
     from places.ground_tiles
     where state_fips = $1
       and z = $2
       and x = any ($3::integer[])
       and y between $4 and $5
       and kind in ('road', 'water')
     order by kind, x, y`,
    [stateFips, z, columns.map((x) => x % count), rowOf(north, count), rowOf(south, count)],
  );
  const drawn = (wanted: string) =>
    rows.filter(({ kind }) => kind === wanted).flatMap(({ kind, x, y, tile }) => shapesOf(tile, kind, { x, y, z }));
  return { roads: drawn('road'), water: drawn('water') };
}

function shapesOf(tile: Buffer, kind: string, { x, y, z }: { x: number; y: number; z: number }): Geometry[] {
  const layer = new VectorTile(new PbfReader(tile)).layers[kind];
  return range(0, (layer?.length ?? 0) - 1).flatMap((at) => layer?.feature(at).toGeoJSON(x, y, z).geometry ?? []);
}

/** Row of tiles of a latitude, by Web Mercator. */
function rowOf(lat: number, count: number): number {
  const y = Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI;
  return Math.min(count - 1, Math.max(0, Math.floor(((1 - y) / 2) * count)));
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}
