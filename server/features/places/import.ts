import { basename } from 'node:path';
import type { Deps } from '../../deps.ts';
import { featuresAtFault } from '../../platform/gis/faults.ts';
import { polygonsOf } from '../../platform/gis/geometry.ts';
import { type GisFile, readGis } from '../../platform/gis/read.ts';
import { repairNotes, repairStaged, type Staged, stagePolygons } from '../../platform/gis/repair.ts';
import { Refusal } from '../../platform/problem.ts';
import type { Progress } from '../../platform/progress.ts';
import { placeColumns } from './columns.ts';
import type { PlaceKind } from './kinds.ts';
import { type PlaceRow, placeReader } from './row.ts';
import { liesInState } from './state-bounds.ts';
import { writePlaces } from './write.ts';

export interface PlacesImportOptions {
  /** A zipped Shapefile, GeoPackage, GeoJSON or TopoJSON. */
  readonly path: string;
  readonly kind: PlaceKind;
  /** Two digits: places of other states are left out. Towns need it where their file names no state. */
  readonly stateFips?: string | undefined;
  readonly idColumn?: string | undefined;
  readonly nameColumn?: string | undefined;
  /** Outlines made for a demo. */
  readonly illustrative?: boolean | undefined;
}

export interface PlacesImport {
  readonly places: number;
  /** The same places were there before. */
  readonly unchanged: boolean;
  /** What a person should know: columns, projection, repairs, what was padded or left out. */
  readonly notes: readonly string[];
}

/**
 * Loads the places of one kind in place of those there were in the same states: all of the file or, with every feature at
 * fault named, nothing.
 *
 * @throws Refusal
 */
export async function importPlaces(
  deps: Deps,
  options: PlacesImportOptions,
  progress: Progress,
): Promise<PlacesImport> {
  const step = progress.begin(`Places from ${basename(options.path)}`);
  if (options.stateFips !== undefined && !/^\d{2}$/.test(options.stateFips))
    throw new Refusal('places.state', 400, 'Give the state as two digits, for example 54.');
  using file = await readGis(options.path, { layer: LAYERS[options.kind] });
  const columns = placeColumns(options.kind, file.fields, options);
  const notes = [...file.notes, `Identifiers from ${columns.id}, names from ${columns.name}.`];
  for (const note of notes) step.note(note);

  const result = await deps.db.as({ role: 'intake' }, async (tx) => {
    const { rows, labels, faults, found, staged } = readPlaces(file, options, placeReader(options, columns));
    await stagePolygons(tx, staged());
    const repairs = repairNotes(await repairStaged(tx), labels);
    faults.push(...repairs.faults);
    if (faults.length > 0) throw featuresAtFault(faults);
    if (rows.length === 0)
      throw new Refusal('places.empty', 422, `The file holds no place of the state ${options.stateFips ?? ''}.`);
    const changed = await writePlaces(tx, options.kind, options.illustrative ?? false, rows);
    return { places: rows.length, unchanged: !changed, notes: [...notes, ...found(), ...repairs.notes] };
  });
  for (const note of result.notes.slice(notes.length)) step.note(note);
  step.done(result.unchanged ? `the same ${result.places} were there before; nothing changed` : String(result.places));
  return result;
}

const ELSEWHERE = 'no part of it lies in its state; latitude and longitude may be exchanged';

/** Layers to take from files that hold several kinds, as us-atlas does. */
const LAYERS: Record<PlaceKind, RegExp> = {
  state: /^states?$/i,
  county: /^count(y|ies)$/i,
  school_district: /school|unsd|elsd|scsd/i,
  senate_district: /senate|sldu/i,
  house_district: /house|sldl/i,
  congressional_district: /congress|^cd\d*$/i,
  town: /town|place|cit(y|ies)/i,
};

/** Reads features into rows, and their polygons into staging under the same positions. */
function readPlaces(file: GisFile, { kind }: PlacesImportOptions, read: ReturnType<typeof placeReader>) {
  const rows: PlaceRow[] = [];
  const labels: string[] = [];
  const faults: string[] = [];
  const repaired: string[] = [];
  const ids = new Set<string>();
  let elsewhere = 0;
  let padded = 0;
  async function* staged(): AsyncIterable<Staged> {
    for await (const feature of file.features()) {
      const row = read(feature);
      if (row === 'elsewhere') {
        elsewhere++;
        continue;
      }
      if ('fault' in row) {
        faults.push(`${feature.label}: ${row.fault}`);
        continue;
      }
      if (ids.has(row.id)) faults.push(`${feature.label}: another feature has the same identifier`);
      ids.add(row.id);
      if (row.padded) padded++;
      if (kind === 'town') {
        if (row.lngLat && !liesInState(row.stateFips, [row.lngLat])) faults.push(`${feature.label}: ${ELSEWHERE}`);
        rows.push(row);
        continue;
      }
      const shape = polygonsOf(feature.geometry);
      if ('refused' in shape) {
        faults.push(`${feature.label}: ${shape.refused}`);
        continue;
      }
      if (
        !liesInState(
          row.stateFips,
          shape.polygons.flatMap(([outer]) => outer ?? []),
        )
      )
        faults.push(`${feature.label}: ${ELSEWHERE}`);
      repaired.push(...shape.notes.map((note) => `Repaired ${feature.label}: ${note}.`));
      rows.push(row);
      labels.push(feature.label);
      yield { polygons: shape.polygons };
    }
  }
  const found = () => [
    ...(elsewhere > 0 ? [`Left out ${elsewhere === 1 ? 'a place' : `${elsewhere} places`} of other states.`] : []),
    ...(padded > 0
      ? [`Gave ${padded === 1 ? 'an identifier its' : `${padded} identifiers their`} lost leading zero back.`]
      : []),
    ...repaired,
  ];
  return { rows, labels, faults, found, staged };
}
