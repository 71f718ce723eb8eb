/** The roadmap of a state. Releases and filings are the public's; collections are a coordinator's, read under its own role. */
import type { Coordinator } from '../../domain/actor.ts';
import { collectionsCompared, type ReleaseMade, releasesCompared } from '../../domain/comparable.ts';
import { dayOf } from '../../domain/day.ts';
import { fccWindows, newestOut } from '../../domain/fcc-calendar.ts';
import { filersOf } from '../../domain/verdict.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { collectionsFor, detailOf } from '../collect/index.ts';
import { releaseList, releaseNamed, sourcesOf } from '../releases/index.ts';
import type { Roadmap, RoadmapCollection, RoadmapRelease } from './contract.ts';

export interface RoadmapAsked {
  readonly state: string | undefined;
  readonly coordinator: Coordinator | undefined;
}

/** @throws Refusal 409 where releases of several states are published and none is asked for */
export async function roadmapOf(
  db: Db,
  { state: asked, coordinator }: RoadmapAsked,
  now = new Date(),
): Promise<Roadmap> {
  const today = dayOf(now);
  const own = asked ?? coordinator?.stateFips;
  const { releases, filings, state } = await db.as({ role: 'public' }, async (tx) => {
    const made = await releasesOf(tx, own);
    const fips = own ?? made[0]?.state.fips;
    return { releases: made, filings: await filingsOf(tx, fips), state: made[0]?.state ?? null };
  });
  const isOwn = coordinator && (asked === undefined || asked === coordinator.stateFips);
  const collections = isOwn ? await db.as(coordinator, collectionsOf) : undefined;
  return {
    state,
    today,
    collections: collections?.map(({ names: _names, ...shown }) => shown) ?? null,
    releases: releases.map(({ made: _made, state: _state, ...shown }) => shown),
    filings,
    windows: windowsOf(filings, today),
    newestOut: newestOut(today),
    comparedCollections: following(collections ?? [], (before, after) => ({
      ...named(collectionsCompared(before, after), [...before.names, ...after.names]),
      isClosed: after.state === 'closed',
    })),
    comparedReleases: following(releases, (before, after) => releasesCompared(before.made, after.made)),
  };
}

/** How each compares with the one before. */
function following<One extends { readonly name: string }, Said>(
  all: readonly One[],
  compare: (before: One, after: One) => Said,
): (Said & { from: string; to: string })[] {
  return all.slice(1).map((after, at) => {
    const before = all[at] as One;
    return { from: before.name, to: after.name, ...compare(before, after) };
  });
}

type Made = RoadmapRelease & { readonly made: ReleaseMade; readonly state: { fips: string; name: string } };

async function releasesOf(tx: Tx, state: string | undefined): Promise<Made[]> {
  const listed = await releaseList(tx, state);
  if (new Set(listed.map((one) => one.state.fips)).size > 1) await releaseNamed(tx, 'current', state);
  const made: Made[] = [];
  for (const { id, name, releasedAt, standing, current, fccAsOf, state: of } of listed.toReversed()) {
    const row = await releaseNamed(tx, String(id));
    const sources = await sourcesOf(tx, id, 'public');
    made.push({
      id,
      name,
      releasedAt,
      standing,
      current,
      fccAsOf,
      collection: row.collection_name,
      synthetic: row.synthetic,
      filers: filersOf(sources),
      state: of,
      made: {
        benchmark: row.benchmark,
        filings: sources,
        collection: row.collection_name,
        floors: {
          students: row.floor_students,
          households: row.floor_households,
          townStudents: row.town_students,
        },
      },
    });
  }
  return made.sort((one, other) => (one.fccAsOf ?? '').localeCompare(other.fccAsOf ?? '') || one.id - other.id);
}

function filingsOf(tx: Tx, state: string | undefined): Promise<Roadmap['filings']> {
  return tx.rows(
    `-- one row: a day that filings of the FCC are of
     select as_of::text as "asOf", array_agg(distinct revision::text order by revision::text) as issued
     from coverage.filings
     where source = 'fcc'
       and state_fips = $1
     group by as_of
     order by as_of`,
    [state ?? null],
  );
}

/** Past filings that are missing since the first that is loaded, and the next two to come. */
function windowsOf(filings: Roadmap['filings'], today: string): Roadmap['windows'] {
  const loaded = new Set(filings.map(({ asOf }) => asOf));
  const first = filings[0]?.asOf ?? newestOut(today);
  const windows = fccWindows(first, `${Number(today.slice(0, 4)) + 2}-12-31`);
  const coming = windows.filter(({ asOf }) => !loaded.has(asOf) && asOf > newestOut(today)).slice(0, 2);
  const past = windows.filter(({ asOf }) => asOf <= newestOut(today));
  return [...past.filter(({ asOf }) => !loaded.has(asOf)), ...coming];
}

interface Collected extends RoadmapCollection {
  readonly accepted: string[] | undefined;
  /** LEAID and name of every district. */
  readonly names: readonly (readonly [string, string])[];
}

async function collectionsOf(tx: Tx): Promise<Collected[]> {
  const collected: Collected[] = [];
  for (const collection of (await collectionsFor(tx)).toReversed()) {
    const { districtStates } = await detailOf(tx, collection);
    const accepted = districtStates.filter(({ acceptedAt }) => acceptedAt !== null).map(({ leaId }) => leaId);
    const { id, name, opensOn, closesOn, state, questions } = collection;
    collected.push({
      id,
      name,
      opensOn,
      closesOn,
      state,
      questions,
      districts: {
        total: districtStates.length,
        linked: districtStates.filter(({ link }) => link !== null).length,
        accepted: accepted.length,
      },
      accepted: state === 'closed' ? accepted : undefined,
      names: districtStates.map((district) => [district.leaId, district.name] as const),
    });
  }
  return collected.sort((one, other) => (one.opensOn ?? '').localeCompare(other.opensOn ?? '') || one.id - other.id);
}

function named(
  compared: ReturnType<typeof collectionsCompared>,
  names: readonly (readonly [string, string])[],
): ReturnType<typeof collectionsCompared> {
  const nameOf = new Map(names);
  const inWords = (ids: readonly string[]) => ids.map((id) => nameOf.get(id) ?? id).sort();
  return { ...compared, missing: inWords(compared.missing), joined: inWords(compared.joined) };
}
