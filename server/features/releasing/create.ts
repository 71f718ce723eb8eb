/**
 * Makes a release, published at once or as a draft: homes and filings in, `published` out. Reads query by query, computes without the database, and writes
 * all or nothing in one transaction, provided no input changed since the first was read. A release never changes afterwards.
 */
import type { Deps } from '../../deps.ts';
import type { Audience } from '../../domain/audience.ts';
import { phrase } from '../../domain/messages/phrase.ts';
import { DEFAULT_FLOORS, type Floors, floorsFault } from '../../domain/patch.ts';
import type { Keyed } from '../../domain/protect/noise.ts';
import { DEFAULT_TIER, type VerdictTier } from '../../domain/speed.ts';
import type { Tx } from '../../platform/db.ts';
import { lockState } from '../../platform/locks.ts';
import { saidOf } from '../../platform/problem.ts';
import { type Progress, silentProgress } from '../../platform/progress.ts';
import { type Reader, readerOn } from '../../platform/reader.ts';
import { tellPlanner } from '../../platform/statistics.ts';
import { type ClusterMeasure, writeClusters } from '../clusters/index.ts';
import { ensureClaims } from '../coverage/index.ts';
import { type Collection, dataKey, holdForRelease, homesForRelease, keepHomes } from '../intake/index.ts';
import { compose, type Ingredients, surroundingsOf } from './compose.ts';
import { discloseRelease } from './disclose.ts';
import { releaseErrors } from './errors.ts';
import { holdState } from './hold.ts';
import { collectionFor, filingsFor, leaIdsOf, type ReleaseFiling, stateOfAll } from './ingredients.ts';
import { keyedBy } from './keyed.ts';
import { publishUnplaced } from './no-fixed-residence.ts';
import { type Parts, partsOf } from './parts.ts';
import { placeKeys } from './place-keys.ts';
import { keepReleased, releasedBy, releasedIn } from './programs/index.ts';
import { publish } from './publish.ts';
import { publishLand } from './publish-lands.ts';
import { publishRelease } from './publish-release.ts';
import { publishReport } from './report.ts';
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
  const reader = readerOn(deps.db, { role: 'intake' });
  const stateFips = await stateToRelease(reader, options);
  await deps.db.as({ role: 'intake' }, (tx) => beginAlone(tx, stateFips));
  const ingredients = await gather(reader, options, { floors, benchmark, keyed, stateFips }, progress);
  signal?.throwIfAborted();
  const composed = await compose(ingredients, progress, signal);
  signal?.throwIfAborted();
  const parts = await partsOf(reader, ingredients, composed, progress);
  signal?.throwIfAborted();
  const made = await deps.db.as({ role: 'intake' }, async (tx) => {
    await beginAlone(tx, stateFips);
    await lockState(tx, 'filings in a release', stateFips);
    return write(tx, parts, options, progress);
  });
  // It is made all the same: whoever asked for it must not ask again.
  await tellPlanner(deps.db, ['published', 'coverage', 'intake']).catch((error: Error) =>
    progress.print(phrase('release.tables-not-counted', { message: saidOf(error) })),
  );
  return made;
}

interface Rules {
  readonly floors: Floors;
  readonly benchmark: VerdictTier;
  readonly keyed: Keyed;
  readonly stateFips: string;
}

/** Reads all inputs of a release. @throws Refusal release.changed-meanwhile when one changes while others are read */
async function gather(reader: Reader, options: ReleaseWishes, rules: Rules, progress: Progress): Promise<Ingredients> {
  const collection = await collectionFor(reader, options);
  const moment = await momentOf(reader, collection, rules.stateFips);
  const read = await inputsOf(reader, options, rules, collection, progress).catch((error: Error) => error);
  // Inputs of two moments may not fit together: report the change, not the error it led to.
  if ((await momentOf(reader, collection, rules.stateFips)) !== moment) throw releaseErrors.changedMeanwhile();
  if (read instanceof Error) throw read;
  return { ...rules, ...read, collection, moment };
}

async function inputsOf(
  reader: Reader,
  options: ReleaseWishes,
  { floors, stateFips }: Rules,
  collection: Collection,
  progress: Progress,
) {
  const reading = progress.begin(phrase('step.homes-read'));
  if (stateOfAll(await leaIdsOf(reader, collection)) !== stateFips) throw releaseErrors.changedMeanwhile();
  const townStudents = await townStudentsFor(reader, stateFips, options.townStudents);
  const homes = await homesForRelease(reader, { collectionId: collection.id, settle: { stateFips, floors } });
  const read = { students: homes.count, districtCount: homes.leaIds.length, collection: collection.name };
  reading.done(phrase('done.homes-read', read));
  const filings = await filingsFor(reader, stateFips, options.fccAsOf, ({ publisher, title }) =>
    progress.print(phrase('release.no-area', { filing: `${publisher} ${title}` })),
  );
  const name = options.name?.trim() ?? defaultName(collection, filings.public);
  await refuseTakenName(reader, name, stateFips);
  const released = await releasedIn(reader, stateFips);
  const surroundings = await surroundingsOf(reader, { homes, filings, floors, stateFips }, progress);
  return { townStudents, name, homes, filings, released, ...surroundings };
}

async function write(
  tx: Tx,
  { ingredients, composed, previous, knownPlaces, contents, unplaced, clusters }: Parts,
  { keepCurrent = false, draft = false, by = OPERATOR }: Pick<ReleaseWishes, 'keepCurrent' | 'draft' | 'by'>,
  progress: Progress,
): Promise<ReleaseSummary> {
  const { name, floors, benchmark, collection, stateFips, homes, moment } = ingredients;
  if ((await momentOf(tx, collection, stateFips)) !== moment) throw releaseErrors.changedMeanwhile();
  await ensureClaims(tx, stateFips);
  const writing = progress.begin(phrase('step.writing'));
  const releaseId = await publishRelease(tx, ingredients);
  let rows = 0;
  for (const { content, land, report } of contents) {
    rows += await publish(tx, { releaseId, knownPlaces }, content);
    if (land) await publishLand(tx, releaseId, content, land);
    await publishReport(tx, releaseId, content.audience, report);
  }
  await publishUnplaced(tx, releaseId, unplaced, { stateFips, floor: floors.students, leaIds: homes.leaIds });
  writing.done(phrase('done.writing', { rows }));
  const clustering = progress.begin(phrase('step.clusters'));
  const clustersWritten = await writeClusters(tx, releaseId, clusters);
  const { unserved: unservedCount, underserved: underservedCount } = clustersWritten;
  clustering.done(phrase('done.clusters', { unservedCount, underservedCount }));

  const { patches: finest, patchOf } = composed.finest;
  const areaOf = await keepHomes(
    tx,
    { stateFips, releaseId, collectionId: collection.id },
    { homes, patches: finest, patchOf, placesOf: placeKeys(composed, finest.length) },
  );
  const areas = Array.from(areaOf, (area) => {
    const { homeVersion = 0, deviceVersion = 0 } = homes.areas.get(area) ?? {};
    return { area, homeVersion: homeVersion || releaseId, deviceVersion: deviceVersion || releaseId };
  });
  await keepReleased(tx, stateFips, releasedBy(composed.proven, areas, composed.proven.made.codes));
  const becomesCurrent = !keepCurrent || previous === undefined;
  await takeStep(tx, { releaseId, standing: draft ? 'draft' : 'published', by, becomesCurrent });
  const audiences = contents
    .map(({ content }) => content.audience)
    .filter((audience) => !draft || audience === 'agency');
  await discloseRelease(tx, { id: releaseId, name, floors, audiences, stateFips });
  const patches = Object.fromEntries(
    contents.map(({ content }) => [content.audience, content.patches.length]),
  ) as Record<Audience, number>;
  return { id: releaseId, name, students: homes.count, patches, clusters: clustersWritten, benchmark };
}

async function stateToRelease(reader: Reader, options: ReleaseWishes): Promise<string> {
  return stateOfAll(await leaIdsOf(reader, await collectionFor(reader, options)));
}

/** Excludes, until the transaction ends, every other release of the state, and districts that take a file back. */
async function beginAlone(tx: Tx, stateFips: string): Promise<void> {
  await holdState(tx, stateFips);
  if (!(await holdForRelease(tx, stateFips))) throw releaseErrors.takingBack();
}

/** Changes whenever homes, filings, places or releases change: the version of every row of places is the transaction that wrote it. */
async function momentOf(reader: Reader, collection: Collection, stateFips: string): Promise<string> {
  const { moment } = await reader.one<{ moment: string }>(
    `select concat_ws(
       '/',
       (select string_agg(concat_ws(' ', id, released_at), ',' order by id) from published.releases where state_fips = $2),
       (select release_id from published.current where state_fips = $2),
       (select concat_ws(' ', name, synthetic) from intake.collections where id = $1),
       (select string_agg(concat_ws(' ', id, sha256, row_count, loaded_at), ',' order by id) from intake.uploads where collection_id = $1),
       (select string_agg(concat_ws(' ', id, superseded, loaded_at), ',' order by id) from coverage.filings where state_fips = $2),
       (select md5(string_agg(concat_ws(' ', kind, id, xmin), ',' order by kind, id)) from places.places where state_fips = $2)
     ) as moment`,
    [collection.id, stateFips],
  );
  return moment;
}

function defaultName(collection: Collection, filings: readonly ReleaseFiling[]): string {
  const fcc = filings.find(({ source }) => source === 'fcc');
  return fcc ? `${collection.name}, FCC ${fcc.asOf}` : collection.name;
}

async function refuseTakenName(reader: Reader, name: string, stateFips: string): Promise<void> {
  if (await reader.maybe('select from published.releases where name = $1 and state_fips = $2', [name, stateFips]))
    throw releaseErrors.nameTaken(name);
}
