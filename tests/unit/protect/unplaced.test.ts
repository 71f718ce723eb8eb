import { describe, expect, it } from 'vitest';
import { settleKeys } from '../../../server/features/intake/unplaced.ts';
import { keyedBy } from '../../../server/features/releasing/keyed.ts';
import { protectUnplaced } from '../../../server/features/releasing/no-fixed-residence.ts';

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

  const keys = (from: number, to: number) =>
    Buffer.concat(Array.from({ length: to - from }, (_, i) => Buffer.alloc(16, from + i)));
  const kept = [{ leaId: '5400030', keys: keys(0, 20) }];
  const totals = (...students: number[]) => students.map((count) => ({ students: count, households: 0 }));
  const countedOf = (now: Buffer, earlier: number[] = []) =>
    settleKeys(
      [{ leaId: '5400030', keys: now }],
      kept,
      new Map([
        ['no residence 5400030', totals(20, ...earlier)],
        ['no residence state', totals(20, ...earlier)],
      ]),
      10,
    )[0]?.keys;

  it('are counted as before until ten came or went', () => {
    expect(countedOf(keys(4, 24))).toEqual(keys(0, 20));
    expect(countedOf(keys(5, 25))).toEqual(keys(5, 25));
    expect(countedOf(keys(0, 29))).toEqual(keys(0, 20));
    expect(countedOf(keys(0, 30))).toEqual(keys(0, 30));
    expect(settleKeys([], kept, new Map(), 10)[0]?.keys.length).toBe(0);
  });

  it('stay as many where they would be nearly as many as ever before', () => {
    expect(countedOf(keys(6, 28))).toEqual(keys(6, 26));
    expect(countedOf(keys(0, 32), [40])).toEqual(keys(0, 20));
    expect(countedOf(keys(0, 40), [40])).toEqual(keys(0, 40));
  });

  it('of the state are held back with the district that changed least', () => {
    const other = { leaId: '5400060', keys: keys(100, 150) };
    const sent = [
      { leaId: '5400030', keys: keys(0, 30) },
      { leaId: '5400060', keys: keys(100, 138) },
    ];
    const earlier = new Map([['no residence state', totals(70)]]);
    const settled = settleKeys(sent, [...kept, other], earlier, 10);
    expect(settled.map(({ keys: own }) => own.length / 16)).toEqual([20, 38]);
  });
});
