import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { phrase } from '../../../server/domain/messages/phrase.ts';
import { placeColumns } from '../../../server/features/places/columns.ts';
import { identifierOfCode } from '../../../server/features/places/identifier.ts';
import { openPointTable } from '../../../server/features/places/point-table.ts';
import { placeReader } from '../../../server/features/places/row.ts';
import { surveyOf } from '../../../server/features/places/survey.ts';
import { told } from '../../support/told.ts';

const folder = mkdtempSync(join(tmpdir(), 'gapmap-schools-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** A school as NCES EDGE writes it: bars between, and no line of names above. */
const EDGE_LINE =
  '540003000012|5400030|Example Elementary|54|1 Example Street|Sutton|WV|26601|54|54007|Braxton County|43|38.661|-80.712|N|N|0|N|N|54002|54041|54012|2024-2025';
const OLDER_LINE =
  '540003000013|Example Middle|54|2 Example Street|Sutton|WV|26601|54|54007|Braxton County|43|38.662|-80.713|N|N|0|N|N|N|N|5403|54041|54012|2015-2016';

async function schoolsIn(path: string, stateFips?: string) {
  using file = await openPointTable(path);
  if (!file) throw new Error('it was not read as a table');
  const columns = placeColumns('school', file.fields, await surveyOf(file, 'school'));
  const read = placeReader({ kind: 'school', stateFips }, columns);
  const rows = [];
  for await (const feature of file.features()) {
    const found = read(feature);
    rows.push({ ...found, at: told(feature.label), ...('fault' in found && { fault: told(found.fault) }) });
  }
  return rows;
}

describe('a table of schools', () => {
  it.each([
    ['of NCES, without names of columns', 'edge.txt', [EDGE_LINE], '540003000012', [-80.712, 38.661]],
    ['of NCES, as it was before districts were in it', 'older.TXT', [OLDER_LINE], '540003000013', [-80.713, 38.662]],
    [
      'of NCES, with names',
      'named.csv',
      ['NCESSCH,NAME,OPSTFIPS15,LSTATE15,STFIP15,LAT1516,LON1516', '540003000014,Example,54,WV,54,38.6,-80.7'],
      '540003000014',
      [-80.7, 38.6],
    ],
    [
      'of a state, with titles above',
      'state.csv',
      ['Directory of schools,,,,', 'School Code,School Name,State,Latitude,Longitude', '101,Example,WV,38.6,-80.7'],
      '54-101',
      [-80.7, 38.6],
    ],
    [
      'of a portal that writes the point into one cell',
      'portal.csv',
      ['School ID;School;State;Location', '0017;Example;West Virginia;POINT (-80.7 38.6)'],
      '54-0017',
      [-80.7, 38.6],
    ],
    [
      'with x and y, and the number of NCES under another name',
      'xy.csv',
      ['X,Y,NCESID,NAME,STATE,LEAID,COUNTYFIPS', '-80.7,38.6,540003000015,Example,WV,5400030,54007'],
      '540003000015',
      [-80.7, 38.6],
    ],
  ])('%s is read', async (_what, name, lines, id, lngLat) => {
    const rows = await schoolsIn(written(name, `${lines.join('\r\n')}\r\n`));
    expect(rows).toMatchObject([{ id, stateFips: '54', lngLat }]);
  });

  it('is read out of an archive, and the same as a workbook and a description beside it are passed over', async () => {
    const path = written(
      'edge.zip',
      zipSync({
        'EDGE/EDGE_GEOCODE_PUBLICSCH_2425.TXT': strToU8(`${EDGE_LINE}\n`),
        'EDGE/readme.txt': strToU8('About this file\nIt holds schools.\n'),
        'EDGE/documentation.pdf': strToU8('%PDF-'),
      }),
    );
    using file = await openPointTable(path);
    expect(file?.notes.map(told).join(' ')).toContain('Passed over in the archive: ');
    expect(await schoolsIn(path)).toMatchObject([{ id: '540003000012', name: 'Example Elementary' }]);
  });

  it('is asked for alone where an archive holds several', async () => {
    const two = { 'a.csv': strToU8('LAT,LON\n38.6,-80.7\n'), 'b.csv': strToU8('LAT,LON\n38.6,-80.7\n') };
    await expect(openPointTable(written('two.zip', zipSync(two)))).rejects.toThrow('several tables with coordinates');
  });

  it('without coordinates is refused with the columns to add', async () => {
    const path = written('none.csv', 'NCESSCH,NAME,FLAT,PLATFORM\n540003000012,Example,1,2\n');
    await expect(openPointTable(path)).rejects.toThrow('no columns that look like latitude and longitude');
  });

  it('is not read from an archive of geographic files', async () => {
    const path = written('shape.zip', zipSync({ 'a.shp': strToU8('x'), 'a.txt': strToU8('LAT,LON\n38.6,-80.7\n') }));
    expect(await openPointTable(path)).toBeUndefined();
  });
});

describe('a school', () => {
  const HEADER = 'NCESSCH,NAME,STATE,LAT,LON';
  const read = async (row: string, header = HEADER) => {
    const [school] = await schoolsIn(written('one.csv', `${header}\n${row}\n`), undefined);
    return school;
  };

  it.each([
    ['10000500870,Example,AL,34.2,-86.2', { id: '010000500870', padded: true, stateFips: '01' }],
    ['540003000012.0,Example,WV,38.6,-80.7', { id: '540003000012', padded: false }],
    ['590001200012,Example,AZ,35.1,-110.1', { id: '590001200012', stateFips: '04' }],
  ])('of %s keeps the number of NCES', async (row, found) => {
    expect(await read(row)).toMatchObject(found);
  });

  it.each([
    ['5.40003E+11,Example,WV,38.6,-80.7', 'line 2', 'scientific notation'],
    ['5400030,Example,WV,38.6,-80.7', 'line 2', '7 characters long, "5400030"; wanted are twelve digits'],
    ['540003000012,Example,WV,1234567.1,-80.7', 'line 2', 'has none on the earth'],
    ['540003000012,Example,WV,38.6,', 'line 2', 'has none on the earth'],
    ['540003000012,Example,WV,38 39 40,-80.7', 'line 2', 'has none on the earth'],
  ])('of %s is a fault with its line', async (row, at, fault) => {
    expect(await read(row)).toMatchObject({ at, fault: expect.stringContaining(fault) });
  });

  it.each(['540003000012,Afar,WV,,', '540003000012,Afar,WV,0,0', '540003000012,Afar,WV,0.0,0.000'])(
    'that is nowhere (%s) is left out by name',
    async (row) => {
      expect(await read(row)).toMatchObject({ nowhere: 'Afar' });
    },
  );

  it('drawn as an area is none: its students may live there', () => {
    const columns = placeColumns('school', ['NCESSCH', 'NAME'], {});
    const ring = [
      [-80, 38],
      [-79, 38],
      [-79, 39],
      [-80, 38],
    ];
    const geometry = { type: 'Polygon', coordinates: [ring] };
    const feature = {
      label: phrase('gis.feature', { number: 1 }),
      properties: { NCESSCH: '540003000012', NAME: 'Example' },
      geometry,
    };
    expect(placeReader({ kind: 'school' }, columns)(feature)).toEqual({ fault: phrase('place.school-area') });
  });

  it('has its state in front of its state’s own code, as other states count alike', () => {
    expect(identifierOfCode('54', 101)).toEqual({ id: '54-101', padded: false });
    expect(identifierOfCode('39', '101')).toEqual({ id: '39-101', padded: false });
    expect(identifierOfCode('01', '054 0010')).toEqual({ id: '01-054-0010', padded: false });
    expect(identifierOfCode('01', '10000500870')).toEqual({ id: '010000500870', padded: true });
    expect(identifierOfCode('39', '540003000012')).toEqual({ id: '39-540003000012', padded: false });
    expect(identifierOfCode(undefined, '101')).toHaveProperty('fault');
    expect(identifierOfCode('54', '1.5E+09')).toHaveProperty('fault');
    expect(identifierOfCode('54', '')).toHaveProperty('fault');
  });
});

describe('a file of districts', () => {
  it('is not taken from one of schools, though each school names its district', async () => {
    const file = { fields: ['NCESSCH', 'LEAID', 'NAME'], features: async function* () {} };
    await expect(surveyOf(file, 'school_district')).rejects.toThrow('NCESSCH is one of schools');
    await expect(surveyOf(file, 'town')).rejects.toThrow('NCESSCH is one of schools');
    await expect(surveyOf(file, 'school')).resolves.toBeDefined();
  });
});
