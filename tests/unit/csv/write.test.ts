import { describe, expect, it } from 'vitest';
import { csvField, csvLine } from '../../../server/platform/csv/write.ts';

describe('a value in a table for spreadsheets', () => {
  it.each(['=cmd|calc', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '-', '=', '--5', '-79.5N'])(
    'is not run as a formula: %j',
    (text) => {
      expect(csvField(text).replace(/^"/, '').startsWith("'")).toBe(true);
    },
  );

  it.each([
    ['-79.5', '-79.5'],
    ['-3', '-3'],
    [-79.5, '-79.5'],
    [true, 'true'],
    [null, ''],
    [undefined, ''],
    ['Clay County', 'Clay County'],
    ['5" pipe, old', '"5"" pipe, old"'],
    ['two\nlines', '"two\nlines"'],
    [{ a: 1 }, '"{""a"":1}"'],
  ])('stays what it is: %j', (value, text) => {
    expect(csvField(value)).toBe(text);
  });

  it('stands in a line that ends as RFC 4180 has it', () => {
    expect(csvLine(['a', 1, null])).toBe('a,1,\r\n');
  });
});
