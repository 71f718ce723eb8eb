/** Everything that a release writes, ready before its transaction, so that it takes no longer than the writing. */
import { FINEST_RESOLUTION } from '../../domain/audience.ts';
import { phrase } from '../../domain/messages/phrase.ts';
import type { Progress } from '../../platform/progress.ts';
import type { Reader } from '../../platform/reader.ts';
import { type ClustersOfRelease, clustersOfRelease } from '../clusters/index.ts';
import { POINT_KINDS } from '../places/index.ts';
import type { ReportBody } from '../releases/index.ts';
import { clusterViews } from './cluster-views.ts';
import type { Composed, Ingredients } from './compose.ts';
import type { Content } from './content.ts';
import { estimatesOfContent } from './estimated.ts';
import { composeUnplaced, type UnplacedOfRelease } from './no-fixed-residence.ts';
import { type ContentLand, landOfContent } from './publish-lands.ts';
import { currentRelease } from './publish-release.ts';
import { reportOn } from './report.ts';

export interface Parts {
  readonly ingredients: Ingredients;
  readonly composed: Composed;
  /** Id of the state's current release. */
  readonly previous: number | undefined;
  /** Ids by kind of all places that get a row of numbers, perhaps an empty one. */
  readonly knownPlaces: ReadonlyMap<string, readonly string[]>;
  readonly contents: readonly PartsOfAudience[];
  readonly unplaced: UnplacedOfRelease;
  readonly clusters: ClustersOfRelease;
}

export interface PartsOfAudience {
  readonly content: Content;
  readonly land: ContentLand | undefined;
  readonly report: ReportBody;
}

export async function partsOf(
  reader: Reader,
  ingredients: Ingredients,
  composed: Composed,
  progress: Progress,
): Promise<Parts> {
  const { floors, benchmark, keyed, collection, stateFips, filings, land } = ingredients;
  const previous = await currentRelease(reader, stateFips);
  const composing = progress.begin(phrase('step.composing'));
  const clusters = await clustersOfRelease(reader, {
    stateFips,
    floorStudents: floors.students,
    benchmark,
    hexes: land.hexes,
    views: clusterViews(composed.contents, land, filings),
    fccFilingId: filings.public.find(({ source }) => source === 'fcc')?.id ?? null,
    ...(previous !== undefined && { previousReleaseId: previous }),
  });
  const asked = { collectionId: collection.id, stateFips, floor: floors.students, keyed };
  const parts = {
    ingredients,
    composed,
    previous,
    knownPlaces: await placesOfState(reader, stateFips),
    contents: composed.contents.map((content) => partsOfAudience(content, ingredients, composed)),
    unplaced: await composeUnplaced(reader, asked),
    clusters,
  };
  composing.done();
  return parts;
}

function partsOfAudience(content: Content, { floors, benchmark, land }: Ingredients, composed: Composed) {
  const floor = floors.students;
  const own = landOfContent(content, land);
  const keptPatches = composed.keptPatches[FINEST_RESOLUTION[content.audience]];
  const estimates = estimatesOfContent(content, own, { benchmark, floor });
  return { content, land: own, report: reportOn({ content, floor, keptPatches, benchmark, estimates }) };
}

/** Towns get a row only where they are counted. */
async function placesOfState(reader: Reader, stateFips: string): Promise<Map<string, string[]>> {
  const kinds = await reader.rows<{ kind: string; ids: string[] }>(
    `select kind, array_agg(id order by id) as ids
     from places.places
     where state_fips = $1
       and not kind = any($2::text[])
     group by kind`,
    [stateFips, POINT_KINDS],
  );
  return new Map(kinds.map(({ kind, ids }) => [kind, ids]));
}
