/** The layers of TIGER/Line as the Census publishes them, loaded as they come; and lists of who sits for the districts. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importPlaces, type PlaceKind } from '../../server/features/places/index.ts';
import { importMembers } from '../../server/features/places/members/import.ts';
import { placesLike } from '../../server/features/places/queries.ts';
import type { Refusal } from '../../server/platform/problem.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../support/database.ts';
import { aSquare, type GeoFeature, GisFiles, named } from '../support/gis.ts';
import { told } from '../support/told.ts';

const database = testDatabase();
const files = new GisFiles();
afterAll(() => files[Symbol.dispose]());

/** Inside West Virginia's bounds; the state of these tests is a square of two degrees. */
const at = (column: number, row: number, properties: GeoFeature['properties']) =>
  aSquare(-81.5 + column * 0.2, 38 + row * 0.2, 0.2, properties);

/** Column names and values of TIGER/Line 2024, the years that the Census writes behind some included. */
const LAYERS: readonly { layer: string; kind: PlaceKind; features: readonly GeoFeature[]; ids: readonly string[] }[] = [
  {
    layer: 'tl_2024_us_county',
    kind: 'county',
    features: [
      at(0, 0, {
        STATEFP: '54',
        COUNTYFP: '001',
        GEOID: '54001',
        NAME: 'Barbour',
        NAMELSAD: 'Barbour County',
        LSAD: '06',
        MTFCC: 'G4020',
      }),
      at(9, 9, {
        STATEFP: '51',
        COUNTYFP: '001',
        GEOID: '51001',
        NAME: 'Accomack',
        NAMELSAD: 'Accomack County',
        LSAD: '06',
        MTFCC: 'G4020',
      }),
    ],
    ids: ['54001'],
  },
  {
    layer: 'tl_2024_54_unsd',
    kind: 'school_district',
    features: [
      at(0, 0, {
        STATEFP: '54',
        UNSDLEA: '00030',
        GEOID: '5400030',
        NAME: 'Barbour County School District',
        LOGRADE: 'PK',
        HIGRADE: '12',
        MTFCC: 'G5420',
      }),
    ],
    ids: ['5400030'],
  },
  {
    layer: 'tl_2024_54_elsd',
    kind: 'school_district',
    features: [
      at(2, 0, {
        STATEFP: '54',
        ELSDLEA: '00040',
        GEOID: '5400040',
        NAME: 'Lower Valley',
        LOGRADE: 'KG',
        HIGRADE: '08',
        MTFCC: 'G5400',
      }),
    ],
    ids: ['5400040'],
  },
  {
    layer: 'tl_2024_54_scsd',
    kind: 'school_district',
    features: [
      at(2, 0, {
        STATEFP: '54',
        SCSDLEA: '00050',
        GEOID: '5400050',
        NAME: 'Upper Valley',
        LOGRADE: '09',
        HIGRADE: '12',
        MTFCC: 'G5410',
      }),
    ],
    ids: ['5400050'],
  },
  {
    layer: 'tl_2024_54_sldu',
    kind: 'senate_district',
    features: [
      at(0, 0, {
        STATEFP: '54',
        SLDUST: '001',
        GEOID: '54001',
        NAMELSAD: 'State Senate District 1',
        LSAD: 'LU',
        LSY: '2024',
        MTFCC: 'G5210',
      }),
      at(1, 0, {
        STATEFP: '54',
        SLDUST: '002',
        GEOID: '54002',
        NAMELSAD: 'State Senate District 2',
        LSAD: 'LU',
        LSY: '2024',
        MTFCC: 'G5210',
      }),
      at(2, 0, {
        STATEFP: '54',
        SLDUST: 'ZZZ',
        GEOID: '54ZZZ',
        NAMELSAD: 'State Senate Districts not defined',
        LSAD: 'LU',
        LSY: '2024',
        MTFCC: 'G5210',
      }),
    ],
    ids: ['54001', '54002'],
  },
  {
    layer: 'tl_2024_54_sldl',
    kind: 'house_district',
    features: [
      at(0, 0, {
        STATEFP: '54',
        SLDLST: '010',
        GEOID: '54010',
        NAMELSAD: 'State House District 10',
        LSAD: 'LL',
        LSY: '2024',
        MTFCC: 'G5220',
      }),
    ],
    ids: ['54010'],
  },
  {
    layer: 'tl_2024_54_cd119',
    kind: 'congressional_district',
    features: [
      at(0, 0, {
        STATEFP: '54',
        CD119FP: '01',
        GEOID: '5401',
        NAMELSAD: 'Congressional District 1',
        LSAD: 'C2',
        CDSESSN: '119',
        MTFCC: 'G5200',
      }),
    ],
    ids: ['5401'],
  },
  {
    layer: 'tl_2024_us_aiannh',
    kind: 'tribal',
    features: [
      at(1, 1, {
        AIANNHCE: '0010',
        AIANNHNS: '01934325',
        GEOID: '0010R',
        NAME: 'Acoma',
        NAMELSAD: 'Acoma Pueblo',
        LSAD: '80',
        COMPTYP: 'R',
        AIANNHR: 'F',
        MTFCC: 'G2101',
      }),
      at(1, 2, {
        AIANNHCE: '0010',
        AIANNHNS: '01934325',
        GEOID: '0010T',
        NAME: 'Acoma',
        NAMELSAD: 'Acoma Off-Reservation Trust Land',
        LSAD: '99',
        COMPTYP: 'T',
        AIANNHR: 'F',
        MTFCC: 'G2102',
      }),
      // East of the state's outline, within its bounds; and far from both.
      aSquare(-78.5, 39, 0.3, {
        AIANNHCE: '0555',
        AIANNHNS: '1',
        GEOID: '0555R',
        NAME: 'Beyond',
        NAMELSAD: 'Beyond Reservation',
        LSAD: '86',
        COMPTYP: 'R',
        AIANNHR: 'F',
        MTFCC: 'G2101',
      }),
      aSquare(-110, 36, 0.5, {
        AIANNHCE: '2430',
        AIANNHNS: '2',
        GEOID: '2430R',
        NAME: 'Navajo Nation',
        NAMELSAD: 'Navajo Nation Reservation',
        LSAD: '86',
        COMPTYP: 'R',
        AIANNHR: 'F',
        MTFCC: 'G2101',
      }),
    ],
    ids: ['54-0010R', '54-0010T'],
  },
];

interface Kept {
  id: string;
  name: string;
  publisher: string | null;
  vintage: string | null;
}

const kept = (kind: PlaceKind) =>
  database.deps.db.asOwner((tx) =>
    tx.rows<Kept>(
      "select id, name, publisher, vintage from places.places where kind = $1 and state_fips = '54' order by id",
      [kind],
    ),
  );
const load = (path: string, kind: PlaceKind, options = {}) =>
  importPlaces(database.deps, { path, kind, stateFips: '54', ...options }, silentProgress);

describe('layers of TIGER/Line', () => {
  it('of tribal areas wait for the outline of the state, as they name no states', async () => {
    const { layer, features } = LAYERS.at(-1) ?? { layer: '', features: [] };
    const refused: Refusal = await load(files.geoJson(`${layer}.geojson`, features), 'tribal').catch((e) => e);
    expect(refused.code).toBe('places.state-outline');
    await load(
      files.geoJson('state.geojson', [aSquare(-81.5, 38, 2, { GEOID: '54', NAME: 'West Virginia' })]),
      'state',
    );
  });

  it.each(LAYERS)(
    'are taken as zipped Shapefiles with their vintage: $layer',
    async ({ layer, kind, features, ids }) => {
      const before = (await kept(kind)).map(({ id }) => id);
      const zip = files.zip(`${layer}.zip`, named(layer, await files.shapefile(features)));
      await load(zip, kind);
      const now = (await kept(kind)).filter(({ id }) => !before.includes(id));
      expect(now.map(({ id }) => id)).toEqual(ids);
      for (const { publisher, vintage } of now)
        expect({ publisher, vintage }).toEqual({ publisher: 'U.S. Census Bureau, TIGER/Line', vintage: '2024' });
    },
  );

  it.each(LAYERS)(
    'are the same as GeoPackage with names in small letters: $layer',
    async ({ layer, kind, features }) => {
      const small = features.map(({ properties, geometry }) => ({
        properties: Object.fromEntries(Object.entries(properties).map(([name, value]) => [name.toLowerCase(), value])),
        geometry,
      }));
      const before = await kept(kind);
      await load(await files.geoPackage(`${layer}.gpkg`, { [layer]: small }), kind);
      expect(await kept(kind)).toEqual(before);
    },
  );

  it('have the vintage that a person names, else none, and refuse one that is no year', async () => {
    const own = [at(5, 5, { GEOID: '54099', NAMELSAD: 'Wayne County' })];
    await load(files.geoJson('counties.geojson', own), 'county');
    expect((await kept('county')).find(({ id }) => id === '54099')).toMatchObject({ publisher: null, vintage: null });
    await load(files.geoJson('counties.geojson', own), 'county', {
      publisher: 'State GIS office',
      vintage: '2025-03-01',
    });
    expect((await kept('county')).find(({ id }) => id === '54099')).toMatchObject({
      publisher: 'State GIS office',
      vintage: '2025-03-01',
    });
    const refused: Refusal = await load(files.geoJson('c.geojson', own), 'county', { vintage: 'last year' }).catch(
      (e) => e,
    );
    expect(refused.code).toBe('places.vintage');
  });

  it('of tribal areas have their fillers left out, and other identifiers refused', async () => {
    const path = files.geoJson('t.geojson', [
      at(3, 3, { AIANNHCE: '9999', NAMELSAD: 'Area not defined' }),
      at(4, 4, { AIANNHCE: '12345', NAMELSAD: 'Too long' }),
    ]);
    const refused: Refusal = await load(path, 'tribal').catch((e) => e);
    expect(refused.code).toBe('gis.features');
    expect(refused.message).toContain('12345');
    expect(refused.message).not.toContain('not defined');
  });
});

describe('members of a chamber', () => {
  const list = (name: string, text: string) => {
    const path = join(files.folder, name);
    writeFileSync(path, text);
    return path;
  };
  const sit = (text: string, chamber: 'senate' | 'house' | 'congress' = 'senate', options = {}) =>
    importMembers(database.deps, { path: list('members.csv', text), chamber, ...options }, silentProgress);
  const seated = () =>
    database.deps.db.asOwner((tx) =>
      tx.rows<{ district: string; name: string }>('select district, name from places.members order by district, name'),
    );
  beforeAll(async () => {
    await load(
      files.geoJson('state.geojson', [aSquare(-81.5, 38, 2, { GEOID: '54', NAME: 'West Virginia' })]),
      'state',
    );
    const { layer, features } = LAYERS[4] ?? { layer: '', features: [] };
    await load(files.geoJson(`${layer}.geojson`, features), 'senate_district');
  });

  it('are read by number, GEOID or words, and the chamber is replaced as a whole', async () => {
    await sit(
      'chamber,district,name\nSenate,1,Ana Ramírez\nsenate,54001,Bo Weaver\nupper,State Senate District 2,Cy Dell\nHouse,10,Dee Fox\n',
    );
    expect(await seated()).toEqual([
      { district: '54001', name: 'Ana Ramírez' },
      { district: '54001', name: 'Bo Weaver' },
      { district: '54002', name: 'Cy Dell' },
    ]);
    const { before, notes } = await sit('District;Name;Party\n2;Eve Gold;X\n');
    expect(before).toBe(3);
    expect(await seated()).toEqual([{ district: '54002', name: 'Eve Gold' }]);
    expect(notes.map(told).join(' ')).toContain('Party was not read');
    expect(notes.map(told).join(' ')).toContain('Without a member in the file: State Senate District 1');
    expect((await sit('district,name\n2,Eve Gold\n')).unchanged).toBe(true);
  });

  it('of one chamber leave those of another as they are', async () => {
    await sit('district,name\n10,Dee Fox\n', 'house', { state: 'WV' });
    await sit('district,name\nAt-Large,Flo Hill\n', 'congress', { state: 'WY' });
    expect((await seated()).map(({ name }) => name)).toEqual(['Eve Gold', 'Dee Fox', 'Flo Hill']);
  });

  it.each(['Gold', 'Senator Gold', 'sen. gold'])('are found as "%s"', async (typed) => {
    const found = await database.deps.db.as({ role: 'public' }, (tx) => placesLike(tx, typed, { limit: 5 }));
    expect(found.map(({ id, members }) => ({ id, members }))).toEqual([{ id: '54002', members: ['Eve Gold'] }]);
  });

  it('are refused by file, line and column with what to do, and those before stay', async () => {
    const before = await seated();
    const refused: Refusal = await sit(
      'chamber,district,name\nsenate,1,\nsenate,99,Gil Hart\nlodge,1,Hal Ives\n',
    ).catch((e) => e);
    expect(refused.code).toBe('members.faults');
    expect(refused.message).toContain('members.csv, line 2, column name: a name of 1 to 120 characters is wanted');
    expect(refused.message).toContain(
      'members.csv, line 3, column district: "99" is none of the senate districts of West Virginia',
    );
    expect(refused.message).toContain('members.csv, line 4, column chamber: "lodge" is no chamber');
    expect(await seated()).toEqual(before);
    const header: Refusal = await sit('seat,who\n1,Ivy\n').catch((e) => e);
    expect(header.message).toContain('line 1: the header has no column district and no name');
  });

  it('lead a search to their district, and so does its number', async () => {
    const found = (typed: string) =>
      database.deps.db.as({ role: 'public' }, (tx) => placesLike(tx, typed, { state: '54', limit: 10 }));
    const [first] = await found('eve go');
    expect(first).toMatchObject({ kind: 'senate_district', id: '54002', members: ['Eve Gold'] });
    expect((await found('senate 2'))[0]).toMatchObject({ kind: 'senate_district', id: '54002' });
    expect((await found('house 10'))[0]).toMatchObject({ kind: 'house_district', id: '54010' });
    expect((await found('2')).map(({ id }) => id)).toContain('54002');
  });
});
