/** What one audience gets: its patches, hexes and places, each with the set of finest patches it sums up. */
import { type Audience, COARSEST_RESOLUTION, FINEST_RESOLUTION } from '../../domain/audience.ts';
import { type Hex, hexesAt, type Patch } from '../../domain/patch.ts';
import { type PatchSetIndex, READERS } from '../../domain/protect/patch-sets.ts';
import { atMostPercent } from '../../domain/protect/percent.ts';
import {
  approximation,
  districtGroups,
  OUTSIDE,
  type PatchCells,
  placesOfPatches,
  townsOfPatches,
} from './placement.ts';

/** Rows without their numbers. Agency and provider share one outline. */
export interface Outline {
  readonly patches: readonly Patch[];
  /** The audience's patch of each finest patch. */
  readonly patchOf: Int32Array;
  /** LEAIDs by district number. */
  readonly leaIds: readonly string[];
  readonly places: readonly PlaceRows[];
  readonly hexes: readonly HexRows[];
  /** Sets of the whole state, and of each patch. */
  readonly stateSet: number;
  readonly patchSets: Int32Array;
}

/** Published counts of sets of patches. */
export interface Numbers {
  size(set: number): [students: number, households: number];
  /** The first statistics of PLACE_COUNTS: published counts, or codes of hidden ones. @param statistics how many */
  codes(set: number, statistics: number): Int32Array;
  /** The same true counts, which never leave the job. */
  truth(set: number, statistics: number): Int32Array;
}

export interface Content extends Outline {
  readonly audience: Audience;
  readonly numbers: Numbers;
}

/** The hexes of one level of the map. */
export interface HexRows {
  readonly level: number;
  readonly hexes: readonly Hex[];
  readonly sets: Int32Array;
}

/** How the places of one kind partition the patches. */
export interface PlaceKindPatches {
  readonly kind: string;
  /** Ids of the places that are published together, usually one; ascending. */
  readonly groups: readonly (readonly string[])[];
  /** Position of each patch's group; -1 = in no place of the kind, such as outside of towns. */
  readonly groupOf: Int32Array;
  /** By group, where whole patches approximate places: upper bound of students gained or lost by that, in percent. */
  readonly approximated?: readonly number[];
  /** The same over all groups, 0 to 1. */
  readonly approximatedShare?: number;
}

export interface PlaceRows extends PlaceKindPatches {
  /** By group. */
  readonly sets: Int32Array;
}

/** Kinds of places that a patch belongs to by where its homes are. */
export const PLACED_KINDS = [
  'county',
  'senate_district',
  'house_district',
  'congressional_district',
  'town',
  'tribal',
] as const;
export type PlacedKind = (typeof PLACED_KINDS)[number];

/** Kinds that leave most of a state uncovered: only large ones have numbers, as small ones would tell of the patches around. */
const PARTIAL_KINDS: readonly PlacedKind[] = ['town', 'tribal'];

export interface Places {
  readonly stateFips: string;
  /** Smallest town or tribal area with numbers of its own, in students of its patches. */
  readonly townStudents: number;
  /** Place ids by home cell. */
  readonly ofCell: Record<PlacedKind, readonly (string | null)[]>;
}

/**
 * @param patches the audience's
 * @param patchOf the audience's patch of each finest patch
 */
export function outlineOf(
  index: PatchSetIndex,
  audience: Audience,
  patches: readonly Patch[],
  patchOf: Int32Array,
  leaIds: readonly string[],
  places: readonly PlaceKindPatches[],
): Outline {
  const reader = audience === 'public' ? READERS.public : READERS.staff;
  const setsOf = (rowOf: Int32Array, rows: number, hasLevers = false) =>
    index.addRows(
      patchOf.map((patch) => rowOf[patch] ?? -1),
      rows,
      { reader, hasLevers },
    );
  const hexes: HexRows[] = [];
  for (let level = COARSEST_RESOLUTION; level <= FINEST_RESOLUTION[audience]; level++) {
    const { hexes: own, hexOf } = hexesAt(patches, level);
    hexes.push({ level, hexes: own, sets: setsOf(hexOf, own.length) });
  }
  return {
    patches,
    patchOf,
    leaIds,
    hexes,
    places: places.map((kind) => ({ ...kind, sets: setsOf(kind.groupOf, kind.groups.length, true) })),
    stateSet: setsOf(new Int32Array(patches.length), 1, true)[0] ?? -1,
    // Two districts: each knows its own count, so any count of both reveals the other's.
    patchSets: index.addRows(patchOf, patches.length, {
      reader,
      isTotalOnly: (patch) => (patches[patch]?.districts.length ?? 0) > 1,
    }),
  };
}

export function placesOf(
  patches: readonly Patch[],
  pairs: PatchCells,
  leaIds: readonly string[],
  places: Places,
  floor: number,
): PlaceKindPatches[] {
  const kinds: PlaceKindPatches[] = [
    { kind: 'state', groups: [[places.stateFips]], groupOf: new Int32Array(patches.length) },
    schoolDistricts(patches, leaIds),
  ];
  for (const kind of PLACED_KINDS) {
    const ofCell = places.ofCell[kind];
    const isPartial = PARTIAL_KINDS.includes(kind);
    const ids = isPartial ? townsOfPatches(patches, pairs, ofCell) : placesOfPatches(patches, pairs, ofCell);
    if (!ids) continue;
    const { elsewhere, students, misplaced } = approximation(ids, pairs, ofCell);
    const isCounted = (id: string) => !isPartial || (students.get(id) ?? 0) >= places.townStudents;
    const own = divided(
      kind,
      ids.map((id) => (isCounted(id) ? id : OUTSIDE)),
    );
    if (own.groups.length === 0) continue;
    const approximated = own.groups.map(([id = '']) => {
      const all = students.get(id) ?? 0;
      return all === 0 ? 0 : atMostPercent(elsewhere.get(id) ?? 0, all, floor);
    });
    const total = [...students.values()].reduce((sum, count) => sum + count, 0);
    kinds.push({ ...own, approximated, approximatedShare: misplaced / Math.max(1, total) });
  }
  return kinds;
}

/** Exact, because a patch belongs to one district. Districts that share a patch share their numbers and say so. */
function schoolDistricts(patches: readonly Patch[], leaIds: readonly string[]): PlaceKindPatches {
  const idsOf = new Map(
    [...districtGroups(patches)].map(([district, group]) => [district, group.map((other) => leaIds[other] ?? '')]),
  );
  const keys = patches.map(({ districts }) => (idsOf.get(districts[0] ?? -1) ?? []).join());
  const { groups, groupOf } = divided('school_district', keys);
  return { kind: 'school_district', groups: groups.flat().map((key) => key.split(',')), groupOf };
}

function divided(kind: string, ids: readonly string[]): PlaceKindPatches {
  const sorted = [...new Set(ids)].filter((id) => id !== OUTSIDE).sort();
  const positions = new Map(sorted.map((id, position) => [id, position]));
  return { kind, groups: sorted.map((id) => [id]), groupOf: Int32Array.from(ids, (id) => positions.get(id) ?? -1) };
}
