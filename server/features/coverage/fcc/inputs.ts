/** Finds the files of an import: flattens paths, folders and archives to a list of tables, each with its vintage. */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Phrase, phrase } from '../../../domain/messages/phrase.ts';
import type { TechnologyCode } from '../../../domain/technology.ts';
import { checksum } from '../checksum.ts';
import { fccErrors } from './errors.ts';
import { type Packed, zipMembers } from './unpack.ts';
import { looksLikeBdc, packingOf, readFileName, type Vintage, type VintageFlags, vintageOf } from './vintage.ts';

/** One availability table, still packed, and what is known of it. */
export interface Input extends Packed {
  readonly vintage: Vintage;
  /** Undefined: the name says none, so it may hold any. */
  readonly technology: TechnologyCode | undefined;
  /** Of the file as given, packed or not. Computed on first call; the members of an archive share it. */
  readonly sha256: () => Promise<string>;
}

/** Called for each file that is not read, with the reason. */
export type OnSkip = (name: string, why: Phrase) => void;

/**
 * @param onSkip called for tables of a folder that are not fixed availability files, for other files that look like the
 *   FCC's, and for second copies
 * @returns sorted by name
 */
export async function findInputs(paths: readonly string[], flags: VintageFlags, onSkip: OnSkip): Promise<Input[]> {
  const inputs: Input[] = [];
  for (const { path, fromFolder } of listFiles(paths, onSkip)) {
    const sha256 = once(() => checksum(path));
    for (const table of await tablesIn(path, onSkip)) {
      const named = readFileName(basename(table.member ?? '')) ?? readFileName(basename(path));
      const vintage = vintageOf(table.name, named, flags);
      if (vintage) inputs.push({ ...table, path, vintage, technology: named?.technology, sha256 });
      else if (fromFolder) onSkip(table.name, phrase('fcc.why/not-availability'));
      else throw fccErrors.unknownVintage(table.name);
    }
  }
  if (inputs.length === 0) throw fccErrors.noFiles(paths);
  return withoutTwins(inputs, onSkip);
}

function listFiles(paths: readonly string[], onSkip: OnSkip): { path: string; fromFolder: boolean }[] {
  const files = new Map<string, boolean>();
  for (const path of paths) {
    if (!existsSync(path)) throw fccErrors.notFound(path);
    if (!statSync(path).isDirectory()) {
      if (!packingOf(basename(path))) throw fccErrors.unknownKind(basename(path));
      files.set(realpathSync(path), false);
      continue;
    }
    for (const entry of readdirSync(path, { withFileTypes: true, recursive: true })) {
      const file = join(entry.parentPath, entry.name);
      if (entry.name.startsWith('.') || !statSync(file).isFile()) continue;
      if (!packingOf(entry.name)) {
        if (looksLikeBdc(entry.name)) onSkip(entry.name, phrase('fcc.why/not-a-table'));
      } else if (!files.has(realpathSync(file))) files.set(realpathSync(file), true);
    }
  }
  return [...files].map(([path, fromFolder]) => ({ path, fromFolder })).sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function tablesIn(path: string, onSkip: OnSkip): Promise<Omit<Packed, 'path'>[]> {
  const name = basename(path);
  const packing = packingOf(name) ?? 'plain';
  if (packing !== 'zip') return [{ name, packing, member: undefined }];
  const { tables, others } = await zipMembers(path);
  for (const other of others) onSkip(`${name}/${basename(other)}`, phrase('fcc.why/archive'));
  return tables.map((member) => ({
    name: tables.length === 1 ? name : `${name}/${basename(member)}`,
    packing,
    member,
  }));
}

/**
 * The FCC publishes one table per state, technology and revision. A second one is either a repeated download, byte for byte
 * the same, or one of the two was changed.
 */
async function withoutTwins(inputs: readonly Input[], onSkip: OnSkip): Promise<Input[]> {
  const seen = new Map<string, Input>();
  for (const input of inputs) {
    const { vintage, technology, name } = input;
    const key = [vintage.stateFips, vintage.asOf, vintage.revision, technology ?? name].join();
    const twin = seen.get(key);
    if (!twin) seen.set(key, input);
    else if ((await twin.sha256()) === (await input.sha256()))
      onSkip(name, phrase('fcc.why/twin', { name: twin.name }));
    else throw fccErrors.twice(twin.name, name);
  }
  return [...seen.values()];
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= work());
}
