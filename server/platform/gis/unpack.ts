/** Puts a geographic file where GDAL may read it: a private folder, archives unpacked, nothing of the original touched. */
import { createWriteStream, mkdirSync, renameSync, statSync } from 'node:fs';
import { copyFile, readdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';
import { Refusal } from '../problem.ts';

/** What GDAL (32-bit WebAssembly) could ever hold, and a bound on archives that unpack without end. */
const MOST_BYTES = 4 * 2 ** 30;
const MOST_ENTRIES = 20_000;
const SINGLE_FILES = ['.gpkg', '.geojson', '.json', '.topojson'];

/**
 * @param path a .zip, .gpkg, .geojson, .json or .topojson
 * @param folder empty, private, removed by the caller
 * @returns the data sets found: a .shp, .gpkg, .geojson, .json, .topojson file or a .gdb folder each
 * @throws Refusal when there is none, or the archive cannot be read
 */
export async function unpack(path: string, folder: string): Promise<string[]> {
  const kind = extname(path).toLowerCase();
  const size = statSync(path, { throwIfNoEntry: false });
  if (!size?.isFile()) throw new Refusal('gis.no-file', 400, `There is no file ${basename(path)}.`);
  if (size.size > MOST_BYTES) throw tooLarge(path);
  if (SINGLE_FILES.includes(kind)) {
    const copy = join(folder, basename(path));
    await copyFile(path, copy);
    return [copy];
  }
  if (kind !== '.zip')
    throw new Refusal(
      'gis.format',
      400,
      `${basename(path)} is none of the formats read here: a zipped Shapefile, a zipped FileGDB, GeoPackage (.gpkg), GeoJSON or TopoJSON. Export it as one of them.`,
    );
  await unzip(path, folder);
  const found = await dataSetsIn(folder);
  if (found.length === 0)
    throw new Refusal(
      'gis.no-layer',
      400,
      `${basename(path)} holds no Shapefile, FileGDB, GeoPackage or GeoJSON. Zip one of them with all its files.`,
    );
  return found;
}

/** Data sets of a folder tree, in order of their path. */
async function dataSetsIn(folder: string): Promise<string[]> {
  const found: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.filter((e) => e.isFile()).map((e) => e.name);
  if (files.some((name) => /^a00000001\.gdbtable$/i.test(name))) return [asGeodatabase(folder)];
  for (const name of files) {
    const kind = extname(name).toLowerCase();
    if (kind === '.shp') requireSiblings(files, name);
    if (kind === '.shp' || SINGLE_FILES.includes(kind)) found.push(join(folder, name));
  }
  for (const entry of entries) {
    if (entry.isDirectory()) found.push(...(await dataSetsIn(join(folder, entry.name))));
  }
  return found.sort();
}

/** GDAL knows a FileGDB by the ending of its folder, which people lose when they zip what is inside. */
function asGeodatabase(folder: string): string {
  if (extname(folder).toLowerCase() === '.gdb') return folder;
  const named = `${folder}.gdb`;
  renameSync(folder, named);
  return named;
}

function requireSiblings(files: readonly string[], shp: string): void {
  const stem = shp.slice(0, -4).toLowerCase();
  const missing = ['.shx', '.dbf'].filter((kind) => !files.some((name) => name.toLowerCase() === stem + kind));
  if (missing.length > 0)
    throw new Refusal(
      'gis.shapefile-incomplete',
      400,
      `${shp} came without its ${missing.join(' and ')} file. Zip all files of the Shapefile together.`,
    );
}

async function unzip(path: string, folder: string): Promise<void> {
  try {
    await refuseTooLarge(path);
    // One folder down, so that a geodatabase zipped without its folder can be renamed.
    const root = join(folder, 'archive');
    mkdirSync(root);
    const zip = await yauzl.openPromise(path);
    for await (const entry of zip.eachEntry()) {
      // yauzl has refused absolute names and those with `..`; what is left are names inside the folder.
      const name = entry.fileName;
      if (name.endsWith('/') || name.startsWith('__MACOSX/') || basename(name).startsWith('.')) continue;
      const target = join(root, name);
      mkdirSync(dirname(target), { recursive: true });
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target, { flags: 'wx' }));
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(
      'gis.zip',
      400,
      `${basename(path)} cannot be unpacked: it is damaged or not a zip file. Zip or download it again.`,
      { cause: error },
    );
  }
}

/** By the sizes that the archive declares, before anything is written; yauzl stops at an entry that is larger than it says. */
async function refuseTooLarge(path: string): Promise<void> {
  let bytes = 0;
  let entries = 0;
  const zip = await yauzl.openPromise(path);
  for await (const entry of zip.eachEntry()) {
    bytes += entry.uncompressedSize;
    if (++entries > MOST_ENTRIES || bytes > MOST_BYTES) {
      zip.close();
      throw tooLarge(path);
    }
  }
}

function tooLarge(path: string): Refusal {
  return new Refusal(
    'gis.too-large',
    413,
    `${basename(path)} is larger than the 4 GB, or has more than the ${MOST_ENTRIES} files, that can be read here. Send the layer alone.`,
  );
}
