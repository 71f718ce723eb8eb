/** Loads and releases the synthetic state through the commands' own functions. Repeating any of it changes nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Deps } from '../deps.ts';
import type { Confidentiality } from '../domain/audience.ts';
import { phrase } from '../domain/messages/phrase.ts';
import { makeDue } from '../features/changes/index.ts';
import { importFcc, importProviders, importPuc } from '../features/coverage/index.ts';
import { importFunded } from '../features/funded/index.ts';
import { type GroundKind, importGround } from '../features/ground/index.ts';
import { importHomes } from '../features/intake/index.ts';
import { importMembers, importPlaces, type PlaceKind } from '../features/places/index.ts';
import { createRelease } from '../features/releasing/index.ts';
import type { Progress } from '../platform/progress.ts';
import { spreadAnswers } from './answers.ts';

export const STATE_FIPS = '54';
/** The collection that is released. */
export const COLLECTION = 'fall 2026';

const PLACES: readonly { file: string; kind: PlaceKind; illustrative?: boolean }[] = [
  { file: 'state.topojson', kind: 'state' },
  { file: 'counties.geojson', kind: 'county' },
  { file: 'school_districts.zip', kind: 'school_district' },
  { file: 'senate_districts.gpkg', kind: 'senate_district', illustrative: true },
  { file: 'house_districts.zip', kind: 'house_district', illustrative: true },
  { file: 'towns.geojson', kind: 'town' },
  { file: 'schools.txt', kind: 'school', illustrative: true },
];

const GROUND: readonly { file: string; kind: GroundKind }[] = [
  { file: 'roads.zip', kind: 'road' },
  { file: 'water.gpkg', kind: 'water' },
  { file: 'libraries.geojson', kind: 'library' },
];

/** Served first. */
const NEWEST = { name: 'Fall 2026', fccAsOf: '2026-06-30' };
const NEWEST_FCC = 'J26';
/** Made when the newest is there, for whoever wants to compare. */
const OLDER_FCC = 'D25';
const OLDER = { name: 'Fall 2026, FCC filings of December 2025', fccAsOf: '2025-12-31', keepCurrent: true };

/** A year before, with the filings of then. */
const COLLECTION_BEFORE = 'fall 2025';
const BEFORE = { name: 'Fall 2025', fccAsOf: '2025-06-30', collection: COLLECTION_BEFORE, keepCurrent: true };
const AWAITED = [
  { asOf: '2025-06-30', revision: '2025-11-18' },
  { asOf: '2025-12-31', revision: '2026-04-21' },
  { asOf: '2025-12-31', revision: '2026-05-19' },
];

interface PucFile {
  file: string;
  provider: string;
  asOf: string;
  revision: string;
  confidentiality: Confidentiality;
}

/** @returns folder of the demo's files */
export async function loadDemo(deps: Deps, progress: Progress, files: Promise<string>): Promise<string> {
  const released = await releaseNames(deps);
  if (released.includes(NEWEST.name)) return files;
  await refuseToMix(deps);
  const generating = progress.begin(phrase('step.demo-state'));
  const folder = await files;
  generating.done();

  await importProviders(deps, { path: join(folder, 'providers.csv') }, progress);
  for (const { file, ...place } of PLACES)
    await importPlaces(deps, { path: join(folder, 'places', file), stateFips: STATE_FIPS, ...place }, progress);
  for (const chamber of ['senate', 'house'] as const)
    await importMembers(
      deps,
      { path: join(folder, 'places', `members_${chamber}.csv`), chamber, state: STATE_FIPS, illustrative: true },
      progress,
    );
  await importFccOf(deps, progress, { folder, half: NEWEST_FCC });
  for (const { file, ...filing } of JSON.parse(readFileSync(join(folder, 'puc/manifest.json'), 'utf8')) as PucFile[])
    await importPuc(
      deps,
      {
        path: join(folder, 'puc', file),
        publisher: 'West Virginia PSC',
        stateFips: STATE_FIPS,
        synthetic: true,
        ...filing,
      },
      progress,
    );
  const homes = readdirSync(join(folder, 'homes')).sort();
  await importHomes(
    deps,
    { paths: homes.map((name) => join(folder, 'homes', name)), collection: COLLECTION, synthetic: true },
    progress,
  );
  for (const { file, kind } of GROUND)
    await importGround(
      deps,
      { path: join(folder, 'ground', file), kind, state: STATE_FIPS, illustrative: true },
      progress,
    );
  const funded = join(folder, 'ground/funded.geojson');
  await importFunded(deps, { path: funded, state: STATE_FIPS, illustrative: true }, progress);
  await writeDockets(deps);
  await createRelease(deps, { ...NEWEST, collection: COLLECTION }, progress);
  return folder;
}

/** Made-up docket numbers and a window for challenges. */
async function writeDockets({ db }: Deps): Promise<void> {
  await db.as({ role: 'agency', stateFips: STATE_FIPS }, async (tx) => {
    await tx.run(
      `insert into workbench.notes (kind, source, publisher, title, as_of, words, written_by)
       select 'docket', source, publisher, title, as_of,
         to_char(as_of, 'YY') || '-' || (400 + row_number() over (order by title)) || '-T-BD (made up)', 'demo'
       from coverage.filings
       where source = 'puc'
         and state_fips = places.own_state()`,
    );
    await tx.run(
      `insert into workbench.windows (name, opens_on, closes_on, written_by)
       values ('State challenge of the filings of June 2026 (made up)', '2026-11-01', '2027-01-15', 'demo')`,
    );
  });
}

/** @param half of a year that filings are of, as the FCC's files name it: "J26" is June 2026 */
async function importFccOf(
  deps: Deps,
  progress: Progress,
  { folder, half }: { folder: string; half: string },
): Promise<void> {
  const paths = readdirSync(join(folder, 'fcc'))
    .filter((name) => name.includes(`_${half}_`))
    .map((name) => join(folder, 'fcc', name));
  await importFcc(deps, { paths, stateFips: STATE_FIPS, synthetic: true }, progress);
}

/** Adds the filings of December 2025, as they were revised last. */
export function loadOlderFilings(deps: Deps, progress: Progress, folder: string): Promise<void> {
  return importFccOf(deps, progress, { folder, half: OLDER_FCC });
}

/** Adds the same homes with those filings, unless that release is there. */
export async function loadOlderRelease(deps: Deps, progress: Progress, folder: string): Promise<void> {
  if ((await releaseNames(deps)).includes(OLDER.name)) return;
  await loadOlderFilings(deps, progress, folder);
  await createRelease(deps, { ...OLDER, collection: COLLECTION }, progress);
}

/** Says on the pages that older filings are on their way, unless they are there. */
export async function announceHistory(deps: Deps): Promise<void> {
  if ((await releaseNames(deps)).includes(BEFORE.name)) return;
  await deps.db.as({ role: 'intake' }, async (tx) => {
    for (const { asOf, revision } of AWAITED)
      await tx.run('insert into coverage.awaited values ($1, $2, $3) on conflict do nothing', [
        STATE_FIPS,
        asOf,
        revision,
      ]);
  });
}

/**
 * Adds two older filings, and a release of the collection of a year earlier, unless they are there; and compares all filings.
 *
 * @param files makes the files of the history
 */
export async function loadHistory(deps: Deps, progress: Progress, files: () => Promise<string>): Promise<void> {
  await makeDue(deps, progress, STATE_FIPS);
  if ((await releaseNames(deps)).includes(BEFORE.name)) return endHistory(deps);
  const folder = await files();
  await importFcc(deps, { paths: [join(folder, 'fcc')], stateFips: STATE_FIPS, synthetic: true }, progress);
  await makeDue(deps, progress, STATE_FIPS);
  const homes = readdirSync(join(folder, 'homes')).sort();
  await importHomes(
    deps,
    { paths: homes.map((name) => join(folder, 'homes', name)), collection: COLLECTION_BEFORE, synthetic: true },
    progress,
  );
  await closeCollectionBefore(deps);
  await spreadAnswers(deps.db, COLLECTION_BEFORE);
  await createRelease(deps, BEFORE, progress);
  await endHistory(deps);
}

/** Whether all that comes after the newest release is there. */
export async function isLoaded(deps: Deps, { history }: { history: boolean }): Promise<boolean> {
  const released = await releaseNames(deps);
  return released.includes(OLDER.name) && (!history || released.includes(BEFORE.name));
}

async function closeCollectionBefore({ db }: Deps): Promise<void> {
  await db.as({ role: 'intake' }, (tx) =>
    tx.run(
      `update intake.collections
       set synthetic = true, opens_on = '2025-09-08', closes_on = '2025-10-30'
       where name = $1 and state_fips = $2 and opens_on is null`,
      [COLLECTION_BEFORE, STATE_FIPS],
    ),
  );
}

async function endHistory({ db }: Deps): Promise<void> {
  await db.as({ role: 'intake' }, (tx) => tx.run('delete from coverage.awaited where state_fips = $1', [STATE_FIPS]));
}

/** Also of what was withdrawn, which is not made anew. */
function releaseNames(deps: Deps): Promise<string[]> {
  return deps.db.as({ role: 'intake' }, async (tx) =>
    (await tx.rows<{ name: string }>('select name from published.releases')).map(({ name }) => name),
  );
}

/** Made-up students must never be counted among real ones. */
async function refuseToMix(deps: Deps): Promise<void> {
  const { real } = await deps.db.as({ role: 'intake' }, (tx) =>
    tx.one<{ real: boolean }>(
      `select exists (select from intake.uploads where not synthetic)
         or exists (select from coverage.filings where not synthetic) as real`,
    ),
  );
  if (real)
    throw new Error(
      'This database holds real uploads or filings. The demo wants a database of its own: set DATABASE_URL or GAPMAP_DATA_DIR to another.',
    );
}
