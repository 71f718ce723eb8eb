import { createWriteStream, existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';
import { Refusal } from '../problem.ts';
import { gisRefusal } from './errors.ts';

/** What GDAL (32-bit WebAssembly) could ever hold, and a bound on archives that unpack without end. */
export const MOST_BYTES = 4 * 2 ** 30;
const MOST_ENTRIES = 20_000;
/** Archives in archives, as download portals make them. */
const DEEPEST = 3;

interface Budget {
  bytes: number;
  entries: number;
}

/**
 * Unpacks an archive into a folder, and archives in it into folders beside.
 *
 * @throws Refusal when it is damaged, no archive, or too large with all that is in it
 */
export async function unzip(path: string, folder: string): Promise<void> {
  await unzipWithin(path, folder, { bytes: MOST_BYTES, entries: MOST_ENTRIES }, 1);
}

async function unzipWithin(path: string, folder: string, left: Budget, depth: number): Promise<void> {
  const inner: string[] = [];
  try {
    await spend(path, left);
    mkdirSync(folder, { recursive: true });
    const zip = await yauzl.openPromise(path);
    for await (const entry of zip.eachEntry()) {
      // yauzl has refused absolute names and those with `..`; what is left are names inside the folder.
      const name = entry.fileName;
      if (name.endsWith('/') || name.startsWith('__MACOSX/') || basename(name).startsWith('.')) continue;
      const target = join(folder, name);
      mkdirSync(dirname(target), { recursive: true });
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target, { flags: 'wx' }));
      if (/\.zip$/i.test(name) && depth < DEEPEST) inner.push(target);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw gisRefusal('zip', basename(path), [], error);
  }
  for (const archive of inner) {
    const beside = archive.slice(0, -4);
    await unzipWithin(archive, existsSync(beside) ? `${archive}.d` : beside, left, depth + 1);
    rmSync(archive);
  }
}

/** By the sizes that the archive declares, before anything is written; yauzl stops at an entry that is larger than it says. */
async function spend(path: string, left: Budget): Promise<void> {
  const zip = await yauzl.openPromise(path);
  for await (const entry of zip.eachEntry()) {
    left.bytes -= entry.uncompressedSize;
    if (--left.entries < 0 || left.bytes < 0) {
      zip.close();
      throw gisRefusal('tooLarge', basename(path));
    }
  }
}
