import { describe, expect, it } from 'vitest';
import { countedRow, emptyRow } from '../../../server/features/releasing/rows.ts';

describe('a row as the tables hold it', () => {
  it('shows counts, and says of the rest only how they are hidden', () => {
    expect(countedRow(Int32Array.of(0, 1, 2, 10, 41))).toEqual(['{NULL,NULL,NULL,10,41}', 'lhe..']);
  });

  it('says nothing of a place without a patch', () => {
    expect(emptyRow(3)).toEqual(['{NULL,NULL,NULL}', 'lll']);
  });
});
