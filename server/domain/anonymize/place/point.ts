/** Parses a home's point and detects how it may be wrong. Degrees, WGS 84. */
import { plainSigns } from '../../typography.ts';
import { type Bounds, isInside } from './bounds.ts';

export type PointFault = 'missing' | 'unreadable' | 'zero' | 'swapped' | 'sign' | 'outside_country' | 'outside_state';
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}
/** A fault, with the likely intended point if it is plain. */
export interface FaultyPoint {
  readonly fault: PointFault;
  readonly meant?: Point;
}

/** @param bounds of the state; without them only the country is checked */
export function readPoint(latitudeText: string, longitudeText: string, bounds?: Bounds): Point | FaultyPoint {
  if (latitudeText.trim() === '' && longitudeText.trim() === '') return { fault: 'missing' };
  const latitude = readDegrees(latitudeText, 'NS');
  const longitude = readDegrees(longitudeText, 'EW');
  if (latitude === undefined || longitude === undefined) return { fault: 'unreadable' };
  // Whole degrees are 100 km apart: somebody rounded them, and the place is lost.
  if (Number.isInteger(latitude) && Number.isInteger(longitude) && latitude !== 0) return { fault: 'unreadable' };
  return checked({ latitude, longitude }, bounds);
}

/** "39.1, -80.2", "(39.1 -80.2)" or "POINT (-80.2 39.1)". */
export function readPointText(text: string, bounds?: Bounds): Point | FaultyPoint {
  if (text.trim() === '') return { fault: 'missing' };
  const plain = plainSigns(text);
  const wkt = /^\s*(?:SRID=4326;)?\s*POINT\s*Z?\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)/i.exec(plain);
  if (wkt) return readPoint(wkt[2] ?? '', wkt[1] ?? '', bounds);
  const pair = /^\s*[([]?\s*([-+\d.°NS ]+?)\s*[,; ]\s*([-+\d.°EW ]+?)\s*[)\]]?\s*$/i.exec(plain);
  return pair ? readPoint(pair[1] ?? '', pair[2] ?? '', bounds) : { fault: 'unreadable' };
}

export function isFaulty(read: Point | FaultyPoint): read is FaultyPoint {
  return 'fault' in read;
}

function checked(point: Point, bounds: Bounds | undefined): Point | FaultyPoint {
  const { latitude, longitude } = point;
  if (Math.abs(latitude) < 0.01 && Math.abs(longitude) < 0.01) return { fault: 'zero' };
  const fits = (candidate: Point) =>
    bounds ? isInside(bounds, candidate.latitude, candidate.longitude) : isInCountry(candidate);
  if (fits(point)) return point;
  const swapped = { latitude: longitude, longitude: latitude };
  if (fits(swapped)) return { fault: 'swapped', meant: swapped };
  const negated = { latitude, longitude: -longitude };
  if (fits(negated)) return { fault: 'sign', meant: negated };
  const both = { latitude: longitude, longitude: -latitude };
  if (fits(both)) return { fault: 'swapped', meant: both };
  return { fault: isInCountry(point) ? 'outside_state' : 'outside_country' };
}

/** The fifty states and their territories, and beyond them only parts of Canada and Mexico. */
function isInCountry({ latitude, longitude }: Point): boolean {
  if (latitude < -15 || latitude > 72) return false;
  return (longitude >= -180 && longitude <= -64) || longitude >= 144;
}

/**
 * Degrees in the notations of systems and spreadsheets: decimal comma, trailing degree sign, compass letter, any minus
 * sign. Minutes are rejected, and no sign between digits is dropped: "38°5" is not 385.
 *
 * @returns undefined if it is not a number of degrees
 */
export function readDegrees(text: string, letters: 'NS' | 'EW'): number | undefined {
  if (PLAIN.test(text)) return Number(text);
  const value = plainSigns(text)
    .trim()
    .replace(/^'/, '')
    .replace(/^([-+]?\d{1,3}),(\d{3,})(?!\d)/, '$1.$2');
  const match = /^([-+]?) ?(\d{1,3}(?:\.\d+)?) ?°? ?([NSEW])?$/i.exec(value);
  const letter = match?.[3]?.toUpperCase();
  if (!match || (letter !== undefined && !letters.includes(letter))) return undefined;
  const number = Number(match[2]);
  return match[1] === '-' || letter === 'S' || letter === 'W' ? -number : number;
}

const PLAIN = /^-?\d{1,3}\.\d+$/;
