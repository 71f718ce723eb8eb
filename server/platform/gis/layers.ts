/** Selects the layers of a file. */
import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import { refusal } from '../problem.ts';
import type { ListedLayer } from './gdal-worker.ts';

export interface LayerChoice {
  /** Layers by name, as a person requested: these and no others. */
  readonly layers?: readonly string[] | undefined;
  /** In a file of several layers, prefer matching names; take all if none matches. */
  readonly layer?: RegExp | undefined;
  /** The wanted geometry: if the file has layers of areas, only those count, and several not requested by name must have the same columns. */
  readonly geometry?: 'areas' | 'lines' | 'points' | undefined;
  /** Why a suitable layer is skipped anyway; undefined to load it. */
  readonly leaveOut?: ((layer: ListedLayer) => Phrase | undefined) | undefined;
  /** What must agree between layers loaded together, for example the mapped columns. @default all columns */
  readonly alike?: ((layer: ListedLayer) => string) | undefined;
}

/**
 * @param file name of the file, for messages
 * @returns the layers to read, and every other with the reason it was skipped
 * @throws Refusal when a requested layer is missing, none is left, or several differing ones qualify
 */
export function chooseLayers(
  file: string,
  all: readonly ListedLayer[],
  choice: LayerChoice,
): { taken: ListedLayer[]; notes: Phrase[] } {
  const notes: Phrase[] = [];
  const empty = (layer: ListedLayer) => layer.geometryType === 'None' || layer.featureCount === 0;
  const asked = choice.layers ?? [];
  let taken = all.filter((layer) => !empty(layer));
  for (const layer of all.filter(empty)) notes.push(phrase('gis.layer-empty', { layer: layer.name }));
  if (taken.length === 0) throw refusal('gis.no-layer/no-layer', 400, { file });
  const keep = (wanted: (layer: ListedLayer) => boolean, note: (layers: readonly Phrase[]) => Phrase) => {
    const others = taken.filter((layer) => !wanted(layer));
    if (others.length === 0 || others.length === taken.length) return;
    taken = taken.filter(wanted);
    notes.push(note(others.map(described)));
  };
  if (asked.length > 0) {
    for (const name of asked) if (!taken.some((layer) => isNamed(layer, name))) throw noSuchLayer(file, name, all);
    keep(
      (layer) => asked.some((name) => isNamed(layer, name)),
      (layers) => phrase('gis.layers-passed-over/asked', { layers }),
    );
    return { taken, notes };
  }
  const { layer, geometry, leaveOut, alike = allColumns } = choice;
  if (geometry)
    keep(
      (each) => [geometry, 'unknown'].includes(geometryOf(each)),
      (layers) => phrase('gis.layers-passed-over/wanted', { layers, geometry }),
    );
  const isNamedSo = layer !== undefined && taken.some(({ name }) => layer.test(name));
  if (layer)
    keep(
      ({ name }) => layer.test(name),
      (layers) => phrase('gis.layers-passed-over/named', { layers }),
    );
  const refused = taken.flatMap((each) => leaveOut?.(each) ?? []);
  if (refused.length === taken.length) throw refusal('gis.no-layer/passed-over', 422, { file, leftOut: refused });
  notes.push(...refused);
  taken = withoutCopies(
    taken.filter((each) => leaveOut?.(each) === undefined),
    notes,
  );
  if (geometry && !isNamedSo && new Set(taken.map(alike)).size > 1)
    throw refusal('gis.layers/which-layer', 422, { file, layers: taken.map(inFull) });
  return { taken, notes };
}

function isNamed(layer: ListedLayer, name: string): boolean {
  return layer.name.toLowerCase() === name.trim().toLowerCase();
}

function noSuchLayer(file: string, name: string, all: readonly ListedLayer[]): Error {
  return refusal('gis.layer/no-such-layer', 400, { file, asked: name, layers: all.map((layer) => layer.name) });
}

type Geometry = 'areas' | 'points' | 'lines' | 'unknown';

/** What a layer holds, by the geometry type in GDAL's words. */
function geometryOf({ geometryType }: ListedLayer): Geometry {
  if (/polygon|surface|tin|triangle/i.test(geometryType)) return 'areas';
  if (/point/i.test(geometryType)) return 'points';
  return /line|curve/i.test(geometryType) ? 'lines' : 'unknown';
}

function described(layer: ListedLayer): Phrase {
  return phrase('gis.layer-of-file', {
    layer: layer.name,
    featureCount: layer.featureCount,
    geometry: geometryOf(layer),
  });
}

function inFull({ name, featureCount, fields }: ListedLayer): Phrase {
  return phrase('gis.layer-in-full', { layer: name, featureCount, fields });
}

/** Internal layers of programs. */
const BOOKKEEPING =
  /^(fid|ogc_fid|objectid(_?\d+)?|oid_?|id|gid|globalid|shape(_?(leng(th)?|area))?|shape__(length|area)|layer|path)$/i;

function allColumns({ fields }: ListedLayer): string {
  return fields
    .filter((field) => !BOOKKEEPING.test(field))
    .map((field) => field.toLowerCase())
    .sort()
    .join('\n');
}

/** One layer in two formats, as download portals put into one archive, would be loaded twice. */
function withoutCopies(layers: readonly ListedLayer[], notes: Phrase[]): ListedLayer[] {
  const kept: ListedLayer[] = [];
  // A Shapefile cuts column names to ten letters.
  const byCompleteness = [...layers].sort((a, b) => Number(a.path.endsWith('.shp')) - Number(b.path.endsWith('.shp')));
  for (const layer of byCompleteness) {
    const same = kept.some(
      (other) =>
        other.path.slice(-4) !== layer.path.slice(-4) &&
        isNamed(other, layer.name) &&
        other.featureCount === layer.featureCount,
    );
    if (same) notes.push(phrase('gis.layers-passed-over/copy', { layers: [described(layer)] }));
    else kept.push(layer);
  }
  return layers.filter((layer) => kept.includes(layer));
}
