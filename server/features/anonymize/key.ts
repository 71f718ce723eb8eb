import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import {
  createKey,
  type DistrictKey,
  keyFileName,
  readKey,
  SECRET_BYTES,
  writeKey,
} from '../../domain/anonymize/index.ts';
import { phrase } from '../../domain/messages/phrase.ts';
import type { Progress } from '../../platform/progress.ts';
import { anonymizeErrors } from './errors.ts';

export interface KeyFlags {
  readonly district: string;
  readonly key?: string;
  readonly newKey?: true;
}

/**
 * Works with the district's key. A new one stays only if the work succeeds: if nothing was written with it, the next run makes
 * another.
 *
 * @throws Refusal anonymize.no-key, anonymize.key-exists; AnonymizeError key.*; and what the work throws
 */
export async function withKey<T>(
  { district, key: named, newKey }: KeyFlags,
  today: string,
  progress: Progress,
  work: (key: DistrictKey) => Promise<T>,
): Promise<T> {
  const path = named ?? keyFileName(district);
  if (!newKey) return work(keyAt(path, district));
  const key = newKeyAt(path, district, today);
  const done = await work(key).catch((error: unknown) => {
    rmSync(path, { force: true });
    throw error;
  });
  progress.print(phrase('anonymize.key-made', { path }));
  return done;
}

function keyAt(path: string, leaId: string): DistrictKey {
  if (!existsSync(path)) throw anonymizeErrors.noKey(path);
  return readKey(readFileSync(path, 'utf8'), leaId);
}

/** Creates a key file that only its owner may read. */
function newKeyAt(path: string, leaId: string, today: string): DistrictKey {
  const key = createKey(leaId, new Uint8Array(randomBytes(SECRET_BYTES)), today);
  try {
    writeFileSync(path, writeKey(key), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw anonymizeErrors.keyExists(path);
    throw error;
  }
  return key;
}
