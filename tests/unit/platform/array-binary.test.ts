import { describe, expect, it } from 'vitest';
import { arrayBinary } from '../../../server/platform/array-binary.ts';

describe('an array in PostgreSQL binary form', () => {
  it('has a header, then each element behind its length, null as a length of -1', () => {
    expect(arrayBinary([7, 1, null, 2], 1, 4, 'smallint').toString('hex')).toBe(
      ['00000001', '00000001', '00000015', '00000003', '00000001', '000000020001', 'ffffffff', '000000020002'].join(''),
    );
  });

  it('counts text in bytes', () => {
    expect(arrayBinary(['ä'], 0, 1, 'text').subarray(20).toString('hex')).toBe('00000002c3a4');
  });

  it.each([
    ['a fraction', 1.5, 'integer'],
    ['no number', Number.NaN, 'smallint'],
    ['words', 'false', 'boolean'],
  ] as const)('refuses %s where it would write something else', (_, value, type) => {
    expect(() => arrayBinary([value], 0, 1, type)).toThrow(TypeError);
  });
});
