/**
 * Makes a release: homes and filings in, `published` out, in one transaction. Whole or not at all, and never changed
 * after.
 */
import type { Deps } from '../../deps.ts';
import { AUDIENCES, type Audience, FINEST_RESOLUTION } from '../../domain/audience.ts';
import { DEFAULT_FLOORS, type Floors, floorsFault } from '../../domain/patch.ts';
import { DEFAULT_TIER, type VerdictTier } from '../../domain/speed.ts';
import type { Tx } from '../../platform/db.ts';
import { type Progress, silentProgress } from '../../platform/progress.ts';
import { publishLands } from '../estimates/index.ts';
import { type Collection, holdForRelease, homesForRelease, keepHomes, serverKey } from '../intake/index.ts';
import { POINT_KINDS } from '../places/index.ts';
import { compose } from './compose.ts';
import { discloseRelease } from './disclose.ts';
import { releaseErrors } from './errors.ts';
import { collectionFor, filingsFor, leaIdsOf, type ReleaseFiling, stateOf } from './ingredients.ts';
import { keyedBy } from './keyed.ts';
import { publishUnplaced } from './no-fixed-residence.ts';
import { publish } from './publish.ts';
import { makeCurrent, publishRelease } from './publish-release.ts';
import { publishReport, reportOn } from './report.ts';

export interface ReleaseWishes {
  /** Left out: the collection and the FCC's as-of date, "fall 2026, FCC 2026-06-30". */
  readonly name?: string | undefined;
  /** @default 10, never under 5 */
  readonly floorStudents?: number | undefined;
  /** @default 5, never under 3 */
  readonly floorHouseholds?: number | undefined;
  /** ISO date of the FCC vintage. @default the latest */
  readonly fccAsOf?: string | undefined;
  /** @default the latest with homes; one that still takes files only when there is no other */
  readonly collection?: string | undefined;
  /** What counts as enough: the tier of the one reading that levers are counted in at places. @default '100_20' */
  readonly benchmark?: VerdictTier | undefined;
}

export interface ReleaseSummary {
  readonly id: number;
  readonly name: string;
  readonly students: number;
  readonly patches: Record<Audience, number>;
  readonly clusters: number;
}

/** @throws Refusal when there is nothing to release, the name is taken, or another release is being made */
export async function createRelease(
  deps: Pick<Deps, 'db' | 'config'>,
  options: ReleaseWishes,
  progress: Progress = silentProgress,
): Promise<ReleaseSummary> {
  const floors: Floors = {
    students: options.floorStudents ?? DEFAULT_FLOORS.students,
    households: options.floorHouseholds ?? DEFAULT_FLOORS.households,
  };
  const benchmark = options.benchmark ?? DEFAULT_TIER;
  const keyed = keyedBy(serverKey(deps.config));
  const fault = floorsFault(floors);
  if (fault) throw releaseErrors.floors(fault);
  if (options.name !== undefined && options.name.trim() === '') throw releaseErrors.nameEmpty();

  return deps.db.as({ role: 'intake' }, async (tx) => {
    // All reads see one moment: an import that ends meanwhile belongs to the next release.
    await tx.run('set transaction isolation level repeatable read');
    await holdLock(tx);

    const collection = await collectionFor(tx, options.collection);
    const reading = progress.begin('Homes read');
    const stateFips = stateOf(await leaIdsOf(tx, collection));
    const homes = await homesForRelease(tx, {
      collectionId: collection.id,
      settle: { stateFips, floor: floors.students },
    });
    reading.done(`${homes.count} students of ${homes.leaIds.length} districts in "${collection.name}"`);

    const filings = await filingsFor(tx, stateFips, options.fccAsOf, ({ publisher, title }) =>
      progress.print(
        `${publisher} ${title} has no area of home service in the state: the release does not rest on it. Import it again with the right --state.`,
      ),
    );
    const name = options.name?.trim() ?? defaultName(collection, filings.public);
    await refuseTakenName(tx, name);
    const composed = await compose(tx, { homes, filings, floors, stateFips, benchmark, keyed }, progress);
    if (!composed) throw releaseErrors.tooFew(floors);

    const writing = progress.begin('Published rows written');
    const releaseId = await publishRelease(tx, { name, floors, benchmark, collection, filings, stateFips });
    const knownPlaces = await placesOfState(tx, stateFips);
    let rows = 0;
    for (const content of composed.contents) rows += await publish(tx, { releaseId, knownPlaces }, content);
    await publishLands(tx, releaseId, composed.contents, composed.land);
    await publishUnplaced(tx, releaseId, {
      collectionId: collection.id,
      stateFips,
      floor: floors.students,
      leaIds: homes.leaIds,
      keyed,
    });
    for (const content of composed.contents) {
      const keptPatches = composed.keptPatches[FINEST_RESOLUTION[content.audience]];
      await publishReport(tx, releaseId, content.audience, reportOn({ content, floor: floors.students, keptPatches }));
    }
    writing.done(`${rows}`);

    const clusters = 0;

    await keepHomes(tx, stateFips, homes, composed.finest.patches, composed.finest.patchOf);
    await makeCurrent(tx, releaseId);
    const audiences = composed.contents.map(({ audience }) => audience);
    await discloseRelease(tx, { id: releaseId, name, floors, audiences });
    const patches = Object.fromEntries(
      AUDIENCES.map((audience) => [
        audience,
        composed.contents.find((content) => content.audience === audience)?.patches.length ?? 0,
      ]),
    ) as Record<Audience, number>;
    return { id: releaseId, name, students: homes.count, patches, clusters };
  });
}

/** Any number, as long as every Gapmap process uses the same. */
const LOCK = 7_264_902;

async function holdLock(tx: Tx): Promise<void> {
  const { free } = await tx.one<{ free: boolean }>('select pg_try_advisory_xact_lock($1) as free', [LOCK]);
  if (!free) throw releaseErrors.busy();
  if (!(await holdForRelease(tx))) throw releaseErrors.takingBack();
}

function defaultName(collection: Collection, filings: readonly ReleaseFiling[]): string {
  const fcc = filings.find(({ source }) => source === 'fcc');
  return fcc ? `${collection.name}, FCC ${fcc.asOf}` : collection.name;
}

async function refuseTakenName(tx: Tx, name: string): Promise<void> {
  if (await tx.maybe('select from published.releases where name = $1', [name])) throw releaseErrors.nameTaken(name);
}

/** Ids by kind of all places of the state that may hold homes. */
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
