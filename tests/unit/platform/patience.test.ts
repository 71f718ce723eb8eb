import { describe, expect, it } from 'vitest';
import { retryAfterMs } from '../../../server/platform/http-client/patience.ts';

describe('Retry-After', () => {
  const now = Date.parse('2026-11-25T12:00:00Z');
  it.each([
    ['3', 3000],
    ['Wed, 25 Nov 2026 12:00:05 GMT', 5000],
    ['Wed, 25 Nov 2026 11:00:00 GMT', 0],
    ['soon', undefined],
    [undefined, undefined],
  ])('of %s is a wait of %s ms', (text, expected) => {
    expect(retryAfterMs(new Headers(text === undefined ? {} : { 'retry-after': text }), now)).toBe(expected);
  });
});
