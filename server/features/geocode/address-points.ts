import { createReadStream, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import type { AddressIndex } from '../../domain/geocode/address-index.ts';
import {
  POINT_PARTS,
  type PointReader,
  pointReader,
  type ReadPoint,
  type SaidColumns,
} from '../../domain/geocode/columns.ts';
import { PointFile } from '../../domain/geocode/point-file.ts';
import { phrase } from '../../domain/messages/phrase.ts';
import type { GeoJsonGeometry } from '../../platform/gis/geometry.ts';
import { readGis } from '../../platform/gis/read.ts';
import type { Progress, Step } from '../../platform/progress.ts';
import { openTable } from '../../platform/sheet/open.ts';
import { geocodeErrors } from './errors.ts';

const TABLES = ['.csv', '.tsv', '.txt', '.text', '.xlsx', '.xlsm'];

/** A point with its line, or its feature's number. */
interface PointRow {
  readonly point: ReadPoint;
  readonly line: number;
}

/**
 * Reads the address points of a state into an index: a table with longitudes and latitudes, or points in any format and
 * projection that `platform/gis` reads.
 *
 * @param saidColumns pairs such as "house_number=HSE,street_type=", which override the guess
 * @throws Refusal when the file is unreadable, or lacks columns for an address and its place
 */
export async function readAddressPoints(path: string, progress: Progress, saidColumns?: string): Promise<AddressIndex> {
  const name = basename(path);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw geocodeErrors.noFile(name);
  const step = progress.begin(phrase('step.address-points', { file: name }));
  const file = new PointFile();
  const said = pointColumnsSaid(saidColumns);
  const isTable = TABLES.includes(extname(path).toLowerCase());
  for await (const batch of isTable ? pointsInTable(path, name, said, step) : pointsInGis(path, name, said))
    for (const { point, line } of batch) file.add(point, line);
  for (const note of file.notes) step.note(note);
  if (file.index.size === 0) throw geocodeErrors.empty(name);
  step.done(phrase('done.address-points', { addressCount: file.index.size }));
  return file.index;
}

async function* pointsInTable(path: string, name: string, said: SaidColumns, step: Step): AsyncGenerator<PointRow[]> {
  const { rows, notes } = await openTable(() => createReadStream(path, { highWaterMark: 1 << 20 }));
  for (const note of notes) step.note(note);
  let read: ((fields: readonly string[]) => ReadPoint) | undefined;
  for await (const batch of rows()) {
    const points: PointRow[] = [];
    for (const { fields, line } of batch) {
      if (read) points.push({ point: read(fields), line });
      else read = tableReader(name, fields, said);
    }
    yield points;
  }
}

function tableReader(
  name: string,
  header: readonly string[],
  said: SaidColumns,
): (fields: readonly string[]) => ReadPoint {
  const pointOf = readerOf(name, header, false, said);
  const places = new Map(header.map((column, i) => [column, i]));
  let current: readonly string[] = [];
  const cell = (column: string) => current[places.get(column) ?? -1] ?? '';
  return (fields) => {
    current = fields;
    return pointOf(cell);
  };
}

/** @throws Refusal naming what no column resembles */
function readerOf(name: string, columns: readonly string[], hasPlace: boolean, said: SaidColumns): PointReader {
  const strange = Object.values(said).find((column) => column !== '' && !columns.includes(column));
  if (strange !== undefined) throw geocodeErrors.saidColumn(name, strange, columns);
  const reader = pointReader(columns, hasPlace, said);
  if ('missing' in reader) throw geocodeErrors.columns(name, reader.missing, columns);
  return reader;
}

const BATCH = 1000;

/** The largest states have some 12 million addresses. */
const MOST_POINTS = 20_000_000;

async function* pointsInGis(path: string, name: string, said: SaidColumns): AsyncGenerator<PointRow[]> {
  using file = await readGis(path, { layer: /addr|site|point/i, mostFeatures: MOST_POINTS });
  const pointOf = readerOf(name, file.fields, true, said);
  let batch: PointRow[] = [];
  let line = 0;
  for await (const { properties, geometry } of file.features()) {
    const place = placeOf(geometry);
    batch.push({ point: { ...pointOf((column) => String(properties[column] ?? '')), ...place }, line: ++line });
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** Off the earth, so that the index skips it, where a feature is not a point. */
const NO_PLACE = { lng: Number.NaN, lat: Number.NaN };

function placeOf(geometry: GeoJsonGeometry | null): { lng: number; lat: number } {
  const coordinates = geometry?.coordinates;
  const position: unknown =
    geometry?.type === 'Point'
      ? coordinates
      : geometry?.type === 'MultiPoint'
        ? (coordinates as unknown[])[0]
        : undefined;
  if (!Array.isArray(position)) return NO_PLACE;
  const [lng, lat] = position as unknown[];
  return typeof lng === 'number' && typeof lat === 'number' ? { lng, lat } : NO_PLACE;
}

/** @throws Refusal geocode.columns-said */
function pointColumnsSaid(said: string | undefined): SaidColumns {
  const pairs = (said ?? '').split(',').filter((pair) => pair.trim() !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const [part = '', column = ''] = pair.split('=').map((text) => text.trim());
      if (!(POINT_PARTS as readonly string[]).includes(part) || !pair.includes('='))
        throw geocodeErrors.columnsSaid(POINT_PARTS);
      return [part, column];
    }),
  );
}
