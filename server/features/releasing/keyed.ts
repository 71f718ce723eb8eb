import { createHmac, createSecretKey, hkdfSync } from 'node:crypto';
import type { Keyed } from '../../domain/protect/noise.ts';

/**
 * Keys questions by the data key, which no district holds: 400,000 a second, five times as many as with a key of bytes, which is
 * made anew each time. @param secret the data key
 */
export function keyedBy(secret: Buffer): Keyed {
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'gapmap noise of published counts', 32)));
  return (...words) => createHmac('sha256', key).update(Int32Array.from(words)).digest().readInt32LE(0);
}
