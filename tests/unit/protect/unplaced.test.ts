import { describe, expect, it } from 'vitest';
import { settleKeys } from '../../../server/features/intake/unplaced.ts';
import { keyedBy } from '../../../server/features/releases/keyed.ts';
import { protectUnplaced } from '../../../server/features/releases/no-fixed-residence.ts';

const district = (leaId: string, students: number, fingerprint: number) => ({ leaId, students, fingerprint });

describe('students without a fixed residence', () => {
  it('are shown from the floor on, near to how many there are', () => {
    const shown = protectUnplaced(
      [district('5400030', 40, 1), district('5400060', 3, 2), district('5400090', 0, 3)],
      10,
      keyedBy(Buffer.alloc(32)),
    );
    expect(Math.abs((shown.get('5400030') ?? 0) - 40)).toBeLessThanOrEqual(4);
    expect(shown.get('5400060')).toBeNull();
    expect(shown.get('5400090')).toBeNull();
  });

  it('are counted as before until ten came or went', () => {
    const keys = (from: number, to: number) =>
      Buffer.concat(Array.from({ length: to - from }, (_, i) => Buffer.alloc(16, from + i)));
    const kept = [{ leaId: '5400030', keys: keys(0, 20) }];
    const countedOf = (now: Buffer) => settleKeys([{ leaId: '5400030', keys: now }], kept, 10)[0]?.keys;
    expect(countedOf(keys(4, 25))).toEqual(keys(0, 20));
    expect(countedOf(keys(5, 25))).toEqual(keys(5, 25));
    expect(settleKeys([], kept, 10)[0]?.keys.length).toBe(0);
  });
});
