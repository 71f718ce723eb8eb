import { describe, expect, it } from 'vitest';
import { acceptedEncoding } from '../../../server/platform/http-cache/encoding.ts';
import { lru, singleFlight } from '../../../server/platform/http-cache/index.ts';

describe('single flight', () => {
  it('does the work once for all who ask while it is under way, and anew afterwards', async () => {
    const flights = singleFlight<number>();
    let done = 0;
    const work = async () => ++done;
    expect(await Promise.all([flights.run('a', work), flights.run('a', work), flights.run('b', work)])).toEqual([
      1, 1, 2,
    ]);
    expect(await flights.run('a', work)).toBe(3);
  });

  it('fails for all who ask, and forgets the failure', async () => {
    const flights = singleFlight<number>();
    const failing = () => Promise.reject(new Error('no database'));
    const both = [flights.run('a', failing), flights.run('a', failing)];
    for (const flight of both) await expect(flight).rejects.toThrow('no database');
    expect(await flights.run('a', async () => 7)).toBe(7);
  });
});

describe('the cache', () => {
  it('lets go of what was not used for longest', () => {
    const cache = lru<string>(6, (value) => value.length);
    cache.set('a', 'aaa');
    cache.set('b', 'bbb');
    cache.get('a');
    cache.set('c', 'c');
    expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual(['aaa', undefined, 'c']);
    expect(cache.size).toBe(4);
  });

  it('does not keep what is larger than all of it, nor an older value in its place', () => {
    const cache = lru<string>(3, (value) => value.length);
    cache.set('a', 'aa');
    cache.set('a', 'aaaa');
    expect(cache.get('a')).toBeUndefined();
    expect(cache.size).toBe(0);
  });
});

describe('the encoding of an answer', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0.5, gzip', 'gzip'],
    ['BR', 'br'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['gzip;q=0, br;q=0', 'identity'],
    ['identity, gzip;q=0.5', 'identity'],
    ['deflate', 'identity'],
  ])('to a reader that says %o is %s', (header, encoding) => {
    expect(acceptedEncoding(header)).toBe(encoding);
  });
});
