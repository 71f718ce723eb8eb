/** Files of ours as other people's programs read them: GDAL (and so QGIS) a map, DuckDB a table. Names of columns and their types. */
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

interface Gdal {
  open(path: string): Promise<{ datasets: object[] }>;
  ogrinfo(dataset: object, options: string[]): Promise<{ layers: { fields: { name: string; type: string }[] }[] }>;
}

let started: Promise<Gdal> | undefined;

export async function fieldsByGdal(path: string): Promise<Map<string, string>> {
  started ??= startGdal();
  const gdal = await started;
  const { datasets } = await gdal.open(path);
  const { layers } = await gdal.ogrinfo(datasets[0] ?? {}, ['-json']);
  return new Map(layers[0]?.fields.map(({ name, type }) => [name, type]));
}

export async function columnsByDuckDb(path: string): Promise<Map<string, string>> {
  const instance = await DuckDBInstance.create(':memory:');
  const duck = await instance.connect();
  try {
    const read = await duck.runAndReadAll('describe select * from read_csv($path)', { path });
    return new Map(read.getRowObjects().map((row) => [String(row.column_name), String(row.column_type)]));
  } finally {
    duck.closeSync();
    instance.closeSync();
  }
}

function startGdal(): Promise<Gdal> {
  const require = createRequire(import.meta.url);
  const start = require('gdal3.js/node.js') as (options: object) => Promise<Gdal>;
  const home = join(dirname(require.resolve('gdal3.js/node.js')), 'dist', 'package');
  const quiet = (): void => {};
  // It puts "./" before the path it is given, so the path has to be relative.
  const path = relative(process.cwd(), home);
  return start({ path, useWorker: false, dest: tmpdir(), logHandler: quiet, errorHandler: quiet });
}
