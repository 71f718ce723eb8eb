import { latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { HomeTable } from '../../../server/domain/anonymize/home-table.ts';
import { KEY_BYTES } from '../../../server/domain/anonymize/pseudonym.ts';
import { FEW_HOUSEHOLDS, sparseHexagons } from '../../../server/domain/anonymize/sparse.ts';
import { cellFromText } from '../../../server/domain/cell.ts';
import { rows } from '../../../server/domain/messages/en/rows.ts';

const hexagon = (n: number) => cellFromText(latLngToCell(38 + n / 20, -81, 8));

/** @param homes number of the household and of the hexagon; no hexagon: no fixed residence */
function tableOf(homes: readonly (readonly [household: number, hexagon?: number])[]): HomeTable {
  const table = new HomeTable();
  for (const [i, [household, at]] of homes.entries()) {
    new DataView(table.students.buffer).setUint32(i * KEY_BYTES, i + 1);
    table.households.fill(household, i * KEY_BYTES, (i + 1) * KEY_BYTES);
    table.cells[i] = at === undefined ? 0n : hexagon(at);
    if (at === undefined) table.leavePlace(i);
    table.keep();
  }
  return table;
}

describe('hexagons of few households', () => {
  it('are those with fewer than three, however many students live in each', () => {
    const table = tableOf([
      // Four siblings and a neighbor; three households; one student alone.
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
      [2, 1],
      [3, 2],
      [4, 2],
      [5, 2],
      [6, 3],
      [7],
      [8],
      [9],
    ]);
    expect(sparseHexagons(table)).toEqual({ hexagons: 3, sparse: 2, students: 6 });
  });

  it('count a household with homes in two of them once in each', () => {
    const table = tableOf([
      [1, 1],
      [1, 2],
      [1, 2],
      [2, 2],
      [3, 2],
      [2, 1],
    ]);
    expect(sparseHexagons(table)).toEqual({ hexagons: 2, sparse: 1, students: 2 });
  });

  it.each([
    [{ hexagons: 0, sparse: 0, students: 0 }, 'No student of this file has a place on the map.'],
    [
      { hexagons: 1, sparse: 0, students: 0 },
      'The homes of this file lie in 1 hexagon of about 180 acres. It holds at least 3 households of the file.',
    ],
    [
      { hexagons: 1240, sparse: 0, students: 0 },
      'The homes of this file lie in 1,240 hexagons of about 180 acres each. Each holds at least 3 households of the file.',
    ],
    [{ hexagons: 1240, sparse: 1, students: 1 }, / 1 of them holds fewer than 3 .*; 1 student lives there\. Nothing /],
    [
      { hexagons: 1240, sparse: 600, students: 1021 },
      / 600 of them hold fewer .*; 1,021 students live there\. Nothing /,
    ],
    [
      { hexagons: 2, sparse: 2, students: 3 },
      / in 2 hexagons of about 180 acres each\. All of them hold fewer than 3 /,
    ],
    [{ hexagons: 1, sparse: 1, students: 3 }, / in 1 hexagon of about 180 acres\. It holds fewer than 3 /],
  ])('are reported in words: %j', (found, words) => {
    const told = rows.sparse({ ...found, few: FEW_HOUSEHOLDS });
    if (typeof words === 'string') expect(told).toBe(words);
    else expect(told).toMatch(words);
  });
});
