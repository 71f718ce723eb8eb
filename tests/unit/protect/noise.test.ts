import { describe, expect, it } from 'vitest';
import { NOISE_DEVIATION, NOISE_TABLE, NOISE_VARIANCE, noiseOf } from '../../../server/domain/protect/noise.ts';

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

describe('the noise', () => {
  it('is nothing on average and of variance two, exactly, over all keys', () => {
    expect(NOISE_TABLE).toHaveLength(256);
    expect(sum(NOISE_TABLE)).toBe(0);
    expect(sum(Int32Array.from(NOISE_TABLE, (noise) => noise ** 2)) / 256).toBe(NOISE_VARIANCE);
    expect(Math.max(...NOISE_TABLE)).toBe(NOISE_DEVIATION);
    expect(Math.min(...NOISE_TABLE)).toBe(-NOISE_DEVIATION);
  });

  it('of groups that differ by one student has nothing in common', () => {
    let [same, products, squares] = [0, 0, 0];
    const groups = 100_000;
    for (let key = 0; key < groups; key++) {
      const [one, other] = [noiseOf(key * 7919), noiseOf(key * 7919 + 1)];
      if (one === other) same += 1;
      products += one * other;
      squares += one * one;
    }
    expect(Math.abs(products / squares)).toBeLessThan(0.01);
    expect(same / groups).toBeLessThan(0.25);
  });

  it('is the same for the same students, however they were added up', () => {
    const keys = Int32Array.of(0x7fffffff, -5, 123_456_789, 0x12345678);
    const forwards = keys.reduce((total, key) => (total + key) | 0, 0);
    const backwards = keys.reduceRight((total, key) => (total + key) | 0, 0);
    expect(noiseOf(forwards)).toBe(noiseOf(backwards));
    expect(noiseOf(forwards)).toBe(noiseOf(forwards >>> 0));
  });
});
