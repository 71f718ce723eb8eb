/** Loads and releases the synthetic state through the commands' own functions. Repeating any of it changes nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Deps } from '../deps.ts';
import type { Confidentiality } from '../domain/audience.ts';
import { importFcc, importProviders, importPuc } from '../features/coverage/index.ts';
import { importFunded } from '../features/funded/index.ts';
import { type GroundKind, importGround } from '../features/ground/index.ts';
import { importHomes } from '../features/intake/index.ts';
import { importPlaces, type PlaceKind } from '../features/places/index.ts';
import { createRelease } from '../features/releasing/index.ts';
import type { Progress } from '../platform/progress.ts';

export const STATE_FIPS = '54';
/** The collection that is released. */
export const COLLECTION = 'fall 2026';

const PLACES: readonly { file: string; kind: PlaceKind; illustrative?: boolean }[] = [
  { file: 'state.topojson', kind: 'state' },
  { file: 'counties.geojson', kind: 'county' },
  { file: 'school_districts.zip', kind: 'school_district' },
  { file: 'senate_districts.gpkg', kind: 'senate_district', illustrative: true },
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
/** Made when the newest is there, for whoever wants to compare. */
const OLDER = { name: 'Fall 2026, FCC filings of December 2025', fccAsOf: '2025-12-31', keepCurrent: true };

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
  const generating = progress.begin('Synthetic state made');
  const folder = await files;
  generating.done();

  await importProviders(deps, { path: join(folder, 'providers.csv') }, progress);
  for (const { file, ...place } of PLACES)
    await importPlaces(deps, { path: join(folder, 'places', file), stateFips: STATE_FIPS, ...place }, progress);
  await importFcc(deps, { paths: [join(folder, 'fcc')], stateFips: STATE_FIPS, synthetic: true }, progress);
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

/** Adds the same homes with the filings before, unless they are there. */
export async function loadOlderRelease(deps: Deps, progress: Progress, signal?: AbortSignal): Promise<void> {
  const released = await releaseNames(deps);
  if (!released.includes(OLDER.name)) await createRelease(deps, { ...OLDER, collection: COLLECTION }, progress, signal);
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
