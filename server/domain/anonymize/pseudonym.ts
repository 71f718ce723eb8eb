import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';

export const KEY_BYTES = 32;
export type KeyKind = 'student' | 'household';

/** Writes the pseudonym of a value, 32 bytes, to `out` at `offset`. */
export type Pseudonym = (kind: KeyKind, value: string, out: Uint8Array, offset: number) => void;

/** Longest value to key, in UTF-8 bytes; longer ones are neither ids nor addresses. */
const MAX_VALUE_BYTES = 2048;
const SEPARATOR = '\u001f';

/**
 * HMAC-SHA-256 (RFC 2104) of kind, district and value, joined by the unit separator, so that different triples
 * never form the same text. Copies the prepared keyed state for every value: 0.9 M/s on one core, in a browser and in
 * Node alike, so both use it.
 */
export function pseudonymsWith(secret: Uint8Array, leaId: string): Pseudonym {
  const ready = hmac.create(sha256, secret);
  const working = ready.clone();
  const encoder = new TextEncoder();
  const message = new Uint8Array(MAX_VALUE_BYTES);
  return (kind, value, out, offset) => {
    const { written } = encoder.encodeInto(`${kind}${SEPARATOR}${leaId}${SEPARATOR}${value}`, message);
    ready._cloneInto(working);
    working.update(message.subarray(0, written));
    working.digestInto(out.subarray(offset, offset + KEY_BYTES));
  };
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function hexOf(bytes: Uint8Array, from = 0, to = bytes.length): string {
  let text = '';
  for (let at = from; at < to; at++) text += HEX[bytes[at] ?? 0];
  return text;
}
