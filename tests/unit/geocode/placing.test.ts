import { mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Address, Located } from '../../../server/domain/anonymize/index.ts';
import type { Phrase } from '../../../server/domain/messages/phrase.ts';
import { readAddressPoints } from '../../../server/features/geocode/address-points.ts';
import { type Asking, type GeocodeFlags, placing } from '../../../server/features/geocode/index.ts';
import { runGdal } from '../../../server/platform/gis/gdal.ts';
import { silentProgress, silentStep } from '../../../server/platform/progress.ts';
import { censusDouble } from '../../support/census-geocoder.ts';
import { told } from '../../support/told.ts';

const folder = mkdtempSync(join(tmpdir(), 'gapmap-geocode-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HASTY = { tries: 2, firstWaitMs: 1, longestWaitMs: 100, timeoutMs: 2_000 };
const NOBODY: Asking = { agree: undefined, patience: HASTY };

const home = (address: string): Address => ({ address, unit: '', city: 'Sampleton', state: 'WV', zip: '25301' });

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const POINTS = `Add_Number,St_Name,St_PosTyp,Inc_Muni,Zip_Code,Longitude,Latitude
12,Example,Road,Sampleton,25301,-81.63,38.35
14,Example,Road,Sampleton,25301,-81.64,38.36
,Example,Road,Sampleton,25301,-81.64,38.36
`;

const HOMES = [home('12 Example Rd'), home('99 Missing Ln'), home('PO Box 4'), home('=cmd 1'), home('99 Missing Lane')];

/** Places the homes, as a command would. */
async function placed(flags: GeocodeFlags, asking: Asking = NOBODY) {
  const printed: string[] = [];
  let passes = 0;
  const result = await placing(
    flags,
    { ...silentProgress, print: (line) => printed.push(told(line)) },
    async (locate) => {
      passes++;
      const located = HOMES.map((address) => locate?.(address));
      return { result: located, notFoundLines: located.flatMap((found, i) => (found ? [] : [i + 2])) };
    },
    asking,
  );
  return { qualities: result.map((found: Located | undefined) => found?.quality), printed: printed.join('\n'), passes };
}

describe('homes without coordinates', () => {
  it('are found among address points, on this machine', async () => {
    const { qualities, passes } = await placed({ addressPoints: file('points.csv', POINTS) });
    expect(qualities).toEqual(['normalized', undefined, undefined, undefined, undefined]);
    expect(passes).toBe(1);
  });

  it('are found by address points in another encoding, with numbers a spreadsheet changed reported by line', async () => {
    const notes: string[] = [];
    const begin = () => ({ ...silentStep, note: (note: Phrase) => notes.push(told(note)) });
    const rows = ['1.2E+04,Example,Road', '14-Mar,Example,Road', '12,Cañón,Road', ',Example,Road'];
    const text = `Add_Number,St_Name,St_PosTyp,Inc_Muni,Zip_Code,Longitude,Latitude\n${rows.map((row) => `${row},Peñasco,25301,-81.63,38.35\n`).join('')}`;
    const path = join(folder, 'latin.csv');
    writeFileSync(path, text, 'latin1');
    const index = await readAddressPoints(path, { ...silentProgress, begin });
    expect(index.size).toBe(1);
    expect(index.match({ ...home('12 Canon Rd'), city: 'Penasco', zip: '' })).toMatchObject({ quality: 'normalized' });
    expect(notes).toEqual([
      expect.stringContaining('Windows-1252'),
      expect.stringContaining('1 row without a number, a street or a place is passed over, the first on line 5.'),
      expect.stringMatching(/^2 rows are not read, as a spreadsheet changed .* lines 2, 3\. /),
    ]);
  });

  it('are found by columns that a person names, and a column that is not there is refused', async () => {
    const path = file('odd.csv', 'HSE,RD_NM,KIND,TN,X,Y\n12,Example,Rd,Sampleton,-81.63,38.35\n');
    const flags = {
      addressPoints: path,
      addressPointColumns: 'house_number=HSE,address=RD_NM,street_type=KIND,city=TN',
    };
    expect((await placed(flags)).qualities[0]).toBe('exact');
    for (const [addressPointColumns, code] of [
      ['house_number=NO', 'geocode.said-column'],
      ['number=HSE', 'geocode.columns-said'],
      ['HSE', 'geocode.columns-said'],
    ] as const)
      await expect(placed({ addressPoints: path, addressPointColumns })).rejects.toMatchObject({ code });
  });

  it('that are not found are listed for the district alone, with the reason, and harmless to spreadsheets', async () => {
    const unmatched = join(folder, 'unmatched.csv');
    const { printed } = await placed({ addressPoints: file('points.csv', POINTS), unmatched });
    expect(readFileSync(unmatched, 'utf8').split('\r\n')).toEqual([
      '\ufeffline,address,unit,city,state,zip,why',
      '3,99 Missing Ln,,Sampleton,WV,25301,no address point has this number and street',
      '4,PO Box 4,,Sampleton,WV,25301,"it is a post office box, which is nobody’s home"',
      '5,\'=cmd 1,,Sampleton,WV,25301,"there is no number and street, or neither town nor ZIP code"',
      '6,99 Missing Lane,,Sampleton,WV,25301,no address point has this number and street',
      '',
    ]);
    expect(statSync(unmatched).mode & 0o777).toBe(0o600);
    expect(printed).toContain('Not found by their address: 4');
    expect(printed).not.toContain('Missing');
  });

  it('are left alone when no flag asks for places', async () => {
    const { qualities } = await placed({});
    expect(qualities).toEqual(HOMES.map(() => undefined));
  });
});

describe('the Census geocoder', () => {
  const finds = { '99 Missing Lane': { lng: -81.7, lat: 38.4, kind: 'Exact' } } as const;

  it('is not asked without agreement, which is settled before a file is read', async () => {
    await using double = await censusDouble({ finds });
    await expect(placed({ censusGeocoder: true, censusUrl: double.baseUrl })).rejects.toThrow(
      /nobody agreed to disclose/,
    );
    expect(double.files).toEqual([]);
  });

  it('gets once each address that the points lack, and no box, after a warning', async () => {
    await using double = await censusDouble({ finds });
    const flags: GeocodeFlags = {
      addressPoints: file('points.csv', POINTS),
      censusGeocoder: true,
      censusUrl: double.baseUrl,
    };
    const { qualities, printed, passes } = await placed({ ...flags, discloseAddresses: true });
    expect(qualities).toEqual(['normalized', 'census-exact', undefined, undefined, 'census-exact']);
    expect(passes).toBe(2);
    expect(double.files).toHaveLength(1);
    expect(double.files[0]?.trim()).toMatch(/^[0-9a-f-]{36},99 Missing Lane,Sampleton,WV,25301$/);
    expect(printed).toMatch(
      /WARNING: the address of a student is about to be sent to the U.S. Census Bureau \(127.0.0.1:\d+\)/,
    );
  });

  it('is asked when the person at the terminal says yes, and not otherwise', async () => {
    await using double = await censusDouble({ finds });
    const flags: GeocodeFlags = { censusGeocoder: true, censusUrl: double.baseUrl };
    const no = await placed(flags, { agree: async () => false, patience: HASTY });
    expect(no.printed).toContain('Nothing was sent.');
    expect(double.files).toEqual([]);
    const yes = await placed(flags, { agree: async () => true, patience: HASTY });
    expect(yes.qualities[1]).toBe('census-exact');
  });

  it('is reached by https only', async () => {
    await expect(
      placed({ censusGeocoder: true, discloseAddresses: true, censusUrl: 'http://example.org' }),
    ).rejects.toThrow(/--census-url is no https address/);
  });
});

describe('address points', () => {
  const feature = (properties: object, coordinates: number[] | null) => ({
    type: 'Feature',
    properties,
    geometry: coordinates && { type: 'Point', coordinates },
  });
  const geojson = JSON.stringify({
    type: 'FeatureCollection',
    features: [
      feature(
        { Add_Number: 12, St_Name: 'EXAMPLE', St_PosTyp: 'ROAD', Post_City: 'SAMPLETON', Zip_Code: '25301' },
        [-81.63, 38.35],
      ),
      feature(
        { Add_Number: 14, St_Name: 'EXAMPLE', St_PosTyp: 'ROAD', Post_City: 'SAMPLETON', Zip_Code: '25301' },
        null,
      ),
    ],
  });

  it('come as GeoJSON, or as a GeoPackage in another projection', async () => {
    const source = file('points.geojson', geojson);
    const { written } = await runGdal({
      write: { from: source, name: 'points', options: ['-f', 'GPKG', '-t_srs', 'EPSG:26917'] },
    });
    const gpkg = join(folder, 'points.gpkg');
    renameSync(written, gpkg);
    for (const path of [source, gpkg]) {
      const index = await readAddressPoints(path, silentProgress);
      expect(index.size).toBe(1);
      expect(index.match(home('12 Example Rd'))).toEqual({
        lng: expect.closeTo(-81.63, 5),
        lat: expect.closeTo(38.35, 5),
        quality: 'normalized',
      });
    }
  });

  it('that are missing or hold no addresses are refused by name', async () => {
    await expect(readAddressPoints(join(folder, 'none.csv'), silentProgress)).rejects.toThrow(
      'There is no file none.csv.',
    );
    const empty = file('empty.csv', 'NUMBER,STREET,CITY,LON,LAT\n,,,,\n');
    const other = file('other.csv', 'NAME,Zip_Code,Lat\nx,25301,38\n');
    await expect(readAddressPoints(other, silentProgress)).rejects.toThrow(
      /other.csv has no column that looks like house numbers and streets or longitudes and latitudes. It has NAME, Zip_Code, Lat/,
    );
    await expect(readAddressPoints(empty, silentProgress)).rejects.toThrow(/empty.csv holds no address/);
  });
});
