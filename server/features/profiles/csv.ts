/** The index as a table for spreadsheets and maps: every row says which release, view and sources it is of. */
import { countColumns } from '../../domain/hidden.ts';
import { provenanceInWords } from '../../domain/provenance.ts';
import type { GeoFeature } from '../../platform/lists.ts';
import type { Edition, IndexRow, PlaceIndex } from './contract.ts';

const VIEWS: Readonly<Record<string, string>> = {
  public: 'public',
  agency: 'state agency',
  provider: 'provider',
  district: 'school district',
};

export function csvRows({ edition, places }: PlaceIndex): Record<string, unknown>[] {
  const told = toldOf(edition);
  return places.map((place) => ({ ...placeColumns(place), ...told }));
}

/** The same rows as points inside the places. */
export function pointFeatures(index: PlaceIndex): GeoFeature[] {
  return csvRows(index).map((properties, at) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: index.places[at]?.center ?? [] },
    properties,
  }));
}

function placeColumns(place: IndexRow): Record<string, unknown> {
  const segments = place.segments.map(({ segment, students, hidden }) => countColumns(segment, students, hidden));
  return {
    kind: place.kind,
    id: place.id,
    name: place.name,
    members: place.members.join('; '),
    published_together_with: place.togetherWith.join('; '),
    students: place.students,
    students_hidden: place.students === null ? 'too few to publish' : null,
    households: place.households,
    ...Object.assign({}, ...segments),
    ...countColumns('equip', place.equip.students, place.equip.hidden),
    counted_elsewhere_percent_at_most: place.approximated,
  };
}

function toldOf({
  name,
  release,
  releasedAt,
  audience,
  sources,
  collection,
  synthetic,
}: Edition): Record<string, unknown> {
  return {
    release: name,
    release_id: release,
    released_on: releasedAt.slice(0, 10),
    view: VIEWS[audience] ?? audience,
    sources: [...sources.map((source) => provenanceInWords(source)), `families' answers, ${collection}`].join('; '),
    synthetic,
  };
}
