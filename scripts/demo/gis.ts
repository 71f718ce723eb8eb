import { Worker } from 'node:worker_threads';
import type { FeatureCollection } from 'geojson';

export type GisFormat = 'shapefile' | 'geopackage' | 'filegdb' | 'geojson';

/** A layer to write. Shapefiles and file geodatabases become one zip. */
export interface GisLayer {
  path: string;
  layer: string;
  format: GisFormat;
  /** For example 'EPSG:26917'. GeoJSON is always EPSG:4326. */
  projection: string;
  features: FeatureCollection;
}

/**
 * Writes layers with GDAL, in a thread of its own: gdal3.js allows one instance per thread with one output folder, and the
 * generating process reads with it afterwards.
 */
export async function writeLayers(layers: readonly GisLayer[]): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const worker = new Worker(new URL('./gis-worker.ts', import.meta.url), { workerData: layers });
    worker.once('error', reject);
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`writing map layers ended with ${code}`)),
    );
  });
}
