/** Answers about the hexes of a picture: which is under a point, which is next, which matter most. Runs in the worker. */
import { cellToBoundary, latLngToCell } from 'h3-js';
import { cellFromText } from '../../../server/domain/cell.ts';
import type { Choice } from '../lib/choice.ts';
import { squareMilesAt } from '../lib/scale.ts';
import { type Classed, type Composition, hexInfo, resolutionAt } from './composition.ts';
import type { HexInfo } from './protocol.ts';
import type { Bounds } from './tiles.ts';

export interface Picture {
  readonly composition: Composition;
  readonly classed: Classed;
  readonly choice: Choice;
  readonly bounds: Bounds;
}

/** The topmost hex at a point: the finest that contains it. */
export function hexAt(picture: Picture, lng: number, lat: number): HexInfo | undefined {
  for (let resolution = 8; resolution >= 5; resolution--) {
    const found = hexOf(picture, latLngToCell(lat, lng, resolution));
    if (found) return found;
  }
  return undefined;
}

export function hexOf(picture: Picture, h3: string): HexInfo | undefined {
  const position = picture.composition.positions.get(cellFromText(h3));
  return position === undefined ? undefined : hexInfo(picture.composition, picture.classed, picture.choice, position);
}

export function nearestHex(picture: Picture, lng: number, lat: number): HexInfo | undefined {
  return best(picture, (dx, dy) => Math.hypot(dx, dy), [lng, lat]);
}

/** Distance ahead counts once, distance aside three times: Right then goes right, with or without gaps in the lattice. */
export function nextHex(picture: Picture, h3: string, bearing: number): HexInfo | undefined {
  const from = picture.composition.positions.get(cellFromText(h3));
  if (from === undefined) return undefined;
  const { centers } = picture.composition.outlines;
  const radians = (bearing * Math.PI) / 180;
  const [east, north] = [Math.sin(radians), Math.cos(radians)];
  const score = (dx: number, dy: number) => {
    const ahead = dx * east + dy * north;
    const aside = Math.abs(dx * north - dy * east);
    return ahead <= 0 || aside > ahead * 1.2 ? Number.POSITIVE_INFINITY : ahead + 3 * aside;
  };
  return best(picture, score, [centers[2 * from] ?? 0, centers[2 * from + 1] ?? 0], from);
}

function best(
  { composition, classed, choice }: Picture,
  score: (dx: number, dy: number) => number,
  [lng, lat]: readonly [number, number],
  except = -1,
): HexInfo | undefined {
  const { centers } = composition.outlines;
  const narrowing = Math.cos((lat * Math.PI) / 180);
  let found = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < composition.length; i++) {
    if (i === except) continue;
    const value = score(((centers[2 * i] ?? 0) - lng) * narrowing, (centers[2 * i + 1] ?? 0) - lat);
    if (value < least) {
      least = value;
      found = i;
    }
  }
  return found < 0 ? undefined : hexInfo(composition, classed, choice, found);
}

/** Hexes whose center is in view, the darkest first. */
export function hexesInView({ composition, classed, choice, bounds }: Picture, limit: number): HexInfo[] {
  const inside = positionsIn(composition, bounds);
  const landOf = (position: number) =>
    choice.layer === 'hexes' ? squareMilesAt(resolutionAt(composition, position)) : 1;
  const depth = (position: number) => (classed.values[position] ?? 0) / landOf(position);
  inside.sort((a, b) => depth(b) - depth(a));
  return inside.slice(0, limit).flatMap((position) => hexInfo(composition, classed, choice, position) ?? []);
}

export function outlineOf(h3: string): [number, number][] {
  const ring = cellToBoundary(h3).map(([lat, lng]): [number, number] => [lng, lat]);
  return ring[0] ? [...ring, ring[0]] : ring;
}

export function positionsIn(composition: Composition, [west, south, east, north]: Bounds): number[] {
  const { centers } = composition.outlines;
  const inside: number[] = [];
  for (let i = 0; i < composition.length; i++) {
    const lng = centers[2 * i] ?? 0;
    const lat = centers[2 * i + 1] ?? 0;
    if (lng >= west && lng <= east && lat >= south && lat <= north) inside.push(i);
  }
  return inside;
}
