import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { strToU8, Zip, ZipPassThrough, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importProviders, importPuc } from '../../server/features/coverage/index.ts';
import { importPlaces } from '../../server/features/places/index.ts';
import { testDatabase } from '../support/database.ts';
import { dirtAt, dirtNames, listening, outcomeOf } from '../support/dirt.ts';

const database = testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'gapmap-dirt-gis-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(() =>
  database.deps.db.asOwner((tx) =>
    tx.run("insert into coverage.providers (provider_id, name, frns) values (900001, 'Example Fiber, LLC', '{}')"),
  ),
);

/** Places, filings and providers, as one text. */
const everything = () =>
  database.deps.db.asOwner((tx) =>
    tx.one<{ text: string }>(
      `select concat_ws(e'\\n',
         (select string_agg(concat_ws(' ', kind, id, name), e'\\n' order by kind, id) from places.places),
         (select string_agg(f::text, e'\\n' order by f::text) from coverage.filings f),
         (select string_agg(p::text, e'\\n' order by p::text) from coverage.providers p)) as text`,
    ),
  );

const counties = (path: string, heard: string[], progress = listening().progress) =>
  outcomeOf(async () => {
    const { places } = await importPlaces(database.deps, { path, kind: 'county', stateFips: '54' }, progress);
    return `${places} places`;
  }, heard);

const filing = (path: string, heard: string[]) =>
  outcomeOf(async () => {
    const { areas } = await importPuc(
      database.deps,
      {
        path,
        publisher: 'Example PSC',
        provider: 'Example Fiber, LLC',
        asOf: '2026-06-30',
        revision: '2026-06-30',
        confidentiality: 'public',
        stateFips: '54',
      },
      listening().progress,
    );
    return `${areas} areas`;
  }, heard);

/** How each dirty file ends as counties; as a filing all are refused, as none says what is offered. */
const DIRTY_GIS: Readonly<Record<string, string>> = {
  'columns-unknown.geojson': 'places.columns',
  'coordinates-off-the-earth.geojson': 'gis.no-projection',
  'coordinates-swapped.geojson': 'gis.exchanged',
  'crossing-itself.geojson': '1 places',
  'cut-off.geojson': 'gis.unreadable',
  'formula-as-name.geojson': '1 places',
  'identifier-of-nothing.geojson': 'gis.features',
  'identifier-twice.geojson': 'gis.features',
  'name-missing.geojson': 'gis.features',
  'no-area.geojson': 'gis.features',
  'no-features.geojson': 'gis.no-layer',
  'no-geometry.geojson': 'gis.features',
  'not-json.geojson': 'gis.format',
  'points-for-areas.geojson': 'gis.features',
  'zero-byte-in-name.geojson': '1 places',
};

const county = '{"type":"FeatureCollection","features":[]}';

/** Says that it unpacks to nothing much, and does not stop. */
function lyingBomb(): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const file = new ZipPassThrough('county.geojson');
  file.compression = 8;
  zip.add(file);
  file.push(deflateRawSync(Buffer.alloc(300 << 20, ' '), { level: 1 }), true);
  zip.end();
  return Buffer.concat(chunks);
}

const ARCHIVES: readonly (readonly [name: string, make: () => Uint8Array, outcome: string])[] = [
  ['lying-bomb.zip', lyingBomb, 'gis.zip'],
  ['no-layer.zip', () => zipSync({ 'readme.txt': strToU8('nothing') }), 'gis.no-layer'],
  ['paths-that-climb.zip', () => zipSync({ '../../climbed.geojson': strToU8(county) }), 'gis.zip'],
  ['absolute-path.zip', () => zipSync({ '/tmp/absolute.geojson': strToU8(county) }), 'gis.zip'],
  ['cut-off.zip', () => zipSync({ 'county.geojson': strToU8(county.repeat(50)) }).subarray(0, 90), 'gis.zip'],
  ['shapefile-without-table.zip', () => zipSync({ 'county.shp': strToU8('x') }), 'gis.shapefile-incomplete'],
  [
    'shapefile-of-nonsense.zip',
    () => zipSync({ 'c.shp': strToU8('x'), 'c.shx': strToU8('x'), 'c.dbf': strToU8('x') }),
    'gis.unreadable',
  ],
  ['geopackage-of-nonsense.gpkg', () => strToU8('SQLite format 3\0 and then nothing'), 'gis.unreadable'],
  ['table.csv', () => strToU8('GEOID,NAME\n54015,Clay\n'), 'gis.format'],
  [
    'thousands-of-files.zip',
    () => zipSync(Object.fromEntries(Array.from({ length: 20_001 }, (_, i) => [`f${i}.txt`, new Uint8Array()]))),
    'gis.too-large',
  ],
];

describe('a dirty geographic file', () => {
  it('has an expected outcome in the table', () => {
    expect(Object.keys(DIRTY_GIS).sort()).toEqual(dirtNames('gis'));
  });

  it.each(Object.entries(DIRTY_GIS))(
    '%s loads whole or not at all, as counties and as a filing',
    { timeout: 60_000 },
    async (name, expected) => {
      const before = await everything();
      const heard: string[] = [];
      const outcome = await counties(dirtAt('gis', name), heard);
      expect(outcome).toBe(expected);
      if (!/^\d/.test(outcome)) expect(await everything()).toEqual(before);
      const between = await everything();
      expect(await filing(dirtAt('gis', name), heard)).toMatch(/^(gis|puc|places|filing)\./);
      expect(await everything()).toEqual(between);
    },
  );

  it.each(ARCHIVES)('%s is refused, and nothing is kept', { timeout: 60_000 }, async (name, make, expected) => {
    const path = join(folder, name);
    writeFileSync(path, make());
    const before = await everything();
    const outcome = await counties(path, []);
    expect(outcome).toBe(expected);
    expect(await everything()).toEqual(before);
  });
});

describe('a dirty list of providers', () => {
  const HEADER = 'provider_id,holding_company,frn,provider_name,operation_type';
  it.each<[string, string | Buffer, string]>([
    ['empty', '', 'csv.empty'],
    ['in UTF-16', Buffer.from(`\ufeff${HEADER}\n`, 'utf16le'), 'providers.empty'],
    ['without a header', '130001,Example,0001234567,"Example, LLC",Non-Tribal\n', 'providers.header, line 1'],
    [
      'with a quote that is never closed',
      `${HEADER}\n130001,"Example,0001234567,E,Non-Tribal\n`,
      'csv.open-quote, line 2',
    ],
    [
      'with a number that is none',
      `${HEADER}\n=cmd|calc,Example,0001234567,E,Non-Tribal\n`,
      'providers.bad-value, line 2',
    ],
    ['with a zero byte', `${HEADER}\n130001,Exa\0mple,0001234567,E,Non-Tribal\n`, 'csv.binary, line 2'],
    ['that is a web page', '<!doctype html><title>Sign in</title>\n', 'csv.not-a-table'],
  ])('%s is refused, and nothing is kept', async (_, content, expected) => {
    const path = join(folder, 'providers.csv');
    writeFileSync(path, content);
    const before = await everything();
    const heard: string[] = [];
    const outcome = await outcomeOf(async () => {
      const { providers } = await importProviders(database.deps, { path }, listening().progress);
      return `${providers} providers`;
    }, heard);
    expect(outcome).toBe(expected);
    expect(heard[0]).toMatch(/^providers\.csv[:,] /);
    expect(await everything()).toEqual(before);
  });
});
