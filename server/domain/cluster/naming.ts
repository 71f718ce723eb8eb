/** Invents names in words: "Northern Clay County, near Ivydale". They are stored in English; name-in.ts reads them in other languages. */
import distance from '@turf/distance';
import { goingOn, turnTo } from '../antimeridian.ts';
import { countyName } from '../county-name.ts';
import { clusterNames } from '../messages/en/cluster-names.ts';
import { nameOf } from './name-in.ts';
import type { Direction, NameParts, Side } from './name-parts.ts';

export interface Point {
  readonly lng: number;
  readonly lat: number;
}

export interface County {
  /** GEOID. */
  readonly id?: string;
  readonly name: string;
  readonly west: number;
  readonly south: number;
  /** Beyond 180 if the county crosses the line. */
  readonly east: number;
  readonly north: number;
}

export interface Town extends Point {
  readonly name: string;
}

/** A town farther away is no help. */
const NEAR_KM = 30;

/**
 * A name for each point, no two the same.
 *
 * @param points in order of rank: of two with the same name, the first keeps the shorter
 */
export function namesFor(
  points: readonly (Point & { readonly county: County | undefined })[],
  towns: readonly Town[],
): string[] {
  const used = new Set<string>();
  return points.map((point) => {
    const town = nearestTown(point, towns);
    const plain = { within: within(point, point.county), town: town?.name, away: undefined, number: undefined };
    const candidates = town ? [plain, { ...plain, away: awayFrom(town, point) }] : [plain];
    const name =
      candidates.map(inWords).find((candidate) => !used.has(candidate)) ?? numbered(candidates.at(-1) ?? plain, used);
    used.add(name);
    return name;
  });
}

function inWords(parts: NameParts): string {
  return nameOf(clusterNames, parts);
}

function numbered(parts: NameParts, used: ReadonlySet<string>): string {
  for (let number = 2; ; number++) {
    const name = inWords({ ...parts, number });
    if (!used.has(name)) return name;
  }
}

function within({ lng, lat }: Point, county: County | undefined): NameParts['within'] {
  if (!county) return undefined;
  const reckoned = county.east > 180 ? goingOn(lng) : lng;
  const east = (2 * reckoned - county.west - county.east) / (county.east - county.west);
  const north = (2 * lat - county.south - county.north) / (county.north - county.south);
  const side = [north > 1 / 3 ? 'n' : north < -1 / 3 ? 's' : '', east > 1 / 3 ? 'e' : east < -1 / 3 ? 'w' : ''].join(
    '',
  );
  return { side: side === '' ? 'center' : (side as Side), county: countyName(county.name, county.id) };
}

function nearestTown(point: Point, towns: readonly Town[]): Town | undefined {
  let nearest: Town | undefined;
  let least = NEAR_KM;
  for (const town of towns) {
    const km = distance([point.lng, point.lat], [town.lng, town.lat]);
    if (km < least || (km === least && nearest && town.name < nearest.name)) {
      nearest = town;
      least = km;
    }
  }
  return nearest;
}

const DIRECTIONS: readonly Direction[] = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'];

function awayFrom(town: Town, point: Point): NameParts['away'] {
  const miles = Math.max(1, Math.round(distance([town.lng, town.lat], [point.lng, point.lat], { units: 'miles' })));
  const east = turnTo(town.lng, point.lng) * Math.cos((town.lat * Math.PI) / 180);
  const turn = Math.atan2(east, point.lat - town.lat) / (2 * Math.PI);
  return { miles, direction: DIRECTIONS[Math.round(8 * turn + 8) % 8] ?? 'n' };
}
