/** Which hexes outlines cover, and how much of each: by the centers of their res-10 descendants. */
import { cellToChildren, cellToLatLng, polygonToCells, polygonToCellsExperimental } from 'h3-js';
import { cellFromText, HOME_RESOLUTION } from '../../domain/cell.ts';
import { forPointsInside, pointSet } from '../../platform/gis/inside.ts';
import { edgesOfWkb } from '../../platform/gis/wkb.ts';
import type { Reader } from '../../platform/reader.ts';

/** Centers of a res-8 hex's res-10 descendants. */
export const POINTS_A_HEX = 49;
const POINT_RESOLUTION = 10;

/** Of a state as large as Texas, about half. Each takes some microseconds of a server that answers others meanwhile. */
export const MOST_HEXES = 500_000;

export interface Covered {
  readonly cell: bigint;
  /** Of POINTS_A_HEX, at least one. */
  readonly points: number;
}

interface Piece {
  readonly rings: number[][][];
  readonly wkb: Buffer;
}

/**
 * @param pieces hexadecimal EWKB of pieces of few corners, which may touch and overlap
 * @returns undefined when they cover more than MOST_HEXES
 */
export async function covered(reader: Reader, pieces: readonly string[]): Promise<Covered[] | undefined> {
  const whole = new Set<string>();
  const touched = new Set<string>();
  const edges: ReturnType<typeof edgesOfWkb>[] = [];
  for await (const { rings, wkb } of piecesOf(reader, pieces)) {
    for (const hex of polygonToCellsExperimental(rings, HOME_RESOLUTION, 'containmentOverlapping', true))
      touched.add(hex);
    for (const hex of polygonToCellsExperimental(rings, HOME_RESOLUTION, 'containmentFull', true)) whole.add(hex);
    edges.push(edgesOfWkb(wkb));
    if (touched.size > MOST_HEXES) return undefined;
  }
  const cut = [...touched].filter((hex) => !whole.has(hex));
  const points = pointsInside(cut, edges);
  return [
    ...[...whole].map((hex) => ({ cell: cellFromText(hex), points: POINTS_A_HEX })),
    ...cut.flatMap((hex, at) => (points[at] ? [{ cell: cellFromText(hex), points: points[at] }] : [])),
  ];
}

/** By hex, how many of its points lie in a piece. */
function pointsInside(hexes: readonly string[], pieces: readonly ReturnType<typeof edgesOfWkb>[]): Uint8Array {
  const centers = hexes.flatMap((hex) => cellToChildren(hex, POINT_RESOLUTION)).map((child) => cellToLatLng(child));
  const set = pointSet(
    Float64Array.from(centers, ([, lng]) => lng),
    Float64Array.from(centers, ([lat]) => lat),
  );
  const isIn = new Uint8Array(centers.length);
  for (const edges of pieces)
    forPointsInside(
      set,
      edges,
      (point) => {
        isIn[point] = 1;
      },
      (point) => isIn[point] === 1,
    );
  const counts = new Uint8Array(hexes.length);
  for (const [point, value] of isIn.entries()) {
    const hex = Math.floor(point / POINTS_A_HEX);
    counts[hex] = (counts[hex] ?? 0) + value;
  }
  return counts;
}

const PIECES_AT_ONCE = 2_000;

async function* piecesOf(reader: Reader, pieces: readonly string[]): AsyncIterable<Piece> {
  for (let from = 0; from < pieces.length; from += PIECES_AT_ONCE) {
    const rows = await reader.rows<{ outline: string; wkb: Buffer }>(
      `-- one row: a polygon
       select st_asgeojson(part.geom) as outline, st_asbinary(part.geom, 'NDR') as wkb
       from unnest($1::text[]) as given (ewkb), lateral st_dump(given.ewkb::geometry) as part`,
      [pieces.slice(from, from + PIECES_AT_ONCE)],
    );
    for (const { outline, wkb } of rows)
      yield { rings: (JSON.parse(outline) as { coordinates: number[][][] }).coordinates, wkb };
  }
}

/** The hexes whose center lies in the outlines. @param outlines GeoJSON of polygons of few corners */
export function hexesIn(outlines: readonly string[]): Set<string> {
  const hexes = new Set<string>();
  for (const outline of outlines) {
    const { coordinates } = JSON.parse(outline) as { coordinates: number[][][] };
    for (const hex of polygonToCells(coordinates, HOME_RESOLUTION, true)) hexes.add(hex);
  }
  return hexes;
}
