/**
 * Valid rings for a vector tile. Simplifying, clipping and rounding to whole units cause spikes, repeated points, crossings,
 * self-touching and inverted rings; a tile's rings must have none of these, and the sign of their area
 * distinguishes exterior from interior. Source: Mapbox Vector Tile Specification 2.1, 4.3.4.4.
 *
 * Preserves the interior by the even-odd rule: an edge is a boundary if an odd number of given edges coincide with it.
 */
import { type Edges, type Noded, nodedEdges, type Position, xOf, yOf } from './noded.ts';

/** @returns each exterior ring followed by its interior ones, closed by repeating the first point; none without an area */
export function tileRings(rings: readonly (readonly Position[])[]): Position[][] {
  const edges = nodedEdges(rings);
  if (rings.length === 1 && isSimple(edges)) return [exterior(edges.from)];
  const loops = insideWalks(edges).flatMap(simpleLoops).map(measured);
  const exteriors = loops.filter(({ area }) => area > 0).map((loop) => ({ ...loop, holes: [] as Position[][] }));
  exteriors.sort((one, other) => one.area - other.area);
  for (const { ring, area } of loops)
    if (area < 0) exteriors.find((exterior) => holds(exterior.ring, ring))?.holes.push(closed(ring));
  return exteriors.reverse().flatMap(({ ring, holes }) => [closed(ring), ...holes]);
}

/** Fast path: most features are one valid ring, which takes a third of the time. */
function isSimple({ from, asGiven }: Noded): boolean {
  return asGiven && from.length > 2 && new Set(from).size === from.length;
}

function exterior(points: readonly number[]): Position[] {
  const { ring, area } = measured(points.map((point): Position => [xOf(point), yOf(point)]));
  return closed(area > 0 ? ring : ring.reverse());
}

/** Follows the edges with the inside on the right, which makes exterior rings clockwise on screen. */
function insideWalks(edges: Edges): number[][] {
  const { from, to } = edges;
  const leaving = edgesByStart(edges);
  const walked = new Uint8Array(2 * from.length);
  const walks: number[][] = [];
  for (let start = 0; start < walked.length; start++) {
    if (walked[start]) continue;
    const points: number[] = [];
    for (let half = start; !walked[half]; half = next(half)) {
      walked[half] = 1;
      points.push(startOf(half));
    }
    if (isInsideAtRight(edges, start)) walks.push(points);
  }
  return walks;

  /** Half-edge 2i runs along edge i, 2i + 1 against it. */
  function startOf(half: number): number {
    return (half % 2 === 0 ? from : to)[half >> 1] ?? 0;
  }
  /** The next half-edge around the same corner: of those that leave, the first counterclockwise from the way back. */
  function next(half: number): number {
    const back = half ^ 1;
    const around = leaving.get(startOf(back)) ?? [];
    return around.at(around.indexOf(back) - 1) ?? back;
  }
}

/** By point, the half-edges that leave it, clockwise on screen. */
function edgesByStart({ from, to }: Edges): Map<number, number[]> {
  const leaving = new Map<number, number[]>();
  const add = (start: number, half: number) => {
    const known = leaving.get(start);
    if (known) known.push(half);
    else leaving.set(start, [half]);
  };
  for (let i = 0; i < from.length; i++) {
    add(from[i] ?? 0, 2 * i);
    add(to[i] ?? 0, 2 * i + 1);
  }
  const angle = (start: number, half: number) => {
    const end = (half % 2 === 0 ? to : from)[half >> 1] ?? 0;
    return Math.atan2(yOf(end) - yOf(start), xOf(end) - xOf(start));
  };
  for (const [start, halves] of leaving)
    if (halves.length > 2) halves.sort((one, other) => angle(start, one) - angle(start, other));
  return leaving;
}

/** Whether the inside is there, by a ray from the edge's midpoint to the east, or to the south from a level edge. */
function isInsideAtRight({ from, to }: Edges, half: number): boolean {
  const own = half >> 1;
  const [start = 0, end = 0] = half % 2 === 0 ? [from[own], to[own]] : [to[own], from[own]];
  const level = yOf(start) === yOf(end);
  const [along, across] = level ? [yOf, xOf] : [xOf, yOf];
  const middle = (along(start) + along(end)) / 2;
  const at = (across(start) + across(end)) / 2;
  let crossed = 0;
  for (let i = 0; i < from.length; i++) {
    const a = from[i] ?? 0;
    const b = to[i] ?? 0;
    if (i === own || across(a) > at === across(b) > at) continue;
    const share = (at - across(a)) / (across(b) - across(a));
    if (along(a) + share * (along(b) - along(a)) > middle) crossed++;
  }
  // Going north, east is on the right; going east, south is.
  const rayIsAtRight = level ? xOf(end) > xOf(start) : yOf(end) < yOf(start);
  return (crossed % 2 === 1) === rayIsAtRight;
}

/** Splits a walk where it revisits a point: the loop since then is a ring of its own. */
function simpleLoops(walk: readonly number[]): Position[][] {
  const loops: Position[][] = [];
  const path: number[] = [];
  const placeOf = new Map<number, number>();
  for (const point of [...walk, walk[0] ?? 0]) {
    const place = placeOf.get(point);
    if (place !== undefined) {
      const loop = path.splice(place);
      for (const left of loop) placeOf.delete(left);
      loops.push(loop.map((left): Position => [xOf(left), yOf(left)]));
    }
    placeOf.set(point, path.push(point) - 1);
  }
  return loops;
}

function measured(ring: Position[]): { ring: Position[]; area: number } {
  let area = 0;
  let [beforeX, beforeY] = ring.at(-1) ?? [0, 0];
  for (const [x, y] of ring) {
    area += beforeX * y - x * beforeY;
    [beforeX, beforeY] = [x, y];
  }
  return { ring, area };
}

/** Whether a ring contains another that it does not cross, by the midpoint of the other's first edge. */
function holds(ring: readonly Position[], [[x1, y1] = [0, 0], [x2, y2] = [0, 0]]: readonly Position[]): boolean {
  const x = (x1 + x2) / 2;
  const y = (y1 + y2) / 2;
  let inside = false;
  let [ax, ay] = ring.at(-1) ?? [0, 0];
  for (const [bx, by] of ring) {
    if (ay > y !== by > y && x < ax + ((y - ay) * (bx - ax)) / (by - ay)) inside = !inside;
    [ax, ay] = [bx, by];
  }
  return inside;
}

function closed(ring: readonly Position[]): Position[] {
  return [...ring, ...ring.slice(0, 1)];
}
