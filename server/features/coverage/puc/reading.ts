/**
 * Reads a coverage file, writing nothing: decides by its columns, units, service status, and what a person said of its values, and gives its areas
 * with repaired outlines, or a refusal that names every faulty feature.
 */
import { basename } from 'node:path';
import { columnsUsed } from '../../../domain/columns-used.ts';
import { type Phrase, phrase } from '../../../domain/messages/phrase.ts';
import { type GisFile, readGis } from '../../../platform/gis/read.ts';
import type { Mended } from '../../../platform/gis/repair.ts';
import type { Progress } from '../../../platform/progress.ts';
import type { Reader } from '../../../platform/reader.ts';
import type { AreaRow, Reading } from './area-row.ts';
import { filedAreas, mendAreas } from './areas.ts';
import { columnsRead, knownColumns, mapColumns } from './columns.ts';
import { pucErrors } from './errors.ts';
import { couldBeTier, mayBeTiers, type SpeedUnit, unitOfName } from './speed.ts';
import { plannedName, type StandingColumn, standingColumn } from './standing.ts';
import type { ValueMeanings } from './values.ts';

/** A person's instructions for reading a filing. */
export interface ReadAs {
  /** The filer, where the file does not name one. */
  readonly provider?: string | undefined;
  /** Column by meaning (columns.ts), where names are not recognized. */
  readonly columns?: Readonly<Record<string, string>> | undefined;
  /** Layers by name, where the file has several. */
  readonly layers?: readonly string[] | undefined;
  readonly meanings?: { readonly [Kind in keyof ValueMeanings]?: ValueMeanings[Kind] | undefined } | undefined;
  readonly speedUnit?: SpeedUnit | undefined;
  /** Load what the filing calls planned, under construction, funded or retired as service. */
  readonly includesPlanned?: boolean | undefined;
}

export interface CoverageFile extends ReadAs {
  /** A zipped Shapefile or FileGDB, GeoPackage or GeoJSON. */
  readonly path: string;
  /** YYYY-MM-DD: what begins later is not service yet. */
  readonly asOf: string;
}

/**
 * @param reader lets PostGIS repair outlines; reads no table
 * @param tell takes notes for the person: mapping, projection, repairs, omissions and assumptions
 * @throws Refusal
 */
export async function readCoverage(
  reader: Reader,
  options: CoverageFile,
  progress: Progress,
  tell: (notes: readonly Phrase[]) => void,
): Promise<{ readonly rows: readonly AreaRow[]; readonly mended: Mended }> {
  using file = await readGis(options.path, { ...layersOf(options), progress });
  tell(file.notes);
  const reading = await readingOf(file, options, options.asOf);
  tell(readingNotes(file, reading));
  tell(calledPlanned(file, reading, options));
  const filed = await filedAreas(file, reading, options.speedUnit !== undefined);
  tell(filed.notes);
  const { rows, mended, notes } = await mendAreas(reader, file, filed, progress);
  tell(notes);
  tell(readingAssumptions(reading));
  return { rows, mended };
}

/** The name of a single-layer file may say what its layer does not. */
function calledPlanned(file: GisFile, { standing }: Reading, { path, includesPlanned }: CoverageFile): Phrase[] {
  const name = basename(path);
  const word = plannedName(name.replace(/\.[^.]*$/, ''));
  if (word === undefined || file.layers.some((layer) => plannedName(layer.name) !== undefined)) return [];
  const isTold = [...standing.values()].includes('words');
  if (!isTold && !includesPlanned) throw pucErrors.calledPlanned(name, word);
  return [phrase(isTold ? 'puc.called/followed' : 'puc.called/loaded', { word })];
}

/** The layers of a filing: areas in service, all with the same columns. */
function layersOf({ columns = {}, layers, includesPlanned }: ReadAs) {
  return {
    geometry: 'areas',
    layers,
    leaveOut: ({ name, fields }: { name: string; fields: readonly string[] }) => {
      const word = plannedName(name);
      // A status of each area outweighs the name of its layer.
      if (word === undefined || includesPlanned || fields.some((field) => standingColumn(field) === 'words'))
        return undefined;
      return phrase('puc.left-out/layer', { layer: name, word });
    },
    alike: ({ fields }: { fields: readonly string[] }) =>
      JSON.stringify(columnsRead(knownColumns(fields, onlyOf(columns, fields)))),
  } as const;
}

/** Ignores overrides for columns that a layer lacks. */
function onlyOf(columns: Readonly<Record<string, string>>, fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(columns).filter(([, column]) => fields.includes(column)));
}

/** @throws Refusal when a required column is missing */
async function readingOf(file: GisFile, as: ReadAs, asOf: string): Promise<Reading> {
  const mapping = mapColumns(file.fields, as.columns);
  const mapped = Object.values(mapping);
  const standing = new Map<string, StandingColumn>();
  for (const field of file.fields) {
    const kind = mapped.includes(field) ? undefined : standingColumn(field);
    if (kind) standing.set(field, kind);
  }
  const down = mapping.maxdown ?? mapping.speed ?? '';
  const up = mapping.maxup ?? mapping.speed ?? '';
  const unit = as.speedUnit ?? ((await areTiers(file, down, up)) ? 'tiers' : undefined);
  return {
    mapping,
    unit: { down: unit ?? unitOfName(down) ?? 'mbps', up: unit ?? unitOfName(up) ?? 'mbps' },
    provider: as.provider,
    asOf,
    standing,
    others: file.fields.filter((field) => !mapped.includes(field) && !standing.has(field)),
    meanings: {
      technology: as.meanings?.technology ?? new Map(),
      speed: as.meanings?.speed ?? new Map(),
      status: as.meanings?.status ?? new Map(),
    },
    includesPlanned: as.includesPlanned ?? false,
  };
}

async function areTiers(file: GisFile, down: string, up: string): Promise<boolean> {
  if (!mayBeTiers(file.fields, [down, up])) return false;
  for await (const { properties } of file.features()) {
    if (!couldBeTier(properties[down]) || !couldBeTier(properties[up])) return false;
  }
  return true;
}

/** Which parts of the file were read, and which not. */
function readingNotes(file: GisFile, { mapping, standing, unit }: Reading): Phrase[] {
  const notes = [phrase('puc.read/columns', { columnsRead: columnsRead(mapping) })];
  if (standing.size > 0) notes.push(phrase('puc.read/standing', { columns: [...standing.keys()] }));
  notes.push(columnsUsed(file.fields, [...Object.values(mapping), ...standing.keys()]));
  if (unit.down !== 'mbps' && unit.down !== 'tiers') notes.push(phrase('puc.read/unit', { unit: unit.down }));
  return notes;
}

/** Assumptions where the filing has no column. */
function readingAssumptions({ mapping, unit }: Reading): Phrase[] {
  const notes: Phrase[] = [];
  if (unit.down === 'tiers') notes.push(phrase('puc.read/tiers'));
  if (!mapping.lowlatency) notes.push(phrase('puc.read/no-latency'));
  if (!mapping.bizrescode && !mapping.consumer) notes.push(phrase('puc.read/no-residential'));
  return notes;
}
