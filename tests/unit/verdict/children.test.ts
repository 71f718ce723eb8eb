import { cellToChildren, getPentagons, latLngToCell } from 'h3-js';
import { expect, it } from 'vitest';
import { cellFromText, cellToText } from '../../../server/domain/cell.ts';
import { CHILDREN_A_HEX, childrenOf } from '../../../server/features/verdicts/children.ts';

it('children of hexes come in the order of h3-js, the last place of a pentagon empty', () => {
  const hexes = [latLngToCell(38.35, -81.63, 8), getPentagons(8)[3] ?? '', latLngToCell(-12, 130.8, 8)];
  const expected = hexes.map((hex) => cellToChildren(hex, 9));
  expect(expected.map(({ length }) => length)).toEqual([7, 6, 7]);

  const { cells, hexOf, slotOf } = childrenOf(BigUint64Array.from(hexes, cellFromText));
  expect(Array.from(cells, cellToText)).toEqual(expected.flat());
  expect([...hexOf]).toEqual(expected.flatMap((children, hex) => children.map(() => hex)));
  expect([...slotOf]).toEqual(
    expected.flatMap((children, hex) => children.map((_, place) => hex * CHILDREN_A_HEX + place)),
  );
});
