import { CLUSTER_MEASURES, type ClusterMeasure } from '../../domain/cluster/measure.ts';
import { SOURCES } from '../../domain/verdict.ts';
import type { Db } from '../../platform/db.ts';
import type { GeoFeature } from '../../platform/lists.ts';
import { releaseNamed, viewerOfRelease, viewInWords } from '../releases/index.ts';
import type { Cluster } from './contract.ts';
import { clustersFrom } from './queries.ts';

/** Every cluster of a release, set by set, for an export. */
export async function* clusterRows(
  db: Db,
  asked: { release: string; state?: string; audience: 'public' | 'agency' },
): AsyncGenerator<GeoFeature> {
  const viewer = await viewerOfRelease(db, asked);
  for (const of of CLUSTER_MEASURES)
    for (const source of SOURCES) {
      const { view, clusters } = await db.as(viewer, async (tx) => {
        const release = await releaseNamed(tx, asked.release, asked.state);
        const set = { releaseId: release.id, audience: asked.audience, of, source };
        const all = { fromRank: 0, limit: 1_000_000, box: undefined, place: undefined };
        return { view: await viewInWords(tx, release, asked.audience), clusters: await clustersFrom(tx, set, all) };
      });
      for (const cluster of clusters) {
        const feature = clusterFeature(cluster, CLUSTER_MEASURES, of, view);
        yield { ...feature, properties: { of, source, ...feature.properties } };
      }
    }
}

/** @param columns measures that have a column; only that of `of` is filled */
export function clusterFeature(
  cluster: Cluster,
  columns: readonly ClusterMeasure[],
  of: ClusterMeasure,
  view: string,
): GeoFeature {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: cluster.center },
    properties: flat(cluster, columns, of, view),
  };
}

/** Flat, for CSV and GIS; the same columns with or without a nearest seller. */
export function flat(
  cluster: Cluster,
  columns: readonly ClusterMeasure[],
  of: ClusterMeasure,
  view: string,
): Record<string, unknown> {
  const [nearest] = cluster.nearestServed;
  const estimates = columns.map((measure) => [`estimated_${measure}`, measure === of ? cluster.estimated : null]);
  return {
    id: cluster.id,
    rank: cluster.rank,
    name: cluster.name,
    ...Object.fromEntries(estimates),
    students: cluster.students,
    households: cluster.households,
    whole_patches: cluster.wholePatches,
    area_km2: cluster.areaKm2,
    lng: cluster.center[0],
    lat: cluster.center[1],
    places: cluster.places.map((place) => place.name).join('; '),
    providers_present: cluster.providersPresent.map((offer) => `${offer.name} (${offer.technologyName})`).join('; '),
    nearest_served_provider: nearest?.name ?? null,
    nearest_served_technology: nearest?.technologyName ?? null,
    nearest_served_km: nearest?.distanceKm ?? null,
    hexes_agree: cluster.agreement.agree,
    hexes_contradict: cluster.agreement.contradict,
    hexes_one_sided: cluster.agreement.oneSided,
    ...(cluster.changedByOwnFilings !== undefined && { hexes_changed_by_own_filings: cluster.changedByOwnFilings }),
    view,
  };
}
