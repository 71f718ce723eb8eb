import { cellToLatLng } from 'h3-js';
import type { Ground } from './ground.ts';
import { growNetwork, type Line, STEP_KM } from './network.ts';
import { toLat, toLng, toX, toY } from './plane.ts';
import { hashText, type Random, randomFor, smoothNoise } from './seeded.ts';
import { Places, type Settlement } from './settled-places.ts';
import type { Town } from './towns.ts';

export type { Settlement };

/** Locations without a student's home per location with one. */
const LOCATIONS_WITHOUT_STUDENTS = 0.16;

/**
 * Assigns households to places: in town on a stretched disc, elsewhere along the county's roads and hollows, some of them
 * crowded and others empty. The center of every location's cell lies in the location's own county.
 *
 * @param households how many live in each county
 */
export function settle(
  ground: Ground,
  towns: readonly Town[],
  households: readonly number[],
  seed: number,
): Settlement {
  const lines = growNetwork(ground, towns, seed);
  const stretches = stretchesByCounty(ground, towns, lines, seed);
  const most = households.reduce((sum, number) => sum + Math.ceil(number * (1 + LOCATIONS_WITHOUT_STUDENTS)) + 4, 0);
  const places = new Places(most, lines, ground);
  const hills = hashText('hills', seed);
  ground.counties.forEach((county, index) => {
    const random = randomFor(seed, `settle ${county.fips}`);
    const own = towns.filter((town) => town.county === index);
    const townspeople = own.reduce((sum, town) => sum + town.population, 0);
    const townShare = Math.min(0.7, Math.max(own.length > 0 ? 0.1 : 0, (townspeople / county.residents) * 0.9));
    const inTown = Math.round((households[index] ?? 0) * townShare);
    for (const town of own) {
      const quota = Math.round((inTown * town.population) / Math.max(1, townspeople));
      fillTown(places, towns, towns.indexOf(town), quota, { random, hills });
    }
    const rural = Math.max(0, (households[index] ?? 0) - places.householdsOf(index));
    fillStretches(places, stretches[index] ?? [], index, rural, random);
  });
  return places.finish();
}

/** Places in town until `quota` households have one, or the ground is full. @param hills seed of the hills */
function fillTown(
  places: Places,
  towns: readonly Town[],
  index: number,
  quota: number,
  { random, hills }: { random: Random; hills: number },
): void {
  const town = towns[index];
  if (town === undefined) return;
  const turn = random.between(0, Math.PI);
  const stretch = random.between(1.2, 2.2);
  const crowded = Math.min(0.16, 0.02 + town.population / 150_000);
  let placed = 0;
  for (let attempt = 0; placed < quota && attempt < quota * 12 + 50; attempt++) {
    const away = town.radiusKm * Math.sqrt(random.next()) * (random.next() < 0.15 ? 1.35 : 1);
    const angle = random.between(0, 2 * Math.PI);
    const along = away * Math.cos(angle) * Math.sqrt(stretch);
    const across = (away * Math.sin(angle)) / Math.sqrt(stretch);
    const x = town.x + along * Math.cos(turn) - across * Math.sin(turn);
    const y = town.y + along * Math.sin(turn) + across * Math.cos(turn);
    // Hillsides within a town stay empty; the valley floors between them run in the town's direction.
    const hill = smoothNoise(hills + index, along / 1.3, across / 0.6) + 0.5 * smoothNoise(hills, x / 0.4, y / 0.4);
    if (hill < 0.58 && away > town.radiusKm * 0.3) continue;
    const student = random.next() * (1 + LOCATIONS_WITHOUT_STUDENTS) < 1;
    const shared = random.next() < crowded ? 2 + Math.floor(random.next() * 7) : 1;
    const households = student ? Math.min(quota - placed, shared) : 0;
    const kept = places.add({
      x,
      y,
      county: town.county,
      town: index,
      edgeKm: away - town.radiusKm,
      line: -1,
      level: 0,
      households,
    });
    if (kept) placed += households;
  }
}

interface Stretch {
  x: number;
  y: number;
  dx: number;
  dy: number;
  line: number;
  level: number;
  town: number;
  edgeKm: number;
  /** Running sum of weights up to and with this stretch. */
  upTo: number;
}

function stretchesByCounty(ground: Ground, towns: readonly Town[], lines: readonly Line[], seed: number): Stretch[][] {
  const noise = hashText('crowding', seed);
  const byCounty: Stretch[][] = ground.counties.map(() => []);
  const random = randomFor(seed, 'hollows');
  lines.forEach(({ level, points }, line) => {
    const crowding = Math.exp(0.65 * random.normal()) * ([1.5, 1, 0.75, 0.55][level] ?? 1);
    for (let index = 0; index + 3 < points.length; index += 2) {
      const x = points[index] ?? 0;
      const y = points[index + 1] ?? 0;
      const county = ground.countyAt(toLng(x), toLat(y));
      const own = byCounty[county];
      if (own === undefined) continue;
      const { town, edgeKm } = nearestTown(towns, x, y);
      const nearness = 0.22 + 1.8 * Math.exp(-Math.max(0, edgeKm) / 3.5);
      const patchiness = smoothNoise(noise, x / 1.3, y / 1.3) ** 2;
      const weight = crowding * nearness * (0.1 + patchiness);
      const upTo = (own.at(-1)?.upTo ?? 0) + weight;
      own.push({
        x,
        y,
        dx: (points[index + 2] ?? x) - x,
        dy: (points[index + 3] ?? y) - y,
        line,
        level,
        town,
        edgeKm,
        upTo,
      });
    }
  });
  return byCounty;
}

function nearestTown(towns: readonly Town[], x: number, y: number): { town: number; edgeKm: number } {
  let town = 0;
  let edgeKm = Number.POSITIVE_INFINITY;
  for (let index = 0; index < towns.length; index++) {
    const candidate = towns[index];
    if (candidate === undefined) continue;
    // Math.hypot takes five times as long, and this runs 20 million times.
    const away = Math.sqrt((candidate.x - x) ** 2 + (candidate.y - y) ** 2) - candidate.radiusKm;
    if (away < edgeKm) {
      edgeKm = away;
      town = index;
    }
  }
  return { town, edgeKm };
}

function fillStretches(
  places: Places,
  stretches: readonly Stretch[],
  county: number,
  quota: number,
  random: Random,
): void {
  const total = stretches.at(-1)?.upTo ?? 0;
  if (quota > 0 && total === 0) throw new RangeError(`no road or hollow in county ${county}`);
  let placed = 0;
  for (let attempt = 0; placed < quota; attempt++) {
    if (attempt > quota * 40 + 1000)
      throw new RangeError(`no room for ${quota - placed} households in county ${county}`);
    const stretch = stretches[firstReaching(stretches, random.next() * total)];
    if (stretch === undefined) continue;
    const along = random.next();
    const aside = random.normal() * 0.07;
    const x = stretch.x + stretch.dx * along - (stretch.dy / STEP_KM) * aside;
    const y = stretch.y + stretch.dy * along + (stretch.dx / STEP_KM) * aside;
    const student = random.next() * (1 + LOCATIONS_WITHOUT_STUDENTS) < 1;
    const households = student ? Math.min(quota - placed, random.next() < 0.05 ? 2 : 1) : 0;
    const { line, level, town, edgeKm } = stretch;
    if (places.add({ x, y, county, town, edgeKm, line, level, households })) placed += households;
  }
}

function firstReaching(stretches: readonly Stretch[], sum: number): number {
  let low = 0;
  let high = stretches.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.upTo ?? 0) < sum) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Center of a location's cell on the plane, for coverage decided cell by cell. */
export function cellMiddle(cell: string): [x: number, y: number] {
  const [lat, lng] = cellToLatLng(cell);
  return [toX(lng), toY(lat)];
}
