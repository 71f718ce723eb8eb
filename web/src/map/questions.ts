/** Answers about the hexes of a picture: which is under a point, which is next, which matter most. Runs in the worker. */
import { latLngToCell } from 'h3-js';
import { cellFromText } from '../../../server/domain/cell.ts';
import { outlineOfCells } from '../../../server/domain/drawn-land.ts';
import type { Choice } from '../lib/choice.ts';
import { HIDDEN, STEPS } from '../lib/scale.ts';
import type { Border } from './border.ts';
import { type Classed, type Composition, hexInfo, landAt } from './composition.ts';
import type { HexInfo } from './protocol.ts';
import type { Bounds } from './tiles.ts';

export interface Picture {
  readonly composition: Composition;
  readonly classed: Classed;
  readonly choice: Choice;
  readonly bounds: Bounds;
  readonly border?: Border | undefined;
}

/** The hex drawn at a point. */
export function hexAt(picture: Picture, lng: number, lat: number): HexInfo | undefined {
  const { composition, border } = picture;
  if (border && !border.holds(lng, lat)) return undefined;
  const h3 = latLngToCell(lat, lng, composition.lattice);
  const owner = composition.owners.get(cellFromText(h3));
  return owner === undefined ? hexOf(picture, h3) : infoAt(picture, owner);
}

export function hexOf(picture: Picture, h3: string): HexInfo | undefined {
  const position = picture.composition.positions.get(cellFromText(h3));
  return position === undefined ? undefined : infoAt(picture, position);
}

function infoAt({ composition, classed, choice }: Picture, position: number): HexInfo | undefined {
  return hexInfo(composition, classed, choice, position);
}

export function nearestHex(picture: Picture, lng: number, lat: number): HexInfo | undefined {
  return best(picture, (dx, dy) => Math.hypot(dx, dy), [lng, lat]);
}

/** Distance ahead counts once, distance aside three times: Right then goes right, with or without gaps in the lattice. */
export function nextHex(picture: Picture, h3: string, bearing: number): HexInfo | undefined {
  const from = picture.composition.positions.get(cellFromText(h3));
  if (from === undefined) return undefined;
  const { centers } = picture.composition;
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
  const { centers } = composition;
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
  const landOf = (position: number) => (choice.layer === 'hexes' ? landAt(composition, position) : 1);
  const isCounted = (position: number) => (classed.classes[position] ?? HIDDEN) < STEPS;
  const depth = (position: number) => (isCounted(position) ? (classed.values[position] ?? 0) / landOf(position) : -1);
  inside.sort((a, b) => depth(b) - depth(a));
  return inside.slice(0, limit).flatMap((position) => hexInfo(composition, classed, choice, position) ?? []);
}

/** @param composition undefined while nothing is drawn */
export function outlineOf(composition: Composition | undefined, h3: string): [lng: number, lat: number][][][] {
  const position = composition?.positions.get(cellFromText(h3));
  const land = position === undefined ? undefined : composition?.coarser.get(position);
  return outlineOfCells(land?.length ? land : [cellFromText(h3)]);
}

export function positionsIn(composition: Composition, [west, south, east, north]: Bounds): number[] {
  const { centers } = composition;
  const inside: number[] = [];
  for (let i = 0; i < composition.length; i++) {
    const lng = centers[2 * i] ?? 0;
    const lat = centers[2 * i + 1] ?? 0;
    if (lng >= west && lng <= east && lat >= south && lat <= north) inside.push(i);
  }
  return inside;
}
