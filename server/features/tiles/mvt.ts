/**
 * Mapbox Vector Tiles of cells, written straight from H3 indexes and typed columns: no feature objects, no GeoJSON.
 * Source: Mapbox Vector Tile Specification 2.1.
 */
import type { Tile } from './address.ts';
import { type CellTable, worldShifts } from './cell-table.ts';
import { clipConvex, emptyRing, type Ring } from './clip.ts';
import { BUFFER, EXTENT } from './contract.ts';
import { WORLD } from './outlines.ts';
import { ProtobufWriter } from './protobuf.ts';
import { tileTags } from './tags.ts';

const TILE = { layers: 3 } as const;
const LAYER = { name: 1, features: 2, extent: 5, version: 15 } as const;
const FEATURE = { tags: 2, type: 3, geometry: 4 } as const;
const POLYGON = 3;

/**
 * One tile of one layer. A hidden count is an absent property; `hidden` holds one letter per count unless all are under
 * the floor. An estimate of zero is absent too.
 *
 * @returns no bytes when no cell touches the tile
 */
export function encodeMvt(table: CellTable, layer: string, tile: Tile): Uint8Array {
  const rows = table.rowsNear(tile);
  if (rows.length === 0) return new Uint8Array();
  body.clear();
  body.varintField(LAYER.version, 2);
  body.textField(LAYER.name, layer);
  body.varintField(LAYER.extent, EXTENT);
  const empty = body.length;
  const here = tileTags(table.tags);
  const shifts = worldShifts(tile);
  for (const row of rows) {
    const before = body.length;
    const feature = body.open(LAYER.features);
    const geometry = body.open(FEATURE.geometry);
    writePolygons(body, table, row, tile, shifts);
    if (body.length === geometry) {
      body.skipTo(before);
      continue;
    }
    body.close(geometry);
    body.varintField(FEATURE.type, POLYGON);
    const tags = body.open(FEATURE.tags);
    here.write(body, row);
    body.close(tags);
    body.close(feature);
  }
  if (body.length === empty) return new Uint8Array();
  here.writeTo(body);
  const whole = new ProtobufWriter(body.length + 10);
  whole.writerField(TILE.layers, body);
  return whole.view();
}

/** The buffer of the tile being encoded, reused: allocating one costs a cold tile more than writing it. */
const body = new ProtobufWriter(1 << 16);
const ring = emptyRing();
const spare = emptyRing();

/** Writes the cell once per visible world: at zoom 0 a cell on the antimeridian shows at both ends. */
function writePolygons(
  out: ProtobufWriter,
  { outlines }: CellTable,
  row: number,
  tile: Tile,
  shifts: readonly number[],
): void {
  const scale = (2 ** tile.z * EXTENT) / WORLD;
  const count = outlines.vertexCount(row);
  const at = row * outlines.stride;
  const cursor = { x: 0, y: 0 };
  for (const shift of shifts) {
    const originX = (tile.x - shift * 2 ** tile.z) * EXTENT;
    const originY = tile.y * EXTENT;
    let west = Infinity;
    let east = -Infinity;
    let north = Infinity;
    let south = -Infinity;
    for (let i = 0; i < count; i++) {
      const x = (outlines.coordinates[at + 2 * i] ?? 0) * scale - originX;
      const y = (outlines.coordinates[at + 2 * i + 1] ?? 0) * scale - originY;
      ring.points[2 * i] = x;
      ring.points[2 * i + 1] = y;
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < north) north = y;
      if (y > south) south = y;
    }
    ring.length = 2 * count;
    const low = -BUFFER;
    const high = EXTENT + BUFFER;
    if (east < low || west > high || south < low || north > high) continue;
    if (west < low || east > high || north < low || south > high) clipConvex(ring, spare, low, high);
    writeRing(out, ring, cursor);
  }
}

const MOVE_TO_ONE = (1 << 3) | 1;
const CLOSE_PATH = (1 << 3) | 7;
const LINE_TO = 2;
const rounded = new Int32Array(64);

/** A closed outer ring. Writes nothing if it has no area in whole tile units. */
function writeRing(out: ProtobufWriter, { points, length }: Ring, cursor: { x: number; y: number }): void {
  let used = 0;
  for (let i = 0; i < length; i += 2) {
    const x = Math.round(points[i] ?? 0);
    const y = Math.round(points[i + 1] ?? 0);
    if (used > 0 && rounded[used - 2] === x && rounded[used - 1] === y) continue;
    rounded[used] = x;
    rounded[used + 1] = y;
    used += 2;
  }
  while (used > 2 && rounded[used - 2] === rounded[0] && rounded[used - 1] === rounded[1]) used -= 2;
  if (used < 6 || doubleArea(used) <= 0) return;
  for (let i = 0; i < used; i += 2) {
    if (i === 0) out.varint(MOVE_TO_ONE);
    if (i === 2) out.varint(((used / 2 - 1) << 3) | LINE_TO);
    const x = rounded[i] ?? 0;
    const y = rounded[i + 1] ?? 0;
    out.zigzag(x - cursor.x);
    out.zigzag(y - cursor.y);
    cursor.x = x;
    cursor.y = y;
  }
  out.varint(CLOSE_PATH);
}

/** Surveyor's formula; positive for outer rings. */
function doubleArea(used: number): number {
  let area = 0;
  for (let i = 0, j = used - 2; i < used; j = i, i += 2)
    area += (rounded[j] ?? 0) * (rounded[i + 1] ?? 0) - (rounded[i] ?? 0) * (rounded[j + 1] ?? 0);
  return area;
}
