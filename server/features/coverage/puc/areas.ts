/** Reads the features of a filing: their attributes, then their outlines, which it repairs. */
import { type Phrase, phrase } from '../../../domain/messages/phrase.ts';
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
  readonly faults: readonly Phrase[];
  readonly notes: readonly Phrase[];
}

/**
 * Reads the attributes of every feature.
 *
 * @param isUnitGiven a person gave the unit of speeds, so that they are not questioned
 * @throws Refusal when values are unknown, speeds are implausible, or nothing is left
 */
export async function filedAreas(file: GisFile, reading: Reading, isUnitGiven: boolean): Promise<FiledAreas> {
  const rows: (AreaRow | null)[] = [];
  const faults: Phrase[] = [];
  const unknown = new UnknownValues();
  const leftOut = new Counts<'mobile' | Phrase>();
  const assumed = new Counts<Assumption>();
  for await (const feature of file.features()) {
    const read = readArea(feature, reading);
    rows.push('row' in read ? read.row : null);
    if ('unknown' in read) unknown.addArea(read.unknown);
    if ('fault' in read) faults.push(phrase('gis.fault', { feature: feature.label, fault: read.fault }));
    if ('leftOut' in read) leftOut.add(read.leftOut);
    if ('row' in read) for (const assumption of read.assumed) assumed.add(assumption);
  }
  unknown.refuse();
  const kept = rows.filter((row) => row !== null);
  if (!isUnitGiven && reading.unit.down !== 'tiers') refuseImplausible(kept);
  const notes = leftOutNotes(leftOut.all());
  if (kept.length === 0 && faults.length === 0) throw pucErrors.empty(notes);
  return { rows, faults, notes: [...notes, ...assumptionNotes(assumed.all()), ...upsideDown(kept)] };
}

interface Counted<Of> {
  readonly of: Of;
  readonly areaCount: number;
}

/** Equal things, counted, in the order in which each came first. */
class Counts<Of> {
  readonly #counted = new Map<string, Counted<Of>>();

  add(of: Of): void {
    const key = JSON.stringify(of);
    this.#counted.set(key, { of, areaCount: (this.#counted.get(key)?.areaCount ?? 0) + 1 });
  }

  all(): Counted<Of>[] {
    return [...this.#counted.values()];
  }
}

function leftOutNotes(counted: readonly Counted<'mobile' | Phrase>[]): Phrase[] {
  const notes: Phrase[] = [];
  const asked: Phrase[] = [];
  const against: Phrase[] = [];
  let areaCount = 0;
  for (const { of, areaCount: own } of counted) {
    if (of === 'mobile') {
      notes.push(phrase('puc.left-out/mobile', { areaCount: own }));
      continue;
    }
    const isAsked = of.key === 'puc.against/asked';
    if (!isAsked) areaCount += own;
    (isAsked ? asked : against).push(phrase('puc.left-out/of', { against: of, areaCount: own }));
  }
  if (asked.length > 0) notes.push(phrase('puc.left-out/asked', { leftOut: asked }));
  if (against.length > 0) notes.push(phrase('puc.left-out/against', { areaCount, leftOut: against }));
  return notes;
}

const MOST_NOTES = 20;

function assumptionNotes(assumed: readonly Counted<Assumption>[]): Phrase[] {
  const notes = assumed
    .slice(0, MOST_NOTES)
    .map(({ of: { kind, value }, areaCount }) => phrase(`puc.assumed/${kind}`, { value, areaCount }));
  const more = assumed.length - notes.length;
  return more > 0 ? [...notes, phrase('puc.assumed/more', { more })] : notes;
}

/** More upload than download in most areas: perhaps two columns were swapped, as when a Shapefile cuts their names. */
function upsideDown(rows: readonly AreaRow[]): Phrase[] {
  const count = rows.filter(({ downloadMbps, uploadMbps }) => uploadMbps > downloadMbps).length;
  return count * 2 > rows.length ? [phrase('puc.upside-down', { count, areaCount: rows.length })] : [];
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
): Promise<{ rows: readonly AreaRow[]; mended: Mended; notes: readonly Phrase[] }> {
  const step = progress.begin(phrase('step.areas'), rows.length);
  const startedAt = Date.now();
  const kept: AreaRow[] = [];
  const labels: Phrase[] = [];
  const faults = [...found];
  const notes: Phrase[] = [];
  async function* areas(): AsyncIterable<Staged> {
    let position = -1;
    for await (const { label, geometry } of file.features()) {
      const row = rows[++position];
      step.advance(1);
      if (!row) continue;
      const shape = polygonsOf(geometry);
      if ('refused' in shape) {
        faults.push(phrase('gis.fault', { feature: label, fault: shape.refused }));
        continue;
      }
      notes.push(...shape.notes.map((what) => phrase('gis.repaired', { feature: label, what })));
      kept.push(row);
      labels.push(label);
      yield { polygons: shape.polygons };
    }
  }
  const mended = await mendPolygons(reader, areas(), { inPieces: true });
  const repairs = repairNotes(mended.repairs, labels);
  faults.push(...repairs.faults);
  if (faults.length > 0) throw featuresAtFault(faults);
  const aSecond = Math.round((kept.length * 1000) / Math.max(1, Date.now() - startedAt));
  step.done(phrase('done.areas', { areaCount: kept.length, aSecond }));
  return { rows: kept, mended, notes: [...notes, ...repairs.notes] };
}
