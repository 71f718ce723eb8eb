import { describe, expect, it } from 'vitest';
import { type CensusOptions, censusGeocode } from '../../../server/features/geocode/census.ts';
import type { Patience } from '../../../server/platform/http-client/patience.ts';
import { type CensusDoubleOptions, censusDouble } from '../../support/census-geocoder.ts';

const HASTY: Patience = { tries: 3, firstWaitMs: 1, longestWaitMs: 100, timeoutMs: 2_000 };
const at = (address: string) => ({ address, city: 'Sampleton', state: 'WV', zip: '25301' });
const KNOWN = {
  '1 Example Rd': { lng: -81.63, lat: 38.35, kind: 'Exact' },
  '2 Example Rd': { lng: -81.64, lat: 38.36, kind: 'Non_Exact' },
  '3 Example Rd': 'Tie',
} as const;

async function asking(streets: readonly string[], options: Partial<CensusDoubleOptions & CensusOptions> = {}) {
  await using double = await censusDouble({ finds: KNOWN, ...options });
  const matches = await censusGeocode(streets.map(at), {
    baseUrl: double.baseUrl,
    benchmark: 'Public_AR_Current',
    patience: HASTY,
    ...(options.batchSize === undefined ? {} : { batchSize: options.batchSize }),
  });
  return { matches, files: double.files, benchmarks: double.benchmarks };
}

describe('the Census geocoder', () => {
  it('finds exact and near matches, whatever order it answers in; ties and strangers stay unmatched', async () => {
    const { matches, benchmarks } = await asking(['3 Example Rd', '2 Example Rd', '9 Nowhere Ln', '1 Example Rd']);
    expect(matches).toEqual([
      undefined,
      { lng: -81.64, lat: 38.36, quality: 'census-near' },
      undefined,
      { lng: -81.63, lat: 38.35, quality: 'census-exact' },
    ]);
    expect(benchmarks).toEqual(['Public_AR_Current']);
  });

  it('gets addresses under random numbers, and nothing else', async () => {
    const { files } = await asking(['1 Example Rd', 'Unit 4, "The Mill"']);
    const [first, second] = files[0]?.split('\n') ?? [];
    expect(first).toMatch(/^[0-9a-f-]{36},1 Example Rd,Sampleton,WV,25301$/);
    expect(second).toMatch(/^[0-9a-f-]{36},Unit 4 The Mill,Sampleton,WV,25301$/);
    const again = await asking(['1 Example Rd']);
    expect(again.files[0]?.slice(0, 36)).not.toBe(first?.slice(0, 36));
  });

  it.each([
    ['nothing', ','],
    ['zeros', '0,0'],
    ['numbers cut by a spreadsheet', '-8.1E+01,3.8E+01'],
    ['a place in another country', '2.3,48.9'],
  ])('that answers with %s for a place has not found it', async (_, point) => {
    const [lng, lat] = point.split(',');
    const finds = { '1 Example Rd': { lng, lat, kind: 'Exact' } } as never;
    expect((await asking(['1 Example Rd'], { finds })).matches).toEqual([undefined]);
  });

  it('is sent no more lines at once than it takes', async () => {
    const streets = Array.from({ length: 25 }, (_, i) => `${i} Example Rd`);
    const { files, matches } = await asking(streets, { batchSize: 10, mostLines: 10 });
    expect(files.map((file) => file.trim().split('\n').length)).toEqual([10, 10, 5]);
    expect(matches).toHaveLength(25);
    expect(matches.filter((match) => match)).toHaveLength(2);
  });

  it('is asked again after a failure or a page of apology', async () => {
    const { matches } = await asking(['1 Example Rd'], { mishaps: { 1: 502, 2: 'page' } });
    expect(matches[0]?.quality).toBe('census-exact');
  });

  it('that keeps failing, or refuses the file, ends the import with the reason', async () => {
    await expect(asking(['1 Example Rd'], { mishaps: { 1: 500, 2: 500, 3: 500 } })).rejects.toThrow(
      /did not look the addresses up: the server failed \(500\), 3 times in a row. Run it again later/,
    );
    await expect(asking(['1 Example Rd'], { mishaps: { 1: 400 } })).rejects.toThrow('it answered 400');
  });
});
