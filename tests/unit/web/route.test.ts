import { describe, expect, test } from 'vitest';
import { FIRST_PAGES, PAGES, pageAt, shareDocument } from '../../../server/domain/pages.ts';
import { addressOf, routeOf } from '../../../web/src/lib/route.ts';

const at = (address: string) => routeOf(new URL(address, 'http://pages.test'));

describe('the codec of addresses', () => {
  test.each([
    '/',
    '/?release=7&audience=agency&at=-80.0000,39.0000,9.00&selected=cluster:u-fcc-1&place=county:54039&theme=dark',
    '/table?measure=all',
    '/privacy?release=3&audience=provider&theme=contrast',
    '/cost',
    '/cost?release=3&audience=agency&of=unserved&clusters=c1,u-fcc-2',
    '/cost?audience=agency&saved=00000000-0000-4000-8000-000000000000',
    '/places',
    '/places?release=3&audience=agency&kind=house_district&q=eve+gold&compare=54001%2C54010',
    '/place/senate_district/54005?release=12',
    '/place/house_district/50A-1',
    '/place/state/54?audience=provider&theme=dark',
    '/collect',
    '/collect?collection=7&view=kit',
    '/outreach',
    '/outreach?collection=7&view=messages',
    '/collect/prepare',
    '/collect/prepare#columns',
    '/collect/prepare#lea=5400030',
  ])('writes back what it read: %s', (address) => {
    expect(addressOf(at(address))).toBe(address);
  });

  test('reads collection and view of the collection, and nothing it does not know', () => {
    expect(at('/collect?collection=7&view=disclosures')).toEqual({
      page: 'collect',
      place: { collection: 7, view: 'disclosures' },
    });
    expect(at('/collect?collection=-1&view=else')).toEqual({
      page: 'collect',
      place: { collection: undefined, view: 'districts' },
    });
  });

  test('takes no cluster or scenario that could be none', () => {
    expect(at('/cost?clusters=c1,<b>,&saved=x&of=all')).toMatchObject({
      clusters: ['c1'],
      saved: undefined,
      of: undefined,
    });
  });

  test('reads a step of preparing only where there is such a step', () => {
    expect(at('/collect/prepare#preview')).toMatchObject({ page: 'prepare', step: 'preview' });
    expect(at('/collect/prepare#content')).toMatchObject({ page: 'prepare', step: undefined, leaId: undefined });
  });

  test('takes the address of no place for the index of places', () => {
    expect(at('/place/county/%20').page).toBe('places');
    expect(at('/place/county').page).toBe('places');
  });

  test('reads what a provider asks its room, and nothing it does not know', () => {
    expect(at('/room?miles=20&sort=students&rivals=slow')).toMatchObject({
      page: 'room',
      choice: { miles: 20, sort: 'students', rivals: 'slow', of: 'unserved', students: 0 },
    });
    expect(at('/room?miles=9000&sort=up&of=all&release=x')).toMatchObject({
      choice: { miles: 10, sort: 'miles', of: 'unserved', release: undefined },
    });
    expect(addressOf(at('/room?miles=10&students=25'))).toBe('/room?students=25');
    expect(addressOf(at('/corrections'))).toBe('/corrections');
  });

  test('takes an address that is no page for the map', () => {
    expect(at('/nowhere').page).toBe('map');
  });
});

describe('the list of pages', () => {
  test('names each address once', () => {
    const paths = Object.values(PAGES).map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(pageAt('/collect/prepare')).toBe('prepare');
    expect(pageAt('/collect/nowhere')).toBeUndefined();
  });

  test('lets a link with a token begin at the map, the collection, preparing, rooms of providers, corrections, rounds and commitments only', () => {
    expect([...FIRST_PAGES].sort()).toEqual([
      '/',
      '/collect',
      '/collect/prepare',
      '/commitments',
      '/corrections',
      '/qualify',
      '/room',
      '/rounds',
    ]);
  });

  test('gives the page that reads an export a document of its own', () => {
    expect(shareDocument('/', '/privacy')).toBe(true);
    expect(shareDocument('/collect/prepare', '/collect/prepare')).toBe(true);
    for (const { path } of Object.values(PAGES))
      if (path !== '/collect/prepare') {
        expect(shareDocument(path, '/collect/prepare')).toBe(false);
        expect(shareDocument('/collect/prepare', path)).toBe(false);
      }
  });
});
