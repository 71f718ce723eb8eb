/** A GeoPackage of one layer in EPSG:4326, by GDAL. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GeoFeature } from '../lists.ts';
import { openScratch } from '../scratch.ts';
import { runGdal } from './gdal.ts';

/** @param features of areas, with the same properties */
export async function geoPackage(layer: string, features: readonly GeoFeature[]): Promise<Buffer> {
  using scratch = openScratch('geopackage');
  const from = join(scratch.folder, `${layer}.geojson`);
  writeFileSync(from, JSON.stringify({ type: 'FeatureCollection', features }));
  const name = `${layer}-${scratch.folder.slice(-6)}`;
  const options = ['-f', 'GPKG', '-nln', layer, '-nlt', 'MULTIPOLYGON', '-a_srs', 'EPSG:4326'];
  const { written } = await runGdal({ write: { from, name, options } });
  const bytes = readFileSync(written);
  rmSync(written, { force: true });
  return bytes;
}
