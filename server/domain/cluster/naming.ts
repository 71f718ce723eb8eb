/** Invents names in words: "Northern Clay County, near Ivydale". */
import distance from '@turf/distance';
import { goingOn, turnTo } from '../antimeridian.ts';
import { countyName } from '../county-name.ts';

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
    const area = areaName(point, point.county);
    const candidates = town ? [`${area}, near ${town.name}`, `${area}, ${awayFrom(town, point)}`] : [area];
    const name = candidates.find((candidate) => !used.has(candidate)) ?? numbered(candidates.at(-1) ?? area, used);
    used.add(name);
    return name;
  });
}

function numbered(name: string, used: ReadonlySet<string>): string {
  for (let number = 2; ; number++) if (!used.has(`${name} (${number})`)) return `${name} (${number})`;
}

function areaName({ lng, lat }: Point, county: County | undefined): string {
  if (!county) return 'Area';
  const reckoned = county.east > 180 ? goingOn(lng) : lng;
  const east = (2 * reckoned - county.west - county.east) / (county.east - county.west);
  const north = (2 * lat - county.south - county.north) / (county.north - county.south);
  const side = [
    north > 1 / 3 ? 'north' : north < -1 / 3 ? 'south' : '',
    east > 1 / 3 ? 'east' : east < -1 / 3 ? 'west' : '',
  ].join('');
  const position = side === '' ? 'Central' : `${side[0]?.toUpperCase()}${side.slice(1)}ern`;
  return `${position} ${countyName(county.name, county.id)}`;
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

const DIRECTIONS = ['north', 'northeast', 'east', 'southeast', 'south', 'southwest', 'west', 'northwest'];

function awayFrom(town: Town, point: Point): string {
  const miles = Math.max(1, Math.round(distance([town.lng, town.lat], [point.lng, point.lat], { units: 'miles' })));
  const east = turnTo(town.lng, point.lng) * Math.cos((town.lat * Math.PI) / 180);
  const turn = Math.atan2(east, point.lat - town.lat) / (2 * Math.PI);
  const direction = DIRECTIONS[Math.round(8 * turn + 8) % 8];
  return `${miles} ${miles === 1 ? 'mile' : 'miles'} ${direction} of ${town.name}`;
}
