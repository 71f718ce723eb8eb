import { describe, expect, it } from 'vitest';
import { Anonymizer, boundsOfState, createKey, guessMapping, notesOn } from '../../../server/domain/anonymize/index.ts';
import { farHomes } from '../../../server/domain/anonymize/place/far-homes.ts';
import { phrases } from '../../../server/domain/messages/en/phrases.ts';
import { say } from '../../../server/domain/messages/phrase.ts';

const HEADER = ['Student ID', 'Latitude', 'Longitude'];
const key = createKey('5400030', new Uint8Array(32).fill(9), '2026-11-25');

/** Homes a mile or two apart, around the middle of a county. */
const around = (homes: number, step = 0.01) =>
  Array.from({ length: homes }, (_, at) => ({ latitude: 39.1 + step * (at % 7), longitude: -80 - step * (at % 5) }));

describe('a home far from all others', () => {
  it('is noted with its line and kept, when it lies in the state', () => {
    const { mapping } = guessMapping(HEADER, []);
    const anonymizer = new Anonymizer({ key, mapping, width: HEADER.length, bounds: boundsOfState(key.leaId) });
    for (const [at, { latitude, longitude }] of [...around(20), { latitude: 39.3, longitude: -81.2 }].entries())
      anonymizer.add([String(1001 + at), String(latitude), String(longitude)], at + 2);
    anonymizer.finish();
    expect(anonymizer.counts).toMatchObject({ students: 21, badRows: 0 });
    expect(anonymizer.notes).toEqual([{ line: 22, kind: 'far', column: 1, field: 'latitude' }]);
    const [said] = notesOn(anonymizer, mapping).map((note) => say(phrases, note));
    expect(said).toMatch(
      /^Home more than 50 miles from the middle of the others: Latitude, 1 row, line 22\. It is kept/,
    );
    expect(said).not.toMatch(/39|81/);
  });

  it('is none below fifty miles, nor where homes are few', () => {
    expect(farHomes([...around(20), { latitude: 39.1, longitude: -80.9 }])).toEqual([]);
    expect(farHomes([...around(20), { latitude: 39.1, longitude: -81 }])).toEqual([20]);
    expect(farHomes([...around(3), { latitude: 39.1, longitude: -81.5 }])).toEqual([]);
  });

  it('is none in a district whose homes are all far apart', () => {
    expect(farHomes(around(35, 0.4))).toEqual([]);
  });
});
