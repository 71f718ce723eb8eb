/** Tables of points, in which NCES and states publish schools: a latitude and a longitude per row, without geometry. */

import { createReadStream, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import { MOST_ROWS } from '../../platform/archive-limits.ts';
import type { CsvRow } from '../../platform/csv/read.ts';
import type { GisFeature, GisFile } from '../../platform/gis/read.ts';
import { passedOver } from '../../platform/gis/unpack.ts';
import { unzip } from '../../platform/gis/unzip.ts';
import { Refusal, refusal } from '../../platform/problem.ts';
import { openScratch } from '../../platform/scratch.ts';
import { type OpenTable, openTable } from '../../platform/sheet/open.ts';
import { type PointHead, pointHead, pointIn } from './point-columns.ts';

/** The content of a file of places, whatever its format. */
export type PlacesFile = Omit<GisFile, 'layers' | 'featureCount' | 'features'> & {
  readonly layers: readonly { readonly name: string }[];
  /** Columns of coordinates in a table. */
  readonly coordinates?: readonly string[];
  features(): AsyncIterable<GisFeature>;
};

const TEXTS = ['.txt', '.text', '.csv', '.tsv'];
const WORKBOOKS = ['.xlsx', '.xlsm'];
const GEOGRAPHIC = ['.shp', '.gpkg', '.geojson', '.json', '.topojson', '.gdbtable'];

/**
 * @param path a table, or an archive with one and nothing geographic
 * @returns undefined for anything else, which `readGis` handles
 * @throws Refusal when no columns hold coordinates, or an archive has several such tables
 */
export async function openPointTable(path: string): Promise<PlacesFile | undefined> {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return undefined;
  if (endsIn(path, [...TEXTS, ...WORKBOOKS])) return pointFile(path, await headOf(path), []);
  if (!endsIn(path, ['.zip'])) return undefined;
  const scratch = openScratch('points');
  const remove = () => scratch[Symbol.dispose]();
  try {
    const archive = join(scratch.folder, 'archive');
    await unzip(path, archive);
    const found = await tableIn(basename(path), archive);
    if (found) return pointFile(found.path, found.head, found.notes, remove);
  } catch (error) {
    remove();
    throw error;
  }
  remove();
  return undefined;
}

interface Head extends PointHead {
  readonly table: OpenTable;
}

function pointFile(
  path: string,
  { table, fields, line, columns }: Head,
  notes: readonly Phrase[],
  remove = () => {},
): PlacesFile {
  return {
    layers: [{ name: basename(path) }],
    fields,
    coordinates: columns,
    notes: [...notes, ...table.notes, phrase('places.coordinates', { file: basename(path), columns })],
    async *features() {
      for await (const batch of table.rows())
        for (const row of batch) {
          if (row.line > MOST_ROWS) throw refusal('gis.too-many/rows', 413, { file: basename(path), most: MOST_ROWS });
          if (row.line < line || row.fields.every((value) => value.trim() === '')) continue;
          const properties = Object.fromEntries(fields.map((name, i) => [name, row.fields[i]?.trim() ?? '']));
          yield {
            label: phrase('gis.feature/line', { line: row.line }),
            properties,
            geometry: pointIn(properties, columns),
          };
        }
    },
    [Symbol.dispose]: remove,
  };
}

/** Titles may precede the header. */
const ROWS_LOOKED_AT = 40;

async function headOf(path: string): Promise<Head> {
  const table = await openTable(() => createReadStream(path, { highWaterMark: 1 << 20 }));
  const rows: CsvRow[] = [];
  for await (const batch of table.rows()) {
    rows.push(...batch);
    if (rows.length >= ROWS_LOOKED_AT) break;
  }
  const head = pointHead(rows.slice(0, ROWS_LOOKED_AT));
  if (head) return { ...head, table };
  throw refusal('places.no-coordinates', 422, { file: basename(path), columnCount: rows[0]?.fields.length ?? 0 });
}

interface TableFound {
  readonly path: string;
  readonly head: Head;
  readonly notes: readonly Phrase[];
}

/** The only table with coordinates; if NCES packs it as both text and workbook, the text. */
async function tableIn(archive: string, folder: string): Promise<TableFound | undefined> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  if (files.some((file) => endsIn(file, GEOGRAPHIC))) return undefined;
  for (const endings of [TEXTS, WORKBOOKS]) {
    const tables = await pointTables(files.filter((file) => endsIn(file, endings)).sort());
    if (tables.length > 1) throw several(archive, tables);
    const [table] = tables;
    if (!table) continue;
    return { ...table, notes: passedOver(files.filter((file) => file !== table.path)) };
  }
  return undefined;
}

async function pointTables(paths: readonly string[]): Promise<{ path: string; head: Head }[]> {
  const tables: { path: string; head: Head }[] = [];
  for (const path of paths)
    try {
      tables.push({ path, head: await headOf(path) });
    } catch (error) {
      // A description that accompanies the file.
      if (!(error instanceof Refusal)) throw error;
    }
  return tables;
}

function several(archive: string, tables: readonly { readonly path: string }[]): Refusal {
  const names = tables.map(({ path }) => basename(path));
  return refusal('places.several-tables', 422, { archive, names });
}

function endsIn(path: string, endings: readonly string[]): boolean {
  return endings.includes(extname(path).toLowerCase());
}
