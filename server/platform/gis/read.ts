/** Reads geographic files in any of the usual formats and projections. */
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import { MOST_ROWS } from '../archive-limits.ts';
import { refusal, refusalBecause } from '../problem.ts';
import { type Progress, silentProgress } from '../progress.ts';
import { openScratch } from '../scratch.ts';
import { withinTheEarth } from './antimeridian.ts';
import { projectionUnknown, unreadable } from './errors.ts';
import { GdalError, runGdal } from './gdal.ts';
import type { ListedLayer, ListedSet } from './gdal-worker.ts';
import type { GeoJsonGeometry } from './geometry.ts';
import { holdsNoFeature } from './json-kind.ts';
import { chooseLayers, type LayerChoice } from './layers.ts';
import { type Feature, type Look, linesOf, lookThrough, textOf } from './lines.ts';
import { guessProjection, looksLikeDegrees } from './projection.ts';
import { type DataSet, unpack } from './unpack.ts';

export type Properties = Readonly<Record<string, string | number | boolean | null>>;

export interface GisFeature {
  /** "feature 7", or "feature 7 of layer roads" in a file of several layers. */
  readonly label: Phrase;
  readonly properties: Properties;
  /** GeoJSON's numeric id outside the properties; a text id becomes a property `id`. */
  readonly id?: number | undefined;
  /** In EPSG:4326, lng lat within 180 degrees; null where the feature has none. */
  readonly geometry: GeoJsonGeometry | null;
}

export interface LayerFeature extends GisFeature {
  /** Name of its layer. */
  readonly layer: string;
}

export interface GisFile extends Disposable {
  /** The selected layers. */
  readonly layers: readonly ListedLayer[];
  /** Distinct columns of all layers. */
  readonly fields: readonly string[];
  readonly featureCount: number;
  /** Notes for the person: projections, code pages, skipped layers and files. */
  readonly notes: readonly Phrase[];
  features(): AsyncIterable<LayerFeature>;
}

export interface ReadOptions extends LayerChoice {
  /** @default MOST_ROWS */
  readonly mostFeatures?: number | undefined;
  /** Called with the progress. */
  readonly progress?: Progress | undefined;
}

/**
 * @param path a zipped Shapefile or FileGDB, GeoPackage, GeoJSON, Esri JSON or TopoJSON
 * @throws Refusal when it is unreadable, incomplete, without a projection and not in degrees, or ambiguous about its
 * layers
 */
export async function readGis(path: string, options: ReadOptions = {}): Promise<GisFile> {
  const name = basename(path);
  const scratch = openScratch('gis');
  const { folder } = scratch;
  const remove = () => scratch[Symbol.dispose]();
  try {
    const source = join(folder, 'in');
    mkdirSync(source);
    const unpacked = await unpack(path, source);
    const { sets } = await ofGdal(name, runGdal({ list: unpacked.sets.map((set) => set.path) }));
    const chosen = chooseLayers(name, readable(name, sets), options);
    const notes = [...unpacked.notes, ...chosen.notes];
    const layers = await convertAll(name, chosen.taken, { folder, sets, known: unpacked.sets, notes, ...options });
    rmSync(source, { recursive: true });
    return gisFile(layers, notes, remove);
  } catch (error) {
    remove();
    throw error;
  }
}

function readable(name: string, sets: readonly ListedSet[]): ListedLayer[] {
  for (const { path, fault } of sets) {
    if (fault === null) continue;
    const inside = basename(path);
    const file = sets.length > 1 ? phrase('gis.file-inside', { inside, file: name }) : name;
    if (holdsNoFeature(path)) throw refusalBecause(fault, 'gis.no-layer/no-feature', 400, { file });
    throw unreadable(file, fault);
  }
  return sets.flatMap(({ layers }) => layers);
}

async function ofGdal<T>(name: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof GdalError)) throw error;
    throw unreadable(name, error);
  }
}

interface Reading extends Pick<ReadOptions, 'mostFeatures'> {
  readonly folder: string;
  readonly sets: readonly ListedSet[];
  readonly known: readonly DataSet[];
  /** Collects notes. */
  readonly notes: Phrase[];
  readonly progress?: Progress | undefined;
}

interface ReadLayer extends ListedLayer {
  /** Path of its features in EPSG:4326, one per line. */
  readonly lines: string;
}

async function convertAll(name: string, chosen: readonly ListedLayer[], reading: Reading): Promise<ReadLayer[]> {
  const total = chosen.reduce((sum, { featureCount }) => sum + featureCount, 0);
  const most = reading.mostFeatures ?? MOST_ROWS;
  if (total > most) throw refusal('gis.too-many/features', 413, { file: name, most });
  const step = (reading.progress ?? silentProgress).begin(phrase('step.gis', { file: name }), total);
  const startedAt = Date.now();
  const layers: ReadLayer[] = [];
  for (const [i, layer] of chosen.entries()) layers.push(await convert(name, layer, i, reading, step.advance));
  const aSecond = Math.round((total * 1000) / Math.max(1, Date.now() - startedAt));
  step.done(phrase('done.gis', { featureCount: total, aSecond }));
  return layers;
}

async function convert(
  name: string,
  layer: ListedLayer,
  i: number,
  { folder, sets, known, notes }: Reading,
  advance: (features: number) => void,
): Promise<ReadLayer> {
  const label = { layer: layer.name, file: name };
  const set = known.find(({ path }) => path === layer.path);
  const isUnknown = sets.some((listed) => listed.path === layer.path && listed.isProjectionUnknown);
  const named = isUnknown || layer.projection === null ? set?.projection : undefined;
  if (isUnknown && named === undefined) throw projectionUnknown(name);
  if (layer.projection === null && named === undefined && !looksLikeDegrees(layer.extent))
    throw refusal('gis.no-projection/no-projection', 400, { ...label, guess: guessProjection(layer.extent) });
  const from = named ?? (layer.projection === null ? 'EPSG:4326' : undefined);
  const job = { path: layer.path, layer: layer.name, from, name: `${basename(folder)}-${i}` };
  const { lines: written, fault } = await ofGdal(name, runGdal({ convert: job }, advance));
  if (fault !== null && isUnknown) throw projectionUnknown(name, fault);
  if (fault !== null)
    throw refusalBecause(fault, 'gis.unreadable/layer-unreadable', 400, { ...label, why: reasonFor(fault, layer) });
  // The GDAL thread's own folder disappears with the thread, which may end before the lines are read.
  const lines = join(folder, job.name);
  renameSync(written, lines);
  const look = await lookThrough(lines);
  refuseMisplaced(label, look, layer, set);
  notes.push(...layerNotes(layer, named, look));
  return { ...layer, lines };
}

/** Why a layer could not be converted, if GDAL's words say more than that. */
function reasonFor(fault: string, { projection }: ListedLayer): Phrase {
  if (!/reproject|projection domain/i.test(fault)) return phrase('gis.why/cut-off');
  return projection === null ? phrase('gis.why/outside-projection') : phrase('gis.why/outside', { projection });
}

function refuseMisplaced(
  label: { layer: string; file: string },
  look: Look,
  layer: ListedLayer,
  set: DataSet | undefined,
): void {
  if (look.exchanged > 0)
    throw refusal('gis.exchanged/exchanged', 422, { ...label, exchanged: look.exchanged, featureCount: look.features });
  if (look.offEarth * 2 <= look.features) return;
  const guess = guessProjection(layer.extent);
  // GeoJSON without a projection claims degrees, whatever it is in.
  if (set?.kind === 'json' && set.projection === undefined)
    throw refusal('gis.no-projection/no-projection', 400, { ...label, guess });
  throw refusal('gis.no-projection/not-degrees', 400, { ...label, named: layer.projection ?? '', guess });
}

/** Common page size of map services, or a divisor of it. */
const A_PAGE = 1000;

function layerNotes(
  { name: layer, featureCount, projection: own }: ListedLayer,
  named: string | undefined,
  look: Look,
) {
  const projection = named ?? own;
  const notes: Phrase[] = [
    projection === null
      ? phrase('gis.layer-read/degrees', { layer })
      : phrase('gis.layer-read', { layer, featureCount, projection }),
  ];
  if (look.features > 0 && look.features % A_PAGE === 0)
    notes.push(phrase('gis.full-page', { layer, featureCount: look.features }));
  if (look.windows1252 > 0) notes.push(phrase('gis.text/windows-1252', { layer, featureCount: look.windows1252 }));
  if (look.lost.size > 0) notes.push(phrase('gis.text/lost', { layer, columns: [...look.lost] }));
  if (look.misread.size > 0) notes.push(phrase('gis.text/misread', { layer, columns: [...look.misread] }));
  if (look.wrapped > 0) notes.push(phrase('gis.beyond-180', { layer, featureCount: look.wrapped }));
  return notes;
}

function gisFile(layers: readonly ReadLayer[], notes: readonly Phrase[], remove: () => void): GisFile {
  return {
    layers,
    fields: [...new Set(layers.flatMap((layer) => layer.fields))],
    featureCount: layers.reduce((sum, layer) => sum + layer.featureCount, 0),
    notes,
    async *features() {
      for (const { name: layer, lines } of layers) {
        let number = 0;
        for await (const line of linesOf(lines)) {
          if (line.length === 0) continue;
          number++;
          const { id, properties, geometry } = JSON.parse(textOf(line)) as Feature;
          const label =
            layers.length > 1 ? phrase('gis.feature/of-layer', { number, layer }) : phrase('gis.feature', { number });
          yield { label, layer, properties: properties ?? {}, id, geometry: geometry && withinTheEarth(geometry) };
        }
      }
    },
    [Symbol.dispose]: remove,
  };
}
