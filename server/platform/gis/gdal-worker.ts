/**
 * GDAL (gdal3.js, WebAssembly) in a thread of its own: it blocks for seconds, never frees memory, and sets a global
 * `location`; the server must have none of these. Jobs come one at a time.
 */
import { createRequire } from 'node:module';
import { dirname, relative } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

export type GdalJob =
  /** Data sets to inspect, as `unpack` returns them; they stay open for the next conversions. */
  | { readonly list: readonly string[] }
  | { readonly convert: Conversion }
  /** A conversion to any format GDAL writes, for the files of tests. */
  | { readonly write: { readonly from: string; readonly name: string; readonly options: readonly string[] } };

/** Converts one layer to GeoJSON in EPSG:4326, one feature per line, in file order. */
export interface Conversion {
  readonly path: string;
  readonly layer: string;
  /** Projection, if the file does not give it in GDAL's terms, for example "EPSG:4326". */
  readonly from: string | undefined;
  /** Name of the file to write, without its extension; must be new, as GDAL remembers files that were moved away. */
  readonly name: string;
}

/** Argument of the thread: the folder GDAL writes to. */
export interface GdalStart {
  readonly out: string;
}

export interface ListedLayer {
  /** The layer's data set. */
  readonly path: string;
  readonly name: string;
  /** In GDAL's words: "Multi Polygon", "Unknown (any)", "None". */
  readonly geometryType: string;
  readonly featureCount: number;
  /** Name of the projection, for example "NAD83 / UTM zone 17N"; null if the layer has none. */
  readonly projection: string | null;
  /** Whether coordinates are degrees by that projection. */
  readonly isGeographic: boolean;
  /** West, south, east, north in the layer's own coordinates. */
  readonly extent: readonly [number, number, number, number] | null;
  readonly fields: readonly string[];
}

/** Opening failed: the data set is invalid, of an unsupported format, or names an unknown projection. */
export interface ListedSet {
  readonly path: string;
  readonly layers: readonly ListedLayer[];
  /** In GDAL's words; null when it can be read. */
  readonly fault: string | null;
  readonly isProjectionUnknown: boolean;
}

export type GdalAnswer =
  | { readonly sets: readonly ListedSet[] }
  /** `fault`: what stopped the conversion, in GDAL's words; null if the layer is whole. */
  | { readonly lines: string; readonly fault: string | null }
  | { readonly written: string }
  | { readonly failure: string };

/** The part of gdal3.js used here; its own types assume the browser's global scope. */
interface Gdal {
  open(path: string): Promise<{ datasets: Dataset[] }>;
  ogr2ogr(dataset: object, options: string[], name: string): Promise<{ real: string }>;
  close(dataset: object): Promise<void>;
}

interface Dataset {
  info?: { driverShortName?: string; layers?: LayerInfo[] };
}

interface LayerInfo {
  name: string;
  featureCount?: number;
  fields?: { name: string }[];
  geometryFields?: {
    type: string;
    extent?: [number, number, number, number];
    coordinateSystem?: { projjson?: { name?: string; type?: string }; wkt?: string };
  }[];
}

const require = createRequire(import.meta.url);
/** GDAL's messages during the current job. */
const said: string[] = [];
const opened = new Map<string, Dataset>();

async function openGdal(out: string): Promise<Gdal> {
  const start = require('gdal3.js/node.js') as (config: object) => Promise<Gdal>;
  return start({
    // It prefixes "./" to this path to read its data file, so an absolute path would miss.
    path: relative(process.cwd(), dirname(require.resolve('gdal3.js/dist/package/gdal3.node.js'))),
    dest: out,
    // GDAL can rebuild the index of a Shapefile (.shx) from the outlines.
    env: { SHAPE_RESTORE_SHX: 'YES' },
    logHandler: () => undefined,
    errorHandler: (text: string) => said.push(text),
  });
}

/** GDAL detects formats by content: a file with a known extension may be another format, such as one that points to other files. */
const DRIVERS = new Set(['ESRI Shapefile', 'OpenFileGDB', 'GPKG', 'GeoJSON', 'GeoJSONSeq', 'TopoJSON', 'ESRIJSON']);

async function list(gdal: Gdal, path: string): Promise<ListedSet> {
  const set = { path, layers: [], isProjectionUnknown: false };
  said.length = 0;
  try {
    const [dataset] = (await gdal.open(path)).datasets;
    const driver = dataset?.info?.driverShortName ?? 'unknown';
    if (!dataset || !DRIVERS.has(driver)) return { ...set, fault: `a data set of the format ${driver}` };
    opened.set(path, dataset);
    const layers = (dataset.info?.layers ?? []).map((layer) => listed(path, layer));
    return { path, layers, fault: null, isProjectionUnknown: said.some((line) => /crs not found|libcurl/.test(line)) };
  } catch (error) {
    return { ...set, fault: said.find((line) => line.startsWith('ERROR')) ?? reason(error) };
  }
}

function listed(path: string, info: LayerInfo): ListedLayer {
  const [geometry] = info.geometryFields ?? [];
  const named = geometry?.coordinateSystem;
  return {
    path,
    name: info.name,
    geometryType: geometry?.type ?? 'None',
    featureCount: info.featureCount ?? 0,
    projection: named ? (named.projjson?.name ?? named.wkt?.split('"')[1] ?? 'unnamed projection') : null,
    isGeographic:
      /^Geographic/.test(named?.projjson?.type ?? '') || /^(GEOG|BOUNDCRS\[SOURCECRS\[GEOG)/.test(named?.wkt ?? ''),
    extent: geometry?.extent ?? null,
    fields: (info.fields ?? []).map((f) => f.name),
  };
}

async function convert(gdal: Gdal, { path, layer, from, name }: Conversion): Promise<GdalAnswer> {
  if (!opened.has(path)) await list(gdal, path);
  const dataset = opened.get(path);
  if (!dataset) return { failure: `${path} is not open` };
  // Nine decimals are 0.1 mm: fewer can make a valid outline touch itself.
  const options = ['-f', 'GeoJSONSeq', '-t_srs', 'EPSG:4326', '-dim', 'XY', '-nlt', 'CONVERT_TO_LINEAR'];
  options.push('-lco', 'COORDINATE_PRECISION=9');
  if (from !== undefined) options.push('-s_srs', from);
  if (dataset.info?.driverShortName === 'GeoJSON') options.push('-preserve_fid');
  said.length = 0;
  const fault = () =>
    said.find((line) => /^ERROR.*feature/.test(line)) ?? said.find((line) => line.startsWith('ERROR')) ?? null;
  try {
    const { real } = await gdal.ogr2ogr(dataset, [...options, layer], name);
    return { lines: real, fault: fault() };
  } catch (error) {
    return { lines: '', fault: fault() ?? reason(error) };
  }
}

function reason(error: unknown): string {
  if (Array.isArray(error)) return error.map(reason).join('; ');
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return String(error);
}

async function work(gdal: Gdal, job: GdalJob): Promise<GdalAnswer> {
  if ('write' in job) {
    const [dataset] = (await gdal.open(job.write.from)).datasets;
    if (!dataset) return { failure: `nothing to convert in ${job.write.from}` };
    const { real } = await gdal.ogr2ogr(dataset, [...job.write.options], job.write.name);
    await gdal.close(dataset);
    return { written: real };
  }
  if ('convert' in job) return convert(gdal, job.convert);
  // What an earlier file left open is of no further use.
  for (const dataset of opened.values()) await gdal.close(dataset);
  opened.clear();
  const sets: ListedSet[] = [];
  for (const path of job.list) sets.push(await list(gdal, path));
  return { sets };
}

const port = parentPort;
if (port) {
  const opening = openGdal((workerData as GdalStart).out);
  port.on('message', (job: GdalJob) => {
    opening
      .then((gdal) => work(gdal, job))
      .then(
        (answer) => port.postMessage(answer),
        (error: unknown) => port.postMessage({ failure: reason(error) } satisfies GdalAnswer),
      );
  });
}
