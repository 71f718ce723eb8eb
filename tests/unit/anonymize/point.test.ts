import { describe, expect, it } from 'vitest';
import { boundsOfState } from '../../../server/domain/anonymize/index.ts';
import { readPoint, readPointText } from '../../../server/domain/anonymize/place/point.ts';

const bounds = boundsOfState('5400390');

describe('a point', () => {
  it.each([
    ['38.5', '-80.5'],
    [' 38.5 ', '-80.5'],
    ['38.5°', '-80.5°'],
    ['38.5N', '80.5W'],
    ['38,5000', '-80,5000'],
    ['38.5', '−80.5'],
    ['３８.５', '– 80.5'],
    ['38.5\u202f°\u00a0N', '\u200e80.5° W'],
  ])('is read from %s and %s', (latitude, longitude) => {
    expect(readPoint(latitude, longitude, bounds)).toEqual({ latitude: 38.5, longitude: -80.5 });
  });

  it.each(['38.5, -80.5', '(38.5 -80.5)', 'POINT (-80.5 38.5)', '38.5;-80.5', '38.5, −80.5'])(
    'is read from one column as %s',
    (text) => {
      expect(readPointText(text, bounds)).toEqual({ latitude: 38.5, longitude: -80.5 });
    },
  );

  it.each([
    ['nothing', '', '', { fault: 'missing' }],
    ['zeros', '0', '0.0', { fault: 'zero' }],
    ['a swap', '-80.5', '38.5', { fault: 'swapped', meant: { latitude: 38.5, longitude: -80.5 } }],
    ['a lost minus sign', '38.5', '80.5', { fault: 'sign', meant: { latitude: 38.5, longitude: -80.5 } }],
    ['a swap and a lost minus sign', '80.5', '38.5', { fault: 'swapped', meant: { latitude: 38.5, longitude: -80.5 } }],
    ['another state', '33.7', '-84.4', { fault: 'outside_state' }],
    ['another country', '48.9', '2.3', { fault: 'outside_country' }],
    ['words', 'north', 'west', { fault: 'unreadable' }],
    ['a degree sign between digits', '3°8', '-80.5', { fault: 'unreadable' }],
    ['a number a spreadsheet cut', '3.8E+01', '-8.0E+01', { fault: 'unreadable' }],
    ['a sign behind', '38.5', '80.5-', { fault: 'unreadable' }],
    ['half a point', '38.5', '', { fault: 'unreadable' }],
  ])('with %s is reported as that fault', (_, latitude, longitude, expected) => {
    expect(readPoint(latitude, longitude, bounds)).toEqual(expected);
  });
});
