import { describe, expect, it } from 'vitest';
import { readCount, readDigits } from '../../../server/domain/whole-number.ts';

describe('a count', () => {
  it.each(['1240', '1,240', '1 240', '1\u202f240', '1240.0', '1,240.00', ' １２４０ '])('is read from %s', (text) => {
    expect(readCount(text)).toBe(1240);
  });

  it.each(['12,5', '1,24', '1.24', '1.240', '1.24E+03', '12k', '-1240', '95 %', '1,2345', '12345678', '', '１½'])(
    'is not read from %s',
    (text) => {
      expect(readCount(text)).toBeUndefined();
    },
  );
});

describe('a number typed for a program', () => {
  it('is digits, and never what a language would make one of', () => {
    expect(readDigits('130317')).toBe(130_317);
    for (const text of ['1.30E+05', '1e5', '0x1F', '130317.0', '', '-1', '1_000', '12345678901'])
      expect(readDigits(text)).toBeNaN();
  });
});
