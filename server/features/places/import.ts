import { basename } from 'node:path';
import type { Deps } from '../../deps.ts';
import { columnsUsed } from '../../domain/columns-used.ts';
import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import { stateFipsOf } from '../../domain/states.ts';
import type { Db } from '../../platform/db.ts';
import { featuresAtFault } from '../../platform/gis/errors.ts';
import { readGis } from '../../platform/gis/read.ts';
import { type Mended, mendPolygons, repairNotes } from '../../platform/gis/repair.ts';
import { type Refusal, refusal } from '../../platform/problem.ts';
import type { Progress } from '../../platform/progress.ts';
import { type Reader, readerOn } from '../../platform/reader.ts';
import { drawSchools } from '../ground/index.ts';
import { areasOutside } from './areas-outside.ts';
import { plainName } from './column-names.ts';
import { type PlaceColumns, placeColumns } from './columns.ts';
import { readPlaces, type StagedRow } from './features.ts';
import { type PlaceKind, POINT_KINDS } from './kinds.ts';
import { layersOf } from './layers.ts';
import { LEVEL_COLUMNS, levelOfFile } from './level.ts';
import { type Merged, mergePlaces } from './merge.ts';
import { type Origin, originOf } from './origin.ts';
import { openPointTable, type PlacesFile } from './point-table.ts';
import { placeReader } from './row.ts';
import { type Survey, surveyOf } from './survey.ts';
import { townsOutside } from './towns-outside.ts';
import { featuresWhere, type Where } from './where.ts';

export interface PlacesImportOptions {
  /** A zipped Shapefile, GeoPackage, GeoJSON or TopoJSON; for towns and schools also a table with latitudes and longitudes. */
  readonly path: string;
  readonly kind: PlaceKind;
  /** FIPS code, letters or name: skips places of other states. Towns and schools need it if their file names no state. */
  readonly stateFips?: string | undefined;
  /** Layer by name, in a file of several. */
  readonly layers?: readonly string[] | undefined;
  readonly idColumn?: string | undefined;
  readonly nameColumn?: string | undefined;
  /** Who drew the places, for pages to name. @default as the Census names its files */
  readonly publisher?: string | undefined;
  /** Year or day the places are of. @default as the Census names its files */
  readonly vintage?: string | undefined;
  /** Only features with a value in a column. */
  readonly where?: Where | undefined;
  /** Synthetic outlines for a demo. */
  readonly illustrative?: boolean | undefined;
  /** Remove loaded places of the kind and states that the file lacks. */
  readonly replace?: boolean | undefined;
  /** Accept places that overlap others of their kind. */
  readonly overlapping?: boolean | undefined;
  /** Check and report only. */
  readonly dryRun?: boolean | undefined;
}

export interface PlacesImport extends Omit<Merged, 'notes'> {
  readonly places: number;
  /** True: the same places were there before. */
  readonly unchanged: boolean;
  /** Notes for the person: columns, projection, repairs, changes and omissions. */
  readonly notes: readonly Phrase[];
}

/**
 * Adds the places of one kind, by identifier: the whole file or, with every faulty feature named,
 * nothing.
 *
 * @throws Refusal
 */
export async function importPlaces(
  deps: Deps,
  options: PlacesImportOptions,
  progress: Progress,
): Promise<PlacesImport> {
  const step = progress.begin(phrase('step.places', { file: basename(options.path) }));
  const asked = { ...options, stateFips: stateAsked(options.stateFips) };
  using whole = await openPlaces(options, progress);
  const file = featuresWhere(whole, options.where);
  const survey = await surveyOf(file, options.kind);
  const columns = placeColumns(options.kind, file.fields, { ...options, ...survey });
  const origin = originOf([basename(options.path), ...file.layers.map(({ name }) => name)], options);
  const notes = [...whole.notes, ...columnNotes(options.kind, file, columns, survey), ...originNotes(origin)];
  for (const note of notes) step.note(note);
  const { found, ...counts } = await load(deps.db, file, { ...asked, origin }, columns);
  for (const note of found) step.note(note);
  const result = { ...counts, notes: [...notes, ...found] };
  const said = summaryOf(result);
  step.done(options.dryRun ? phrase('done.dry-run', { said }) : said);
  return result;
}

async function openPlaces(options: PlacesImportOptions, progress: Progress): Promise<PlacesFile> {
  const { path, kind, layers } = options;
  const table = POINT_KINDS.includes(kind) ? await openPointTable(path) : undefined;
  return table ?? readGis(path, { ...layersOf(kind, layers, options), progress });
}

type Asked = PlacesImportOptions & { readonly stateFips: string | undefined; readonly origin: Origin };

async function load(db: Db, file: PlacesFile, asked: Asked, columns: PlaceColumns) {
  const level = levelOfFile(`${basename(asked.path)} ${file.layers.length === 1 ? file.layers[0]?.name : ''}`);
  const read = readPlaces(() => file.features(), placeReader({ ...asked, level }, columns), {
    spansStates: asked.kind === 'tribal',
  });
  const reader = readerOn(db, { role: 'intake' });
  const mended = await mendPolygons(reader, read.staged(), { inPieces: true });
  const repairs = repairNotes(mended.repairs, read.labels);
  const faults = [...read.faults, ...repairs.faults];
  if (faults.length > 0) throw featuresAtFault(faults);
  const { outside, notes } = await outsideOf(reader, asked.kind, read.rows, mended);
  const rows = read.rows.filter(({ id }) => !outside.has(id));
  const leftOut = [...read.notes(), ...notes];
  if (rows.length === 0) throw nothingToLoad(asked.stateFips, leftOut);
  const { notes: merged, ...counts } = await mergePlaces(db, rows, mended, {
    kind: asked.kind,
    origin: asked.origin,
    illustrative: asked.illustrative ?? false,
    replace: asked.replace ?? false,
    overlapping: asked.overlapping ?? false,
    dryRun: asked.dryRun ?? false,
  });
  if (asked.kind === 'school' && !asked.dryRun) await drawSchoolsOf(db, rows);
  const unchanged = counts.added + counts.updated + counts.removed === 0;
  return { ...counts, places: rows.length, unchanged, found: [...leftOut, ...repairs.notes, ...merged] };
}

async function drawSchoolsOf(db: Db, rows: readonly { readonly stateFips: string }[]): Promise<void> {
  for (const stateFips of new Set(rows.map((row) => row.stateFips))) await drawSchools(db, stateFips);
}

function outsideOf(reader: Reader, kind: PlaceKind, rows: readonly StagedRow[], mended: Mended) {
  if (kind !== 'tribal') return townsOutside(reader, kind, rows);
  return areasOutside(
    reader,
    kind,
    rows.filter(({ stateAssumed }) => stateAssumed),
    mended,
  );
}

function summaryOf({ places, unchanged, added, updated, removed, kept }: PlacesImport): Phrase {
  if (unchanged) return phrase('done.places/unchanged', { places });
  return phrase('done.places', {
    places,
    addedCount: added,
    updatedCount: updated,
    removedCount: removed,
    keptCount: kept,
  });
}

function stateAsked(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const fips = stateFipsOf(text);
  if (fips !== undefined) return fips;
  throw refusal('places.state', 400, { text });
}

function columnNotes(kind: PlaceKind, file: PlacesFile, columns: PlaceColumns, { kindColumn }: Survey): Phrase[] {
  const { id, name, fullName, state, population, county, city, designation } = columns;
  const levels =
    kind === 'school_district' ? file.fields.filter((field) => LEVEL_COLUMNS.includes(plainName(field))) : [];
  const used = [
    id,
    name,
    fullName,
    state,
    population,
    county,
    city,
    designation,
    kindColumn,
    ...levels,
    ...(file.coordinates ?? []),
  ];
  return [
    phrase('places.identifiers', {
      idColumn: id ?? '',
      nameColumn: name,
      fullNameColumn: fullName ?? '',
      stateColumn: state ?? '',
    }),
    columnsUsed(
      file.fields,
      used.filter((column) => column !== undefined && column !== null),
    ),
  ];
}

function originNotes({ publisher, vintage }: Origin): Phrase[] {
  if (publisher === null && vintage === null) return [];
  return [phrase('places.drawn', { publisher: publisher ?? '', vintage: vintage ?? '' })];
}

function nothingToLoad(stateFips: string | undefined, leftOut: readonly Phrase[]): Refusal {
  return refusal('places.empty', 422, { stateFips: stateFips ?? '', leftOut });
}
