import { cellToChildren, cellToParent, getPentagons, latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { cellFromText } from '../../../server/domain/cell.ts';
import { hexesIn, landOfPatches } from '../../../server/domain/estimate/land.ts';
import { weighLands } from '../../../server/domain/estimate/weigh.ts';
import { listsOf } from '../../../server/domain/lists.ts';

const HEX = latLngToCell(38.5, -81, 8);
const AROUND = cellToParent(HEX, 7);
const HEXES = cellToChildren(AROUND, 8).map(cellFromText);
const own = cellFromText(HEX);
const patchOf = (h3: string, resolution: number, ...districts: number[]) => ({
  cell: cellFromText(h3),
  resolution,
  districts,
});
const everywhere = () => true;

describe('the land of a patch', () => {
  it.each([5, 6, 7, 8])('is made of the hexes H3 names in a cell of resolution %i, in their order', (resolution) => {
    const cell = cellToParent(HEX, resolution);
    expect(hexesIn(cellFromText(cell))).toEqual(cellToChildren(cell, 8).map(cellFromText));
    const [pentagon = ''] = getPentagons(resolution);
    expect(hexesIn(cellFromText(pentagon))).toEqual(cellToChildren(pentagon, 8).map(cellFromText));
  });

  it('leaves out what finer patches of its district hold, however fine, and keeps what those of others hold', () => {
    const outer = cellToParent(HEX, 5);
    const [rest] = landOfPatches(
      [patchOf(outer, 5, 0), patchOf(AROUND, 7, 0, 1), patchOf(HEX, 8, 1), patchOf(cellToParent(HEX, 6), 6, 2)],
      everywhere,
    );
    expect(rest).toEqual(
      cellToChildren(outer, 8)
        .filter((hex) => cellToParent(hex, 7) !== AROUND)
        .map(cellFromText),
    );
  });

  it('is its cell, without what finer patches of its district hold', () => {
    const [fine, rest, other] = landOfPatches(
      [patchOf(HEX, 8, 0), patchOf(AROUND, 7, 0), patchOf(AROUND, 7, 1)],
      everywhere,
    );
    expect(fine).toEqual([own]);
    expect(rest).toEqual(HEXES.filter((hex) => hex !== own));
    expect(other).toEqual(HEXES);
  });

  it('is only where its district is, and the whole cell where the district is nowhere in it', () => {
    const [first, ...others] = HEXES;
    const isIn = (hex: bigint, district: number) => (district === 0 ? hex === first : false);
    const [here, elsewhere, both] = landOfPatches(
      [patchOf(AROUND, 7, 0), patchOf(AROUND, 7, 1), patchOf(AROUND, 7, 0, 1)],
      isIn,
    );
    expect(here).toEqual([first]);
    expect(elsewhere).toEqual([first, ...others]);
    expect(both).toEqual([first]);
  });
});

describe('the weight of land', () => {
  const hexesOf = listsOf([[0, 1], [2], [1]]);
  /** Hex 0 has one combination; of the others the first child has another. */
  const comboOf = [0, 1, 2].flatMap((hex) => Array.from({ length: 7 }, (_, child) => (hex > 0 && child === 0 ? 1 : 0)));

  it('is locations, a seventh of them to each child', () => {
    expect(weighLands(hexesOf, { locations: [30, 10, 0], comboOf })[0]).toEqual({
      combos: [0, 1],
      weights: [30 * 7 + 10 * 6, 10],
    });
  });

  it('is area where no location is, or nobody filed with the FCC', () => {
    expect(weighLands(hexesOf, { locations: [30, 10, 0], comboOf })[1]).toEqual({ combos: [0, 1], weights: [6, 1] });
    expect(weighLands(hexesOf, { locations: undefined, comboOf })[0]).toEqual({ combos: [0, 1], weights: [13, 1] });
  });

  it('leaves out the child that a pentagon does not have', () => {
    const pentagon = comboOf.map((combo, child) => (child === 20 ? -1 : combo));
    expect(weighLands(hexesOf, { locations: undefined, comboOf: pentagon })[1]?.weights).toEqual([5, 1]);
  });
});
