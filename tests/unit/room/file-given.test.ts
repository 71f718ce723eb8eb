import { expect, it } from 'vitest';
import { withoutOptions } from '../../../server/features/room/file-given.ts';

it('a note on a coverage file tells a page nothing of a command’s options', () => {
  expect(
    [
      'Left out 3 areas not in service, by what the filing says: planned (3 areas). Add --planned include to load such areas as service.',
      '"Wireless" does not say licensed or not, and was taken for unlicensed, the weaker (2 areas). To say otherwise: --technology "Wireless=71".',
      'Of the speeds "25 - 50" the lowest was taken (1 area).',
    ].map(withoutOptions),
  ).toEqual([
    'Left out 3 areas not in service, by what the filing says: planned (3 areas).',
    '"Wireless" does not say licensed or not, and was taken for unlicensed, the weaker (2 areas).',
    'Of the speeds "25 - 50" the lowest was taken (1 area).',
  ]);
});
