import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parentOf } from '../../../server/domain/cell.ts';
import { partition } from '../../../server/domain/partition.ts';
import { DEFAULT_FLOORS, hexesAt } from '../../../server/domain/patch.ts';
import { homesOf, someHomes } from './homes.ts';

describe('the hexes of a level', () => {
  it('hold each patch once: in its parent at the level, or in its own cell when that is coarser', () => {
    fc.assert(
      fc.property(someHomes, fc.constantFrom(5, 6, 7, 8), (list, level) => {
        const { patches } = partition(homesOf(list), { finest: 8, floors: DEFAULT_FLOORS });
        const { hexes, hexOf } = hexesAt(patches, level);
        patches.forEach((patch, i) => {
          const hex = hexes[hexOf[i] ?? -1];
          expect(hex?.resolution).toBe(Math.min(patch.resolution, level));
          expect(hex?.cell).toBe(patch.resolution > level ? parentOf(patch.cell, level) : patch.cell);
        });
        expect(new Set(hexes.map((hex) => hex.cell)).size).toBe(hexes.length);
        expect(hexes.length).toBeLessThanOrEqual(patches.length);
      }),
    );
  });

  it('are the rest of their cell exactly when other hexes of the level lie inside', () => {
    fc.assert(
      fc.property(someHomes, (list) => {
        const { hexes } = hexesAt(partition(homesOf(list), { finest: 8, floors: DEFAULT_FLOORS }).patches, 8);
        for (const hex of hexes)
          expect(hex.rest).toBe(
            hexes.some((o) => o.resolution > hex.resolution && parentOf(o.cell, hex.resolution) === hex.cell),
          );
      }),
    );
  });
});
