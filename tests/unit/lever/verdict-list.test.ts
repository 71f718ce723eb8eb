import fc from 'fast-check';
import { cellToChildren, cellToParent, latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { cellFromText } from '../../../server/domain/cell.ts';
import { SORTS, VERDICT_OF_SORT } from '../../../server/domain/lever.ts';
import { listOfSorts, type VerdictList, verdictIn } from '../../../server/domain/verdict-list.ts';

const PARENT = latLngToCell(37.8, -80.4, 4);
const CELLS = cellToChildren(PARENT, 8).map(cellFromText);

function listOf(sorts: VerdictList['sorts']): VerdictList {
  return { leaId: '5400390', release: { name: 'fall', synthetic: true }, tier: '100_20', sorts };
}

describe('the public verdicts around a district', () => {
  it('come out as they went in, and what nothing is known of is unclear', () => {
    const known = fc.uniqueArray(fc.record({ at: fc.nat(CELLS.length - 1), sort: fc.nat(SORTS.length - 1) }), {
      selector: ({ at }) => at,
      maxLength: 300,
    });
    fc.assert(
      fc.property(known, (some) => {
        const cells = some.map(({ at }) => CELLS[at] ?? 0n);
        const list = listOf(
          listOfSorts(
            [cellFromText(PARENT)],
            cells,
            some.map(({ sort }) => sort),
          ),
        );
        const sortOfCell = new Map(some.map(({ sort }, i) => [cells[i], sort]));
        for (const cell of CELLS) {
          const sort = SORTS[sortOfCell.get(cell) ?? SORTS.indexOf('unclear')] ?? 'unclear';
          expect(verdictIn(list, cell)).toBe(VERDICT_OF_SORT[sort]);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('say of a home far from the district that it is unclear, and take no verdict of a neighbor for it', () => {
    const far = cellFromText(latLngToCell(40.6, -80.5, 8));
    expect(cellToParent(latLngToCell(40.6, -80.5, 8), 4)).not.toBe(PARENT);
    const list = listOf(listOfSorts([cellFromText(PARENT)], [...CELLS, far], new Array(CELLS.length + 1).fill(0)));
    expect(verdictIn(list, far)).toBe('partly');
  });
});
