/** The journey of one row of a filing, in a process of its own: from the file given to the words about its hexagon. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { cellToBoundary, cellToParent, gridDisk } from 'h3-js';
import { buildApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { type Deps, openDeps } from '../../server/deps.ts';
import { importFcc, importProviders, importPuc } from '../../server/features/coverage/index.ts';
import type { Db } from '../../server/platform/db.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import type { Step } from './steps.ts';
import { watched } from './watched.ts';

const [url, rows = '', kind = ''] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'gapmap-trip-'));
const HEX = cellToParent('892a833359bffff', 8);
/** Of each row, the first of which is the traced one. */
const HEXES = gridDisk(HEX, 3).slice(0, Number(rows));

function givenAs(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Packed, as the FCC publishes it. */
function availability(): string {
  const name = 'bdc_54_Cable_fixed_broadband_D25_14jul2026';
  const head =
    'frn,provider_id,brand_name,location_id,technology,max_advertised_download_speed,max_advertised_upload_speed,low_latency,business_residential_code,state_usps,block_geoid,h3_res8_id';
  const lines = HEXES.map(
    (hex, n) => `0003768165,130317,Example,${1037392925 + n},40,100,20,1,R,WV,540390002002027,${hex}`,
  );
  return givenAs(`${name}.zip`, zipSync({ [`${name}.csv`]: Buffer.from(`${[head, ...lines].join('\n')}\n`) }));
}

function areas(): string {
  const features = HEXES.map((hex) => ({
    type: 'Feature',
    properties: { providerid: 130317, brandname: 'Example', technology: 50, maxdown: 100, maxup: 20 },
    geometry: { type: 'Polygon', coordinates: [cellToBoundary(hex, true)] },
  }));
  return givenAs('areas.geojson', JSON.stringify({ type: 'FeatureCollection', features }));
}

const IMPORTS: Readonly<Record<string, (deps: Deps) => Promise<unknown>>> = {
  fcc: (deps) => importFcc(deps, { paths: [availability()] }, silentProgress),
  puc: (deps) =>
    importPuc(
      deps,
      {
        path: areas(),
        publisher: 'Example Commission',
        stateFips: '54',
        asOf: '2025-12-31',
        revision: '2025-12-31',
        confidentiality: 'public',
      },
      silentProgress,
    ),
  /** No filing: what any import runs, and the words about a hexagon of which nobody filed anything. */
  providers: (deps) => {
    const path = givenAs(
      'providers.csv',
      'provider_id,holding_company,frn,provider_name,operation_type\n130317,Example,3768165,Example,ILEC\n',
    );
    return importProviders(deps, { path }, silentProgress);
  },
};

/** A release that rests on the filing, with nobody in it: homes have a trip of their own. */
async function release(db: Db): Promise<void> {
  await db.as({ role: 'intake' }, async (tx) => {
    const { id } = await tx.one<{ id: number }>(
      `insert into published.releases
         (name, floor_students, floor_households, synthetic, statistics, benchmark, state_fips, state_name, collection_name)
       values ('traced', 10, 5, true, '{}', '100_20', '54', 'West Virginia', 'traced')
       returning id`,
    );
    await tx.run(
      `insert into published.totals (release_id, audience, students, households, counts, hidden)
       values ($1, 'public', 0, 0, '{}', '')`,
      [id],
    );
    await tx.run(
      `insert into published.sources
         (release_id, audience, filing_id, source, publisher, title, as_of, revision, synthetic)
       select $1, 'public', id, source, publisher, title, as_of, revision, synthetic from coverage.filings`,
      [id],
    );
    await tx.run(
      "insert into published.steps (release_id, standing, by, current_release) values ($1, 'published', 'a trip', $1)",
      [id],
    );
  });
}

const deps = await openDeps(readConfig({ GAPMAP_DATA_DIR: folder, LOG_LEVEL: 'error', DATABASE_URL: url }));
const load = IMPORTS[kind];
if (!load) throw new Error(`no such filing: ${kind}`);
const steps: Step[] = [];
steps.push({ title: 'imported', anyway: [], reports: await watched(() => load(deps)) });
await release(deps.db);
const app = await buildApp(deps);
await app.ready();
steps.push({
  title: 'asked for',
  anyway: [],
  reports: await watched(async () => {
    const answer = await app.inject(`/api/v1/cells/${HEX}`);
    if (answer.statusCode !== 200) throw new Error(`the hexagon was answered ${answer.statusCode}: ${answer.body}`);
  }),
});
await app.close();
await deps[Symbol.asyncDispose]();
rmSync(folder, { recursive: true });
process.stdout.write(JSON.stringify(steps));
