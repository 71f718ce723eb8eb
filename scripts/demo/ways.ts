import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, FeatureCollection, Position } from 'geojson';
import type { GisLayer } from './gis.ts';
import type { Line } from './network.ts';
import { toLat, toLng } from './plane.ts';
import { type Random, randomFor } from './seeded.ts';
import type { Town } from './towns.ts';

/** Names of hollows and creeks; the numbers of roads are made up too. */
const FIRST =
  'Laurel Sugar Mill Panther Cedar Otter Bear Stone Rock Clover Maple Fox Elk Buck Dry Birch Spruce Locust'.split(' ');
const SECOND = 'Camp Lick Bottom Ridge Gap Branch Knob Ford Spring Bend Hill Meadow'.split(' ');
/** Distance of a creek from its road, in kilometers. */
const BESIDE_KM = 0.14;
/** Points of a valley floor that is a river's, by its length. */
const RIVER_POINTS = 90;

/**
 * Roads along the valleys that homes stand in, creeks beside them, and libraries in the larger towns: as the Census Bureau's
 * TIGER/Line files name and class them. Everything is made up.
 */
export function writeWays(folder: string, lines: readonly Line[], towns: readonly Town[], seed: number): GisLayer[] {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'libraries.geojson'), JSON.stringify(collection(libraries(towns))));
  const random = randomFor(seed, 'ways');
  const joins = ({ level, points }: Line) =>
    level === 0 && towns.some(({ x, y }) => Math.hypot(x - (points[0] ?? 0), y - (points[1] ?? 0)) < 0.01);
  return [
    {
      path: join(folder, 'roads.zip'),
      layer: 'roads',
      format: 'shapefile',
      projection: 'EPSG:4269',
      features: collection(
        lines.map((line, number) => road(line, { number: number + 1, joinsTowns: joins(line), random })),
      ),
    },
    {
      path: join(folder, 'water.gpkg'),
      layer: 'water',
      format: 'geopackage',
      projection: 'EPSG:4269',
      features: collection(lines.filter(({ level }) => level <= 1).map((line) => creek(line, random))),
    },
  ];
}

interface RoadOf {
  readonly number: number;
  readonly joinsTowns: boolean;
  readonly random: Random;
}

function road({ level, points }: Line, { number, joinsTowns, random }: RoadOf): Feature {
  const isHollow = level >= 2;
  const name = joinsTowns
    ? `State Route ${number}`
    : isHollow
      ? `${named(random)} Hollow Road`
      : `County Road ${number}`;
  return line(pointsOf(points), {
    LINEARID: `54${number}`,
    FULLNAME: name,
    RTTYP: joinsTowns ? 'S' : 'M',
    MTFCC: joinsTowns ? 'S1200' : 'S1400',
  });
}

function creek({ level, points }: Line, random: Random): Feature {
  const isRiver = level === 0 && points.length / 2 >= RIVER_POINTS;
  const name = `${named(random)} ${isRiver ? 'River' : level === 0 ? 'Creek' : 'Run'}`;
  return line(beside(points, random), { FULLNAME: name, MTFCC: 'H3010' });
}

function named(random: Random): string {
  const pick = (words: readonly string[]) => words[Math.floor(random.next() * words.length)];
  return `${pick(FIRST)} ${pick(SECOND)}`;
}

function pointsOf(points: Float32Array): Position[] {
  return Array.from({ length: points.length / 2 }, (_, at) => degrees(points[2 * at] ?? 0, points[2 * at + 1] ?? 0));
}

/** A line to one side, which winds more than the road does. */
function beside(points: Float32Array, random: Random): Position[] {
  const side = random.next() < 0.5 ? 1 : -1;
  return Array.from({ length: points.length / 2 }, (_, at) => {
    const [x = 0, y = 0] = points.slice(2 * at);
    const before = Math.max(0, at - 1);
    const after = Math.min(points.length / 2 - 1, at + 1);
    const dx = (points[2 * after] ?? x) - (points[2 * before] ?? x);
    const dy = (points[2 * after + 1] ?? y) - (points[2 * before + 1] ?? y);
    const away = (side * (BESIDE_KM + random.between(-0.05, 0.08))) / (Math.hypot(dx, dy) || 1);
    return degrees(x - dy * away, y + dx * away);
  });
}

function libraries(towns: readonly Town[]): Feature[] {
  return towns
    .filter(({ population }) => population >= 2_500)
    .map(({ name, x, y, radiusKm }) => ({
      type: 'Feature',
      properties: { LIBNAME: `${name} Example Library` },
      geometry: { type: 'Point', coordinates: degrees(x - 0.2 * radiusKm, y + 0.15 * radiusKm) },
    }));
}

function degrees(x: number, y: number): Position {
  return [toLng(x), toLat(y)].map((each) => Number(each.toFixed(5)));
}

function line(coordinates: Position[], properties: Record<string, string>): Feature {
  return { type: 'Feature', properties, geometry: { type: 'LineString', coordinates } };
}

function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}
