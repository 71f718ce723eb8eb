/** Prepares a geographic file for GDAL: a private folder, archives unpacked, the original untouched. */
import { closeSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { copyFile, readdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import { type Refusal, refusal } from '../problem.ts';
import { folderNoFile, tooLarge } from './errors.ts';
import { type OtherFormat, otherContent, otherFormat } from './formats.ts';
import { type JsonKind, takeJson } from './json-kind.ts';
import { gatherShapefile, isCompanion } from './shapefile.ts';
import { MOST_BYTES, unzip } from './unzip.ts';

/** A data set for GDAL to open. */
export interface DataSet {
  /** A .shp, .gpkg, .geojson, .json or .topojson file or a .gdb folder. */
  readonly path: string;
  readonly kind: 'shapefile' | 'geodatabase' | 'geopackage' | 'json';
  /** The file's own name for its projection, if GDAL may not know it, for example "EPSG:3857". */
  readonly projection?: string | undefined;
}

export interface Unpacked {
  readonly sets: readonly DataSet[];
  /** Notes on skipped files of an archive, and on text encodings. */
  readonly notes: readonly Phrase[];
}

const JSON_ENDINGS = ['.geojson', '.json', '.topojson', '.geojsonl', '.geojsons', '.ndjson'];

/**
 * @param path a .zip, .gpkg, .geojson, .json or .topojson; detected by its first bytes, not its extension
 * @param folder empty, private, removed by the caller
 * @throws Refusal when there is no data set, it is in another format or incomplete, or unpacking fails
 */
export async function unpack(path: string, folder: string): Promise<Unpacked> {
  const name = basename(path);
  const size = statSync(path, { throwIfNoEntry: false });
  if (size?.isDirectory()) throw folderNoFile(name);
  if (!size?.isFile()) throw refusal('gis.no-file/no-file', 400, { file: name });
  if (size.size > MOST_BYTES) throw tooLarge(name);
  const kind = extname(path).toLowerCase();
  const head = headOf(path);
  const isRead = [...JSON_ENDINGS, '.gpkg', '.zip'].includes(kind);
  const other = isRead ? otherContent(head) : (otherFormat(name) ?? OTHER);
  if (other) throw refusal('gis.format/format', 400, { file: name, ...other });
  if (kind === '.zip' || head.subarray(0, 4).equals(ZIP)) return unpackArchive(path, folder);
  const copy = join(folder, name);
  if (kind === '.gpkg') {
    await copyFile(path, copy);
    return { sets: [{ path: copy, kind: 'geopackage' }], notes: [] };
  }
  const json = await takeJson(path, copy);
  // GDAL may know geographic JSON that is unknown here.
  const set = json.kind === 'other' ? ({ path: copy, kind: 'json' } as const) : jsonSet(copy, json);
  return { sets: [set], notes: [] };
}

const OTHER: OtherFormat = { what: phrase('gis.what/other'), todo: phrase('gis.todo/one-of-them') };
const ZIP = Buffer.from('PK\x03\x04');

function headOf(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(4096);
    return head.subarray(0, readSync(file, head));
  } finally {
    closeSync(file);
  }
}

/** @throws Refusal when the file is incomplete by its own account, or holds an error instead of areas */
function jsonSet(path: string, json: JsonKind): DataSet {
  const name = basename(path);
  if (json.kind === 'error') throw refusal('gis.server-error/server-error', 422, { file: name, message: json.message });
  if (json.kind === 'curves') throw refusal('gis.curves/curves', 422, { file: name });
  if (json.kind === 'feature-collection-item') throw refusal('gis.format/feature-collection-item', 400, { file: name });
  if (json.kind === 'description') throw refusal('gis.format/description', 400, { file: name });
  if (json.kind === 'areas' && json.page) throw refusal('gis.truncated/pages', 422, { file: name, word: json.page });
  return { path, kind: 'json', projection: json.kind === 'areas' ? json.projection : undefined };
}

async function unpackArchive(path: string, folder: string): Promise<Unpacked> {
  // One folder deeper, so that a geodatabase zipped without its folder can be renamed.
  const root = join(folder, 'archive');
  await unzip(path, root);
  const { files, geodatabases } = await contentsOf(root);
  const sets: DataSet[] = geodatabases.map((gdb) => ({ path: gdb, kind: 'geodatabase' }));
  const notes: Phrase[] = [];
  const used = new Set<string>();
  const shapefiles = files.filter((file) => isEnding(file, '.shp'));
  for (const [i, shp] of shapefiles.entries()) {
    const gathered = gatherShapefile(
      shp,
      files.filter((file) => !used.has(file)),
      join(folder, `shapefile-${i}`),
    );
    for (const part of gathered.parts) used.add(part);
    sets.push({ path: gathered.path, kind: 'shapefile' });
    notes.push(...gathered.notes);
  }
  const errors: JsonKind[] = [];
  for (const file of files) {
    if (isEnding(file, '.gpkg')) sets.push({ path: file, kind: 'geopackage' });
    else if (!JSON_ENDINGS.includes(extname(file).toLowerCase())) continue;
    else {
      const copy = join(dirname(file), `${basename(file, extname(file))}.plain${extname(file)}`);
      const json = await takeJson(file, copy);
      if (json.kind === 'error') errors.push(json);
      if (['other', 'error', 'description'].includes(json.kind)) continue;
      renameSync(copy, file);
      sets.push(jsonSet(file, json));
    }
    used.add(file);
  }
  const [error] = errors;
  if (sets.length === 0 && error) jsonSet(path, error);
  if (sets.length === 0) throw nothingInside(basename(path), files);
  const stems = new Set(shapefiles.map((shp) => basename(shp).slice(0, -4).toLowerCase()));
  return {
    sets,
    notes: [...notes, ...passedOver(files.filter((file) => !used.has(file) && !isCompanion(file, stems)))],
  };
}

/** Files of a folder tree, sorted by path, without the content of geodatabases, which are folders. */
async function contentsOf(folder: string): Promise<{ files: string[]; geodatabases: string[] }> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  if (entries.some(({ name }) => /^a00000001\.gdbtable$/i.test(name)))
    return { files: [], geodatabases: [asGeodatabase(folder)] };
  const files: string[] = [];
  const geodatabases: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isFile()) files.push(path);
    if (!entry.isDirectory()) continue;
    const inside = await contentsOf(path);
    files.push(...inside.files);
    geodatabases.push(...inside.geodatabases);
  }
  return { files, geodatabases };
}

/** GDAL recognizes a FileGDB by the extension of its folder, which is lost when only the content is zipped. */
function asGeodatabase(folder: string): string {
  if (isEnding(folder, '.gdb')) return folder;
  const named = `${folder}.gdb`;
  renameSync(folder, named);
  return named;
}

function isEnding(path: string, ending: string): boolean {
  return extname(path).toLowerCase() === ending;
}

const MOST_NAMED = 8;

export function passedOver(files: readonly string[]): Phrase[] {
  if (files.length === 0) return [];
  const names = files.slice(0, MOST_NAMED).map((file) => basename(file));
  return [phrase('gis.archive-passed-over', { names, more: Math.max(0, files.length - MOST_NAMED) })];
}

/** Says what the first file of a known format is. */
function nothingInside(file: string, files: readonly string[]): Refusal {
  for (const inside of files) {
    const other = otherFormat(inside);
    if (other && !/\.(txt|xml|html?|prj)$/i.test(inside))
      return refusal('gis.no-layer/other-inside', 400, { file, what: other.what, inside: basename(inside) });
  }
  return refusal('gis.no-layer/nothing-inside', 400, { file });
}
