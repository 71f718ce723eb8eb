import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../config.ts';
import type { ServerMessages } from '../../platform/messages.ts';
import { intakeErrors } from './errors.ts';

const KEY_BYTES = 32;

export type SecretMessages = ServerMessages['terminal']['secrets'];

/**
 * The server's own secret, which keys pseudonyms again: from the configuration, else from a file in the data folder,
 * created on first need and readable by its owner only. Both hold the same 64 hexadecimal characters, so that one can
 * be copied into the other. Everything is keyed with the data key that it opens (`data-key.ts`).
 */
export function serverKey(config: ServerKeyConfig): Buffer {
  return knownServerKey(config) ?? secretIn(create(config.dataDir, pathOf(config)), config);
}

/** Undefined where none exists yet. */
export function knownServerKey(config: ServerKeyConfig): Buffer | undefined {
  if (config.serverSecret) return Buffer.from(config.serverSecret.reveal(), 'hex');
  const held = readIfThere(pathOf(config));
  return held && secretIn(held, config);
}

/** Where the secret is, for the operator; never its value. */
export function serverKeyInWords(config: ServerKeyConfig, words: SecretMessages): string {
  const path = pathOf(config);
  const held = readIfThere(path);
  if (config.serverSecret) {
    const isOther = held !== undefined && !secretIn(held, config).equals(serverKey(config));
    return isOther ? words.settingAndFile({ path }) : 'GAPMAP_SERVER_SECRET';
  }
  if (!held) return words.noneYet;
  const isOld = secretIn(held, config).equals(held);
  return isOld ? words.old({ path }) : path;
}

export type ServerKeyConfig = Pick<Config, 'dataDir' | 'serverSecret'>;

/** The secret of a rotation that was cut short, if there is one. @throws Refusal homes.server-key */
export function nextKey(config: ServerKeyConfig): Buffer | undefined {
  const held = readIfThere(nextPathOf(config));
  return held && secretIn(held, config);
}

/** Writes the secret of a rotation beside the one that still holds, so that it survives a power cut. */
export function putNextKey(config: ServerKeyConfig, secret: Buffer): void {
  mkdirSync(config.dataDir, { recursive: true });
  const path = nextPathOf(config);
  rmSync(path, { force: true });
  writeFileSync(path, `${secret.toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  syncFolder(config);
}

/** Puts it in the place of the old one. */
export function takeNextKey(config: ServerKeyConfig): void {
  renameSync(nextPathOf(config), pathOf(config));
  syncFolder(config);
}

function syncFolder({ dataDir }: ServerKeyConfig): void {
  const folder = openSync(dataDir, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function nextPathOf(config: ServerKeyConfig): string {
  return `${pathOf(config)}.next`;
}

function pathOf({ dataDir }: ServerKeyConfig): string {
  return join(dataDir, 'server.key');
}

/**
 * The characters, with whatever an editor added around them; or the 32 raw bytes that versions before 2026-11-29 wrote.
 *
 * @throws Refusal homes.server-key
 */
function secretIn(held: Buffer, config: ServerKeyConfig): Buffer {
  const text = held
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trim();
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  // 32 hexadecimal characters are half a secret: 32 random bytes never look like that.
  if (held.length === KEY_BYTES && !/^[0-9a-f]*$/i.test(text)) return held;
  throw intakeErrors.noSecret(pathOf(config));
}

/** Written aside and linked into place: two processes that start at once both read the first one's key. */
function create(folder: string, path: string): Buffer {
  mkdirSync(folder, { recursive: true });
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(aside, `${randomBytes(KEY_BYTES).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
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
