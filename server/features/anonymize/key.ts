import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createKey, type DistrictKey, readKey, SECRET_BYTES, writeKey } from '../../domain/anonymize/index.ts';
import { anonymizeErrors } from './errors.ts';

/** @throws Refusal anonymize.no-key, AnonymizeError key.* */
export function keyAt(path: string, leaId: string): DistrictKey {
  if (!existsSync(path)) throw anonymizeErrors.noKey(path);
  return readKey(readFileSync(path, 'utf8'), leaId);
}

/** Makes a key that only its owner may read. @throws Refusal anonymize.key-exists */
export function newKeyAt(path: string, leaId: string, today: string): DistrictKey {
  const key = createKey(leaId, new Uint8Array(randomBytes(SECRET_BYTES)), today);
  try {
    writeFileSync(path, writeKey(key), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw anonymizeErrors.keyExists(path);
    throw error;
  }
  return key;
}
