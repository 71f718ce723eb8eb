import { createReadStream, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { AddressIndex, type AddressPoint } from '../../domain/geocode/address-index.ts';
import { type PointReader, pointReader } from '../../domain/geocode/columns.ts';
import { readCsv } from '../../platform/csv/read.ts';
import type { GeoJsonGeometry } from '../../platform/gis/geometry.ts';
import { readGis } from '../../platform/gis/read.ts';
import type { Progress } from '../../platform/progress.ts';
import { geocodeErrors } from './errors.ts';

const TABLES = ['.csv', '.tsv', '.txt'];

/**
 * Reads the address points of a state into an index: a table with longitudes and latitudes, or points in any format and
 * projection that `platform/gis` reads.
 *
 * @throws Refusal when the file cannot be read, or has no columns for an address and its place
 */
export async function readAddressPoints(path: string, progress: Progress): Promise<AddressIndex> {
  const name = basename(path);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw geocodeErrors.noFile(name);
  const step = progress.begin(`reading address points of ${name}`);
  const index = new AddressIndex();
  let passedOver = 0;
  const points = TABLES.includes(extname(path).toLowerCase()) ? pointsInTable(path, name) : pointsInGis(path, name);
  for await (const batch of points) for (const point of batch) if (!index.add(point)) passedOver++;
  if (index.size === 0) throw geocodeErrors.empty(name);
  if (passedOver > 0)
    step.note(`${passedOver.toLocaleString('en')} rows without a number, a street or a place were passed over.`);
  step.done(`${index.size.toLocaleString('en')} addresses`);
  return index;
}

async function* pointsInTable(path: string, name: string): AsyncGenerator<AddressPoint[]> {
  let read: ((fields: readonly string[]) => AddressPoint) | undefined;
  for await (const rows of readCsv(createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>)) {
    const points: AddressPoint[] = [];
    for (const { fields } of rows) {
      if (read) points.push(read(fields));
      else read = tableReader(name, fields);
    }
    yield points;
  }
}

function tableReader(name: string, header: readonly string[]): (fields: readonly string[]) => AddressPoint {
  const pointOf = readerOf(name, header, false);
  const places = new Map(header.map((column, i) => [column, i]));
  let current: readonly string[] = [];
  const cell = (column: string) => current[places.get(column) ?? -1] ?? '';
  return (fields) => {
    current = fields;
    return pointOf(cell);
  };
}

/** @throws Refusal naming what no column looks like */
function readerOf(name: string, columns: readonly string[], hasPlace: boolean): PointReader {
  const reader = pointReader(columns, hasPlace);
  if ('missing' in reader) throw geocodeErrors.columns(name, reader.missing, columns);
  return reader;
}

const BATCH = 1000;

async function* pointsInGis(path: string, name: string): AsyncGenerator<AddressPoint[]> {
  using file = await readGis(path, { layer: /addr|site|point/i });
  const pointOf = readerOf(name, file.fields, true);
  let batch: AddressPoint[] = [];
  for await (const { properties, geometry } of file.features()) {
    const place = placeOf(geometry);
    batch.push({ ...pointOf((column) => String(properties[column] ?? '')), ...place });
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** Off the earth, so that the index passes it over, where a feature is no point. */
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
