/** Reads the features of a filing: their attributes, then their outlines, which it repairs. */
import { grouped, plural } from '../../../domain/words.ts';
import { featuresAtFault } from '../../../platform/gis/errors.ts';
import { polygonsOf } from '../../../platform/gis/geometry.ts';
import type { GisFile } from '../../../platform/gis/read.ts';
import { type Mended, mendPolygons, repairNotes, type Staged } from '../../../platform/gis/repair.ts';
import type { Progress } from '../../../platform/progress.ts';
import type { Reader } from '../../../platform/reader.ts';
import { type AreaRow, type Assumption, type Reading, readArea } from './area-row.ts';
import { pucErrors } from './errors.ts';
import { refuseImplausible } from './plausible.ts';
import { UnknownValues } from './values.ts';

export interface FiledAreas {
  /** By position of the feature; null where it was left out or is faulty. */
  readonly rows: readonly (AreaRow | null)[];
  readonly faults: readonly string[];
  readonly notes: readonly string[];
}

/**
 * Reads the attributes of every feature.
 *
 * @param isUnitGiven a person gave the unit of speeds, so that they are not questioned
 * @throws Refusal when values are unknown, speeds are implausible, or nothing is left
 */
export async function filedAreas(file: GisFile, reading: Reading, isUnitGiven: boolean): Promise<FiledAreas> {
  const rows: (AreaRow | null)[] = [];
  const faults: string[] = [];
  const unknown = new UnknownValues();
  const leftOut = new Map<string, number>();
  const assumed = new Map<string, { assumption: Assumption; areas: number }>();
  for await (const feature of file.features()) {
    const read = readArea(feature, reading);
    rows.push('row' in read ? read.row : null);
    if ('unknown' in read) for (const value of read.unknown) unknown.add(value);
    if ('fault' in read) faults.push(`${feature.label}: ${read.fault}`);
    if ('leftOut' in read) leftOut.set(read.leftOut, (leftOut.get(read.leftOut) ?? 0) + 1);
    if ('row' in read)
      for (const assumption of read.assumed) {
        const key = `${assumption.kind} ${assumption.value}`;
        assumed.set(key, { assumption, areas: (assumed.get(key)?.areas ?? 0) + 1 });
      }
  }
  unknown.refuse();
  const kept = rows.filter((row) => row !== null);
  if (!isUnitGiven && reading.unit.down !== 'tiers') refuseImplausible(kept);
  const notes = leftOutNotes(leftOut);
  if (kept.length === 0 && faults.length === 0) throw pucErrors.empty(notes);
  return { rows, faults, notes: [...notes, ...assumptionNotes([...assumed.values()]), ...upsideDown(kept)] };
}

function leftOutNotes(leftOut: ReadonlyMap<string, number>): string[] {
  const notes: string[] = [];
  const mobile = leftOut.get('mobile') ?? 0;
  if (mobile > 0)
    notes.push(
      `Left out ${mobile === 1 ? 'an area' : `${grouped(mobile)} areas`} of mobile service, which is no home connection.`,
    );
  const asked = [...leftOut].filter(([why]) => why.endsWith('as asked'));
  const against = [...leftOut].filter(([why]) => why !== 'mobile' && !why.endsWith('as asked'));
  const listed = (some: readonly (readonly [string, number])[]) =>
    some.map(([why, areas]) => `${why} (${plural(areas, 'area')})`).join(', ');
  if (asked.length > 0) notes.push(`Left out ${listed(asked)}.`);
  if (against.length > 0)
    notes.push(
      `Left out ${plural(
        against.reduce((sum, [, areas]) => sum + areas, 0),
        'area',
      )} not in service, by what the filing says: ${listed(against)}. Add --planned include to load such areas as service.`,
    );
  return notes;
}

const ASSUMED: Readonly<Record<Assumption['kind'], (value: string, areas: string) => string>> = {
  'fixed-wireless': (value, areas) =>
    `"${value}" does not say licensed or not, and was taken for unlicensed, the weaker (${areas}). To say otherwise: --technology "${value}=71".`,
  range: (value, areas) => `Of the speeds "${value}" the lowest was taken (${areas}).`,
  latency: (value, areas) => `"${value}" says neither low latency nor high; it was taken by the technology (${areas}).`,
  residential: (value, areas) =>
    `"${value}" says neither business nor residential; it was taken as offered to homes (${areas}).`,
  planned: (value, areas) => `Loaded as service, as asked, though the filing says otherwise: ${value} (${areas}).`,
};

const MOST_NOTES = 20;

function assumptionNotes(assumed: readonly { assumption: Assumption; areas: number }[]): string[] {
  const notes = assumed.map(({ assumption: { kind, value }, areas }) => ASSUMED[kind](value, plural(areas, 'area')));
  return notes.length > MOST_NOTES
    ? [...notes.slice(0, MOST_NOTES), `And ${notes.length - MOST_NOTES} more values taken so.`]
    : notes;
}

/** More upload than download in most areas: perhaps two columns were swapped, as when a Shapefile cuts their names. */
function upsideDown(rows: readonly AreaRow[]): string[] {
  const more = rows.filter(({ downloadMbps, uploadMbps }) => uploadMbps > downloadMbps).length;
  if (more * 2 <= rows.length) return [];
  return [
    `Upload is faster than download in ${more} of ${plural(rows.length, 'area')}. If the columns are exchanged, name them with --columns maxdown=...,maxup=... and --replace.`,
  ];
}

/**
 * Reads the outlines, whose positions are those of the kept rows, and repairs what it can.
 *
 * @throws Refusal naming every faulty feature
 */
export async function mendAreas(
  reader: Reader,
  file: GisFile,
  { rows, faults: found }: FiledAreas,
  progress: Progress,
): Promise<{ rows: readonly AreaRow[]; mended: Mended; notes: readonly string[] }> {
  const step = progress.begin('Loading the areas', rows.length);
  const startedAt = Date.now();
  const kept: AreaRow[] = [];
  const labels: string[] = [];
  const faults = [...found];
  const notes: string[] = [];
  async function* areas(): AsyncIterable<Staged> {
    let position = -1;
    for await (const { label, geometry } of file.features()) {
      const row = rows[++position];
      step.advance(1);
      if (!row) continue;
      const shape = polygonsOf(geometry);
      if ('refused' in shape) {
        faults.push(`${label}: ${shape.refused}`);
        continue;
      }
      notes.push(...shape.notes.map((note) => `Repaired ${label}: ${note}.`));
      kept.push(row);
      labels.push(label);
      yield { polygons: shape.polygons };
    }
  }
  const mended = await mendPolygons(reader, areas(), { inPieces: true });
  const repairs = repairNotes(mended.repairs, labels);
  faults.push(...repairs.faults);
  if (faults.length > 0) throw featuresAtFault(faults);
  step.done(
    `${plural(kept.length, 'area')}, ${grouped(Math.round((kept.length * 1000) / Math.max(1, Date.now() - startedAt)))} a second`,
  );
  return { rows: kept, mended, notes: [...notes, ...repairs.notes] };
}
