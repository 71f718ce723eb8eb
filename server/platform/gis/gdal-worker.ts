/**
 * GDAL (gdal3.js, WebAssembly) in a thread of its own: it computes without pause for seconds, keeps what memory it once took,
 * and sets a global `location`, none of which the server should have. Jobs come one at a time.
 */
import { createRequire } from 'node:module';
import { dirname, relative } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

export type GdalJob =
  /** Data sets to convert, as `unpack` gives them. */
  | { readonly read: readonly string[] }
  /** A conversion to any format GDAL writes: the tests make their files so. */
  | { readonly write: { readonly from: string; readonly name: string; readonly options: readonly string[] } };

/** What the thread is started with: the folder GDAL writes to. */
export interface GdalStart {
  readonly out: string;
}

/** One layer, converted to GeoJSON in EPSG:4326, one feature a line, in the order of the file. */
export interface ConvertedLayer {
  readonly name: string;
  readonly geometryType: string;
  readonly featureCount: number;
  /** Name of the projection, for example "NAD83 / UTM zone 17N"; null when the layer names none. */
  readonly projection: string | null;
  readonly fields: readonly string[];
  /** Path of the lines; null when the layer has no geometry at all, or none that could be placed. */
  readonly lines: string | null;
  /** Why the layer could not be converted, in GDAL's words; null when it was. */
  readonly fault: string | null;
}

export type GdalAnswer =
  | { readonly layers: readonly ConvertedLayer[] }
  | { readonly written: string }
  | { readonly failure: string };

/** The part of gdal3.js used here; its own types are written for the browser's global scope. */
interface Gdal {
  open(path: string): Promise<{ datasets: { info?: { driverShortName?: string; layers?: LayerInfo[] } }[] }>;
  ogr2ogr(dataset: object, options: string[], name: string): Promise<{ real: string }>;
  close(dataset: object): Promise<void>;
}

interface LayerInfo {
  name: string;
  featureCount?: number;
  fields?: { name: string }[];
  geometryFields?: {
    type: string;
    extent?: [number, number, number, number];
    coordinateSystem?: { projjson?: { name?: string }; wkt?: string };
  }[];
}

const require = createRequire(import.meta.url);
/** GDAL's own words during the current conversion. */
const said: string[] = [];
let converted = 0;

async function openGdal(out: string): Promise<Gdal> {
  const start = require('gdal3.js/node.js') as (config: object) => Promise<Gdal>;
  return start({
    // It reads its data file by "./" and this path, so an absolute one would miss.
    path: relative(process.cwd(), dirname(require.resolve('gdal3.js/dist/package/gdal3.node.js'))),
    dest: out,
    logHandler: () => undefined,
    errorHandler: (text: string) => said.push(text),
  });
}

/** GDAL goes by content: a file of another format, such as one that points to other files, may bear a known ending. */
const DRIVERS = new Set(['ESRI Shapefile', 'OpenFileGDB', 'GPKG', 'GeoJSON', 'GeoJSONSeq', 'TopoJSON']);

async function convert(gdal: Gdal, path: string): Promise<ConvertedLayer[]> {
  const [dataset] = (await gdal.open(path)).datasets;
  if (!dataset) return [];
  const driver = dataset.info?.driverShortName ?? 'unknown';
  if (!DRIVERS.has(driver)) throw new Error(`a data set of the format ${driver} is not read here`);
  const layers: ConvertedLayer[] = [];
  for (const info of dataset.info?.layers ?? []) {
    const [geometry] = info.geometryFields ?? [];
    const named = geometry?.coordinateSystem;
    const projection = named ? (named.projjson?.name ?? named.wkt?.split('"')[1] ?? 'unnamed projection') : null;
    const layer = {
      name: info.name,
      geometryType: geometry?.type ?? 'None',
      featureCount: info.featureCount ?? 0,
      projection,
      fields: (info.fields ?? []).map((f) => f.name),
    };
    if (!geometry || (projection === null && !looksLikeDegrees(geometry.extent))) {
      layers.push({ ...layer, lines: null, fault: null });
      continue;
    }
    // Nine decimals are 0.1 mm: fewer can make a valid outline touch itself.
    const options = ['-f', 'GeoJSONSeq', '-t_srs', 'EPSG:4326', '-dim', 'XY', '-nlt', 'CONVERT_TO_LINEAR'];
    options.push('-lco', 'COORDINATE_PRECISION=9');
    if (projection === null) options.push('-s_srs', 'EPSG:4326');
    if (driver === 'GeoJSON') options.push('-preserve_fid');
    said.length = 0;
    try {
      const { real } = await gdal.ogr2ogr(dataset, [...options, info.name], `layer-${++converted}`);
      const fault = said.find((line) => line.startsWith('ERROR')) ?? null;
      layers.push({ ...layer, lines: real, fault });
    } catch (error) {
      layers.push({ ...layer, lines: null, fault: said.find((line) => line.startsWith('ERROR')) ?? reason(error) });
    }
  }
  await gdal.close(dataset);
  return layers;
}

function looksLikeDegrees(extent: readonly number[] | undefined): boolean {
  const [west, south, east, north] = extent ?? [];
  if (west === undefined || south === undefined || east === undefined || north === undefined) return false;
  return west >= -180 && east <= 180 && south >= -90 && north <= 90;
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
  const layers: ConvertedLayer[] = [];
  for (const path of job.read) layers.push(...(await convert(gdal, path)));
  return { layers };
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
