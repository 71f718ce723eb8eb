/** Reads geographic files of any of the usual formats and projections. */
import { createReadStream, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Refusal } from '../problem.ts';
import { GdalError, runGdal } from './gdal.ts';
import type { ConvertedLayer } from './gdal-worker.ts';
import type { GeoJsonGeometry } from './geometry.ts';
import { unpack } from './unpack.ts';

export type Properties = Readonly<Record<string, string | number | boolean | null>>;

export interface GisFeature {
  /** "feature 7", or "feature 7 of layer roads" where the file has several layers. */
  readonly label: string;
  readonly properties: Properties;
  /** The number that GeoJSON keeps beside the properties; its text ids are a property `id`. */
  readonly id?: number | undefined;
  /** In EPSG:4326, lng lat; null where the feature has none. */
  readonly geometry: GeoJsonGeometry | null;
}

export interface GisFile extends Disposable {
  readonly layers: readonly ConvertedLayer[];
  /** Columns of all layers, each name once. */
  readonly fields: readonly string[];
  readonly featureCount: number;
  /** What a person should know of the reading: projections, and layers passed over. */
  readonly notes: readonly string[];
  features(): AsyncIterable<GisFeature>;
}

export interface ReadOptions {
  /** In a file of several layers, take those whose name matches; all when none does. */
  readonly layer?: RegExp;
}

/**
 * @param path a zipped Shapefile or FileGDB, GeoPackage, GeoJSON or TopoJSON
 * @throws Refusal when it cannot be read, or has no projection and coordinates that are not degrees
 */
export async function readGis(path: string, { layer }: ReadOptions = {}): Promise<GisFile> {
  const folder = mkdtempSync(join(tmpdir(), 'gapmap-gis-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const source = join(folder, 'in');
    mkdirSync(source);
    const converted = keepIn(folder, await convertAll(path, await unpack(path, source)));
    rmSync(source, { recursive: true });
    const wanted = layer ? converted.filter(({ name }) => layer.test(name)) : [];
    return gisFile(path, wanted.length > 0 ? wanted : converted, remove);
  } catch (error) {
    remove();
    throw error;
  }
}

/** The GDAL thread's own folder goes with the thread, which may end before the lines are read. */
function keepIn(folder: string, layers: readonly ConvertedLayer[]): ConvertedLayer[] {
  return layers.map((layer, i) => {
    if (layer.lines === null) return layer;
    const lines = join(folder, `layer-${i}`);
    renameSync(layer.lines, lines);
    return { ...layer, lines };
  });
}

async function convertAll(path: string, sets: readonly string[]): Promise<readonly ConvertedLayer[]> {
  try {
    return (await runGdal({ read: sets })).layers;
  } catch (error) {
    if (!(error instanceof GdalError)) throw error;
    throw new Refusal(
      'gis.unreadable',
      400,
      `${basename(path)} cannot be read as geographic data. Export or download it again.`,
      { cause: error },
    );
  }
}

function gisFile(path: string, all: readonly ConvertedLayer[], remove: () => void): GisFile {
  const notes: string[] = [];
  const layers: (ConvertedLayer & { lines: string })[] = [];
  for (const layer of all) {
    if (layer.geometryType === 'None' || layer.featureCount === 0) {
      notes.push(`Layer "${layer.name}" has no features with a place and was passed over.`);
      continue;
    }
    if (layer.fault)
      throw new Refusal(
        'gis.unreadable',
        400,
        `Layer "${layer.name}" of ${basename(path)} cannot be read: ${plain(layer.fault)}`,
      );
    if (layer.lines === null)
      throw new Refusal(
        'gis.no-projection',
        400,
        `Layer "${layer.name}" of ${basename(path)} names no projection, and its coordinates are not degrees. Add the .prj file or set the projection.`,
      );
    notes.push(
      layer.projection === null
        ? `Layer "${layer.name}" names no projection; its coordinates look like degrees and were taken as longitude and latitude.`
        : `Layer "${layer.name}": ${layer.featureCount} features in ${layer.projection}.`,
    );
    layers.push({ ...layer, lines: layer.lines });
  }
  if (layers.length === 0)
    throw new Refusal('gis.no-layer', 400, `${basename(path)} has no features with a place. Export the layer again.`);
  return {
    layers,
    fields: [...new Set(layers.flatMap((layer) => layer.fields))],
    featureCount: layers.reduce((sum, layer) => sum + layer.featureCount, 0),
    notes,
    async *features() {
      for (const layer of layers) {
        let number = 0;
        const lines = createInterface({ input: createReadStream(layer.lines), crlfDelay: Number.POSITIVE_INFINITY });
        for await (const line of lines) {
          if (line === '') continue;
          number++;
          const { id, properties, geometry } = JSON.parse(line) as Pick<GisFeature, 'id' | 'properties' | 'geometry'>;
          const label = layers.length > 1 ? `feature ${number} of layer "${layer.name}"` : `feature ${number}`;
          yield { label, properties: properties ?? {}, id, geometry };
        }
      }
    },
    [Symbol.dispose]: remove,
  };
}

/** GDAL's message without its number. */
function plain(fault: string): string {
  return fault.replace(/^ERROR \d+: /, '');
}
