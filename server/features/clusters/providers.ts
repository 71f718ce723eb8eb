/** Broadband sellers in a cluster, and the nearest ones outside. */
import distance from '@turf/distance';
import { lengthToDegrees } from '@turf/helpers';
import { turnTo } from '../../domain/antimeridian.ts';
import type { Lists } from '../../domain/lists.ts';
import { PROFILE_TECHNOLOGIES } from '../../domain/technology.ts';
import type { Land } from './land.ts';
import type { Offers, Seller } from './offers.ts';

export interface ProviderPresent extends Seller {
  readonly downloadMbps: number;
  readonly uploadMbps: number;
  /** Sum over the cells of the locations the provider reports with this technology. */
  readonly locations: number;
}

export interface NearestServed extends Seller {
  /** From the nearest cell of the cluster to the nearest outside cell with served locations, center to center. */
  readonly distanceKm: number;
  readonly source: 'fcc';
}

/** @param cells positions of the cluster's cells among the offers' cells */
export function providersPresent(offers: Offers, cells: Iterable<number>): ProviderPresent[] {
  const found = new Map<number, { locations: number; downloadMbps: number; uploadMbps: number }>();
  for (const cell of cells)
    for (let row = offers.starts[cell] ?? 0; row < (offers.starts[cell + 1] ?? 0); row++) {
      const seller = offers.sellerOf[row] ?? 0;
      const sum = found.get(seller) ?? { locations: 0, downloadMbps: 0, uploadMbps: 0 };
      sum.locations += offers.locations[row] ?? 0;
      sum.downloadMbps = Math.max(sum.downloadMbps, offers.downloadMbps[row] ?? 0);
      sum.uploadMbps = Math.max(sum.uploadMbps, offers.uploadMbps[row] ?? 0);
      found.set(seller, sum);
    }
  return [...found]
    .sort(([a, one], [b, other]) => other.locations - one.locations || a - b)
    .flatMap(([at, sum]) => {
      const seller = offers.sellers[at];
      return seller ? [{ ...seller, ...sum }] : [];
    });
}

/** Limit of sellers to name. */
const NAMED = 3;
/** Bucket size of the search, and its successive radii. */
const BUCKET_DEGREES = 0.05;
const SEARCHES_KM = [3, 12, 50];

/** Cells with reliable broadband at 100/20, and its sellers there. */
export interface ServedIndex {
  readonly offers: Offers;
  /** Seller positions by cell. */
  readonly sellersAt: Lists;
  /** Cells by bucket of longitude and latitude. */
  readonly buckets: ReadonlyMap<number, readonly number[]>;
}

export function servedIndex(offers: Offers): ServedIndex {
  const buckets = new Map<number, number[]>();
  const starts = new Int32Array(offers.starts.length);
  const items: number[] = [];
  for (let cell = 0; cell + 1 < offers.starts.length; cell++) {
    for (let row = offers.starts[cell] ?? 0; row < (offers.starts[cell + 1] ?? 0); row++)
      if (isServing(offers, row)) items.push(offers.sellerOf[row] ?? 0);
    starts[cell + 1] = items.length;
    if (starts[cell] === items.length) continue;
    offers.land.locate(cell);
    const key = bucketKey(bucketOf(offers.land.lng[cell] ?? 0), bucketOf(offers.land.lat[cell] ?? 0));
    const bucket = buckets.get(key);
    if (bucket) bucket.push(cell);
    else buckets.set(key, [cell]);
  }
  return { offers, sellersAt: { starts, items: Int32Array.from(items) }, buckets };
}

function isServing(offers: Offers, row: number): boolean {
  const technology = offers.sellers[offers.sellerOf[row] ?? 0]?.technology;
  return (
    (offers.served[row] ?? 0) > 0 && technology !== undefined && PROFILE_TECHNOLOGIES.bead_2022.includes(technology)
  );
}

/**
 * The nearest sellers with served locations outside the cluster, nearest first, each once.
 *
 * @param from the cluster's located land and the positions of its rim, where its nearest cells are
 * @param inside the cluster's own positions among the offers' cells
 */
export function nearestServed(
  index: ServedIndex,
  from: { land: Land; cells: Iterable<number> },
  inside: ReadonlySet<number>,
): NearestServed[] {
  const { offers } = index;
  let best: ReadonlyMap<number, Pair> = new Map();
  // Most clusters border on service: search wider only when too few sellers were found.
  for (const reachKm of SEARCHES_KM) {
    best = servedWithin(index, from, inside, reachKm);
    if (best.size >= NAMED) break;
  }
  return [...best]
    .map(([at, { here, there }]) => ({ at, km: kmBetween(from.land, here, offers.land, there) }))
    .sort((a, b) => a.km - b.km || a.at - b.at)
    .slice(0, NAMED)
    .flatMap(({ at, km }) => {
      const seller = offers.sellers[at];
      return seller ? [{ ...seller, distanceKm: Math.round(10 * km) / 10, source: 'fcc' as const }] : [];
    });
}

/** A cell of the cluster and one of the offers, with their squared distance in degrees of latitude. */
interface Pair {
  readonly squared: number;
  readonly here: number;
  readonly there: number;
}

/** The nearest pair of each seller within reach, as long as it can still be among the first. */
function servedWithin(
  { offers, sellersAt, buckets }: ServedIndex,
  from: { land: Land; cells: Iterable<number> },
  inside: ReadonlySet<number>,
  reachKm: number,
): Map<number, Pair> {
  const best = new Map<number, Pair>();
  // In square degrees of latitude: accurate to a thousandth at these distances. Distances shown are measured properly afterwards.
  let bound = lengthToDegrees(reachKm) ** 2;
  for (const here of from.cells) {
    const lng = from.land.lng[here] ?? 0;
    const lat = from.land.lat[here] ?? 0;
    const narrowing = Math.cos((lat * Math.PI) / 180);
    for (const key of bucketsWithin(lng, lat, Math.sqrt(bound), narrowing))
      for (const there of buckets.get(key) ?? []) {
        const east = turnTo(lng, offers.land.lng[there] ?? 0) * narrowing;
        const north = (offers.land.lat[there] ?? 0) - lat;
        const squared = east * east + north * north;
        if (squared >= bound || inside.has(there)) continue;
        let isBetter = false;
        for (let i = sellersAt.starts[there] ?? 0; i < (sellersAt.starts[there + 1] ?? 0); i++) {
          const seller = sellersAt.items[i] ?? 0;
          if (squared >= (best.get(seller)?.squared ?? Infinity)) continue;
          best.set(seller, { squared, here, there });
          isBetter = true;
        }
        if (isBetter) bound = boundOf(best, bound);
      }
  }
  return best;
}

/** Upper bound: the distance of the last seller to name. */
function boundOf(best: ReadonlyMap<number, { squared: number }>, bound: number): number {
  if (best.size < NAMED) return bound;
  const distances = [...best.values()].map(({ squared }) => squared).sort((a, b) => a - b);
  // A small slack, so that ties do not depend on the order of the search.
  return Math.min(bound, (distances[NAMED - 1] ?? bound) * (1 + 1e-9) + 1e-12);
}

function kmBetween(one: Land, here: number, other: Land, there: number): number {
  return distance([one.lng[here] ?? 0, one.lat[here] ?? 0], [other.lng[there] ?? 0, other.lat[there] ?? 0]);
}

function bucketsWithin(lng: number, lat: number, degrees: number, narrowing: number): number[] {
  const keys: number[] = [];
  const west = lng - degrees / narrowing;
  const east = lng + degrees / narrowing;
  const buckets: number[] = [];
  for (let x = bucketOf(west); x <= bucketOf(east); x++) buckets.push(x);
  // Beyond 180 degrees the buckets wrap around.
  if (east > 180) for (let x = bucketOf(-180); x <= bucketOf(east - 360); x++) buckets.push(x);
  if (west < -180) for (let x = bucketOf(west + 360); x <= bucketOf(180); x++) buckets.push(x);
  for (const x of buckets)
    for (let y = bucketOf(lat - degrees); y <= bucketOf(lat + degrees); y++) keys.push(bucketKey(x, y));
  return keys;
}

function bucketOf(degrees: number): number {
  return Math.floor(degrees / BUCKET_DEGREES);
}

function bucketKey(x: number, y: number): number {
  return x * 10_000 + y;
}
