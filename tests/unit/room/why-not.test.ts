import { expect, it } from 'vitest';
import { whyNot } from '../../../web/src/features/room/why-not.ts';

const offer = (technology: number, downloadMbps: number, uploadMbps: number) => ({
  name: 'Anybody',
  technology,
  downloadMbps,
  uploadMbps,
  locations: 3,
});

it.each([
  ['unlicensed wireless', offer(70, 100, 20), 'unserved', 'unreliable'],
  ['a satellite', offer(61, 220, 25), 'unserved', 'unreliable'],
  ['copper at 10/1', offer(10, 10, 1), 'unserved', 'slow'],
  ['copper without a speed', offer(10, 0, 0), 'unserved', 'slow'],
  ['cable at 50/10, where 25/3 is asked for', offer(40, 50, 10), 'unserved', 'few'],
  ['cable at 50/10, where the benchmark is asked for', offer(40, 50, 10), 'underserved', 'slow'],
  ['fiber', offer(50, 1000, 1000), 'underserved', 'few'],
] as const)('%s does not count as it should be said', (_what, given, of, why) => {
  expect(whyNot(given, of, '100_20')).toBe(why);
});

it('cable at 50/10 is not too slow where a state’s benchmark is 25/3', () => {
  expect(whyNot(offer(40, 50, 10), 'underserved', '25_3')).toBe('few');
});
