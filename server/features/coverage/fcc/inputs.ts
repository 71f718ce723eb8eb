/** Finds the files of an import: paths, folders and archives become a flat list of tables, each with its vintage. */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { TechnologyCode } from '../../../domain/technology.ts';
import { fccErrors } from './errors.ts';
import { type NamedFile, readFileName, type Vintage, type VintageFlags, vintageOf } from './vintage.ts';
import { zipMembers } from './zip.ts';

/** One availability table, still packed as it was given. */
export interface Input {
  readonly path: string;
  /** What people call it: the file's name, and the member's where an archive holds several. */
  readonly name: string;
  readonly packing: 'plain' | 'gzip' | 'zip';
  /** Name inside the archive, for `zip`. */
  readonly member: string | undefined;
  readonly vintage: Vintage;
  /** Undefined: any technology, because the name says none. */
  readonly technology: TechnologyCode | undefined;
}

/**
 * @param onSkip told of files of a folder that are no fixed availability files
 * @returns in the order of their names
 */
export async function findInputs(
  paths: readonly string[],
  flags: VintageFlags,
  onSkip: (name: string) => void,
): Promise<Input[]> {
  const inputs: Input[] = [];
  for (const { path, fromFolder } of listFiles(paths)) {
    for (const table of await tablesIn(path)) {
      const named: NamedFile | undefined = readFileName(basename(table.member ?? '')) ?? readFileName(basename(path));
      const vintage = vintageOf(table.name, named, flags);
      if (vintage) inputs.push({ ...table, path, vintage, technology: named?.technology });
      else if (fromFolder) onSkip(table.name);
      else throw fccErrors.unknownVintage(table.name);
    }
  }
  if (inputs.length === 0) throw fccErrors.noFiles(paths);
  refuseTwins(inputs);
  return inputs;
}

function listFiles(paths: readonly string[]): { path: string; fromFolder: boolean }[] {
  const files = new Map<string, boolean>();
  for (const path of paths) {
    if (!existsSync(path)) throw fccErrors.notFound(path);
    if (!statSync(path).isDirectory()) {
      if (!/\.(csv|csv\.gz|zip)$/i.test(path)) throw fccErrors.unknownKind(basename(path));
      files.set(realpathSync(path), false);
      continue;
    }
    for (const entry of readdirSync(path, { withFileTypes: true, recursive: true })) {
      const file = join(entry.parentPath, entry.name);
      if (/\.(csv|csv\.gz|zip)$/i.test(entry.name) && !entry.name.startsWith('.') && statSync(file).isFile())
        if (!files.has(realpathSync(file))) files.set(realpathSync(file), true);
    }
  }
  return [...files].map(([path, fromFolder]) => ({ path, fromFolder })).sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function tablesIn(path: string): Promise<Pick<Input, 'name' | 'packing' | 'member'>[]> {
  const name = basename(path);
  if (/\.csv$/i.test(name)) return [{ name, packing: 'plain', member: undefined }];
  if (/\.gz$/i.test(name)) return [{ name, packing: 'gzip', member: undefined }];
  const members = await zipMembers(path);
  return members.map((member) => ({
    name: members.length === 1 ? name : `${name}/${basename(member)}`,
    packing: 'zip',
    member,
  }));
}

/** The FCC publishes one table per state, technology and revision: a second one is the first under another name. */
function refuseTwins(inputs: readonly Input[]): void {
  const seen = new Map<string, string>();
  for (const { name, vintage, technology } of inputs) {
    if (technology === undefined) continue;
    const key = [vintage.stateFips, vintage.asOf, vintage.revision, technology].join();
    const twin = seen.get(key);
    if (twin !== undefined) throw fccErrors.twice(twin, name);
    seen.set(key, name);
  }
}
