import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { AnonymizeError, createKey, readKey, writeKey } from '../../../server/domain/anonymize/index.ts';
import { hexOf, KEY_BYTES, pseudonymsWith } from '../../../server/domain/anonymize/pseudonym.ts';

const secret = new Uint8Array(32).map((_, i) => i * 7);
const key = createKey('5400390', secret, '2026-11-25');

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof AnonymizeError) return error.code;
    throw error;
  }
  return 'nothing was refused';
}

describe('a district key', () => {
  it('is read back as it was written', () => {
    expect(readKey(writeKey(key), '5400390')).toEqual(key);
  });

  it('is refused when a character of it was changed', () => {
    const damaged = writeKey(key).replace('"secret": "00', '"secret": "10');
    expect(codeOf(() => readKey(damaged))).toBe('key.damaged');
  });

  it('is refused when it is cut off, another file, of a later version or of another district', () => {
    expect(codeOf(() => readKey(writeKey(key).slice(0, 80)))).toBe('key.not-a-key');
    expect(codeOf(() => readKey('a,b\n1,2\n'))).toBe('key.not-a-key');
    expect(codeOf(() => readKey(writeKey(key).replace('"version": 1', '"version": 2')))).toBe('key.version');
    expect(codeOf(() => readKey(writeKey(key), '5400030'))).toBe('key.other-district');
    expect(codeOf(() => createKey('540039', secret, '2026-11-25'))).toBe('key.lea-id');
  });

  it('never shows its secret in an error', () => {
    try {
      readKey(writeKey(key).replace('"secret": "00', '"secret": "10'));
    } catch (error) {
      expect(String(error)).not.toMatch(/[0-9a-f]{8}/);
    }
  });
});

describe('a pseudonym', () => {
  it('is the HMAC-SHA-256 that Node makes of kind, district and value', () => {
    const out = new Uint8Array(KEY_BYTES * 2);
    const pseudonym = pseudonymsWith(secret, '5400390');
    pseudonym('household', 'é 12 OAK LN', out, KEY_BYTES);
    pseudonym('student', '123', out, 0);
    const expected = (text: string) => createHmac('sha256', secret).update(text).digest('hex');
    expect(hexOf(out, 0, KEY_BYTES)).toBe(expected('student\u001f5400390\u001f123'));
    expect(hexOf(out, KEY_BYTES)).toBe(expected('household\u001f5400390\u001fé 12 OAK LN'));
  });
});
