import type { Audience } from '../../domain/audience.ts';
import { CLUSTER_MEASURES, type ClusterPatch } from '../../domain/cluster/patch.ts';
import { SOURCES } from '../../domain/verdict.ts';
import type { Tx } from '../../platform/db.ts';
import { type Cluster, type ClusterContext, clustersOf } from './compute.ts';
import { geographyOf } from './geography.ts';
import { readOffers } from './offers.ts';
import { type Gazetteer, placeShares, readGazetteer, readPlaces } from './places.ts';
import { type EarlierClusters, readEarlier } from './previous.ts';
import { type ServedIndex, servedIndex } from './providers.ts';

export interface ClusterInput {
  readonly releaseId: number;
  readonly audience: Audience;
  /** All patches of this audience and no other's, so that nothing finer can show through. In any order. */
  readonly patches: readonly ClusterPatch[];
  readonly floorStudents: number;
  /** The FCC filing the release rests on; null when there is none. */
  readonly fccFilingId: number | null;
  /** The commission's filings this audience may know of. */
  readonly pucFilingIds: readonly number[];
  /** The release whose cluster ids are to be kept where most of the students are the same. */
  readonly previousReleaseId?: number;
}

/**
 * Writes `published.clusters` of one audience: unserved and underserved, by each source. Call it in the transaction that
 * writes the release, after `published.patches` and `published.place_patches`, once for each audience.
 *
 * @returns how many clusters were written
 */
export async function writeClusters(tx: Tx, input: ClusterInput): Promise<number> {
  const patches = input.patches.toSorted((a, b) => a.patch - b.patch);
  const { served, gazetteer } = await surroundings(tx, input.fccFilingId, patches);
  const geography = geographyOf(tx, patches, input.audience, served);
  const context: ClusterContext = {
    geography,
    patches,
    floorStudents: input.floorStudents,
    shapeOf: geography.shapeOf,
    placesOf: placeShares(await readPlaces(tx, input.releaseId, input.audience)),
    gazetteer,
  };
  const earlier =
    input.previousReleaseId === undefined
      ? new Map<string, EarlierClusters>()
      : await readEarlier(tx, input.previousReleaseId, input.audience);
  let written = 0;
  for (const of of CLUSTER_MEASURES)
    for (const source of SOURCES) {
      const clusters = clustersOf(context, { of, source }, earlier.get(`${of} ${source}`));
      written += await insert(tx, [input.releaseId, input.audience, of, source], clusters);
    }
  return written;
}

interface Surroundings {
  readonly filingId: number | null;
  readonly served: ServedIndex;
  readonly gazetteer: Gazetteer;
}

/** What lies around does not depend on the audience, so it is read once for a transaction. */
async function surroundings(tx: Tx, filingId: number | null, patches: readonly ClusterPatch[]): Promise<Surroundings> {
  const known = read.get(tx);
  if (known?.filingId === filingId) return known;
  const offers = await readOffers(
    tx,
    filingId,
    patches.map(({ cell }) => cell),
  );
  const found = { filingId, served: servedIndex(offers), gazetteer: await readGazetteer(tx) };
  read.set(tx, found);
  return found;
}

const read = new WeakMap<Tx, Surroundings>();

/** Columns from `id` on: how each is written as text, and its type. */
const COLUMNS: Record<string, { type: string; text: (cluster: Cluster) => string | null }> = {
  id: { type: 'text', text: ({ id }) => id },
  rank: { type: 'integer', text: ({ rank }) => `${rank}` },
  name: { type: 'text', text: ({ name }) => name },
  students: { type: 'integer', text: ({ students }) => `${students}` },
  households: { type: 'integer', text: ({ households }) => `${households}` },
  affected: { type: 'integer', text: ({ affected }) => (affected === null ? null : `${affected}`) },
  area_km2: { type: 'double precision', text: ({ areaKm2 }) => `${areaKm2}` },
  cells: { type: 'bigint[]', text: ({ cells }) => `{${cells.join()}}` },
  patches: { type: 'integer[]', text: ({ patches }) => `{${patches.join()}}` },
  places: { type: 'jsonb', text: ({ places }) => JSON.stringify(places) },
  providers_present: { type: 'jsonb', text: ({ providersPresent }) => JSON.stringify(providersPresent) },
  nearest_served: { type: 'jsonb', text: ({ nearestServed }) => JSON.stringify(nearestServed) },
  agreement: { type: 'jsonb', text: ({ agreement }) => JSON.stringify(agreement) },
  rank_parts: { type: 'jsonb', text: ({ parts }) => JSON.stringify(parts) },
  center: { type: 'geometry', text: ({ center: { lng, lat } }) => `SRID=4326;POINT(${pointText([lng, lat])})` },
  outline: { type: 'geometry', text: ({ outline }) => outlineText(outline) },
};

/** Not by COPY, which row level security forbids; a set is some hundred rows. */
const INSERT = `
  insert into published.clusters (release_id, audience, of, source, ${Object.keys(COLUMNS).join(', ')})
  select $1, $2, $3, $4, ${Object.entries(COLUMNS)
    .map(([name, { type }]) => `${name}::${type}`)
    .join(', ')}
  from unnest(${Object.keys(COLUMNS)
    .map((_, at) => `$${at + 5}::text[]`)
    .join(', ')})
    as clusters (${Object.keys(COLUMNS).join(', ')})`;

async function insert(
  tx: Tx,
  set: readonly [releaseId: number, audience: string, of: string, source: string],
  clusters: readonly Cluster[],
): Promise<number> {
  return tx.run(INSERT, [...set, ...Object.values(COLUMNS).map(({ text }) => clusters.map(text))]);
}

/** Written once however many sets the shape is in. */
function outlineText(outline: Cluster['outline']): string {
  let text = texts.get(outline);
  if (text === undefined) {
    const polygons = outline.map((polygon) => `(${polygon.map((ring) => `(${ring.map(pointText).join()})`).join()})`);
    text = `SRID=4326;MULTIPOLYGON(${polygons.join()})`;
    texts.set(outline, text);
  }
  return text;
}

const texts = new WeakMap<Cluster['outline'], string>();

/** Six decimals: a tenth of a metre. */
function pointText([lng, lat]: readonly [number, number]): string {
  return `${lng.toFixed(6)} ${lat.toFixed(6)}`;
}
