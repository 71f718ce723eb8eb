/**
 * Well-known binary, little-endian. Writes hexadecimal EWKB, which both COPY and a cast to geometry read, eight times
 * as fast as EWKT; reads the output of ST_AsBinary.
 */
import type { Polygon } from './geometry.ts';
import type { Edges } from './inside.ts';

const POINT = 1;
const POLYGON = 3;
const MULTIPOLYGON = 6;
/** Flag in a geometry's type: its SRID follows. */
const WITH_SRID = 0x20000000;
const WGS84 = 4326;

/** Precision of written degrees. */
export type Rounding = (degrees: number) => number;

const asTheyAre: Rounding = (degrees) => degrees;
/** A tenth of a meter. */
export const toSixDecimals: Rounding = (degrees) => Math.round(degrees * 1e6) / 1e6;

export function pointEwkb({ lng, lat }: { readonly lng: number; readonly lat: number }, rounding = asTheyAre): string {
  const bytes = Buffer.allocUnsafe(25);
  writePosition(bytes, writeHead(bytes, POINT), [lng, lat], rounding);
  return bytes.toString('hex');
}

/** @param polygons rings closed, the outer first */
export function multiPolygonEwkb(polygons: readonly Polygon[], rounding = asTheyAre): string {
  let size = 13;
  for (const rings of polygons) {
    size += 9;
    for (const ring of rings) size += 4 + 16 * ring.length;
  }
  const bytes = Buffer.allocUnsafe(size);
  let at = bytes.writeUInt32LE(polygons.length, writeHead(bytes, MULTIPOLYGON));
  for (const rings of polygons) {
    at = bytes.writeUInt8(1, at);
    at = bytes.writeUInt32LE(POLYGON, at);
    at = bytes.writeUInt32LE(rings.length, at);
    for (const ring of rings) {
      at = bytes.writeUInt32LE(ring.length, at);
      for (const position of ring) at = writePosition(bytes, at, position, rounding);
    }
  }
  return bytes.toString('hex');
}

/** @returns where the content begins */
function writeHead(bytes: Buffer, type: number): number {
  bytes.writeUInt8(1, 0);
  bytes.writeUInt32LE(type + WITH_SRID, 1);
  return bytes.writeUInt32LE(WGS84, 5);
}

function writePosition(bytes: Buffer, at: number, [lng = 0, lat = 0]: readonly number[], rounding: Rounding): number {
  return bytes.writeDoubleLE(rounding(lat), bytes.writeDoubleLE(rounding(lng), at));
}

/** @param wkb little-endian WKB of a Polygon or MultiPolygon, as ST_AsBinary(geom, 'NDR') gives it */
export function edgesOfWkb(wkb: Uint8Array): Edges {
  const view = new DataView(wkb.buffer, wkb.byteOffset, wkb.byteLength);
  const edges = new Float64Array(Math.ceil(wkb.byteLength / 16) * 4);
  let at = 0;
  let count = 0;
  const polygon = () => {
    at += 5;
    const rings = view.getUint32(at, true);
    at += 4;
    for (let ring = 0; ring < rings; ring++) {
      const points = view.getUint32(at, true);
      at += 4;
      for (let p = 1; p < points; p++, at += 16) {
        for (let k = 0; k < 4; k++) edges[count++] = view.getFloat64(at + 8 * k, true);
      }
      if (points > 0) at += 16;
    }
  };
  const type = view.getUint32(1, true);
  if (view.getUint8(0) !== 1 || (type !== POLYGON && type !== MULTIPOLYGON))
    throw new Error(`not a polygon in WKB: type ${type}`);
  if (type === POLYGON) polygon();
  else {
    const polygons = view.getUint32(5, true);
    at = 9;
    for (let p = 0; p < polygons; p++) polygon();
  }
  return edges.subarray(0, count);
}
