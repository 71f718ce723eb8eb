import { describe, expect, it } from 'vitest';
import { encoded } from '../../../server/platform/http-cache/encoding.ts';

describe('a compressed body', () => {
  const plain = Buffer.from(Array.from({ length: 60_000 }, (_, i) => `${i * 7919}`).join());

  it.each(['gzip', 'br'] as const)('keeps no memory beside its own bytes: %s', async (encoding) => {
    const body = await encoded(plain, encoding, 'soon');
    expect(body.length).toBeLessThan(0.7 * plain.length);
    expect(body.buffer.byteLength).toBe(body.length);
  });
});
