/**
 * Makes a release, published at once or as a draft: homes and filings in, `published` out. Reads everything in one snapshot,
 * computes without the database, and writes all or nothing in one transaction, provided no input changed meanwhile. A release never changes afterwards.
 */
import type { Deps } from '../../deps.ts';
import { type Audience, FINEST_RESOLUTION } from '../../domain/audience.ts';
import { DEFAULT_FLOORS, type Floors, floorsFault } from '../../domain/patch.ts';
import type { Keyed } from '../../domain/protect/noise.ts';
import { DEFAULT_TIER, type VerdictTier } from '../../domain/speed.ts';
import type { Tx } from '../../platform/db.ts';
import { type Progress, silentProgress } from '../../platform/progress.ts';
import { type ClusterMeasure, writeClusters } from '../clusters/index.ts';
import { estimatesOfPlaces } from '../estimates/index.ts';
import { type Collection, dataKey, holdForRelease, homesForRelease, keepHomes } from '../intake/index.ts';
import { POINT_KINDS } from '../places/index.ts';
import { clusterViews } from './cluster-views.ts';
import { type Composed, compose, type Ingredients, surroundingsOf } from './compose.ts';
import { discloseRelease } from './disclose.ts';
import { releaseErrors } from './errors.ts';
import { holdState } from './hold.ts';
import { collectionFor, filingsFor, leaIdsOf, type ReleaseFiling, stateOfAll } from './ingredients.ts';
import { keyedBy } from './keyed.ts';
import { publishUnplaced } from './no-fixed-residence.ts';
import { placeKeys } from './place-keys.ts';
import { keepReleased, releasedBy, releasedIn } from './programs/index.ts';
import { publish } from './publish.ts';
import { publishLands } from './publish-lands.ts';
import { currentRelease, publishRelease } from './publish-release.ts';
import { publishReport, reportOn } from './report.ts';
import { OPERATOR, takeStep } from './steps.ts';
import { townStudentsFor } from './town-students.ts';

export interface ReleaseWishes {
  /** Left out: the collection and the FCC's as-of date, "fall 2026, FCC 2026-06-30". */
  readonly name?: string | undefined;
  /** @default 10, never under 5 */
  readonly floorStudents?: number | undefined;
  /** @default 5, never under 3 */
  readonly floorHouseholds?: number | undefined;
  /** ISO date of the FCC vintage. @default the latest */
  readonly fccAsOf?: string | undefined;
  /** @default the latest that holds homes; one that still takes files only when there is no other */
  readonly collection?: string | undefined;
  /** FIPS code. @default the state of the homes, where it is one */
  readonly state?: string | undefined;
  /** The tier that counts as enough: levers at places are counted at this tier of the one reading. @default '100_20' */
  readonly benchmark?: VerdictTier | undefined;
  /** Smallest town with numbers of its own, in students, at least 1,000. @default the state's latest setting, at first 1,000 */
  readonly townStudents?: number | undefined;
  /** True: the current release stays current, as when an older vintage is added later. @default false */
  readonly keepCurrent?: boolean | undefined;
  /** True: only the state's agency reads it until it is published. @default false */
  readonly draft?: boolean | undefined;
  /** Who makes it, for the log. @default OPERATOR */
  readonly by?: string | undefined;
}

export interface ReleaseSummary {
  readonly id: number;
  readonly name: string;
  readonly students: number;
  readonly patches: Record<Audience, number>;
  readonly clusters: Record<ClusterMeasure, number>;
  readonly benchmark: VerdictTier;
}

/**
 * @param signal aborts at the next step, with nothing published
 * @throws Refusal when there is nothing to release, the name is taken, or another release is being made
 */
export async function createRelease(
  deps: Pick<Deps, 'db' | 'config'>,
  options: ReleaseWishes,
  progress: Progress = silentProgress,
  signal?: AbortSignal,
): Promise<ReleaseSummary> {
  const floors: Floors = {
    students: options.floorStudents ?? DEFAULT_FLOORS.students,
    households: options.floorHouseholds ?? DEFAULT_FLOORS.households,
  };
  const benchmark = options.benchmark ?? DEFAULT_TIER;
  const fault = floorsFault(floors);
  if (fault) throw releaseErrors.floors(fault);
  if (options.name !== undefined && options.name.trim() === '') throw releaseErrors.nameEmpty();

  const keyed = keyedBy(await dataKey(deps));
  const stateFips = await deps.db.as({ role: 'intake' }, (tx) => stateToRelease(tx, options));
  const ingredients = await deps.db.as({ role: 'intake' }, async (tx) => {
    await beginAlone(tx, stateFips);
    return gather(tx, options, { floors, benchmark, keyed, stateFips }, progress);
  });
  signal?.throwIfAborted();
  const composed = await compose(ingredients, progress, signal);
  signal?.throwIfAborted();
  return deps.db.as({ role: 'intake' }, async (tx) => {
    await beginAlone(tx, stateFips);
    return write(tx, ingredients, composed, options, progress);
  });
}

/** Reads all inputs of a release in one snapshot. */
async function gather(
  tx: Tx,
  options: ReleaseWishes,
  rules: { floors: Floors; benchmark: VerdictTier; keyed: Keyed; stateFips: string },
  progress: Progress,
): Promise<Ingredients> {
  const { stateFips } = rules;
  const collection = await collectionFor(tx, options);
  const reading = progress.begin('Homes read');
  if (stateOfAll(await leaIdsOf(tx, collection)) !== stateFips) throw releaseErrors.changedMeanwhile();
  const townStudents = await townStudentsFor(tx, stateFips, options.townStudents);
  const homes = await homesForRelease(tx, {
    collectionId: collection.id,
    settle: { stateFips, floors: rules.floors },
  });
  reading.done(`${homes.count} students of ${homes.leaIds.length} districts in "${collection.name}"`);
  const filings = await filingsFor(tx, stateFips, options.fccAsOf, ({ publisher, title }) =>
    progress.print(
      `${publisher} ${title} has no area of home service in the state: the release does not rest on it. Import it again with the right --state.`,
    ),
  );
  const name = options.name?.trim() ?? defaultName(collection, filings.public);
  await refuseTakenName(tx, name, stateFips);
  const moment = await momentOf(tx, collection, stateFips);
  const released = await releasedIn(tx, stateFips);
  const surroundings = await surroundingsOf(tx, { homes, filings, floors: rules.floors, stateFips }, progress);
  return { ...rules, townStudents, name, collection, homes, filings, released, moment, ...surroundings };
}

async function write(
  tx: Tx,
  ingredients: Ingredients,
  composed: Composed,
  { keepCurrent = false, draft = false, by = OPERATOR }: Pick<ReleaseWishes, 'keepCurrent' | 'draft' | 'by'>,
  progress: Progress,
): Promise<ReleaseSummary> {
  const { name, floors, benchmark, keyed, collection, stateFips, homes, filings, land, moment } = ingredients;
  if ((await momentOf(tx, collection, stateFips)) !== moment) throw releaseErrors.changedMeanwhile();
  const writing = progress.begin('Published rows written');
  const previous = await currentRelease(tx, stateFips);
  const releaseId = await publishRelease(tx, ingredients);
  const knownPlaces = await placesOfState(tx, stateFips);
  let rows = 0;
  for (const content of composed.contents) rows += await publish(tx, { releaseId, knownPlaces }, content);
  await publishLands(tx, releaseId, composed.contents, land);
  await publishUnplaced(tx, releaseId, {
    collectionId: collection.id,
    stateFips,
    floor: floors.students,
    leaIds: homes.leaIds,
    keyed,
  });
  for (const content of composed.contents) {
    const keptPatches = composed.keptPatches[FINEST_RESOLUTION[content.audience]];
    const release = { id: releaseId, benchmark, floor_students: floors.students };
    const estimates = await estimatesOfPlaces(tx, release, content.audience);
    const reported = { content, floor: floors.students, keptPatches, benchmark, estimates };
    await publishReport(tx, releaseId, content.audience, reportOn(reported));
  }
  writing.done(`${rows}`);

  const clustering = progress.begin('Clusters');
  const clusters = await writeClusters(tx, {
    releaseId,
    floorStudents: floors.students,
    benchmark,
    hexes: land.hexes,
    views: clusterViews(composed.contents, land, filings),
    fccFilingId: filings.public.find(({ source }) => source === 'fcc')?.id ?? null,
    ...(previous !== undefined && { previousReleaseId: previous }),
  });
  clustering.done(`${clusters.unserved} unserved, ${clusters.underserved} underserved`);

  const { patches: finest, patchOf } = composed.finest;
  const placesOf = placeKeys(composed, finest.length);
  const areaOf = await keepHomes(
    tx,
    { stateFips, releaseId, collectionId: collection.id },
    { homes, patches: finest, patchOf, placesOf },
  );
  const areas = Array.from(areaOf, (area) => {
    const { homeVersion = 0, deviceVersion = 0 } = homes.areas.get(area) ?? {};
    return { area, homeVersion: homeVersion || releaseId, deviceVersion: deviceVersion || releaseId };
  });
  await keepReleased(tx, stateFips, releasedBy(composed.proven, areas, composed.proven.made.codes));
  const becomesCurrent = !keepCurrent || previous === undefined;
  await takeStep(tx, { releaseId, standing: draft ? 'draft' : 'published', by, becomesCurrent });
  const audiences = composed.contents
    .map(({ audience }) => audience)
    .filter((audience) => !draft || audience === 'agency');
  await discloseRelease(tx, { id: releaseId, name, floors, audiences, stateFips });
  const patches = Object.fromEntries(
    composed.contents.map(({ audience, patches: own }) => [audience, own.length]),
  ) as Record<Audience, number>;
  return { id: releaseId, name, students: homes.count, patches, clusters, benchmark };
}

async function stateToRelease(tx: Tx, options: ReleaseWishes): Promise<string> {
  return stateOfAll(await leaIdsOf(tx, await collectionFor(tx, options)));
}

/** All reads of the transaction see one snapshot; it excludes every other release of the state. */
async function beginAlone(tx: Tx, stateFips: string): Promise<void> {
  await tx.run('set transaction isolation level repeatable read');
  await holdState(tx, stateFips);
  if (!(await holdForRelease(tx, stateFips))) throw releaseErrors.takingBack();
}

/** Changes whenever homes, filings, places or releases change. */
async function momentOf(tx: Tx, collection: Collection, stateFips: string): Promise<string> {
  const { moment } = await tx.one<{ moment: string }>(
    `select concat_ws(
       '/',
       (select max(id) from published.releases where state_fips = $2),
       (select string_agg(concat_ws(' ', id, sha256, row_count, loaded_at), ',' order by id) from intake.uploads where collection_id = $1),
       (select string_agg(concat_ws(' ', id, superseded), ',' order by id) from coverage.filings where state_fips = $2),
       (select count(*) from places.places where state_fips = $2)
     ) as moment`,
    [collection.id, stateFips],
  );
  return moment;
}

function defaultName(collection: Collection, filings: readonly ReleaseFiling[]): string {
  const fcc = filings.find(({ source }) => source === 'fcc');
  return fcc ? `${collection.name}, FCC ${fcc.asOf}` : collection.name;
}

async function refuseTakenName(tx: Tx, name: string, stateFips: string): Promise<void> {
  if (await tx.maybe('select from published.releases where name = $1 and state_fips = $2', [name, stateFips]))
    throw releaseErrors.nameTaken(name);
}

/** Ids by kind of all places of the state that get a row of numbers, perhaps an empty one; towns get one only where counted. */
async function placesOfState(tx: Tx, stateFips: string): Promise<Map<string, string[]>> {
  const kinds = await tx.rows<{ kind: string; ids: string[] }>(
    `select kind, array_agg(id order by id) as ids
     from places.places
     where state_fips = $1
       and not kind = any($2::text[])
     group by kind`,
    [stateFips, POINT_KINDS],
  );
  return new Map(kinds.map(({ kind, ids }) => [kind, ids]));
}
