import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { latLngToCell } from 'h3-js';
import { afterAll, describe, expect, it } from 'vitest';
import { cellFromText } from '../../server/domain/cell.ts';
import { phrases as spanish } from '../../server/domain/messages/es/phrases.ts';
import { say } from '../../server/domain/messages/phrase.ts';
import {
  importPlaces,
  type PlaceKind,
  type PlacesImportOptions,
  placesAt,
  placesOfCells,
} from '../../server/features/places/index.ts';
import { placesLike } from '../../server/features/places/queries.ts';
import type { Tx } from '../../server/platform/db.ts';
import { runGdal } from '../../server/platform/gis/gdal.ts';
import type { Refusal } from '../../server/platform/problem.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../support/database.ts';
import { told } from '../support/told.ts';

const database = testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'gapmap-places-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Properties = Record<string, string | number | null>;
interface Feature {
  id?: string | number;
  properties: Properties;
  geometry: { type: string; coordinates: unknown };
}

/** A square of land by its southwest corner, in degrees. */
function land(west: number, south: number, properties: Properties, side = 0.1): Feature {
  const [east, north] = [west + side, south + side];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { properties, geometry: { type: 'Polygon', coordinates: [ring] } };
}

const point = (lng: number, lat: number, properties: Properties): Feature => ({
  properties,
  geometry: { type: 'Point', coordinates: [lng, lat] },
});

let files = 0;
function geoJson(features: readonly Feature[], name = `places-${++files}`): string {
  const path = join(folder, `${name}.geojson`);
  const collection = { type: 'FeatureCollection', features: features.map((each) => ({ type: 'Feature', ...each })) };
  writeFileSync(path, JSON.stringify(collection));
  return path;
}

async function shapefile(name: string, features: readonly Feature[]): Promise<string> {
  const options = ['-f', 'ESRI Shapefile', '-t_srs', 'EPSG:4269', '-nln', name];
  const { written } = await runGdal({ write: { from: geoJson(features), name, options } });
  const parts = ['shp', 'shx', 'dbf', 'prj'].map((end) => `${name}.${end}`);
  const path = join(folder, `${name}.zip`);
  writeFileSync(
    path,
    zipSync(Object.fromEntries(parts.map((part) => [part, readFileSync(join(dirname(written), part))]))),
  );
  return path;
}

/** Shapefiles of several layers in one archive. */
async function archive(name: string, layers: Record<string, readonly Feature[]>): Promise<string> {
  const path = join(folder, `${name}.zip`);
  const parts: Record<string, Uint8Array> = {};
  for (const [layer, features] of Object.entries(layers))
    Object.assign(parts, unzipSync(readFileSync(await shapefile(layer, features))));
  writeFileSync(path, zipSync(parts));
  return path;
}

const load = (kind: PlaceKind, file: string | readonly Feature[], options: Partial<PlacesImportOptions> = {}) =>
  importPlaces(
    database.deps,
    { path: typeof file === 'string' ? file : geoJson(file), kind, ...options },
    silentProgress,
  );
const intake = <T>(work: (tx: Tx) => Promise<T>) => database.deps.db.as({ role: 'intake' }, work);
const names = async (kind: PlaceKind, fips: string) =>
  Object.fromEntries(
    (
      await intake((tx) =>
        tx.rows<{ id: string; name: string }>(
          'select id, name from places.places where kind = $1 and state_fips = $2 order by id',
          [kind, fips],
        ),
      )
    ).map(({ id, name }) => [id, name]),
  );
const everything = () =>
  intake((tx) => tx.rows('select kind, id, name, level, ST_AsText(geom) as geom from places.places order by kind, id'));

describe('identifiers of places', () => {
  it('hold hyphens and letters where the Census writes them so', async () => {
    const senate = await shapefile('tl_2024_50_sldu', [
      land(-72.5, 44, { STATEFP: '50', SLDUST: 'ADD', GEOID: '50ADD', NAMELSAD: 'Addison State Senate District' }),
      land(-72, 44.5, {
        STATEFP: '50',
        SLDUST: 'E-O',
        GEOID: '50E-O',
        NAMELSAD: 'Essex-Orleans State Senate District',
      }),
    ]);
    await load('senate_district', senate, { stateFips: '50' });
    await load('house_district', [land(-72, 44, { GEOIDFQ20: '620L500US50A-1', NAMELSAD20: 'Addison-1' })]);
    expect(await names('senate_district', '50')).toEqual({
      '50ADD': 'Addison State Senate District',
      '50E-O': 'Essex-Orleans State Senate District',
    });
    expect(await names('house_district', '50')).toEqual({ '50A-1': 'Addison-1' });
  });

  it('are built from state and number where the file keeps them apart', async () => {
    await load('county', [land(-72, 41.5, { STATEFP: '09', COUNTYFP: 1, NAME: 'Fairfield' })]);
    await load('county', [land(-72.3, 41.5, { FIPS: '003', NAME: 'Hartford' })], { stateFips: 'CT' });
    await load('house_district', [land(-72, 41.5, { DISTRICT: 12, NAME: '12th' })], { stateFips: '09' });
    await load('congressional_district', [land(-72, 41.5, { STATEFP: '09', CD119FP: '01', NAMELSAD: 'One' })]);
    await load('school_district', [land(-72, 41.5, { STATEFP20: '09', UNSDLEA20: '00010', NAME20: 'Example' })]);
    expect(await names('county', '09')).toEqual({ '09001': 'Fairfield', '09003': 'Hartford' });
    expect(await names('house_district', '09')).toEqual({ '09012': '12th' });
    expect(await names('congressional_district', '09')).toEqual({ '0901': 'One' });
    expect(await names('school_district', '09')).toEqual({ '0900010': 'Example' });
  });

  it('are read through what spreadsheets did to them, and refused where digits are lost', async () => {
    await load('county', [
      land(-87, 33, { FIPS: 1001, NAME: 'Lost a zero' }),
      land(-86.8, 33, { FIPS: 1003.0, NAME: 'A number' }),
    ]);
    await load('county', [
      land(-86.6, 33, { GEOID: "'01005", NAME: 'Apostrophe' }),
      land(-86.4, 33, { GEOID: '1007.0', NAME: 'Point and zero' }),
    ]);
    expect(Object.keys(await names('county', '01'))).toEqual(['01001', '01003', '01005', '01007']);
    const before = await everything();
    const rounded = [
      land(-87, 32, { GEOID: '0100005', NAME: 'Whole' }),
      land(-86, 32, { GEOID: '1.00E+05', NAME: 'Rounded' }),
    ];
    await expect(load('school_district', rounded)).rejects.toThrow(
      /feature 2: .*"1.00E\+05" is in scientific notation/,
    );
    expect(await everything()).toEqual(before);
  });

  it('of another publisher that lack a digit are refused, not padded into another place', async () => {
    const texas = [land(-97, 31, { LEAID: '101912', NAME: 'A number of the state itself', STATE: 'TX' })];
    await expect(load('school_district', texas, { stateFips: '48' })).rejects.toThrow(
      /feature 1: .*would be of Alabama/,
    );
    const unnamed = [land(-97, 31, { LEAID: '101912', NAME: 'A number of the state itself' })];
    await expect(load('school_district', unnamed)).rejects.toThrow(/feature 1: .*would be of Alabama/);
    const counted = [land(-97, 31, { ID: 101, NAME: 'Row 101' }), land(-96, 31, { ID: 102, NAME: 'Row 102' })];
    await expect(load('county', counted, { stateFips: '48' })).rejects.toThrow(/its identifier is 3 characters long/);
  });

  it('may be the ids of the features themselves', async () => {
    const beside = [
      { ...land(-94, 45, { name: 'Aitkin' }), id: 27001 },
      { ...land(-93, 45, { name: 'Anoka' }), id: 27003 },
    ];
    expect((await load('county', beside)).notes.map(told).join(' ')).toContain(
      'Identifiers from the ids of the features',
    );
    const asText = [{ ...land(-94, 46, { name: 'Becker' }), id: '27005' }];
    await load('county', asText);
    expect(await names('county', '27')).toEqual({ 27001: 'Aitkin', 27003: 'Anoka', 27005: 'Becker' });
    const twice = [
      { ...land(-94, 45, { name: 'One' }), id: 27007 },
      { ...land(-93, 45, { name: 'Two' }), id: 27007 },
    ];
    await expect(load('county', twice)).rejects.toThrow();
  });
});

describe('a second file of a kind', () => {
  const unified = [land(-121, 38, { STATEFP: '06', UNSDLEA: '01234', GEOID: '0601234', NAME: 'Unified' })];
  const elementary = [land(-120.5, 38, { STATEFP: '06', ELSDLEA: '05678', GEOID: '0605678', NAME: 'Lower' })];
  const secondary = [land(-120.5, 38, { STATEFP: '06', SCSDLEA: '07777', GEOID: '0607777', NAME: 'Upper' })];

  it('adds its places by identifier, and districts of lower and upper grades share their ground', async () => {
    await load('school_district', unified, { stateFips: '06' });
    expect(await load('school_district', elementary)).toMatchObject({ added: 1, kept: 1, removed: 0 });
    expect(await load('school_district', secondary)).toMatchObject({ added: 1, kept: 2, removed: 0 });
    expect(await names('school_district', '06')).toEqual({
      '0601234': 'Unified',
      '0605678': 'Lower',
      '0607777': 'Upper',
    });
    for (const file of [unified, elementary, secondary])
      expect(await load('school_district', file)).toMatchObject({ unchanged: true, places: 1, kept: 2 });
  });

  it('removes the others with --replace, and names them', async () => {
    const before = await everything();
    const tried = await load('school_district', unified, { replace: true, dryRun: true });
    expect(tried).toMatchObject({ removed: 2, added: 0 });
    expect(await everything()).toEqual(before);
    const { notes } = await load('school_district', unified, { replace: true });
    expect(notes.map(told)).toContain(
      'Took away 2 of the school districts of California, which this file does not hold: Lower (0605678), Upper (0607777).',
    );
    expect(await names('school_district', '06')).toEqual({ '0601234': 'Unified' });
  });

  it('of a newer year updates a place of the same identifier, and says what changed', async () => {
    const newer = [land(-121, 38, { GEOID: '0601234', UNSDLEA: '01234', NAME: 'Renamed' }, 0.11)];
    const { notes, updated } = await load('school_district', newer);
    expect(updated).toBe(1);
    expect(notes.map(told)).toContain('Updated 1 place loaded before: Renamed (was Unified, outline).');
  });

  it('is refused when its places would take ground from others, as planning regions from counties', async () => {
    const counties = [
      land(-72.6, 41.8, { GEOID: '44001', NAME: 'Old North' }),
      land(-72.6, 41.7, { GEOID: '44003', NAME: 'Old South' }),
    ].map((county) => ({
      ...county,
      geometry: land(-71.6, county.properties.GEOID === '44001' ? 41.8 : 41.7, {}).geometry,
    }));
    await load('county', counties);
    const before = await everything();
    const region = [land(-71.6, 41.7, { GEOID: '44110', NAME: 'New Region' }, 0.2)];
    await expect(load('county', region)).rejects.toThrow(
      /would take ground from 2 others loaded before, of Rhode Island:\n {2}- New Region \(44110\) and Old North \(44001\) share 100 %.*--replace.*--overlapping/s,
    );
    expect(await everything()).toEqual(before);
    await load('county', region, { replace: true });
    expect(await names('county', '44')).toEqual({ 44110: 'New Region' });
    expect((await load('county', counties, { overlapping: true })).notes.map(told).join(' ')).toContain(
      'identifier comes first',
    );
    expect(Object.keys(await names('county', '44'))).toEqual(['44001', '44003', '44110']);
  });

  it('is not refused for slivers along a border that was drawn anew', async () => {
    await load('county', [land(-100, 40, { GEOID: '31001', NAME: 'West' })]);
    expect(await load('county', [land(-99.905, 40, { GEOID: '31003', NAME: 'East' })])).toMatchObject({
      added: 1,
      kept: 1,
    });
  });

  it('is refused when it gives identifiers to other places, or mixes synthetic outlines with real ones', async () => {
    await load('town', [point(-105, 40, { ID: 1, NAME: 'Example Springs' })], { stateFips: 'CO' });
    const others = [point(-103, 38, { ID: 1, NAME: 'Elsewhere' })];
    await expect(load('town', others, { stateFips: 'CO' })).rejects.toThrow(
      /1 is Example Springs and would become Elsewhere/,
    );
    const madeUp = [point(-104, 39, { ID: 2, NAME: 'Nowhere' })];
    await expect(load('town', madeUp, { stateFips: 'CO', illustrative: true })).rejects.toThrow(
      /are made up, and 1 place/,
    );
    expect(await names('town', '08')).toEqual({ 1: 'Example Springs' });
  });
});

describe('--state', () => {
  const towns = [
    point(-81.08, 38.46, { ID: 5401, NAME: 'Home', ST: 'WV' }),
    point(-79.99, 40.44, { ID: 5402, NAME: 'Away', ST: 'PA' }),
    point(-79.9, 40.4, { ID: 5403, NAME: 'Away too', ST: 'pa' }),
    point(-80, 43, { ID: 5404, NAME: 'Abroad', ST: 'ON' }),
    point(-81, 38, { ID: 5405, NAME: 'Spelled out', ST: 'West Virginia' }),
  ];
  it.each(['54', 'WV', 'wv', 'West Virginia'])(
    'written %s leaves out every other state’s towns, and counts them',
    async (state) => {
      const { notes } = await load('town', towns, { stateFips: state });
      expect(notes.map(told)).toContain('Left out 3 places of other states: Pennsylvania 2, "ON" 1.');
      expect(Object.values(await names('town', '54'))).toEqual(['Home', 'Spelled out']);
    },
  );

  it('that names no state is refused, and so is a file with nothing in the state', async () => {
    await expect(load('town', towns, { stateFips: 'Virginia Beach' })).rejects.toThrow('"Virginia Beach" is no state');
    await expect(load('town', towns, { stateFips: 'OH' })).rejects.toThrow(/no place of Ohio.*West Virginia 2/s);
  });

  it('asks the outline of the state where the file names none', async () => {
    const file = [point(-75.5, 39.1, { ID: 11, NAME: 'Inside' }), point(-75.1, 38.5, { ID: 12, NAME: 'Beside' })];
    const unchecked = await load('town', file, { stateFips: 'DE', dryRun: true });
    expect(unchecked.notes.map(told).join(' ')).toContain('The file names no state for 2 of its towns');
    await load('state', [land(-75.7, 38.6, { STUSPS: 'DE', NAME: 'Delaware' }, 0.6)]);
    const { notes } = await load('town', file, { stateFips: 'DE' });
    expect(notes.map(told).join(' ')).toContain('lie outside Delaware: Beside.');
    expect(await names('town', '10')).toEqual({ 11: 'Inside' });
  });
});

describe('names of places', () => {
  it('are the longer ones where the short ones repeat, and where a county is no County', async () => {
    const { notes } = await load('county', [
      land(-77.3, 38.8, { GEOID: '51600', NAME: 'Fairfax', NAMELSAD: 'Fairfax city' }, 0.02),
      land(-77.5, 38.6, { GEOID: '51059', NAME: 'Fairfax', NAMELSAD: 'Fairfax County' }),
      land(-78.5, 38, { GEOID: '51003', NAME: 'Albemarle', NAMELSAD: 'Albemarle County' }),
      land(-77.1, 38.8, { GEOID: '51510', NAME: 'Alexandria', NAMELSAD: 'Alexandria city' }, 0.02),
    ]);
    expect(await names('county', '51')).toEqual({
      51003: 'Albemarle',
      51059: 'Fairfax County',
      51510: 'Alexandria city',
      51600: 'Fairfax city',
    });
    expect(notes.map(told).join(' ')).toContain('share a name');
  });

  it('differ by the number of an independent city where the file has the short ones alone', async () => {
    await load('county', [
      land(-76.7, 39.2, { id: '24510', name: 'Baltimore' }, 0.05),
      land(-76.7, 39.4, { id: '24005', name: 'Baltimore' }),
    ]);
    expect(await names('county', '24')).toEqual({ 24005: 'Baltimore County', 24510: 'Baltimore city' });
  });

  it('of towns get their county, and at last the identifier', async () => {
    await load('county', [
      land(-90, 35, { GEOID: '47001', NAME: 'North' }),
      land(-90, 36, { GEOID: '47003', NAME: 'South' }),
    ]);
    const towns = [
      point(-89.95, 35.05, { ID: 4701, NAME: 'Twin' }),
      point(-89.95, 36.05, { ID: 4702, NAME: 'Twin' }),
      point(-87, 35.5, { ID: 4703, NAME: 'Nameless' }),
      point(-86, 35.5, { ID: 4704, NAME: 'Nameless' }),
    ];
    await load('town', towns, { stateFips: 'TN' });
    expect(Object.values(await names('town', '47'))).toEqual([
      'Twin (North County)',
      'Twin (South County)',
      'Nameless (4703)',
      'Nameless (4704)',
    ]);
    expect(await load('town', towns, { stateFips: 'TN' })).toMatchObject({ unchanged: true });
  });
});

describe('a file of places', () => {
  it('has its fillers left out with a note', async () => {
    const { notes } = await load('school_district', [
      land(-80, 40, { GEOID: '4200001', NAME: 'A District' }),
      land(-79, 40, { GEOID: '4299997', NAME: 'School District Not Defined' }),
    ]);
    await load('senate_district', [
      land(-80, 40, { GEOID: '42001', NAMELSAD: 'State Senate District 1' }),
      land(-79, 40, { GEOID: '42ZZZ', NAMELSAD: 'State Senate Districts not defined' }),
    ]);
    expect(notes.map(told)).toContain(
      'Left out a feature that fills ground of no place: "School District Not Defined".',
    );
    expect(Object.keys(await names('school_district', '42'))).toEqual(['4200001']);
    expect(Object.keys(await names('senate_district', '42'))).toEqual(['42001']);
  });

  it('has every column named that was not read', async () => {
    const { notes } = await load('county', [
      land(-83, 33, { GEOID: '13001', NAME: 'Appling', ALAND: 1, FUNCSTAT: 'A' }),
    ]);
    expect(notes.map(told)).toContain('Of 4 columns 2 were used; not read: "ALAND", "FUNCSTAT".');
  });

  it('of several kinds in one layer asks which, and takes those named', async () => {
    const mixed = [
      land(-83, 40, { GEOID: '39001', NAME: 'Adams', MTFCC: 'G4020' }),
      land(-82, 40, { GEOID: '3901000', NAME: 'Akron', MTFCC: 'G4110' }),
    ];
    await expect(load('county', mixed)).rejects.toThrow(
      /1 county \(G4020\), 1 incorporated place \(G4110\).*--where MTFCC=G4020/,
    );
    const refused = await load('county', mixed).catch((thrown: unknown) => thrown);
    expect(say(spanish, (refused as Refusal).phrase)).toContain('1 condado (G4020), 1 lugar incorporado (G4110).');
    await expect(load('county', mixed, { where: { column: 'MTFCC', value: 'G5420' } })).rejects.toThrow(
      'No feature has "G5420" in its column MTFCC, as --where asks. It holds "G4020", "G4110".',
    );
    await load('county', mixed, { where: { column: 'mtfcc', value: 'G4020' } });
    await load('town', mixed, { where: { column: 'MTFCC', value: 'G4110' } });
    expect(await names('county', '39')).toEqual({ 39001: 'Adams' });
    expect(await names('town', '39')).toEqual({ 3901000: 'Akron' });
  });

  it('of several kinds names one that the Census does not know as the file does, whatever it spells', async () => {
    const mixed = [
      land(-91, 40, { GEOID: '17001', NAME: 'Adams', MTFCC: 'G4020' }),
      land(-90, 40, { GEOID: '17003', NAME: 'Alexander', MTFCC: 'constructor' }),
    ];
    await expect(load('county', mixed)).rejects.toThrow(/1 county \(G4020\), 1 constructor\..*--where MTFCC=G4020/);
    expect(await names('county', '17')).toEqual({});
  });

  it('of another kind with identifiers of the same length is refused', async () => {
    const zips = [land(-83, 40, { GEOID20: '39005', ZCTA5CE20: '39005', NAME: 'A ZIP code' })];
    await expect(load('county', zips)).rejects.toThrow(/no counties: .*ZCTA5CE20.*ZIP code areas/);
    const upper = [land(-83, 40, { GEOID: '39005', SLDUST: '005', NAMELSAD: 'Senate 5' })];
    await expect(load('house_district', upper)).rejects.toThrow(
      /no house districts: .*SLDUST is one of senate districts/,
    );
    const places = [land(-83, 40, { GEOIDFQ: '1600000US3912345', NAME: 'A place' })];
    await expect(load('school_district', places)).rejects.toThrow(/feature 1: .*summary level 160/);
  });

  it('has the layers of other kinds named, and is refused with a question where several fit', async () => {
    const atlas = await archive('atlas', {
      counties: [land(-120, 44, { GEOID: '41001', NAME: 'Baker' })],
      upper_districts: [land(-120, 44, { GEOID: '41001', SLDUST: '001', NAMELSAD: 'Senate 1' })],
    });
    const { notes } = await load('county', atlas);
    expect(notes.map(told).join(' ')).toMatch(/Layer "upper_districts" \(1 feature of areas\): passed over/);
    await load('senate_district', atlas);
    expect(await names('senate_district', '41')).toEqual({ 41001: 'Senate 1' });
    const unnamed = await archive('unnamed', {
      plan_a: [land(-120, 44, { GEOID: '41001', NAME: 'A' })],
      plan_b: [land(-120, 44, { DISTRICT: '1', LABEL: 'B', STATE: 'OR' })],
    });
    await expect(load('house_district', unnamed)).rejects.toThrow(/"plan_a".*"plan_b".*--layer/s);
    await load('house_district', unnamed, { layers: ['plan_b'] });
    expect(await names('house_district', '41')).toEqual({ 41001: 'B' });
  });

  it('of towns keeps its outlines, each with a point inside', async () => {
    await load('town', [
      land(-71, 42.3, { STATEFP: '25', PLACEFP: '07000', GEOID: '2507000', NAME: 'Bay' }),
      point(-71.2, 42.4, { STATEFP: '25', PLACEFP: '07001', GEOID: '2507001', NAME: 'Cape' }),
    ]);
    const towns = await intake((tx) =>
      tx.rows<{ id: string; drawn: boolean; lng: number }>(
        `select id, geom is not null as drawn, ST_X(label_point) as lng
         from places.places where kind = 'town' and state_fips = '25' order by id`,
      ),
    );
    expect(towns.map(({ id, drawn }) => [id, drawn])).toEqual([
      ['2507000', true],
      ['2507001', false],
    ]);
    expect(towns[0]?.lng).toBeCloseTo(-70.95, 5);
    const found = await database.deps.db.as({ role: 'public' }, (tx) =>
      placesLike(tx, 'bay', { kind: 'town', limit: 5 }),
    );
    expect(found).toMatchObject([{ id: '2507000', outlined: true, bbox: [-71, 42.3, -70.9, 42.4] }]);
  });

  it('lets towns of the Census lie on county subdivisions, but not on one another', async () => {
    const [place, subdivision, rival] = [
      { STATEFP: '33', PLACEFP: '45140', GEOID: '3345140', NAME: 'Manchester' },
      { STATEFP: '33', COUSUBFP: '45140', GEOID: '3301145140', NAME: 'Manchester' },
      { STATEFP: '33', PLACEFP: '45141', GEOID: '3345141', NAME: 'Rival' },
    ];
    await load('town', [land(-71.5, 43, place)]);
    const { notes } = await load('town', [land(-71.5, 43, subdivision)]);
    expect(notes.map(told).join('\n')).toContain('Ground of two counts to the one whose identifier comes first.');
    await expect(load('town', [land(-71.5, 43, rival)])).rejects.toThrow('would take ground');
  });

  it('gives its outline to a town known as a point, and not to one far away', async () => {
    await load('town', [point(-69.9, 44.3, { STATEFP: '23', PLACEFP: '02060', GEOID: '2302060', NAME: 'Augusta' })]);
    const elsewhere = land(-68, 46, { STATEFP: '23', PLACEFP: '02060', GEOID: '2302060', NAME: 'Caribou' });
    await expect(load('town', [elsewhere])).rejects.toThrow('which lie elsewhere');
    const drawn = land(-69.95, 44.25, { STATEFP: '23', PLACEFP: '02060', GEOID: '2302060', NAME: 'Augusta' });
    expect(await load('town', [drawn])).toMatchObject({ updated: 1, added: 0 });
  });

  it.each([
    [
      'American Samoa',
      '60',
      [
        land(-171.1, -11.1, { GEOID: '60040', NAME: 'Swains' }, 0.05),
        land(-168.2, -14.6, { GEOID: '60030', NAME: 'Rose' }, 0.05),
      ],
    ],
    ['the Northern Marianas', '69', [land(144.85, 20.5, { GEOID: '69085', NAME: 'Northern Islands' }, 0.05)]],
    ['Alaska', '02', [land(172.5, 52.8, { GEOID: '02016', NAME: 'Aleutians West' }, 0.05)]],
    ['Hawaii', '15', [land(-178.35, 28.4, { GEOID: '15003', NAME: 'Honolulu' }, 0.05)]],
    ['Puerto Rico', '72', [land(-67.95, 18.05, { GEOID: '72097', NAME: 'Mayagüez' }, 0.05)]],
    ['Guam', '66', [land(144.7, 13.4, { GEOID: '66010', NAME: 'Guam' }, 0.05)]],
    ['the Virgin Islands', '78', [land(-64.9, 18.3, { GEOID: '78030', NAME: 'St. Thomas' }, 0.05)]],
    ['the District of Columbia', '11', [land(-77.05, 38.9, { GEOID: '11001', NAME: 'District of Columbia' }, 0.05)]],
  ] as const)('of %s is taken whole, to its last island', async (_, fips, counties) => {
    await load('county', counties, { stateFips: fips });
    expect(Object.values(await names('county', fips))).toEqual(
      [...counties]
        .sort((a, b) => (String(a.properties.GEOID) < String(b.properties.GEOID) ? -1 : 1))
        .map(({ properties }) => properties.NAME),
    );
  });
});

describe('a point that two districts share', () => {
  it('names both in a hex, and counts to one place of each counted kind', async () => {
    const kinds = ['county', 'school_district'] as const;
    await load('county', [
      land(-112, 34, { GEOID: '04001', NAME: 'First' }),
      land(-112, 34, { GEOID: '04003', NAME: 'Second' }),
    ]);
    await load('school_district', [
      land(-112, 34, { GEOID: '0400001', NAME: 'Lower', MTFCC: 'G5400' }),
      land(-112, 34, { GEOID: '0400002', NAME: 'Upper', MTFCC: 'G5410' }),
    ]);
    const at = await intake((tx) => placesAt(tx, { kinds, at: [34.05, -111.95], stateFips: '04' }));
    expect(at.map(({ id }) => id)).toEqual(['04001', '0400001', '0400002']);
    const cells = [cellFromText(latLngToCell(34.05, -111.95, 9))];
    expect((await intake((tx) => placesOfCells(tx, { kinds: ['county'], cells }))).county).toEqual(['04001']);
  });
});

describe('a place on both sides of 180 degrees', () => {
  it('is found with bounds that go across, not with those of the whole earth', async () => {
    const ring = (west: number, side: number) => land(west, 52, {}, side).geometry.coordinates;
    const chain: Feature = {
      properties: { GEOID: '02016', NAME: 'Example Chain', STATEFP: '02' },
      geometry: { type: 'MultiPolygon', coordinates: [ring(172, 1), ring(-178, 2)] },
    };
    await load('county', [chain], { stateFips: 'AK' });
    const [found] = await database.deps.db.as({ role: 'public' }, (tx) =>
      placesLike(tx, 'example chain', { limit: 5 }),
    );
    expect(found?.bbox).toEqual([172, 52, -176, 54]);
  });
});
