/** Detects the kind of a JSON file: servers do not always send what was requested. */
import { closeSync, createReadStream, createWriteStream, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export type JsonKind =
  | {
      readonly kind: 'areas';
      /** The property that marks the file as one page of several: "exceededTransferLimit". */
      readonly page: string | undefined;
      /** Projection given by number, in GDAL's form: "EPSG:26917", "ESRI:102100"; undefined without one. */
      readonly projection: string | undefined;
    }
  | { readonly kind: 'error'; readonly message: string }
  | { readonly kind: 'curves' | 'feature-collection-item' | 'description' | 'other' };

/**
 * Copies a JSON file as UTF-8 without a byte order mark, and detects its kind by its first and last characters, as files may
 * exceed the largest string. Text in another single-byte code page stays unchanged; `lines.ts` decodes it.
 */
export async function takeJson(path: string, target: string): Promise<JsonKind> {
  await copyPlain(path, target);
  const size = statSync(target).size;
  const error = size < SMALL ? errorIn(readFileSync(target, 'utf8')) : undefined;
  if (error !== undefined) return { kind: 'error', message: error };
  const text = `${endOf(target, 0)}\n${endOf(target, Math.max(0, size - END))}`;
  if (/"featureSet"\s*:/.test(text) && /"layerDefinition"\s*:/.test(text)) return { kind: 'feature-collection-item' };
  if (!isGeographic(text)) return { kind: isDescription(text) ? 'description' : 'other' };
  const { exceeds, isCurved, features } = await wordsOf(target);
  if (isCurved) return { kind: 'curves' };
  const page = exceeds ? 'exceededTransferLimit' : pageIn(text, features);
  return { kind: 'areas', page, projection: projectionIn(text) };
}

/** Whether a file that cannot be read as geographic is sound JSON all the same, without any feature. */
export function holdsNoFeature(path: string): boolean {
  const about = statSync(path);
  if (!about.isFile() || about.size >= SMALL) return false;
  const found = parsed(readFileSync(path, 'utf8'));
  if (Array.isArray(found)) return true;
  if (!isRecord(found) || (Array.isArray(found.features) && found.features.length > 0)) return false;
  return found.type === 'FeatureCollection' || !isGeographic(JSON.stringify(found));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const SMALL = 1 << 20;
const END = 1 << 18;

async function copyPlain(path: string, target: string): Promise<void> {
  const { encoding, skip } = encodingOf(endOf(path, 0, 'latin1').slice(0, 64));
  if (encoding === undefined && skip === 0) return copyFile(path, target);
  const bytes = createReadStream(path, { start: skip });
  if (encoding === undefined) return pipeline(bytes, createWriteStream(target));
  const decoder = new TextDecoder(encoding);
  const decoded = async function* () {
    for await (const chunk of bytes) yield Buffer.from(decoder.decode(chunk as Buffer, { stream: true }));
  };
  return pipeline(Readable.from(decoded()), createWriteStream(target));
}

/** By the byte order mark, or where every second byte is zero. */
function encodingOf(head: string): { encoding?: 'utf-16le' | 'utf-16be'; skip: number } {
  if (head.startsWith('\xef\xbb\xbf')) return { skip: 3 };
  if (head.startsWith('\xff\xfe')) return { encoding: 'utf-16le', skip: 2 };
  if (head.startsWith('\xfe\xff')) return { encoding: 'utf-16be', skip: 2 };
  if (/^[^\0]\0[^\0]\0/.test(head)) return { encoding: 'utf-16le', skip: 0 };
  if (/^\0[^\0]\0[^\0]/.test(head)) return { encoding: 'utf-16be', skip: 0 };
  return { skip: 0 };
}

function endOf(path: string, from: number, encoding: BufferEncoding = 'utf8'): string {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(END);
    return buffer.toString(encoding, 0, readSync(file, buffer, 0, END, from));
  } finally {
    closeSync(file);
  }
}

/** The message of an error document from ArcGIS, from services that wrap it, or from gateways. */
function errorIn(text: string): string | undefined {
  const found = parsed(text);
  if (!isRecord(found) || 'features' in found || 'type' in found) return undefined;
  const hasCode = found.status === 'error' || 'code' in found;
  const listed = [found.exceptions].flat()[0];
  const error =
    found.error === undefined || typeof found.error === 'boolean'
      ? (listed ?? (hasCode || found.error === true ? found : undefined))
      : found.error;
  if (error === undefined) return undefined;
  if (!isRecord(error)) return shown(found.error_description ?? found.message ?? error);
  const parts = [
    error.message ?? error.messages ?? error.error_description ?? error.description ?? error.text,
    error.details,
  ];
  const words = parts.flat().filter((part) => typeof part === 'string' && part !== '');
  return shown([error.code, words.join(' ')].filter((part) => part !== undefined && part !== '').join(' '));
}

const LONGEST_MESSAGE = 200;

/** A server's message as one short line. */
function shown(message: unknown): string {
  return String(message)
    .replace(/[\s"]+/g, ' ')
    .trim()
    .slice(0, LONGEST_MESSAGE);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isGeographic(text: string): boolean {
  const type =
    /"type"\s*:\s*"(FeatureCollection|Feature|Topology|(Multi)?(Polygon|Point|LineString)|GeometryCollection)"/;
  const esri = /"(geometryType|spatialReference|attributes)"\s*:/.test(text) && /"features"\s*:/.test(text);
  return type.test(text) || esri;
}

/** Metadata or counts of a layer that an ArcGIS server sends instead of its features. */
function isDescription(text: string): boolean {
  return /^\s*\{\s*"(currentVersion|count|objectIdFieldName|layers|mapName|serviceDescription)"\s*:/.test(text);
}

/** They may be anywhere in the file, so all of it is searched. */
async function wordsOf(path: string): Promise<{ exceeds: boolean; isCurved: boolean; features: number }> {
  const found = { exceeds: false, isCurved: false, features: 0 };
  let before = '';
  for await (const chunk of createReadStream(path, { encoding: 'latin1', highWaterMark: 1 << 20 })) {
    const text = before + chunk;
    found.exceeds ||= /"exceeded_?transfer_?limit"\s*:\s*"?(true|1)\b/i.test(text);
    found.isCurved ||= /"curve(Ring|Path)s"\s*:\s*\[/.test(text);
    found.features += (text.match(A_FEATURE)?.length ?? 0) - (before.match(A_FEATURE)?.length ?? 0);
    before = text.slice(-64);
  }
  return found;
}

const A_FEATURE = /"type"\s*:\s*"Feature"/g;

/**
 * Paging information of other feature servers, before or after the features (OGC API Features, WFS). Counts the features if
 * the server does not.
 */
function pageIn(text: string, features: number): string | undefined {
  const around = text.replace(/"properties"\s*:\s*\{[^{}]*\}/g, '');
  const number = (name: string) => Number(new RegExp(`"${name}"\\s*:\\s*"?(\\d+)`).exec(around)?.[1] ?? Number.NaN);
  const returned = number('numberReturned');
  for (const all of ['numberMatched', 'totalFeatures'])
    if (number(all) > (Number.isNaN(returned) ? features : returned))
      return Number.isNaN(returned) ? `${all}: ${number(all)}, features: ${features}` : `numberReturned, ${all}`;
  const isFollowed = /"rel"\s*:\s*"next"/.test(around) || /"next(Page)?"\s*:\s*"https?:/i.test(around);
  return isFollowed ? 'a link to the next' : undefined;
}

/** Codes of Web Mercator that EPSG does not list, or no longer does. */
const WEB_MERCATOR = [102100, 102113, 900913, 3785];
const FIRST_ESRI_CODE = 37_000;

function projectionIn(text: string): string | undefined {
  const esri = /"spatialReference"\s*:\s*\{([^{}]*)\}/.exec(text)?.[1] ?? '';
  const crs = /"crs"\s*:\s*\{[^{}]*\{([^{}]*)\}/.exec(text)?.[1] ?? '';
  const code =
    /"latestWkid"\s*:\s*(\d+)/.exec(esri)?.[1] ??
    /"wkid"\s*:\s*(\d+)/.exec(esri)?.[1] ??
    /(?:EPSG|ESRI)[:/]+(?:[\d.]*:)?(\d+)/i.exec(crs)?.[1];
  if (code === undefined) return undefined;
  if (WEB_MERCATOR.includes(Number(code))) return 'EPSG:3857';
  return `${Number(code) < FIRST_ESRI_CODE ? 'EPSG' : 'ESRI'}:${code}`;
}
