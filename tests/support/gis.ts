/** Geographic files as people send them, made by the test: GeoJSON by hand, other formats by GDAL, archives of any parts. */
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { runGdal } from '../../server/platform/gis/gdal.ts';

export type LngLat = readonly [lng: number, lat: number];

export interface GeoFeature {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: { readonly type: string; readonly coordinates: unknown } | null;
}

/** A square area with properties. */
export function aSquare(
  west: number,
  south: number,
  side: number,
  properties: GeoFeature['properties'] = {},
): GeoFeature {
  const ring: LngLat[] = [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ];
  return { properties, geometry: { type: 'Polygon', coordinates: [ring] } };
}

export function featureCollection(features: readonly GeoFeature[], more: object = {}): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    ...more,
    features: features.map((f) => ({ type: 'Feature', ...f })),
  });
}

export type Entries = Record<string, Uint8Array>;

export interface ShapefileParts {
  /** Of its text as GDAL names it, for example "CP1252"; UTF-8 where none is given. */
  readonly encoding?: string;
  /** What the .cpg says; left out where undefined. */
  readonly cpg?: string | undefined;
  /** Language byte of its table. */
  readonly language?: number;
  readonly projection?: string;
}

/** A folder of files that goes away. */
export class GisFiles implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'gapmap-gis-files-'));
  #made = 0;

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  file(name: string, content: string | Uint8Array): string {
    const path = join(this.folder, `${++this.#made}`, name);
    mkdirSync(dirname(path));
    writeFileSync(path, content);
    return path;
  }

  geoJson(name: string, features: readonly GeoFeature[], more: object = {}): string {
    return this.file(name, featureCollection(features, more));
  }

  zip(name: string, entries: Entries): string {
    return this.file(name, zipSync(entries));
  }

  /** Several layers in one file, each with columns of its own. */
  async geoPackage(name: string, layers: Readonly<Record<string, readonly GeoFeature[]>>): Promise<string> {
    const sources = Object.entries(layers).map(([layer, features]) => {
      const path = join(this.folder, `${layer}-${++made}.geojson`);
      writeFileSync(path, featureCollection(features));
      return `<OGRVRTLayer name="${layer}"><SrcDataSource relativeToVRT="1">${basename(path)}</SrcDataSource><SrcSQL>select * from "${basename(path, '.geojson')}"</SrcSQL></OGRVRTLayer>`;
    });
    const from = join(this.folder, `layers-${++made}.vrt`);
    writeFileSync(from, `<OGRVRTDataSource>${sources.join('')}</OGRVRTDataSource>`);
    const { written } = await runGdal({ write: { from, name: `layers-${made}`, options: ['-f', 'GPKG'] } });
    const target = join(this.folder, name);
    renameSync(written, target);
    return target;
  }

  /** Parts by ending: .shp, .shx, .dbf, .prj and, where asked for, .cpg. */
  async shapefile(features: readonly GeoFeature[], parts: ShapefileParts = {}): Promise<Entries> {
    const name = `shape-${++made}`;
    const options = ['-f', 'ESRI Shapefile', '-t_srs', parts.projection ?? 'EPSG:4269'];
    options.push('-lco', `ENCODING=${parts.encoding ?? 'UTF-8'}`);
    const { written } = await runGdal({ write: { from: this.geoJson(`${name}.geojson`, features), name, options } });
    const entries: Entries = {};
    for (const part of ['.shp', '.shx', '.dbf', '.prj'])
      entries[part] = readFileSync(join(dirname(written), basename(written).replace('.shp', part)));
    const table = Buffer.from(entries['.dbf'] ?? []);
    table[29] = parts.language ?? 0;
    entries['.dbf'] = table;
    if (parts.cpg !== undefined) entries['.cpg'] = Buffer.from(parts.cpg);
    return entries;
  }
}

let made = 0;

/** Parts of a Shapefile under a name: "areas.shp", "areas.dbf". */
export function named(name: string, parts: Entries): Entries {
  return Object.fromEntries(Object.entries(parts).map(([part, bytes]) => [name + part, bytes]));
}
