import type { Audience } from '../../domain/audience.ts';
import { CLUSTER_MEASURES, type ClusterPatch } from '../../domain/cluster/patch.ts';
import { FILERS, type Filer, SOURCES } from '../../domain/verdict.ts';
import type { Tx } from '../../platform/db.ts';
import { type Cluster, type ClusterContext, clustersOf } from './compute.ts';
import { geographyOf } from './geography.ts';
import { readOffers } from './offers.ts';
import { type Gazetteer, placeShares, readGazetteer, readPlaces } from './places.ts';
import { type EarlierClusters, readEarlier } from './previous.ts';
import { type ServedIndex, servedIndex } from './providers.ts';
import { openShapeStore, SHAPE_COLUMNS, type ShapeStore } from './shape-store.ts';

export interface ClusterInput {
  readonly releaseId: number;
  readonly audience: Audience;
  /** All patches of this audience and no other's, so that nothing finer can show through. In any order. */
  readonly patches: readonly ClusterPatch[];
  readonly floorStudents: number;
  /** Who filed anything in the state, of the filings this audience's numbers rest on. @default both */
  readonly filers?: readonly Filer[];
  /** The FCC filing the release rests on; null when there is none. */
  readonly fccFilingId: number | null;
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
  const { served, gazetteer, shapes } = await surroundings(tx, input.fccFilingId, patches);
  const geography = geographyOf(tx, patches, input.audience, served);
  const context: ClusterContext = {
    geography,
    patches,
    floorStudents: input.floorStudents,
    filers: input.filers ?? FILERS,
    shapeOf: geography.shapeOf,
    placesOf: placeShares(await readPlaces(tx, input.releaseId, input.audience)),
    gazetteer,
  };
  const earlier =
    input.previousReleaseId === undefined
      ? new Map<string, EarlierClusters>()
      : await readEarlier(tx, input.previousReleaseId, input.audience, geography);
  let written = 0;
  for (const of of CLUSTER_MEASURES)
    for (const source of SOURCES) {
      const clusters = clustersOf(context, { of, source }, earlier.get(`${of} ${source}`));
      written += await insert(tx, shapes, [input.releaseId, input.audience, of, source], clusters);
    }
  return written;
}

interface Surroundings {
  readonly filingId: number | null;
  readonly served: ServedIndex;
  readonly gazetteer: Gazetteer;
  readonly shapes: ShapeStore;
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
  const found = {
    filingId,
    served: servedIndex(offers),
    gazetteer: await readGazetteer(tx),
    shapes: known?.shapes ?? (await openShapeStore(tx)),
  };
  read.set(tx, found);
  return found;
}

const read = new WeakMap<Tx, Surroundings>();

/** Columns but for those of the shape: how each is written as text, and its type. */
const COLUMNS: Record<string, { type: string; text: (cluster: Cluster) => string | null }> = {
  id: { type: 'text', text: ({ id }) => id },
  rank: { type: 'integer', text: ({ rank }) => `${rank}` },
  name: { type: 'text', text: ({ name }) => name },
  students: { type: 'integer', text: ({ students }) => `${students}` },
  households: { type: 'integer', text: ({ households }) => `${households}` },
  affected: { type: 'integer', text: ({ affected }) => (affected === null ? null : `${affected}`) },
  patches: { type: 'integer[]', text: ({ patches }) => `{${patches.join()}}` },
  places: { type: 'jsonb', text: ({ places }) => JSON.stringify(places) },
  agreement: { type: 'jsonb', text: ({ agreement }) => JSON.stringify(agreement) },
  rank_parts: { type: 'jsonb', text: ({ parts }) => JSON.stringify(parts) },
};

const NAMES = Object.keys(COLUMNS).join(', ');
const SHAPE_NAMES = SHAPE_COLUMNS.map(({ name }) => name).join(', ');

/** Not by COPY, which row level security forbids; a set is some hundred rows. */
const INSERT = `
  insert into published.clusters (release_id, audience, of, source, ${NAMES}, ${SHAPE_NAMES})
  select $1, $2, $3, $4, ${Object.entries(COLUMNS)
    .map(([name, { type }]) => `${name}::${type}`)
    .join(', ')}, ${SHAPE_NAMES}
  from unnest($5::integer[], ${Object.keys(COLUMNS)
    .map((_, at) => `$${at + 6}::text[]`)
    .join(', ')})
    as clusters (shape, ${NAMES})
  join cluster_shapes using (shape)`;

async function insert(
  tx: Tx,
  shapes: ShapeStore,
  set: readonly [releaseId: number, audience: string, of: string, source: string],
  clusters: readonly Cluster[],
): Promise<number> {
  const numbers = await shapes.numbersOf(clusters.map(({ shape }) => shape));
  return tx.run(INSERT, [...set, numbers, ...Object.values(COLUMNS).map(({ text }) => clusters.map(text))]);
}
