/**
 * The state's border as the knife for hexes that reach over it: drawing only, their numbers stay. The state is cut into triangles
 * once, and the part of a hex in a triangle is convex, so the graphics card draws it as it draws a hex. Runs in the worker.
 */

import earcut, { flatten } from 'earcut';
import type { MultiPolygon, Polygon } from 'geojson';

export type StateOutline = Polygon | MultiPolygon;

/** A convex ring; edges that are no edge of a hex get no line. */
export interface ConvexRing {
  /** Longitude and latitude in turn. */
  readonly points: readonly number[];
  /** Of the edge from each vertex to the next. */
  readonly isOpen: readonly boolean[];
}

export interface Border {
  /** Whether the border may pass through a box; false is certain. */
  meets(box: Box): boolean;
  holds(lng: number, lat: number): boolean;
  /** The parts of a ring inside the state, which do not overlap. */
  clip(ring: ConvexRing): ConvexRing[];
}

export type Box = readonly [west: number, south: number, east: number, north: number];

/** Degrees: about the size of a finest hex times five. */
const BUCKET = 0.05;

export function borderOf(outline: StateOutline): Border {
  const polygons = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates;
  const triangles = polygons.flatMap(trianglesOf);
  const crossed = new Set<number>();
  for (const ring of polygons.flat())
    for (let i = 1; i < ring.length; i++)
      forBuckets(boxOf([...(ring[i - 1] ?? []), ...(ring[i] ?? [])]), (key) => crossed.add(key));

  function near(box: Box): { triangle: Triangle; shift: number }[] {
    return shiftsOf(box).flatMap((shift) =>
      triangles
        .filter(
          ({ box: [west, south, east, north] }) =>
            box[0] <= east + shift && box[2] >= west + shift && box[1] <= north && box[3] >= south,
        )
        .map((triangle) => ({ triangle, shift })),
    );
  }

  return {
    meets(box) {
      let isMet = false;
      for (const shift of shiftsOf(box))
        forBuckets([box[0] - shift, box[1], box[2] - shift, box[3]], (key) => {
          isMet ||= crossed.has(key);
        });
      return isMet;
    },
    holds: (lng, lat) =>
      near([lng, lat, lng, lat]).some(({ triangle, shift }) => isInside(triangle.points, lng - shift, lat)),
    clip: (ring) =>
      near(boxOf(ring.points)).flatMap(({ triangle, shift }) => {
        const inside = clipTo(
          ring,
          triangle.points.map((value, i) => (i % 2 === 0 ? value + shift : value)),
        );
        return areaOf(inside.points) > LEAST_AREA ? [inside] : [];
      }),
  };
}

/** Square degrees: a few square feet. */
const LEAST_AREA = 1e-11;

interface Triangle {
  /** Three corners, counterclockwise. */
  readonly points: readonly number[];
  readonly box: Box;
}

function trianglesOf(rings: Polygon['coordinates']): Triangle[] {
  const { vertices, holes, dimensions } = flatten(rings);
  const corners = earcut(vertices, holes, dimensions);
  const triangles: Triangle[] = [];
  for (let i = 0; i < corners.length; i += 3) {
    const points = [0, 1, 2].flatMap((corner) => {
      const at = (corners[i + corner] ?? 0) * dimensions;
      return [vertices[at] ?? 0, vertices[at + 1] ?? 0];
    });
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0] = points;
    const counterclockwise = areaOf(points) < 0 ? [x0, y0, x2, y2, x1, y1] : points;
    triangles.push({ points: counterclockwise, box: boxOf(points) });
  }
  return triangles;
}

/** The part of a convex ring left of each edge of another, counterclockwise one (Sutherland and Hodgman, 1974). */
function clipTo(ring: ConvexRing, knife: readonly number[]): ConvexRing {
  let kept = ring;
  for (let i = 0; i < knife.length; i += 2) {
    const j = (i + 2) % knife.length;
    kept = clipSide(kept, [knife[i] ?? 0, knife[i + 1] ?? 0, knife[j] ?? 0, knife[j + 1] ?? 0]);
  }
  return kept;
}

function clipSide(
  { points, isOpen }: ConvexRing,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
): ConvexRing {
  const left = (i: number) => (x1 - x0) * ((points[i + 1] ?? 0) - y0) - (y1 - y0) * ((points[i] ?? 0) - x0);
  const kept: number[] = [];
  const open: boolean[] = [];
  for (let i = 0; i < points.length; i += 2) {
    const next = (i + 2) % points.length;
    const [here, there] = [left(i), left(next)];
    const edge = isOpen[i / 2] ?? false;
    if (here >= 0) {
      kept.push(points[i] ?? 0, points[i + 1] ?? 0);
      open.push(edge);
    }
    if (here >= 0 === there >= 0) continue;
    const share = here / (here - there);
    const along = (at: number) => (points[i + at] ?? 0) + share * ((points[next + at] ?? 0) - (points[i + at] ?? 0));
    kept.push(along(0), along(1));
    // Leaving, the next edge runs along the knife; entering, it is what is left of this one.
    open.push(here >= 0 ? true : edge);
  }
  return { points: kept, isOpen: open };
}

function isInside(triangle: readonly number[], lng: number, lat: number): boolean {
  for (let i = 0; i < 6; i += 2) {
    const j = (i + 2) % 6;
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = [triangle[i], triangle[i + 1], triangle[j], triangle[j + 1]];
    if ((x1 - x0) * (lat - y0) - (y1 - y0) * (lng - x0) < 0) return false;
  }
  return true;
}

/** Positive when counterclockwise. */
function areaOf(points: readonly number[]): number {
  let twice = 0;
  for (let i = 0; i < points.length; i += 2) {
    const j = (i + 2) % points.length;
    twice += (points[i] ?? 0) * (points[j + 1] ?? 0) - (points[j] ?? 0) * (points[i + 1] ?? 0);
  }
  return twice / 2;
}

export function boxOf(points: readonly number[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 2) {
    west = Math.min(west, points[i] ?? 0);
    east = Math.max(east, points[i] ?? 0);
    south = Math.min(south, points[i + 1] ?? 0);
    north = Math.max(north, points[i + 1] ?? 0);
  }
  return [west, south, east, north];
}

/** Outlines end at 180 degrees; a hex on that line goes on beyond it. */
function shiftsOf([west, , east]: Box): number[] {
  return [0, ...(east > 180 ? [360] : []), ...(west < -180 ? [-360] : [])];
}

function forBuckets([west, south, east, north]: Box, visit: (key: number) => void): void {
  for (let x = Math.floor(west / BUCKET); x <= Math.floor(east / BUCKET); x++)
    for (let y = Math.floor(south / BUCKET); y <= Math.floor(north / BUCKET); y++) visit(x * 65_536 + y);
}
