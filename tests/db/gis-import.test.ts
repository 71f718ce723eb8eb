import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { cellToChildren, cellToLatLng, gridDisk, latLngToCell } from 'h3-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellFromText } from '../../server/domain/cell.ts';
import { meetsTier, VERDICT_TIERS } from '../../server/domain/speed.ts';
import { PROFILE_TECHNOLOGIES, PROFILES } from '../../server/domain/technology.ts';
import {
  importPuc,
  type PucImportOptions,
  pucAreasAt,
  pucShares,
  pucSharesOfSets,
  SHARES_A_CELL,
} from '../../server/features/coverage/index.ts';
import { importPlaces, placesOfCells } from '../../server/features/places/index.ts';
import type { Tx } from '../../server/platform/db.ts';
import { runGdal } from '../../server/platform/gis/gdal.ts';
import { type Progress, silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../support/database.ts';
import { GisFiles } from '../support/gis.ts';
import { told } from '../support/told.ts';

const database = testDatabase();
let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gapmap-gis-test-'));
  await intake((tx) =>
    tx.run(
      `insert into coverage.providers (provider_id, name, holding_company, frns)
       values (900001, 'Example Fiber, LLC', null, '{}'), (900002, 'Second Co', 'Second Holdings', '{0001234567}')`,
    ),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Ring = [number, number][];
interface Feature {
  properties: Record<string, string | number | null>;
  geometry: { type: string; coordinates: unknown } | null;
}

/** A ring around a middle whose edge goes in and out, as footprints do. Radius in degrees. */
function wigglyRing(lng: number, lat: number, radius: number, lobes: number): Ring {
  const ring: Ring = [];
  for (let i = 0; i < 240; i++) {
    const angle = (i / 240) * 2 * Math.PI;
    const r = radius * (0.8 + 0.2 * Math.sin(lobes * angle));
    ring.push([lng + r * Math.cos(angle), lat + r * 0.8 * Math.sin(angle)]);
  }
  return [...ring, ring[0] ?? [lng, lat]];
}

const square = (west: number, south: number, side: number): Ring => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];

function anArea(rings: Ring[], properties: Feature['properties'] = {}): Feature {
  return {
    properties: {
      providerid: 900001,
      brandname: 'Example Fiber',
      technology: 50,
      maxdown: 100,
      maxup: 20,
      ...properties,
    },
    geometry: { type: 'Polygon', coordinates: rings },
  };
}

function geoJson(name: string, features: readonly Feature[]): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    JSON.stringify({ type: 'FeatureCollection', features: features.map((f) => ({ type: 'Feature', ...f })) }),
  );
  return path;
}

const FORMATS = {
  gpkg: 'GPKG',
  shp: 'ESRI Shapefile',
  gdb: 'OpenFileGDB',
} as const;

/** The same features in another format and projection; what is several files comes zipped. */
async function inFormat(source: string, format: keyof typeof FORMATS, projection: string): Promise<string> {
  const name = `${basename(source, '.geojson')}_${projection.replace(/\D/g, '')}`;
  const options = ['-f', FORMATS[format], '-t_srs', projection, '-nln', name];
  const { written } = await runGdal({ write: { from: source, name, options } });
  const target = join(folder, `${name}.${format}`);
  if (format === 'gpkg') {
    renameSync(written, target);
    return target;
  }
  const entries: Record<string, Uint8Array> = {};
  const parts = statSync(written).isDirectory()
    ? readdirSync(written).map((file) => [`${name}.gdb/${file}`, join(written, file)] as const)
    : ['shp', 'shx', 'dbf', 'prj'].map((end) => [`${name}.${end}`, join(dirname(written), `${name}.${end}`)] as const);
  for (const [entry, path] of parts) entries[entry] = readFileSync(path);
  return zipped(`${name}.${format}.zip`, entries);
}

function zipped(name: string, entries: Record<string, Uint8Array>): string {
  const path = join(folder, name);
  writeFileSync(path, zipSync(entries));
  return path;
}

const AS_OF = '2026-06-30';
let issue = 0;

/** Imports under a title of its own, unless told otherwise. */
async function load(path: string, options: Partial<PucImportOptions> = {}, progress: Progress = silentProgress) {
  const { notes, ...loaded } = await importPuc(
    database.deps,
    {
      path,
      publisher: 'Example PSC',
      provider: `Filer ${++issue}`,
      asOf: AS_OF,
      revision: AS_OF,
      confidentiality: 'public',
      stateFips: '54',
      ...options,
    },
    progress,
  );
  return { ...loaded, notes: notes.map(told) };
}

const intake = <T>(work: (tx: Tx) => Promise<T>) => database.deps.db.as({ role: 'intake' }, work);
const filingCount = () =>
  intake(async (tx) => (await tx.one<{ n: number }>('select count(*)::integer as n from coverage.filings')).n);
const cellsAround = (lng: number, lat: number, rings: number) =>
  gridDisk(latLngToCell(lat, lng, 9), rings).map(cellFromText);
const BEAD_100_20 = VERDICT_TIERS.indexOf('100_20');

describe('a state filing', () => {
  /**
   * Tried again once: in two of some forty runs, with other files at work, one format gave another coverage. Why is not known;
   * the message then tells where each format's areas lie.
   */
  it('covers the same cells in every format and projection', { retry: 1 }, async () => {
    const source = geoJson('formats.geojson', [
      anArea([wigglyRing(-80.5, 38.5, 0.05, 9), square(-80.505, 38.495, 0.01)]),
      anArea([wigglyRing(-80.45, 38.52, 0.03, 5)], { technology: 10, maxdown: 25, maxup: 3 }),
    ]);
    const files = [
      source,
      await inFormat(source, 'gpkg', 'EPSG:32617'),
      await inFormat(source, 'shp', 'EPSG:4269'),
      await inFormat(source, 'shp', 'EPSG:3857'),
      await inFormat(source, 'gdb', 'EPSG:26917'),
    ];
    const cells = cellsAround(-80.5, 38.5, 30);
    const shares: Uint8Array[] = [];
    for (const path of files) {
      const { filingId, areas } = await load(path);
      expect(areas).toBe(2);
      shares.push((await intake((tx) => pucShares(tx, { filingIds: [filingId ?? 0], cells }))).shares);
    }
    const [first, ...others] = shares;
    expect(first?.some((share) => share === 7)).toBe(true);
    expect(first?.some((share) => share > 0 && share < 7)).toBe(true);
    const drawn = await intake((tx) =>
      tx.rows<{ drawn: string }>(
        `select concat_ws(' ', filing_id, technology, ST_NPoints(geom), round(ST_Area(geom)::numeric, 6), ST_AsText(ST_Envelope(geom), 4)) as drawn
         from coverage.areas
         order by filing_id desc, id
         limit 10`,
      ),
    );
    for (const [i, other] of others.entries())
      if (String(other) !== String(first))
        expect.fail(`${basename(files[i + 1] ?? '')} covers other cells\n${drawn.map((row) => row.drawn).join('\n')}`);
  });

  it('finds its provider by id, by FRN that lost its zeros, or by name', async () => {
    const at = [square(-80, 38, 0.1)];
    const { filingId } = await load(
      geoJson('providers.geojson', [
        anArea(at, { frn: null }),
        anArea(at, { providerid: null, frn: 1_234_567, brandname: 'Trade Name' }),
        anArea(at, { providerid: null, frn: null, brandname: 'EXAMPLE FIBER' }),
        anArea(at, { providerid: 1, frn: null, brandname: 'Nobody Known' }),
      ]),
    );
    const ids = await intake((tx) =>
      tx.rows<{ provider_id: number | null }>(
        'select provider_id from coverage.areas where filing_id = $1 order by id',
        [filingId],
      ),
    );
    expect(ids.map((row) => row.provider_id)).toEqual([900001, 900002, 900001, null]);
  });

  it('has its broken outlines repaired, and says which and how', async () => {
    const bowTie: Ring = [
      [-80, 38],
      [-79.9, 38.1],
      [-79.9, 38],
      [-80, 38.1],
      [-80, 38],
    ];
    const { filingId, notes } = await load(
      geoJson('bow-tie.geojson', [anArea([square(-81, 38, 0.1)]), anArea([bowTie])]),
    );
    expect(notes).toContainEqual(
      expect.stringMatching(
        /^Repaired feature 2: self-intersection, area 0 square miles as drawn, 18\.\d after repair\.$/,
      ),
    );
    const areas = await intake((tx) =>
      tx.rows<{ valid: boolean; lobes: number }>(
        `select ST_IsValid(geom) as valid, ST_NumGeometries(geom) as lobes
         from coverage.areas where filing_id = $1 order by id`,
        [filingId],
      ),
    );
    expect(areas).toEqual([
      { valid: true, lobes: 1 },
      { valid: true, lobes: 2 },
    ]);
  });

  it('keeps overlapping parts of one area whole', async () => {
    const overlapping: Feature = {
      ...anArea([]),
      geometry: { type: 'MultiPolygon', coordinates: [[square(-80, 38, 0.2)], [square(-79.9, 38, 0.2)]] },
    };
    const { filingId } = await load(geoJson('overlap.geojson', [overlapping]));
    const shares = await intake((tx) =>
      pucShares(tx, { filingIds: [filingId ?? 0], cells: cellsAround(-79.85, 38.1, 0) }),
    );
    expect(shares.shares[BEAD_100_20]).toBe(7);
  });

  it('leaves nothing behind when features are at fault, and names each', async () => {
    const before = await filingCount();
    const path = geoJson('faults.geojson', [
      anArea([square(-80, 38, 0.1)]),
      { ...anArea([]), geometry: null },
      { ...anArea([]), geometry: { type: 'LineString', coordinates: square(-80, 38, 0.1) } },
      anArea([
        [
          [-80, 38],
          [-79, 38],
          [-80, 38],
          [-80, 38],
        ],
      ]),
      anArea([square(-80, 38, 0.1)], { frn: '3.77E+06' }),
    ]);
    await expect(load(path)).rejects.toThrow(
      [
        '4 features cannot be loaded, so nothing was:',
        '  - feature 5: a spreadsheet shortened its frn to "3.77E+06"; write out its digits',
        '  - feature 2: it has no geometry',
        '  - feature 3: it is a line, and areas are wanted',
        '  - feature 4: too few points in geometry component, and no area is left after repair',
      ].join('\n'),
    );
    expect(await filingCount()).toBe(before);
  });

  it('leaves nothing behind when values are not known, and lists each once with the flag to add', async () => {
    const before = await filingCount();
    const path = geoJson('values.geojson', [
      anArea([square(-80, 38, 0.1)]),
      anArea([square(-80, 38, 0.1)], { technology: 77 }),
      anArea([square(-80, 38, 0.1)], { technology: 77, maxdown: 'plenty' }),
    ]);
    await expect(load(path)).rejects.toThrow(
      [
        '2 values of this filing are not known, so nothing was loaded. Add to the command what each means:',
        '  --technology "77=CODE"   2 areas, column technology',
        '  --speed "plenty=MBPS"   1 area, column maxdown',
      ].join('\n'),
    );
    expect(await filingCount()).toBe(before);
    const meanings = {
      technology: new Map([['77', 50 as const]]),
      speed: new Map([['plenty', { downloadMbps: 1000 }]]),
    };
    const { filingId } = await load(path, { meanings });
    const areas = await intake((tx) =>
      tx.rows('select technology, technology_raw, download_mbps from coverage.areas where filing_id = $1 order by id', [
        filingId,
      ]),
    );
    expect(areas).toEqual([
      { technology: 50, technology_raw: '50', download_mbps: 100 },
      { technology: 50, technology_raw: '77', download_mbps: 100 },
      { technology: 50, technology_raw: '77', download_mbps: 1000 },
    ]);
  });

  it('loads nothing it calls planned as service, counts it, and names what else it did not read', async () => {
    const path = geoJson('status.geojson', [
      anArea([square(-80, 38, 0.1)], { STATUS: 'Existing', COMMENTS: 'a' }),
      anArea([square(-81, 38, 0.1)], { STATUS: 'Planned', COMMENTS: 'b' }),
      anArea([square(-81, 39, 0.1)], { STATUS: 'Under Construction', COMMENTS: 'c' }),
    ]);
    const { areas, notes } = await load(path);
    expect(areas).toBe(1);
    expect(notes).toContain(
      'Left out 2 areas not in service, by what the filing says: STATUS "Planned" (1 area), STATUS "Under Construction" (1 area). Add --planned include to load such areas as service.',
    );
    expect(notes).toContain('Of 7 columns 6 were used; not read: "COMMENTS".');
    expect((await load(path, { includesPlanned: true, replace: true })).areas).toBe(3);
    const all = geoJson('all.geojson', [anArea([square(-80, 38, 0.1)], { STATUS: 'Planned' })]);
    await expect(load(all)).rejects.toThrow('The file holds no area of home service. Left out 1 area');
  });

  it('whose file or layer is called planned is loaded only when a person says so', async () => {
    const path = geoJson('proposed_2027.geojson', [anArea([square(-80, 38, 0.15)])]);
    await expect(load(path)).rejects.toThrow(/proposed_2027.*"proposed".*--planned include/);
    expect((await load(path, { includesPlanned: true })).areas).toBe(1);
    using files = new GisFiles();
    const layers = await files.geoPackage('coverage.gpkg', {
      current: [anArea([square(-80, 38, 0.1)])],
      proposed: [anArea([square(-81, 38, 0.1)])],
    });
    const { areas, notes } = await load(layers);
    expect(areas).toBe(1);
    expect(notes.join('\n')).toContain('Layer "proposed" was left out: by its name it is no service yet or no more');
    expect((await load(layers, { includesPlanned: true, replace: true })).areas).toBe(2);
  });

  it('in kilobits is asked about, and loaded as Mbps once a person names the unit', async () => {
    const path = geoJson('kilobits.geojson', [
      anArea([square(-80, 38, 0.1)], { technology: 10, maxdown: 25000, maxup: 3000 }),
    ]);
    await expect(load(path)).rejects.toThrow('copper of 25,000/3,000: 1 area');
    const { filingId } = await load(path, { speedUnit: 'kbps' });
    const area = await intake((tx) =>
      tx.one('select download_mbps, upload_mbps from coverage.areas where filing_id = $1', [filingId]),
    );
    expect(area).toEqual({ download_mbps: 25, upload_mbps: 3 });
  });

  it('of Alaska keeps its share of cells on both sides of 180 degrees', async () => {
    const ring: Ring = [
      [179, 51],
      [181, 51],
      [181, 52],
      [179, 52],
      [179, 51],
    ];
    const { filingId, notes } = await load(geoJson('alaska.geojson', [anArea([ring])]), { stateFips: '02' });
    expect(notes.join('\n')).toContain('1 feature went beyond 180 degrees');
    for (const lng of [179.5, -179.5]) {
      const { shares } = await intake((tx) =>
        pucShares(tx, { filingIds: [filingId ?? 0], cells: cellsAround(lng, 51.5, 0) }),
      );
      expect(shares[BEAD_100_20]).toBe(7);
    }
  });

  it('reports the progress of reading and loading', async () => {
    const advanced = new Map<string, number>();
    const progress: Progress = {
      print: () => undefined,
      begin: (title, total) => ({
        advance(by) {
          const step = `${told(title)}, of ${total}`;
          advanced.set(step, (advanced.get(step) ?? 0) + by);
        },
        note: () => undefined,
        done: () => undefined,
      }),
    };
    const path = geoJson(
      'many.geojson',
      Array.from({ length: 300 }, () => anArea([wigglyRing(-80.5, 38.5, 0.05, 9)])),
    );
    await load(path, {}, progress);
    expect([...advanced]).toEqual([
      ['Reading many.geojson, of 300', 300],
      ['Loading the areas, of 300', 300],
    ]);
  });

  it('is refused where no area lies in its state, with no outline of the state loaded', async () => {
    const mercator = { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3857' } } };
    const elsewhere: [string, Feature[], object?][] = [
      ['degrees-called-meters.geojson', [anArea([square(-80.8, 38.2, 0.01)])], mercator],
      ['minus-lost.geojson', [anArea([square(80.8, 38.2, 0.01)])]],
      ['another-state.geojson', [anArea([square(-119, 36, 0.01)])]],
    ];
    for (const [name, features, more] of elsewhere) {
      const path = geoJson(name, features);
      if (more) writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...more }));
      await expect(load(path, { stateFips: '47' })).rejects.toThrow('No area lies in Tennessee.');
    }
    const mixed = geoJson('one-elsewhere.geojson', [
      anArea([square(-86.8, 36.2, 0.01)]),
      anArea([square(-119, 36, 0.01)]),
    ]);
    const { notes } = await load(mixed, { stateFips: '47', dryRun: true });
    expect(notes).toContain('1 of 2 areas lies outside Tennessee.');
  });

  it('is refused when its file cannot be what it says', async () => {
    const source = geoJson('refused.geojson', [anArea([square(-80, 38, 0.1)])]);
    const metric = await inFormat(source, 'shp', 'EPSG:26917');
    const parts = new Map<string, Uint8Array>();
    const { unzipSync } = await import('fflate');
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(metric)))) parts.set(name.slice(-4), bytes);
    const only = (...ends: string[]) =>
      Object.fromEntries(ends.map((end) => [`area${end}`, parts.get(end) ?? new Uint8Array()]));
    await expect(load(zipped('no-prj.zip', only('.shp', '.shx', '.dbf')))).rejects.toThrow('names no projection');
    await expect(load(zipped('no-dbf.zip', only('.shp', '.shx', '.prj')))).rejects.toThrow(
      'came without its .dbf file',
    );
    await expect(load(zipped('empty.zip', { 'read.me': new Uint8Array(3) }))).rejects.toThrow('holds no Shapefile');
    writeFileSync(join(folder, 'damaged.zip'), readFileSync(metric).subarray(0, 300));
    await expect(load(join(folder, 'damaged.zip'))).rejects.toThrow('damaged or not a zip');
    writeFileSync(join(folder, 'noise.gpkg'), 'this is no database');
    await expect(load(join(folder, 'noise.gpkg'))).rejects.toThrow('cannot be read as geographic data');
    writeFileSync(join(folder, 'pointer.json'), '<OGRVRTDataSource></OGRVRTDataSource>');
    await expect(load(join(folder, 'pointer.json'))).rejects.toThrow('cannot be read as geographic data');
    await expect(load(join(folder, 'nowhere.zip'))).rejects.toThrow('nowhere.zip cannot be read');
    await expect(load(source, { asOf: '2026-06-31' })).rejects.toThrow('"2026-06-31" is no date');
  });

  it('takes coordinates that look like degrees for degrees when no projection is named, and says so', async () => {
    const source = geoJson('degrees.geojson', [anArea([square(-80, 38, 0.1)])]);
    const { unzipSync } = await import('fflate');
    const files = Object.entries(unzipSync(readFileSync(await inFormat(source, 'shp', 'EPSG:4269'))));
    const path = zipped('degrees.zip', Object.fromEntries(files.filter(([name]) => !name.endsWith('.prj'))));
    const { filingId, notes } = await load(path);
    expect(notes.join(' ')).toContain('coordinates look like degrees');
    const bounds = await intake((tx) =>
      tx.one('select ST_XMin(geom) as west, ST_YMin(geom) as south from coverage.areas where filing_id = $1', [
        filingId,
      ]),
    );
    expect(bounds).toEqual({ west: -80, south: 38 });
  });

  it('changes nothing the second time, and is replaced only by a newer revision or on demand', async () => {
    const old = geoJson('issue-1.geojson', [anArea([square(-80, 38, 0.1)])]);
    const corrected = geoJson('issue-2.geojson', [anArea([square(-80, 38, 0.2)])]);
    const provider = 'Example Cooperative';
    const first = await load(old, { provider });
    const before = await filingCount();
    expect(await load(old, { provider })).toMatchObject({ filingId: first.filingId, unchanged: true, areas: 1 });
    expect(await filingCount()).toBe(before);
    await expect(load(old, { provider, confidentiality: 'agency' })).rejects.toThrow('This file is loaded as public');
    await expect(load(corrected, { provider })).rejects.toThrow('Give a newer --revision, or --replace');

    const newer = await load(corrected, { provider, revision: '2026-08-01' });
    const state = () =>
      intake((tx) =>
        tx.rows(
          `select revision, superseded, confidentiality
           from coverage.filings where title = $1 order by revision`,
          [provider],
        ),
      );
    expect(newer.unchanged).toBe(false);
    expect(await state()).toEqual([
      { revision: AS_OF, superseded: true, confidentiality: 'public' },
      { revision: '2026-08-01', superseded: false, confidentiality: 'public' },
    ]);
    await load(corrected, { provider, revision: '2026-08-01', confidentiality: 'agency', replace: true });
    expect((await state())[1]).toMatchObject({ superseded: false, confidentiality: 'agency' });
  });

  it('is only checked in a dry run', async () => {
    const before = await filingCount();
    const path = geoJson('dry.geojson', [
      anArea([square(-80, 38, 0.1)], { technology: 'Mobile wireless' }),
      anArea([square(-80, 38, 0.1)], { technology: 'Cable modem' }),
    ]);
    const { areas, filingId, notes } = await load(path, { dryRun: true });
    expect({ areas, filingId }).toEqual({ areas: 1, filingId: null });
    expect(notes).toContain('Left out an area of mobile service, which is no home connection.');
    expect(await filingCount()).toBe(before);
  });

  it('of the State Broadband Initiative has its tiers read as their lowest speeds', async () => {
    const path = geoJson('sbi.geojson', [
      {
        properties: { PROVNAME: 'Old Cable', TRANSTECH: 41, MAXADDOWN: 10, MAXADUP: 8 },
        geometry: { type: 'Polygon', coordinates: [square(-80, 38, 0.1)] },
      },
    ]);
    const { filingId } = await load(path);
    const area = await intake((tx) =>
      tx.one(
        `select provider_name, technology, technology_raw, download_mbps, upload_mbps
         from coverage.areas where filing_id = $1`,
        [filingId],
      ),
    );
    expect(area).toEqual({
      provider_name: 'Old Cable',
      technology: 40,
      technology_raw: '41',
      download_mbps: 100,
      upload_mbps: 25,
    });
  });
});

describe('the share of a cell that filings cover', () => {
  const offers = [
    { technology: 50, maxdown: 100, maxup: 20 },
    { technology: 40, maxdown: 1000, maxup: 10 },
    { technology: 10, maxdown: 25, maxup: 3 },
    { technology: 70, maxdown: 100, maxup: 20 },
    { technology: 61, maxdown: 250, maxup: 30, lowlatency: 1 },
    { technology: 71, maxdown: 100, maxup: 20, lowlatency: 0 },
    { technology: 50, maxdown: 1000, maxup: 1000, bizrescode: 'B' },
  ];

  it('equals asking the database for each child center', async () => {
    const { filingId } = await load(
      geoJson(
        'overlay.geojson',
        offers.map((offer, i) =>
          anArea([wigglyRing(-81 + i * 0.012, 39 - i * 0.008, 0.03, 3 + i)], {
            lowlatency: 1,
            bizrescode: 'R',
            ...offer,
          }),
        ),
      ),
    );
    const filingIds = [filingId ?? 0];
    const cells = cellsAround(-80.97, 38.98, 18);
    await intake(async (tx) => {
      const { shares } = await pucShares(tx, { filingIds, cells });
      expect(shares).toEqual(await sharesByDatabase(tx, filingIds, cells));
      // As a release counts, by whole outlines.
      expect(await pucSharesOfSets(tx, { filingSets: [filingIds], cells })).toEqual([shares]);
      expect(new Set(shares).size).toBe(8);
    });
  });

  it('is nothing without filings, and counts no other filing', async () => {
    const cells = cellsAround(-80.97, 38.98, 1);
    const none = await intake((tx) => pucShares(tx, { filingIds: [], cells }));
    expect(none.shares).toEqual(new Uint8Array(cells.length * SHARES_A_CELL));
  });

  it('comes by provider and technology for one cell of any size', async () => {
    const { filingId } = await load(
      geoJson('at.geojson', [
        anArea([square(-80.2, 38.2, 0.4)], { technology: 40, maxdown: 300, maxup: 30 }),
        anArea([square(-80.2, 38.2, 0.4)], { technology: 40, maxdown: 940, maxup: 10 }),
        anArea([square(-80.2, 38.2, 0.4)], { technology: 50, bizrescode: 'B' }),
      ]),
    );
    for (const resolution of [5, 7, 8, 9]) {
      const cell = cellFromText(latLngToCell(38.4, -80, resolution));
      const at = await intake((tx) => pucAreasAt(tx, { filingIds: [filingId ?? 0], cell }));
      expect(at).toEqual([
        {
          provider: { id: 900001, name: 'Example Fiber' },
          technology: 40,
          downloadMbps: 940,
          uploadMbps: 30,
          share: 1,
        },
      ]);
    }
  });
});

/** Every child center against every area, one area at a time: slow and plain. */
async function sharesByDatabase(tx: Tx, filingIds: number[], cells: readonly bigint[]): Promise<Uint8Array> {
  const shares = new Uint8Array(cells.length * SHARES_A_CELL);
  const centers = cells.flatMap((cell, i) =>
    cellToChildren(cell.toString(16), 10).map((child) => ({ i, at: cellToLatLng(child) })),
  );
  const rows = await tx.rows<{ n: bigint; technology: number; download: number; upload: number; low: boolean }>(
    `select c.n, a.technology, a.download_mbps as download, a.upload_mbps as upload, a.low_latency as low
     from unnest($2::double precision[], $3::double precision[]) with ordinality as c(lng, lat, n)
     join coverage.areas a on ST_Intersects(a.geom, ST_SetSRID(ST_MakePoint(c.lng, c.lat), 4326))
     where a.filing_id = any($1) and a.residential`,
    [filingIds, centers.map(({ at }) => at[1]), centers.map(({ at }) => at[0])],
  );
  const met = new Set<string>();
  for (const { n, technology, download, upload, low } of rows) {
    for (const [p, profile] of PROFILES.entries()) {
      if (!(PROFILE_TECHNOLOGIES[profile] as readonly number[]).includes(technology)) continue;
      for (const [t, tier] of VERDICT_TIERS.entries()) {
        if (!meetsTier({ downloadMbps: download, uploadMbps: upload, lowLatency: low }, tier)) continue;
        const key = `${n} ${p} ${t}`;
        if (met.has(key)) continue;
        met.add(key);
        const at = (centers[Number(n) - 1]?.i ?? 0) * SHARES_A_CELL + p * VERDICT_TIERS.length + t;
        shares[at] = (shares[at] ?? 0) + 1;
      }
    }
  }
  return shares;
}

describe('places', () => {
  const county = (id: string, name: string, west: number): Feature => ({
    properties: { GEOID: id, NAME: name, STATEFP: id.slice(0, 2) },
    geometry: { type: 'Polygon', coordinates: [square(west, 38, 1)] },
  });
  const places = (path: string, options: Partial<Parameters<typeof importPlaces>[1]> = {}) =>
    importPlaces(database.deps, { path, kind: 'county', stateFips: '54', ...options }, silentProgress);
  const counties = () =>
    intake((tx) => tx.rows(`select id, name from places.places where kind = 'county' order by id`));

  it('replace those of their kind and state, and change nothing the second time', async () => {
    const source = geoJson('counties.geojson', [
      county('54001', 'First', -81),
      county('54003', 'Second', -80),
      county('51001', 'Elsewhere', -79),
    ]);
    const first = await places(source);
    expect(first).toMatchObject({ places: 2, unchanged: false });
    expect(first.notes.map(told)).toContain('Left out a place of other states: Virginia 1.');
    expect(await places(source)).toMatchObject({ places: 2, unchanged: true });
    await places(geoJson('renamed.geojson', [county('54001', 'Renamed', -81), county('54003', 'Second', -80)]));
    expect(await counties()).toEqual([
      { id: '54001', name: 'Renamed' },
      { id: '54003', name: 'Second' },
    ]);
  });

  it('come from a Shapefile, a GeoPackage or TopoJSON alike', async () => {
    const source = geoJson('schools.geojson', [
      { ...county('5400001', 'One', -81), properties: { LEAID: '5400001', NAME: 'One' } },
    ]);
    const files = [await inFormat(source, 'shp', 'EPSG:4269'), await inFormat(source, 'gpkg', 'EPSG:32617')];
    const topology = {
      type: 'Topology',
      objects: {
        districts: {
          type: 'GeometryCollection',
          geometries: [{ type: 'Polygon', arcs: [[0]], properties: { GEOID: '5400001', NAME: 'One' } }],
        },
      },
      arcs: [square(-81, 38, 1)],
    };
    writeFileSync(join(folder, 'schools.topojson'), JSON.stringify(topology));
    for (const path of [...files, join(folder, 'schools.topojson')]) {
      expect(await places(path, { kind: 'school_district' })).toMatchObject({ places: 1 });
      const place = await intake((tx) =>
        tx.one<{ id: string; west: number; inside: boolean }>(
          `select id, round(ST_XMin(geom)::numeric, 5) as west, ST_Contains(geom, label_point) as inside
           from places.places where kind = 'school_district'`,
        ),
      );
      expect(place).toEqual({ id: '5400001', west: -81, inside: true });
    }
  });

  it('are refused whole when an identifier cannot be one of the kind or comes twice', async () => {
    const before = await counties();
    const path = geoJson('wrong.geojson', [
      county('54001', 'First', -81),
      county('54001', 'Again', -80),
      county('5400100', 'Long', -79),
    ]);
    await expect(places(path)).rejects.toThrow(
      /2 features cannot be loaded.*feature 2: another feature has the same identifier "\d{5}".*feature 3: its identifier is 7 characters long/s,
    );
    expect(await counties()).toEqual(before);
  });

  it('come from the layer that holds areas, or from the one asked for', async () => {
    using files = new GisFiles();
    const road: Feature = {
      properties: { NAME: 'r' },
      geometry: { type: 'LineString', coordinates: square(-81, 38, 1) },
    };
    const path = await files.geoPackage('tl.gpkg', {
      tl_2024_54_county: [county('54001', 'First', -81)],
      tl_2024_54_roads: [road],
    });
    const { places: loaded, notes } = await places(path);
    expect(loaded).toBe(1);
    expect(notes.map(told)).toContain(
      'Layer "tl_2024_54_roads" (1 feature of lines): passed over, as areas are wanted.',
    );
    await expect(places(path, { layers: ['tl_2024_54_roads'] })).rejects.toThrow();
  });

  it('hold the cells whose center lies in them', async () => {
    await places(geoJson('neighbors.geojson', [county('54001', 'First', -81), county('54003', 'Second', -80)]));
    const cells = [
      [-80.5, 38.5],
      [-79.5, 38.5],
      [-70, 38.5],
    ].map(([lng, lat]) => cellFromText(latLngToCell(lat ?? 0, lng ?? 0, 9)));
    const found = await intake((tx) => placesOfCells(tx, { kinds: ['county', 'house_district'], cells }));
    expect(found).toEqual({ county: ['54001', '54003', null], house_district: [null, null, null] });
  });

  it('that are towns are points with a population', async () => {
    const town = {
      properties: { ID: 77, NAME: 'Example', POPULATION: 1234 },
      geometry: { type: 'Point', coordinates: [-80.5, 38.5] },
    };
    await places(geoJson('towns.geojson', [town]), { kind: 'town' });
    expect(
      await intake((tx) =>
        tx.one(
          `select id, name, state_fips, population, geom is null as point, ST_X(label_point) as lng
           from places.places where kind = 'town'`,
        ),
      ),
    ).toEqual({ id: '77', name: 'Example', state_fips: '54', population: 1234, point: true, lng: -80.5 });
  });
});
