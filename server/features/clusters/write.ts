import { AUDIENCES, type Audience } from '../../domain/audience.ts';
import type { ClusterView } from '../../domain/cluster/estimate.ts';
import { CLUSTER_MEASURES, type ClusterMeasure, type LandVerdicts, readingOf } from '../../domain/cluster/measure.ts';
import type { VerdictTier } from '../../domain/speed.ts';
import type { Filer } from '../../domain/verdict.ts';
import type { Tx } from '../../platform/db.ts';
import type { Reader } from '../../platform/reader.ts';
import { type ClusterContext, type ClusterSet, clustersOf, unservedHexes, type View } from './compute.ts';
import { geographyOf } from './geography.ts';
import { readOffers } from './offers.ts';
import { placesOfHexes, readGazetteer } from './places.ts';
import { readEarlier } from './previous.ts';
import { servedIndex } from './providers.ts';
import { insertClusters, insertStandings } from './store.ts';

export interface ClusterInput {
  readonly stateFips: string;
  readonly floorStudents: number;
  readonly benchmark: VerdictTier;
  /** Distinct res-8 hexes of the land of all views' patches, ascending. */
  readonly hexes: BigUint64Array;
  /** Each with its own patches and the verdicts of its own filings. */
  readonly views: Readonly<Record<Audience, ViewInput>>;
  /** The FCC filing behind the public's numbers; null when there is none. */
  readonly fccFilingId: number | null;
  /** The release to inherit cluster ids from, where most hexes are the same. */
  readonly previousReleaseId?: number;
}

export interface ViewInput extends Pick<ClusterView, 'patches' | 'hexesOf'> {
  readonly verdicts: LandVerdicts;
  /** Providers of filings in the state that the view may read. */
  readonly filers: readonly Filer[];
}

export type ClustersOfRelease = Readonly<Record<ClusterMeasure, ClusterSet>>;

export async function clustersOfRelease(reader: Reader, input: ClusterInput): Promise<ClustersOfRelease> {
  const { stateFips, hexes, benchmark, floorStudents } = input;
  const views = viewsOf(input.views, benchmark);
  const candidates = unservedHexes(views, 'underserved');
  const cells = BigUint64Array.from(candidates, (hex) => hexes[hex] ?? 0n);
  const context: ClusterContext = {
    geography: geographyOf(hexes, servedIndex(await readOffers(reader, input.fccFilingId, cells))),
    views,
    floorStudents,
    gazetteer: await readGazetteer(reader, stateFips),
    placesOf: await placesOfHexes(reader, { cells, hexes: candidates, view: views.public, stateFips }),
  };
  const earlier =
    input.previousReleaseId === undefined ? undefined : await readEarlier(reader, input.previousReleaseId);
  const made = (of: ClusterMeasure) => clustersOf(context, of, earlier?.get(of) ?? []);
  return { unserved: made('unserved'), underserved: made('underserved') };
}

/**
 * Writes `published.clusters` and each audience's standings. Call once, in the transaction that writes the release.
 *
 * @returns how many clusters there are, by measure
 */
export async function writeClusters(
  tx: Tx,
  releaseId: number,
  sets: ClustersOfRelease,
): Promise<Record<ClusterMeasure, number>> {
  const written = { unserved: 0, underserved: 0 };
  for (const of of CLUSTER_MEASURES) {
    const { clusters, standings } = sets[of];
    written[of] = await insertClusters(tx, { releaseId, of }, clusters);
    for (const audience of AUDIENCES) await insertStandings(tx, { releaseId, of, audience }, standings[audience]);
  }
  return written;
}

function viewsOf(inputs: ClusterInput['views'], benchmark: VerdictTier): Record<Audience, View> {
  const viewOf = ({ verdicts, ...view }: ViewInput): View => ({ ...view, reading: readingOf(verdicts, benchmark) });
  return { agency: viewOf(inputs.agency), provider: viewOf(inputs.provider), public: viewOf(inputs.public) };
}
