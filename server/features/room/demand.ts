/** Clusters near a provider's hexes: published numbers, public filings, and nothing else. */
import { squareMilesOf } from '../../domain/miles.ts';
import type { Tx } from '../../platform/db.ts';
import { type Cluster, clustersFrom } from '../clusters/index.ts';
import type { Demand, DemandQuery, Order, Rivalry } from './contract.ts';
import { hexIndex, milesBetween } from './near.ts';
import { type Land, landOf, locationsOf, type PlanCells, planCells, schoolsIn } from './queries.ts';

const SATELLITES: readonly number[] = [60, 61];
const FAST = { downloadMbps: 100, uploadMbps: 20 };

export interface Asked extends Pick<DemandQuery, 'of' | 'source' | 'miles' | 'sort' | 'students' | 'rivals'> {
  readonly releaseId: number;
  readonly providerId: number;
  readonly fccFilingId: number | undefined;
  /** Ids of the clusters of the release before; undefined: none to compare with. */
  readonly before: ReadonlySet<string> | undefined;
}

export interface Near {
  readonly cluster: Cluster;
  readonly miles: number;
}

/** The clusters within so many miles of the hexes, in order of rank. */
export async function clustersNear(
  tx: Tx,
  { releaseId, of, source, miles }: Pick<Asked, 'releaseId' | 'of' | 'source' | 'miles'>,
  hexes: ReadonlySet<string>,
): Promise<{ near: Near[]; land: ReadonlyMap<string, readonly string[]> }> {
  const set = { releaseId, audience: 'provider', of, source };
  const all = await clustersFrom(tx, set, { fromRank: 0, limit: 1_000_000, box: undefined, place: undefined });
  const land = await landOf(tx, { releaseId, of });
  return { near: within(all, land, hexes, miles), land };
}

/** Those of the clusters within so many miles of the hexes, in their order. */
export function within<One extends { readonly id: string }>(
  clusters: readonly One[],
  land: Land,
  hexes: ReadonlySet<string>,
  miles: number,
): { cluster: One; miles: number }[] {
  const index = hexIndex(hexes);
  return clusters.flatMap((cluster) => {
    const found = milesBetween(index, land.get(cluster.id) ?? [], miles);
    return found === undefined ? [] : [{ cluster, miles: found }];
  });
}

/** @returns the rows that pass the filters, in the order asked for */
export async function demandOf(tx: Tx, asked: Asked, near: readonly Near[], land: Land): Promise<Demand[]> {
  const ids = near.map(({ cluster }) => cluster.id);
  const cells = ids.flatMap((id) => land.get(id) ?? []);
  const facts = {
    schools: await schoolsIn(tx, { releaseId: asked.releaseId, of: asked.of, ids }),
    plans: await planCells(tx, cells),
    locations: await locationsOf(tx, asked.fccFilingId, cells),
  };
  return near
    .map((one) => rowOf(one, asked, land.get(one.cluster.id) ?? [], facts))
    .filter((row) => row.students >= asked.students && passes(asked.rivals, row))
    .sort(inOrder(asked.sort));
}

interface Facts {
  readonly schools: ReadonlyMap<string, readonly string[]>;
  readonly plans: PlanCells;
  readonly locations: ReadonlyMap<string, number>;
}

function rowOf({ cluster, miles }: Near, asked: Asked, hexes: readonly string[], facts: Facts): Demand {
  const { id, rank, name, center, bbox } = cluster;
  const locations = hexes.reduce((sum, hex) => sum + (facts.locations.get(hex) ?? 0), 0);
  const squareMiles = squareMilesOf(cluster.areaKm2);
  const offers = cluster.providersPresent.map(({ providerId, technologyName: _, ...offer }) => ({ providerId, offer }));
  return {
    ...{ id, rank, name, center, bbox, locations },
    miles: Math.round(10 * miles) / 10,
    students: cluster.estimated,
    households: cluster.wholePatches > 0 ? cluster.households : null,
    squareMiles: Math.round(10 * squareMiles) / 10,
    density: Math.round((10 * locations) / squareMiles) / 10,
    counties: cluster.places.flatMap((place) => (place.kind === 'county' ? [place.name] : [])),
    schools: [...(facts.schools.get(id) ?? [])],
    own: offers.flatMap(({ providerId, offer }) => (providerId === asked.providerId ? [offer] : [])),
    rivals: offers.flatMap(({ providerId, offer }) => (providerId === asked.providerId ? [] : [offer])),
    isNew: asked.before !== undefined && !asked.before.has(id),
    overlaps: overlapsOf(hexes, cluster.estimated, facts),
  };
}

/** The cluster's estimate times the share of its FCC locations inside each plan. A hex counts by its share inside. */
function overlapsOf(hexes: readonly string[], estimated: number, { plans, locations }: Facts): Demand['overlaps'] {
  const all = hexes.reduce((sum, hex) => sum + (locations.get(hex) ?? 0), 0);
  if (all === 0) return [];
  return [...plans].flatMap(([plan, shares]) => {
    const inside = hexes.reduce((sum, hex) => sum + (locations.get(hex) ?? 0) * (shares.get(hex) ?? 0), 0);
    const share = inside / all;
    if (share === 0) return [];
    return [{ plan, share: Math.round(1000 * share) / 1000, students: Math.round(estimated * share) }];
  });
}

function passes(rivals: Rivalry, row: Demand): boolean {
  const ground = row.rivals.filter(({ technology }) => !SATELLITES.includes(technology));
  if (rivals === 'none') return ground.length === 0;
  if (rivals === 'slow')
    return ground.every((offer) => offer.downloadMbps < FAST.downloadMbps || offer.uploadMbps < FAST.uploadMbps);
  return true;
}

const VALUE: Readonly<Record<Order, (row: Demand) => number>> = {
  miles: (row) => row.miles,
  rank: (row) => row.rank,
  students: (row) => -row.students,
  households: (row) => -(row.households ?? -1),
  locations: (row) => -row.locations,
  density: (row) => -row.density,
  schools: (row) => -row.schools.length,
};

function inOrder(sort: Order): (one: Demand, other: Demand) => number {
  const value = VALUE[sort];
  return (one, other) => value(one) - value(other) || one.rank - other.rank;
}
