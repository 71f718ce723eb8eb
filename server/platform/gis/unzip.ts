import { createWriteStream, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';
import { MOST_INFLATION, mostUnpacked } from '../archive-limits.ts';
import { Refusal, refusal, refusalBecause } from '../problem.ts';
import { tooLarge } from './errors.ts';

/** Limit against archives that unpack without end; GDAL (32-bit WebAssembly) could not hold more. */
export const MOST_BYTES = 4 * 2 ** 30;
const MOST_ENTRIES = 20_000;
/** Depth of nested archives, as download portals make them. */
const DEEPEST = 3;

interface Budget {
  /** The size of the archive gives the limit of bytes. */
  readonly isByRatio: boolean;
  bytes: number;
  entries: number;
}

/**
 * Unpacks an archive into a folder, and nested archives into folders beside it.
 *
 * @throws Refusal when it is damaged, not an archive, or too large with all its content
 */
export async function unzip(path: string, folder: string): Promise<void> {
  const bytes = Math.min(MOST_BYTES, mostUnpacked(statSync(path).size));
  await unzipWithin(path, folder, { bytes, isByRatio: bytes < MOST_BYTES, entries: MOST_ENTRIES }, 1);
}

async function unzipWithin(path: string, folder: string, left: Budget, depth: number): Promise<void> {
  const inner: string[] = [];
  try {
    await spend(path, left);
    mkdirSync(folder, { recursive: true });
    const zip = await yauzl.openPromise(path);
    for await (const entry of zip.eachEntry()) {
      // yauzl has refused absolute names and those with `..`; the remaining names lie inside the folder.
      const name = entry.fileName;
      if (name.endsWith('/') || name.startsWith('__MACOSX/') || basename(name).startsWith('.')) continue;
      const target = join(folder, name);
      mkdirSync(dirname(target), { recursive: true });
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target, { flags: 'wx' }));
      if (/\.zip$/i.test(name) && depth < DEEPEST) inner.push(target);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw refusalBecause(error, 'gis.zip/zip', 400, { file: basename(path) });
  }
  for (const archive of inner) {
    const beside = archive.slice(0, -4);
    await unzipWithin(archive, existsSync(beside) ? `${archive}.d` : beside, left, depth + 1);
    rmSync(archive);
  }
}

/** Checks the sizes that the archive declares, before writing; yauzl stops at an entry that exceeds its own. */
async function spend(path: string, left: Budget): Promise<void> {
  const zip = await yauzl.openPromise(path);
  for await (const entry of zip.eachEntry()) {
    left.bytes -= entry.uncompressedSize;
    if (--left.entries < 0 || left.bytes < 0) {
      zip.close();
      if (left.bytes < 0 && left.isByRatio)
        throw refusal('gis.too-large/inflated', 413, { file: basename(path), ratio: MOST_INFLATION });
      throw tooLarge(basename(path));
    }
  }
}
