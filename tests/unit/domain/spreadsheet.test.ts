import { describe, expect, it } from 'vitest';
import { isDamaged, isRounded, isShortened } from '../../../server/domain/spreadsheet.ts';

describe('a number that a spreadsheet changed', () => {
  it.each(['1.5E+09', '1,5E+09', '1.5e9', '2e+08', '150.0E+7', '-1.2E-05', '1.23E＋08', " '1.5E+09"])(
    'is known by its notation: %s',
    (text) => {
      expect(isShortened(text)).toBe(true);
    },
  );

  it.each(['4E12', '12E4', '1500000000', '1.5', 'E+9', '3E', '12-E+1', 'A1.5E+09'])('is not seen in %s', (text) => {
    expect(isShortened(text)).toBe(false);
  });

  it.each(['14-Mar', 'Mar-26', '3/14/2026', '2026-03-14', '1/2/26', '#####', '1.2E+04'])('is known as %s', (text) => {
    expect(isDamaged(text)).toBe(true);
  });

  it.each(['12', '12-14', '12 1/2', '1/2', '12B', 'N12W345', '', '12.0', '#4'])(
    'is no house number such as %s',
    (text) => {
      expect(isDamaged(text)).toBe(false);
    },
  );

  it('may be one of sixteen digits and more that ends in zeros', () => {
    expect(isRounded('1234567890123450')).toBe(true);
    expect(isRounded('123456789012345000')).toBe(true);
    expect(isRounded('1234567890123456')).toBe(false);
    expect(isRounded('123456789012340')).toBe(false);
  });
});
