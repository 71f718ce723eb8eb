/**
 * Answers about the hexes drawn: which is under a point, which is next, which matter most. The map has a picture for each of its
 * states, and an answer says of which it is. Runs in the worker.
 */
import { latLngToCell } from 'h3-js';
import { cellFromText } from '../../../server/domain/cell.ts';
import { outlineOfCells } from '../../../server/domain/drawn-land.ts';
import type { Choice } from '../lib/choice.ts';
import { HIDDEN, STEPS } from '../lib/scale.ts';
import type { Border } from './border.ts';
import { type Classed, type Composition, hexInfo, landAt } from './composition.ts';
import type { HexInfo, HexOfState } from './protocol.ts';
import type { Bounds } from './tiles.ts';

/** What is drawn of one state. */
export interface Picture {
  readonly state: string;
  readonly composition: Composition;
  readonly classed: Classed;
  readonly choice: Choice;
  readonly bounds: Bounds;
  readonly border?: Border | undefined;
}

type Pictures = readonly Picture[];
type Point = readonly [lng: number, lat: number];

/** The hex drawn at a point. */
export function hexAt(pictures: Pictures, lng: number, lat: number): HexInfo | undefined {
  return first(pictures, (picture) => {
    const { composition, border } = picture;
    if (border && !border.holds(lng, lat)) return undefined;
    const h3 = latLngToCell(lat, lng, composition.lattice);
    return infoAt(picture, composition.owners.get(cellFromText(h3)) ?? positionOf(picture, h3));
  });
}

export function hexOf(pictures: Pictures, { h3, state }: HexOfState): HexInfo | undefined {
  return first(ofState(pictures, state), (picture) => infoAt(picture, positionOf(picture, h3)));
}

export function nearestHex(pictures: Pictures, lng: number, lat: number): HexInfo | undefined {
  return best(pictures, (dx, dy) => Math.hypot(dx, dy), [lng, lat]);
}

/** Distance ahead counts once, distance aside three times: Right then goes right, with or without gaps in the lattice. */
export function nextHex(pictures: Pictures, from: HexOfState, bearing: number): HexInfo | undefined {
  const standing = hexOf(pictures, from);
  if (!standing) return undefined;
  const radians = (bearing * Math.PI) / 180;
  const [east, north] = [Math.sin(radians), Math.cos(radians)];
  const score = (dx: number, dy: number) => {
    const ahead = dx * east + dy * north;
    const aside = Math.abs(dx * north - dy * east);
    return ahead <= 0 || aside > ahead * 1.2 ? Number.POSITIVE_INFINITY : ahead + 3 * aside;
  };
  return best(pictures, score, standing.center);
}

/** Hexes whose center is in view, the darkest first. */
export function hexesInView(pictures: Pictures, limit: number): HexInfo[] {
  const inside = pictures.flatMap((picture) => {
    const { composition, classed, choice, bounds } = picture;
    const landOf = (position: number) => (choice.layer === 'hexes' ? landAt(composition, position) : 1);
    return positionsIn(composition, bounds).map((position) => {
      const isCounted = (classed.classes[position] ?? HIDDEN) < STEPS;
      return { picture, position, depth: isCounted ? (classed.values[position] ?? 0) / landOf(position) : -1 };
    });
  });
  inside.sort((a, b) => b.depth - a.depth);
  return inside.slice(0, limit).flatMap(({ picture, position }) => infoAt(picture, position) ?? []);
}

/** @param pictures none while nothing is drawn */
export function outlineOf(pictures: Pictures, { h3, state }: HexOfState): [lng: number, lat: number][][][] {
  const land = first(ofState(pictures, state), (picture) => {
    const position = positionOf(picture, h3);
    return position === undefined ? undefined : picture.composition.coarser.get(position);
  });
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

function ofState(pictures: Pictures, state: string | undefined): Pictures {
  return state === undefined ? pictures : pictures.filter((picture) => picture.state === state);
}

function positionOf({ composition }: Picture, h3: string): number | undefined {
  return composition.positions.get(cellFromText(h3));
}

function infoAt({ state, composition, classed, choice }: Picture, position: number | undefined): HexInfo | undefined {
  const info = position === undefined ? undefined : hexInfo(composition, classed, choice, position);
  return info && { ...info, state };
}

function first<T>(pictures: Pictures, look: (picture: Picture) => T | undefined): T | undefined {
  for (const picture of pictures) {
    const found = look(picture);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The least score that is finite. */
function best(pictures: Pictures, score: (dx: number, dy: number) => number, [lng, lat]: Point): HexInfo | undefined {
  const narrowing = Math.cos((lat * Math.PI) / 180);
  let found: readonly [Picture, number] | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const picture of pictures) {
    const { centers, length } = picture.composition;
    for (let i = 0; i < length; i++) {
      const value = score(((centers[2 * i] ?? 0) - lng) * narrowing, (centers[2 * i + 1] ?? 0) - lat);
      if (value >= least) continue;
      least = value;
      found = [picture, i];
    }
  }
  return found && infoAt(...found);
}
