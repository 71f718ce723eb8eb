import { describe, expect, it } from 'vitest';
import { dayOf, isDay } from '../../../server/domain/day.ts';

describe('a calendar day', () => {
  it.each([
    ['2026-02-28', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-2-3', false],
    ['2026-02-28T00:00', false],
    [' 2026-02-28', false],
    ['', false],
  ])('written %o exists: %s', (text, exists) => {
    expect(isDay(text)).toBe(exists);
  });

  it('is that of Greenwich', () => {
    expect(dayOf(new Date('2026-06-30T23:30:00-05:00'))).toBe('2026-07-01');
  });
});
