import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EITHER_MOSTLY } from '../../../server/domain/protect/code.ts';
import { distinctRows } from '../../../server/features/releases/distinct-rows.ts';
import { emptyRow, rowText } from '../../../server/features/releases/row-text.ts';

const codes = fc
  .array(fc.oneof(fc.integer({ min: 0, max: EITHER_MOSTLY }), fc.integer({ min: 10, max: 60 })), {
    minLength: 3,
    maxLength: 3,
  })
  .map((values) => Int32Array.from(values));

describe('a row as the tables hold it', () => {
  it('shows counts, and says of the rest only how they are hidden', () => {
    expect(rowText(Int32Array.of(0, 1, 2, EITHER_MOSTLY, 10, 41))).toEqual({
      counts: '{NULL,NULL,NULL,NULL,10,41}',
      hidden: 'lhee..',
    });
  });

  it('says nothing of a place without a patch', () => {
    expect(emptyRow(3)).toEqual({ counts: '{NULL,NULL,NULL}', hidden: 'lll' });
  });
});

describe('rows that say the same', () => {
  it('get one number, and no others do', () => {
    fc.assert(
      fc.property(fc.array(fc.option(codes, { nil: undefined }), { maxLength: 30 }), (rows) => {
        const idOf = distinctRows();
        const keys = new Map<string, number>();
        for (const each of [...rows, ...rows]) {
          const key = each ? `${each}` : 'nothing';
          const id = idOf(each);
          expect(id).toBe(keys.get(key) ?? keys.size);
          keys.set(key, id);
        }
      }),
    );
  });
});
