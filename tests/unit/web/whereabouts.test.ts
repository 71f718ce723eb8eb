import { beforeAll, describe, expect, test } from 'vitest';
import { mapMessages } from '../../../web/src/lib/messages.ts';
import { nearestTown, whereabouts } from '../../../web/src/lib/whereabouts.ts';

const TOWNS = [
  { name: 'Charleston', center: [-81.6326, 38.3498] },
  { name: 'Sutton', center: [-80.7101, 38.6645] },
];

beforeAll(() => mapMessages.load());

describe('where a hex is', () => {
  // Distances from NOAA's great circle, read off elsewhere: a degree of latitude is 69.1 miles.
  test.each([
    ['a tenth of a degree north', [-80.7101, 38.7645], { town: 'Sutton', direction: 'n', miles: 6.9 }],
    ['a tenth of a degree east', [-80.6101, 38.6645], { town: 'Sutton', direction: 'e', miles: 5.4 }],
    ['southwest of the other', [-81.7326, 38.2716], { town: 'Charleston', direction: 'sw', miles: 7.6 }],
  ] as const)('is told from the nearest town: %s', (_name, center, { town, direction, miles }) => {
    const found = nearestTown(center, TOWNS);
    expect(found).toMatchObject({ town, direction });
    expect(found?.miles).toBeCloseTo(miles, 0);
  });

  test('is told across the line where days begin, the short way', () => {
    const town = { name: 'Far', center: [179.9, 52] };
    const found = nearestTown([-179.9, 52], [town]);
    expect(found).toMatchObject({ town: 'Far', direction: 'e' });
    expect(found?.miles).toBeCloseTo(8.5, 0);
  });

  test('is said in words, and at a town simply there', () => {
    expect(whereabouts([-80.7101, 38.7645], TOWNS)).toBe('7 miles north of Sutton');
    expect(whereabouts([-80.7101, 38.665], TOWNS)).toBe('at Sutton');
    expect(whereabouts([-80.7101, 38.665], undefined)).toBeUndefined();
  });
});
