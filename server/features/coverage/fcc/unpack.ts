/**
 * Turns packed tables into plain CSV on disk: DuckDB reads that on all cores, and packed ones on one. Archives are not trusted: they may be
 * broken, encrypted, or zip bombs.
 */
import { createReadStream, createWriteStream, statfsSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createGunzip } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { MOST_INFLATION, mostUnpacked } from '../../../platform/archive-limits.ts';
import { Refusal } from '../../../platform/problem.ts';
import { fccErrors } from './errors.ts';
import { looksLikeBdc, packingOf } from './vintage.ts';

/** One availability table, as it was given. */
export interface Packed {
  readonly path: string;
  /** Display name: the file's, with the member's where an archive holds several. */
  readonly name: string;
  readonly packing: 'plain' | 'gzip' | 'zip';
  /** Name inside the archive, for `zip`. */
  readonly member: string | undefined;
}

/** @param target path of the plain CSV; names inside archives are never used as paths */
export async function unpack(input: Packed, target: string): Promise<void> {
  if (input.packing === 'gzip') await gunzip(input, target);
  else await unzip(input, target);
}

async function unzip(input: Packed, target: string): Promise<void> {
  await readZipMember(input.path, input.member ?? '', async (bytes, declared) => {
    requireRoom(input, declared.bytes, target);
    const meter = measured(input, declared.bytes);
    await pipeline(bytes, meter.stream, createWriteStream(target));
    if (meter.bytes() !== declared.bytes || meter.crc32() !== declared.crc32)
      throw new Error('the content does not match its checksum');
  });
}

async function gunzip(input: Packed, target: string): Promise<void> {
  const packed = statSync(input.path).size;
  const source: Readable = createReadStream(input.path, { highWaterMark: 1 << 20 });
  const meter = measured(input, Math.min(mostUnpacked(packed), freeBytes(target)));
  await pipeline(source, createGunzip({ chunkSize: 1 << 18 }), meter.stream, createWriteStream(target)).catch(
    (error) => {
      throw isZlibError(error) ? fccErrors.gzipUnreadable(input.name, error) : error;
    },
  );
}

/** Counts and checksums the bytes that pass, and fails the stream beyond `most` bytes. */
function measured(input: Packed, most: number) {
  let bytes = 0;
  let sum = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, callback) {
      bytes += chunk.length;
      sum = crc32(chunk, sum);
      callback(bytes > most ? fccErrors.bomb(input.name, MOST_INFLATION) : null, chunk);
    },
  });
  return { stream, bytes: () => bytes, crc32: () => sum };
}

function requireRoom(input: Packed, bytes: number, target: string): void {
  const free = freeBytes(target);
  if (bytes > free) throw fccErrors.noRoom(input.name, bytes, free);
}

function freeBytes(target: string): number {
  const disk = statfsSync(dirname(target));
  return disk.bavail * disk.bsize;
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

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
async function readZipMember(
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
