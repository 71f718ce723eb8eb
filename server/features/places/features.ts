/** Reads all features of a file into rows, and passes their polygons on under the same positions. */
import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import { polygonsOf } from '../../platform/gis/geometry.ts';
import type { GisFeature } from '../../platform/gis/read.ts';
import type { Staged } from '../../platform/gis/repair.ts';
import { firstOf } from './first-of.ts';
import type { PlaceRow, placeReader } from './row.ts';
import { liesInState } from './state-bounds.ts';

/** A place, with the position of its outline among the staged; null for a point. */
export type StagedRow = PlaceRow & { readonly outline: number | null };

export interface PlacesRead {
  readonly rows: readonly StagedRow[];
  /** The feature at each staged position. */
  readonly labels: readonly Phrase[];
  readonly faults: Phrase[];
  /** Notes for the person, once all is read. */
  notes(): Phrase[];
  /** Reads the features; fills the other fields meanwhile. */
  staged(): AsyncIterable<Staged>;
}

/** @param spansStates areas far from the state are left out, not at fault: the file names no state */
export function readPlaces(
  features: () => AsyncIterable<GisFeature>,
  read: ReturnType<typeof placeReader>,
  { spansStates = false }: { readonly spansStates?: boolean } = {},
): PlacesRead {
  const rows: StagedRow[] = [];
  const labels: Phrase[] = [];
  const faults: Phrase[] = [];
  const repaired: Phrase[] = [];
  const elsewhere = new Map<string, number>();
  const fillers: string[] = [];
  const nowhere: string[] = [];
  let farAway = 0;
  const ids = new Set<string>();
  async function* staged(): AsyncIterable<Staged> {
    for await (const feature of features()) {
      const row = read(feature);
      const blame = (fault: Phrase) => void faults.push(phrase('gis.fault', { feature: feature.label, fault }));
      if ('elsewhere' in row) elsewhere.set(row.elsewhere, (elsewhere.get(row.elsewhere) ?? 0) + 1);
      else if ('filler' in row) fillers.push(row.filler);
      else if ('nowhere' in row) nowhere.push(row.nowhere);
      else if ('fault' in row) blame(row.fault);
      else {
        if (ids.has(row.id)) blame(phrase('place.same-identifier', { id: row.id }));
        ids.add(row.id);
        if (row.lngLat) {
          if (!liesInState(row.stateFips, [row.lngLat])) blame(phrase('place.elsewhere'));
          rows.push({ ...row, outline: null });
          continue;
        }
        const shape = polygonsOf(feature.geometry);
        if ('refused' in shape) {
          blame(shape.refused);
          continue;
        }
        const corners = shape.polygons.flatMap(([outer]) => outer ?? []);
        if (!liesInState(row.stateFips, corners)) {
          if (spansStates && row.stateAssumed) {
            farAway++;
            continue;
          }
          blame(phrase('place.elsewhere'));
        }
        repaired.push(...shape.notes.map((what) => phrase('gis.repaired', { feature: feature.label, what })));
        rows.push({ ...row, outline: labels.length });
        labels.push(feature.label);
        yield { polygons: shape.polygons };
      }
    }
  }
  const notes = () => [
    ...leftOut(elsewhere),
    ...(farAway === 0 ? [] : [phrase('places.left-out/far', { areaCount: farAway })]),
    ...noPlaces(fillers),
    ...withoutPoint(nowhere),
    ...givenBack(rows),
    ...repaired,
  ];
  return { rows, labels, faults, notes, staged };
}

function leftOut(elsewhere: ReadonlyMap<string, number>): Phrase[] {
  const ofStates = [...elsewhere]
    .sort(([one, some], [other, more]) => more - some || (one < other ? -1 : 1))
    .map(([state, places]) => ({ state, places }));
  const places = ofStates.reduce((sum, each) => sum + each.places, 0);
  return places === 0 ? [] : [phrase('places.left-out/other-states', { places, ofStates })];
}

function noPlaces(fillers: readonly string[]): Phrase[] {
  if (fillers.length === 0) return [];
  const names = [...new Set(fillers)].slice(0, 5);
  return [phrase('places.left-out/filler', { featureCount: fillers.length, names })];
}

function withoutPoint(names: readonly string[]): Phrase[] {
  if (names.length === 0) return [];
  return [phrase('places.left-out/no-point', { schoolCount: names.length, ...firstOf(names) })];
}

function givenBack(rows: readonly PlaceRow[]): Phrase[] {
  const idCount = rows.filter(({ padded }) => padded).length;
  return idCount === 0 ? [] : [phrase('places.zeros', { idCount })];
}
