import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../config.ts';
import { intakeErrors } from './errors.ts';

const KEY_BYTES = 32;

/**
 * The server's own secret, which pseudonyms are keyed with once more: the one of the configuration, else the one of the
 * data folder, made there on first need and readable by its owner only. Whoever loses it can no longer tell that a
 * student of the next collection is one of this; nothing published depends on it.
 */
export function serverKey(config: KeyConfig): Buffer {
  return knownServerKey(config) ?? checked(create(config.dataDir, pathOf(config)), config);
}

/** The same for whoever only verifies: undefined where none was made yet. */
export function knownServerKey(config: KeyConfig): Buffer | undefined {
  if (config.serverSecret) return Buffer.from(config.serverSecret.reveal(), 'hex');
  const key = readIfThere(pathOf(config));
  return key && checked(key, config);
}

type KeyConfig = Pick<Config, 'dataDir' | 'serverSecret'>;

function pathOf({ dataDir }: KeyConfig): string {
  return join(dataDir, 'server.key');
}

function checked(key: Buffer, config: KeyConfig): Buffer {
  if (key.length !== KEY_BYTES) throw intakeErrors.noSecret(pathOf(config));
  return key;
}

/** Written aside and linked into place: of two processes that start at once both read the key of the first. */
function create(folder: string, path: string): Buffer {
  mkdirSync(folder, { recursive: true });
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(aside, randomBytes(KEY_BYTES), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
  return readFileSync(path);
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
