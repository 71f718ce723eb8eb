/** What one audience is given: its patches, their true counts, and the places they count to. */
import type { Audience } from '../../domain/audience.ts';
import type { Patch } from '../../domain/patch.ts';
import { districtGroups, type PatchCells, placesOfPatches } from './placement.ts';

export interface Content {
  readonly audience: Audience;
  readonly patches: readonly Patch[];
  /** Rows of STATISTIC_COUNT, one a patch. True counts. */
  readonly counts: Int32Array;
  /** LEAIDs by district number. */
  readonly leaIds: readonly string[];
  readonly places: readonly PlaceKindPatches[];
}

/** How the places of one kind divide the patches among them. */
export interface PlaceKindPatches {
  readonly kind: string;
  /** Ids of the places that are published together, mostly one; ascending. */
  readonly groups: readonly (readonly string[])[];
  /** Position of each patch's group. */
  readonly groupOf: Int32Array;
}

/** Kinds whose places hold a patch by where its homes are. */
export const PLACED_KINDS = ['county', 'senate_district', 'house_district', 'congressional_district'] as const;
export type PlacedKind = (typeof PLACED_KINDS)[number];

export interface Places {
  readonly stateFips: string;
  /** Place ids by home cell. */
  readonly ofCell: Record<PlacedKind, readonly (string | null)[]>;
}

export function placesOf(
  patches: readonly Patch[],
  pairs: PatchCells,
  leaIds: readonly string[],
  places: Places,
): PlaceKindPatches[] {
  const kinds: PlaceKindPatches[] = [
    { kind: 'state', groups: [[places.stateFips]], groupOf: new Int32Array(patches.length) },
    schoolDistricts(patches, leaIds),
  ];
  for (const kind of PLACED_KINDS) {
    const ids = placesOfPatches(patches, pairs, places.ofCell[kind]);
    if (ids) kinds.push(divided(kind, ids));
  }
  return kinds;
}

/** Exact, as a patch is of one district: where it is of several, those share their numbers and say so. */
function schoolDistricts(patches: readonly Patch[], leaIds: readonly string[]): PlaceKindPatches {
  const idsOf = new Map(
    [...districtGroups(patches)].map(([district, group]) => [district, group.map((other) => leaIds[other] ?? '')]),
  );
  const keys = patches.map(({ districts }) => (idsOf.get(districts[0] ?? -1) ?? []).join());
  const { groups, groupOf } = divided('school_district', keys);
  return { kind: 'school_district', groups: groups.flat().map((key) => key.split(',')), groupOf };
}

function divided(kind: string, ids: readonly string[]): PlaceKindPatches {
  const sorted = [...new Set(ids)].sort();
  const positions = new Map(sorted.map((id, position) => [id, position]));
  return { kind, groups: sorted.map((id) => [id]), groupOf: Int32Array.from(ids, (id) => positions.get(id) ?? -1) };
}
