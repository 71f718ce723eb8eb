import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { workerData } from 'node:worker_threads';
import type { GisFormat, GisLayer } from './gis.ts';
import { zipOf } from './zip.ts';

interface Gdal {
  open(path: string): Promise<{ datasets: object[]; errors: unknown[] }>;
  ogr2ogr(dataset: object, options: string[], name: string): Promise<{ all: { real: string }[] }>;
  close(dataset: object): Promise<void>;
}

const DRIVERS: Record<GisFormat, string> = {
  shapefile: 'ESRI Shapefile',
  geopackage: 'GPKG',
  filegdb: 'OpenFileGDB',
  geojson: 'GeoJSON',
};

/** Fixes the time and numbers the identifiers, because GDAL stamps files with the clock and random identifiers. */
const REPRODUCIBLE = {
  OGR_CURRENT_DATE: '2026-07-01T00:00:00.000Z',
  OPENFILEGDB_REPRODUCIBLE_UUID: 'YES',
};

const work = mkdtempSync(join(tmpdir(), 'gapmap-demo-'));
try {
  await writeAll(workerData as GisLayer[]);
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function writeAll(layers: readonly GisLayer[]): Promise<void> {
  const gdal = await startGdal();
  for (const layer of layers) {
    mkdirSync(dirname(layer.path), { recursive: true });
    if (layer.format === 'geojson') writeFileSync(layer.path, JSON.stringify(layer.features));
    else await writeLayer(gdal, layer);
  }
}

async function startGdal(): Promise<Gdal> {
  const require = createRequire(import.meta.url);
  const start = require('gdal3.js/node.js') as (options: object) => Promise<Gdal>;
  const home = join(dirname(require.resolve('gdal3.js/node.js')), 'dist', 'package');
  const quiet = (): void => {};
  // It prefixes "./" to the path, so the path must be relative.
  const path = relative(process.cwd(), home);
  return start({ path, useWorker: false, dest: work, env: REPRODUCIBLE, logHandler: quiet, errorHandler: quiet });
}

async function writeLayer(gdal: Gdal, { path, layer, format, projection, features }: GisLayer): Promise<void> {
  const source = join(work, `${layer}_source.geojson`);
  writeFileSync(source, JSON.stringify(features));
  const { datasets, errors } = await gdal.open(source);
  const [dataset] = datasets;
  if (dataset === undefined)
    throw new Error(`GDAL cannot read the features of ${basename(path)}: ${String(errors[0])}`);
  const options = ['-f', DRIVERS[format], '-t_srs', projection, '-nln', layer, '-nlt', 'PROMOTE_TO_MULTI'];
  if (format === 'shapefile') options.push('-lco', 'DBF_DATE_LAST_UPDATE=2026-07-01', '-lco', 'ENCODING=UTF-8');
  const { all } = await gdal.ogr2ogr(dataset, options, layer);
  await gdal.close(dataset);
  const [first] = all;
  if (first === undefined) throw new Error(`GDAL wrote nothing for ${basename(path)}`);
  if (format === 'geopackage') writeFileSync(path, readFileSync(first.real));
  else writeFileSync(path, zipOf(format === 'filegdb' ? geodatabase(layer) : shapefile(layer)));
}

function shapefile(layer: string): { name: string; bytes: Uint8Array }[] {
  return readdirSync(work)
    .filter((name) => name.startsWith(`${layer}.`) && !name.endsWith('.gdb'))
    .sort()
    .map((name) => ({ name, bytes: readFileSync(join(work, name)) }));
}

function geodatabase(layer: string): { name: string; bytes: Uint8Array }[] {
  const folder = `${layer}.gdb`;
  return readdirSync(join(work, folder))
    .sort()
    .map((name) => ({ name: `${folder}/${name}`, bytes: readFileSync(join(work, folder, name)) }));
}
