/** Reads untrusted zip archives, which may be broken, encrypted, or zip bombs. */
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { MOST_INFLATION, mostUnpacked } from '../../../platform/archive-limits.ts';
import { Refusal } from '../../../platform/problem.ts';
import { fccErrors } from './errors.ts';
import { looksLikeBdc, packingOf } from './file-name.ts';

/** Names of the CSV members of an archive in archive order, and of others that look like FCC files. */
export async function zipMembers(path: string): Promise<{ tables: string[]; others: string[] }> {
  const { tables, others } = await withZip(path, async (entries) => ({
    tables: entries.filter(({ fileName }) => isTable(fileName)),
    others: entries.map(({ fileName }) => fileName).filter((name) => !isTable(name) && looksLikeBdc(basename(name))),
  }));
  if (tables.length === 0)
    throw fccErrors.zipEmpty(
      basename(path),
      others.map((name) => basename(name)),
    );
  // Limits all members together, because entries may overlap and share their packed bytes.
  const declared = tables.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (declared > mostUnpacked(statSync(path).size)) throw fccErrors.bomb(basename(path), MOST_INFLATION);
  return { tables: tables.map((entry) => entry.fileName), others };
}

/**
 * Opens one member and passes its plain bytes to `work`. The stream fails beyond the size that the archive declares.
 *
 * @param work given the stream, and the size and CRC-32 the archive declares
 */
export async function readZipMember(
  path: string,
  member: string,
  work: (bytes: Readable, declared: { bytes: number; crc32: number }) => Promise<void>,
): Promise<void> {
  await withZip(path, async (entries, zip) => {
    const entry = entries.find((candidate) => candidate.fileName === member);
    if (!entry) throw fccErrors.zipEmpty(basename(path), []);
    if (entry.isEncrypted()) throw fccErrors.zipEncrypted(basename(path));
    await work(await zip.openReadStreamPromise(entry), { bytes: entry.uncompressedSize, crc32: entry.crc32 });
  });
}

async function withZip<T>(path: string, work: (entries: Entry[], zip: ZipFile) => Promise<T>): Promise<T> {
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, { autoClose: false, lazyEntries: true });
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) if (isFile(entry.fileName)) entries.push(entry);
    return await work(entries, zip);
  } catch (error) {
    if (error instanceof Refusal || isSystemError(error)) throw error;
    throw fccErrors.zipUnreadable(basename(path), error);
  } finally {
    zip?.close();
  }
}

function isTable(member: string): boolean {
  return packingOf(member) === 'plain';
}

/** Archives made on a Mac contain a shadow of each file under `__MACOSX`. */
function isFile(member: string): boolean {
  return !member.endsWith('/') && !member.startsWith('__MACOSX/') && !basename(member).startsWith('.');
}

/** A full disk or a missing permission is not the archive's fault. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
