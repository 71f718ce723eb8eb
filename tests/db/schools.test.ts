import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { cellToParent, latLngToCell } from 'h3-js';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { PointCounts } from '../../server/domain/anonymize/place/one-place.ts';
import { importHomes } from '../../server/features/intake/index.ts';
import { importPlaces, type PlacesImportOptions } from '../../server/features/places/index.ts';
import { placeById, placesLike } from '../../server/features/places/queries.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { fileOf, lineOf } from '../support/collect.ts';
import { testDatabase } from '../support/database.ts';
import { told } from '../support/told.ts';

const database = testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'gapmap-schools-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => intake("delete from places.places where kind in ('school', 'county')"));

const intake = (text: string) =>
  database.deps.db.as({ role: 'intake' }, (tx) => tx.rows<Record<string, unknown>>(text));
const schools = () =>
  intake(
    "select id, name, state_fips, geom is null as point from places.places where kind = 'school' order by state_fips, id",
  );

let files = 0;
function load(lines: readonly string[] | object, options: Partial<PlacesImportOptions> = {}) {
  const isTable = Array.isArray(lines);
  const path = join(folder, `${++files}.${isTable ? 'csv' : 'geojson'}`);
  writeFileSync(path, isTable ? `${lines.join('\n')}\n` : JSON.stringify(lines));
  return importPlaces(database.deps, { path, kind: 'school', ...options }, silentProgress);
}

const HEADER = 'NCESSCH,NAME,CITY,STATE,LAT,LON,PHONE';
const school = (n: number, name: string, more: { city?: string; state?: string; at?: string } = {}) =>
  `54000300${String(n).padStart(4, '0')},${name},${more.city ?? 'Sutton'},${more.state ?? 'WV'},${more.at ?? `38.5,-80.${50 + n}`},1`;

describe('schools', () => {
  it('of NCES and of a state’s list stand beside each other, are found by name, and have no numbers', async () => {
    const line = school(1, 'Example Elementary').replaceAll(',', '|');
    const edge =
      '540003000001|5400030|Example Elementary|54|1 Example Street|Sutton|WV|26601|54|54007|Braxton County|43|38.5|-80.51';
    const archive = join(folder, 'EDGE_GEOCODE_PUBLICSCH_2425.zip');
    writeFileSync(
      archive,
      zipSync({ 'EDGE_GEOCODE_PUBLICSCH_2425.TXT': strToU8(`${edge}\n`), 'lines.txt': strToU8(line) }),
    );
    const first = await importPlaces(database.deps, { path: archive, kind: 'school', stateFips: 'WV' }, silentProgress);
    expect(first).toMatchObject({ added: 1 });
    expect(first.notes.map(told)).toContain(
      'Of 14 columns 7 were used; not read: "LEAID", "OPSTFIPS", "STREET", "STATE", "ZIP", "CNTY", "LOCALE".',
    );
    await load({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { SchoolCode: '101', SchoolName: 'Example Academy', State: 'WV' },
          geometry: { type: 'Point', coordinates: [-80.6, 38.6] },
        },
      ],
    });
    expect(await schools()).toEqual([
      { id: '54-101', name: 'Example Academy', state_fips: '54', point: true },
      { id: '540003000001', name: 'Example Elementary', state_fips: '54', point: true },
    ]);
    await database.deps.db.as({ role: 'public' }, async (tx) => {
      const found = await placesLike(tx, 'example acad', { limit: 5 });
      expect(found).toMatchObject([{ kind: 'school', id: '54-101', center: [-80.6, 38.6] }]);
      expect(await placeById(tx, { kind: 'school', id: '54-101', stateFips: '54' }, true)).toMatchObject({
        outline: null,
      });
    });
  });

  it('are added by identifier, unchanged by the same file, and removed by --replace alone', async () => {
    await load([HEADER, school(1, 'First'), school(2, 'Second')]);
    expect(await load([HEADER, school(2, 'Second'), school(3, 'Third')], { dryRun: true })).toMatchObject({ added: 1 });
    expect(await schools()).toHaveLength(2);
    expect(await load([HEADER, school(2, 'Second'), school(3, 'Third')])).toMatchObject({ added: 1, kept: 1 });
    expect(await load([HEADER, school(3, 'Third')])).toMatchObject({ unchanged: true, kept: 2 });
    const { notes } = await load([HEADER, school(3, 'Third')], { replace: true });
    expect(notes.map(told).join(' ')).toContain('Took away 2 of the schools of West Virginia');
    expect((await schools()).map(({ name }) => name)).toEqual(['Third']);
  });

  it('of one name are told apart by city, and left out without a point or in another state', async () => {
    const { notes } = await load(
      [
        HEADER,
        school(1, 'Lincoln'),
        school(2, 'Lincoln', { city: 'Flatwoods' }),
        school(3, 'Afar', { at: ',' }),
        '390003000001,Elsewhere,Athens,OH,39.3,-82.1,1',
      ],
      { stateFips: '54' },
    );
    expect((await schools()).map(({ name }) => name)).toEqual(['Lincoln (Sutton)', 'Lincoln (Flatwoods)']);
    expect(notes.map(told).join(' ')).toContain('Left out 1 school without coordinates: Afar.');
    expect(notes.map(told).join(' ')).toContain('Left out a place of other states: Ohio 1.');
  });

  it('are refused whole, by line, where one number is cut short or one lies elsewhere', async () => {
    await expect(
      load([
        HEADER,
        school(1, 'First'),
        '5.40003E+11,Second,Sutton,WV,38.5,-80.5,1',
        school(3, 'Third', { at: '-80.5,38.5' }),
      ]),
    ).rejects.toThrow(/line 3: .*scientific notation[\s\S]*line 4: no part of it lies in its state/);
    expect(await schools()).toEqual([]);
  });
});

describe('homes that stand at schools', () => {
  const homeAt = (lat: number, lng: number) => cellToParent(latLngToCell(lat, lng, 9), 8);
  /** Twenty schools, some 2 km apart. */
  const SITES = Array.from({ length: 20 }, (_, n) => [38.3 + 0.02 * n, -80.9 + 0.02 * n] as const);
  const cellAt = (n: number) => homeAt(SITES[n % 20]?.[0] ?? 0, SITES[n % 20]?.[1] ?? 0);
  /** Homes where nobody else lives. */
  const apart = (n: number) => homeAt(38 + 0.01 * Math.floor(n / 40), -81.5 + 0.01 * (n % 40));
  const loadSchools = (state = 'WV') =>
    load([HEADER, ...SITES.map(([lat, lng], n) => school(n + 1, `School ${n}`, { state, at: `${lat},${lng}` }))]);
  let homes = 0;
  const send = (count: number, cellOf: (n: number) => string, options: { refuseOneCell?: boolean } = {}) => {
    const path = join(folder, `homes-${++homes}.csv`);
    writeFileSync(path, fileOf(Array.from({ length: count }, (_, n) => lineOf(n, { cell: cellOf(n) }))));
    const collection = `round ${homes}`;
    return importHomes(database.deps, { paths: [path], collection, refuseOneCell: true, ...options }, silentProgress);
  };

  it('are asked about when spread over twenty schools, none of which holds half', async () => {
    const counts = new PointCounts();
    for (let n = 0; n < 800; n++) counts.add({ latitude: SITES[n % 20]?.[0] ?? 0, longitude: SITES[n % 20]?.[1] ?? 0 });
    expect(counts.onePlace).toBeUndefined();
    await expect(send(800, cellAt)).resolves.toHaveLength(1);
    await loadSchools();
    await expect(send(800, cellAt)).rejects.toMatchObject({
      code: 'homes.one-cell',
      message: expect.stringMatching(/100 % of the homes stand at schools.*--many-in-one-place/),
    });
    expect(await send(800, cellAt, { refuseOneCell: false })).toMatchObject([{ homes: 800 }]);
  });

  it('are asked about from half of a district’s homes on, and not for nine students', async () => {
    await loadSchools();
    const half = (atSchools: number) => (n: number) => (n < atSchools ? cellAt(n) : apart(n));
    await expect(send(400, half(200))).rejects.toMatchObject({ code: 'homes.one-cell' });
    expect(await send(400, half(199))).toMatchObject([{ homes: 400 }]);
    expect(await send(9, cellAt)).toMatchObject([{ homes: 9 }]);
  });

  it('are not asked about where hexagons without a school are as full, as in a city', async () => {
    await loadSchools();
    const inCity = (n: number) => (n % 5 < 3 ? cellAt(n) : apart(n % 12));
    expect(await send(400, inCity)).toMatchObject([{ homes: 400 }]);
  });

  it('are not asked about at schools of another state', async () => {
    const ohio = SITES.map(
      ([lat, lng], n) => `390003${String(n).padStart(6, '0')},School ${n},Athens,OH,${lat},${lng - 1},1`,
    );
    await load([HEADER, ...ohio]);
    await loadSchools();
    const at = (n: number) => homeAt(SITES[n % 20]?.[0] ?? 0, (SITES[n % 20]?.[1] ?? 0) - 1);
    expect(await send(100, at)).toMatchObject([{ homes: 100 }]);
  });
});
