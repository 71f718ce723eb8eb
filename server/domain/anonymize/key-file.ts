/**
 * A district's key: the secret behind its pseudonyms. It never leaves the district. The same key yields the same
 * pseudonyms next year; another yields unrelated ones.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { phrase } from '../messages/phrase.ts';
import { AnonymizeError } from './error.ts';
import { hexOf } from './pseudonym.ts';

export const SECRET_BYTES = 32;
const KIND = 'district key';
const CHECK_CHARACTERS = 8;

export interface DistrictKey {
  readonly leaId: string;
  /** ISO date. */
  readonly created: string;
  /** 32 bytes. */
  readonly secret: Uint8Array;
}

export function keyFileName(leaId: string): string {
  return `gapmap-key-${leaId}.json`;
}

export function isLeaId(text: string): boolean {
  return /^\d{7}$/.test(text);
}

/**
 * @param random 32 bytes from the platform's source of randomness for secrets
 * @param today ISO date
 * @throws AnonymizeError key.lea-id
 */
export function createKey(leaId: string, random: Uint8Array, today: string): DistrictKey {
  if (!isLeaId(leaId)) throw new AnonymizeError(phrase('key.lea-id'));
  if (random.length !== SECRET_BYTES) throw new RangeError('a district key needs 32 random bytes');
  return { leaId, created: today, secret: random };
}

export function writeKey({ leaId, created, secret }: DistrictKey): string {
  const file = { gapmap: KIND, version: 1, lea_id: leaId, created, secret: hexOf(secret), check: checkOf(secret) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * @param expected LEAID that the key must have
 * @throws AnonymizeError key.not-a-key, key.version, key.damaged, key.other-district; none repeats the file's content
 */
export function readKey(text: string, expected?: string): DistrictKey {
  const file = parsed(text);
  if (file?.gapmap !== KIND) throw new AnonymizeError(phrase('key.not-a-key'));
  if (file.version !== 1) throw new AnonymizeError(phrase('key.version'));
  const { lea_id: leaId, created, secret, check } = file;
  if (
    typeof leaId !== 'string' ||
    !isLeaId(leaId) ||
    typeof secret !== 'string' ||
    !/^[0-9a-f]{64}$/.test(secret) ||
    check !== checkOf(hexToBytes(secret))
  )
    throw new AnonymizeError(phrase('key.damaged'));
  if (expected !== undefined && leaId !== expected)
    throw new AnonymizeError(phrase('key.other-district', { leaId, own: expected }));
  return { leaId, created: typeof created === 'string' ? created : '', secret: hexToBytes(secret) };
}

function checkOf(secret: Uint8Array): string {
  return hexOf(hmac(sha256, secret, utf8ToBytes('check'))).slice(0, CHECK_CHARACTERS);
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
