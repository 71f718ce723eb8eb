import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiding } from '../../../server/domain/hidden.ts';
import { distinctRows } from '../../../server/features/releases/distinct-rows.ts';
import { emptyRow, rowText } from '../../../server/features/releases/row-text.ts';

const STATISTICS = 6;
const group = fc
  .record({
    students: fc.integer({ min: 10, max: 2_000_000 }),
    shares: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: STATISTICS, maxLength: STATISTICS }),
    from: fc.nat({ max: 3 }),
  })
  .map(({ students, shares, from }) => ({
    counts: Int32Array.from([...Array(from).fill(7), ...shares.map((share) => Math.round(share * students))]),
    from,
    students,
  }));

describe('a row as the tables hold it', () => {
  it('shows what may be shown, and says of the rest only how it is hidden', () => {
    fc.assert(
      fc.property(group, ({ counts, from, students }) => {
        const row = rowText({ counts, from, students }, STATISTICS, 10);
        const expected = [...counts.slice(from)].map((count) => {
          const hidden = hiding(count, students, 10);
          return { text: hidden ? 'NULL' : String(count), letter: hidden ? hidden[0] : '.' };
        });
        expect(row.counts).toBe(`{${expected.map(({ text }) => text).join()}}`);
        expect(row.hidden).toBe(expected.map(({ letter }) => letter).join(''));
      }),
    );
  });

  it('does not let none look different from few, nor all from nearly all', () => {
    const row = rowText({ counts: Int32Array.of(0, 9, 41, 50), from: 0, students: 50 }, 4, 10);
    expect(row).toEqual({ counts: '{NULL,NULL,NULL,NULL}', hidden: 'llhh' });
  });

  it('takes no side where the group is small', () => {
    expect(rowText({ counts: Int32Array.of(6), from: 0, students: 14 }, 1, 10).hidden).toBe('e');
  });

  it('says nothing of a place without a patch', () => {
    expect(emptyRow(3)).toEqual({ counts: '{NULL,NULL,NULL}', hidden: 'lll' });
  });
});

describe('rows that say the same', () => {
  it('get one number, and no others do', () => {
    fc.assert(
      fc.property(fc.array(fc.option(group, { nil: undefined }), { maxLength: 30 }), (groups) => {
        const idOf = distinctRows(STATISTICS);
        const keys = new Map<string, number>();
        for (const each of [...groups, ...groups]) {
          const key = each ? `${each.students}: ${each.counts.slice(each.from)}` : 'nothing';
          const id = idOf(each);
          expect(id).toBe(keys.get(key) ?? keys.size);
          keys.set(key, id);
        }
      }),
    );
  });
});
