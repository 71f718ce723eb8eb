/** Geometries as PostGIS takes them fastest: hexadecimal EWKB, which it reads eight times as fast as EWKT. */
import type { Point } from '../../domain/cluster/naming.ts';
import type { Polygon } from '../../domain/cluster/outline.ts';

const POINT = 1;
const POLYGON = 3;
const MULTIPOLYGON = 6;
/** Added to the type of a geometry whose reference system follows. */
const WITH_SRID = 0x20000000;
const WGS84 = 4326;

export function pointEwkb({ lng, lat }: Point): string {
  const bytes = Buffer.allocUnsafe(25);
  writePosition(bytes, writeHead(bytes, POINT), [lng, lat]);
  return bytes.toString('hex');
}

export function multiPolygonEwkb(polygons: readonly Polygon[]): string {
  const size = polygons.flat().reduce((sum, ring) => sum + 4 + 16 * ring.length, 13 + 9 * polygons.length);
  const bytes = Buffer.allocUnsafe(size);
  let at = bytes.writeUInt32LE(polygons.length, writeHead(bytes, MULTIPOLYGON));
  for (const rings of polygons) {
    at = bytes.writeUInt8(1, at);
    at = bytes.writeUInt32LE(POLYGON, at);
    at = bytes.writeUInt32LE(rings.length, at);
    for (const ring of rings) {
      at = bytes.writeUInt32LE(ring.length, at);
      for (const position of ring) at = writePosition(bytes, at, position);
    }
  }
  return bytes.toString('hex');
}

/** Little-endian. @returns where the content begins */
function writeHead(bytes: Buffer, type: number): number {
  bytes.writeUInt8(1, 0);
  bytes.writeUInt32LE(type + WITH_SRID, 1);
  return bytes.writeUInt32LE(WGS84, 5);
}

/** Six decimals: a tenth of a meter. */
function writePosition(bytes: Buffer, at: number, [lng, lat]: readonly [number, number]): number {
  return bytes.writeDoubleLE(Math.round(lat * 1e6) / 1e6, bytes.writeDoubleLE(Math.round(lng * 1e6) / 1e6, at));
}
