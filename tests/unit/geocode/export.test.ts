import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cellToParent, latLngToCell } from 'h3-js';
import { afterAll, describe, expect, it } from 'vitest';
import { createKey } from '../../../server/domain/anonymize/index.ts';
import { anonymizeFile } from '../../../server/features/anonymize/index.ts';
import { silentProgress } from '../../../server/platform/progress.ts';
import { censusDouble } from '../../support/census-geocoder.ts';

const folder = mkdtempSync(join(tmpdir(), 'gapmap-geocode-export-'));
afterAll(() => rmSync(folder, { recursive: true }));

const POINTS = 'NUMBER,STREET,CITY,POSTCODE,LON,LAT\n12,Example Rd,Sampleton,25301,-81.7,38.4\n';
const EXPORT = `student_id,address,city,state,zip,latitude,longitude
1,12 Example Road,Sampleton,WV,25301,,
2,5 Elsewhere St,Sampleton,WV,25301,38.35,-81.63
3,99 Missing Lane,Sampleton,WV,25301,,
4,7 Swapped St,Sampleton,WV,25301,-81.63,38.35
5,98 Missing Lane,Sampleton,WV,25301,,
6,1 Some St,Sampleton,WV,25301,38.35,-81.63
7,2 Some St,Sampleton,WV,25301,38.35,-81.63
8,3 Some St,Sampleton,WV,25301,38.35,-81.63
9,4 Some St,Sampleton,WV,25301,38.35,-81.63
10,5 Some St,Sampleton,WV,25301,38.35,-81.63
`;

describe('an export in which some homes have an address only', () => {
  it('is anonymized with places from the points and then the Census; what is left is listed once, by line', async () => {
    await using double = await censusDouble({
      finds: { '99 Missing Lane': { lng: -81.8, lat: 38.5, kind: 'Non_Exact' } },
    });
    const at = (name: string) => join(folder, name);
    writeFileSync(at('export.csv'), EXPORT);
    writeFileSync(at('points.csv'), POINTS);
    const { counts } = await anonymizeFile(
      {
        path: at('export.csv'),
        key: createKey('5400030', new Uint8Array(32).fill(7), '2026-08-01'),
        out: at('out.csv'),
        acceptSuggestions: true,
        geocode: {
          addressPoints: at('points.csv'),
          unmatched: at('unmatched.csv'),
          censusGeocoder: true,
          discloseAddresses: true,
          censusUrl: double.baseUrl,
        },
      },
      silentProgress,
    );
    expect(counts).toMatchObject({ students: 9, badRows: 1, located: { normalized: 1, 'census-near': 1 } });
    const cells = readFileSync(at('out.csv'), 'utf8')
      .split('\n')
      .map((line) => line.split(',')[3]);
    expect(cells).toEqual(
      expect.arrayContaining([
        cellToParent(latLngToCell(38.4, -81.7, 9), 8),
        cellToParent(latLngToCell(38.5, -81.8, 9), 8),
      ]),
    );
    expect(readFileSync(at('unmatched.csv'), 'utf8').split('\r\n').slice(1)).toEqual([
      '6,98 Missing Lane,,Sampleton,WV,25301,no address point has this number and street',
      '',
    ]);
    expect(double.files).toHaveLength(1);
    expect(double.files[0]?.match(/Missing Lane/g)).toHaveLength(2);
  });
});
