import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  isDecoy,
  NOISE_DEVIATION,
  NOISE_TABLE,
  NOISE_VARIANCE,
  noiseOf,
} from '../../../server/domain/protect/noise.ts';
import { keyedBy } from '../../../server/features/releasing/keyed.ts';

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
const keyed = keyedBy(Buffer.alloc(32, 7));
const SOME = 20_000;

/** How much of one series of noises another says: 0 nothing, 1 all. */
function correlation(one: readonly number[], other: readonly number[]): number {
  const products = one.map((value, at) => value * (other[at] ?? 0));
  return sum(products) / sum(one.map((value) => value * value));
}

describe('the noise', () => {
  it('has mean zero and variance two, exactly, over all keys', () => {
    expect(NOISE_TABLE).toHaveLength(256);
    expect(sum(NOISE_TABLE)).toBe(0);
    expect(sum(Int32Array.from(NOISE_TABLE, (noise) => noise ** 2)) / 256).toBe(NOISE_VARIANCE);
    expect(Math.max(...NOISE_TABLE)).toBe(NOISE_DEVIATION);
    expect(Math.min(...NOISE_TABLE)).toBe(-NOISE_DEVIATION);
  });

  it('of another set, statistic, student or instance has nothing in common with it', () => {
    const other = keyedBy(randomBytes(32));
    const series = (question: (at: number) => number) => Array.from({ length: SOME }, (_, at) => question(at));
    const own = series((at) => noiseOf(keyed, at, 3, at * 7919));
    for (const another of [
      series((at) => noiseOf(keyed, at + SOME, 3, at * 7919)),
      series((at) => noiseOf(keyed, at, 4, at * 7919)),
      series((at) => noiseOf(keyed, at, 3, at * 7919 + 1)),
      series((at) => noiseOf(other, at, 3, at * 7919)),
    ])
      expect(Math.abs(correlation(own, another))).toBeLessThan(0.05);
  });

  it('is the same for the same question', () => {
    const again = keyedBy(Buffer.alloc(32, 7));
    for (let at = 0; at < 1000; at++) expect(noiseOf(again, at, 2, -at)).toBe(noiseOf(keyed, at, 2, -at));
  });

  it('of the same bits is the same, signed or not', () => {
    expect(noiseOf(keyed, -5 >>> 0, 1, 0xffffffff)).toBe(noiseOf(keyed, -5, 1, -1));
  });
});

it('one in 32 of what floors hide does not say on which side', () => {
  const decoys = Array.from({ length: SOME }, (_, group) => (isDecoy(keyed, group, 5) ? 1 : 0));
  expect((32 * sum(decoys)) / SOME).toBeGreaterThan(0.85);
  expect((32 * sum(decoys)) / SOME).toBeLessThan(1.15);
});
