/** What one audience is given: its patches, hexes and places, each with the set of finest patches it is a sum of. */
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

/** Rows without their numbers: agency and provider share one. */
export interface Outline {
  readonly patches: readonly Patch[];
  /** By finest patch, the audience's that it is part of. */
  readonly patchOf: Int32Array;
  /** LEAIDs by district number. */
  readonly leaIds: readonly string[];
  readonly places: readonly PlaceRows[];
  readonly hexes: readonly HexRows[];
  /** Set of the whole state, and of each patch. */
  readonly stateSet: number;
  readonly patchSets: Int32Array;
}

/** What is published of sets of patches. */
export interface Numbers {
  size(set: number): [students: number, households: number];
  /** Published counts, or codes of hidden ones: the first of PLACE_COUNTS. @param statistics how many */
  codes(set: number, statistics: number): Int32Array;
  /** Likewise the true counts, which never leave the job. */
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

/** How the places of one kind divide the patches among them. */
export interface PlaceKindPatches {
  readonly kind: string;
  /** Ids of the places that are published together, mostly one; ascending. */
  readonly groups: readonly (readonly string[])[];
  /** Position of each patch's group; -1 where it counts to no place of the kind, as outside of towns. */
  readonly groupOf: Int32Array;
  /** By group, where places are approximated by whole patches: percent of its students it has or lacks by that, at most. */
  readonly approximated?: readonly number[];
  /** The same for all of them together, 0 to 1. */
  readonly approximatedShare?: number;
}

export interface PlaceRows extends PlaceKindPatches {
  /** By group. */
  readonly sets: Int32Array;
}

/** Kinds whose places hold a patch by where its homes are. */
export const PLACED_KINDS = ['county', 'senate_district', 'house_district', 'congressional_district', 'town'] as const;
export type PlacedKind = (typeof PLACED_KINDS)[number];

export interface Places {
  readonly stateFips: string;
  /** Fewest students of a town's patches for it to have numbers of its own. */
  readonly townStudents: number;
  /** Place ids by home cell. */
  readonly ofCell: Record<PlacedKind, readonly (string | null)[]>;
}

/**
 * @param patches the audience's
 * @param patchOf by finest patch, the audience's that it is part of
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
    // Of two districts each knows its own, and so the other's by any count of both.
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
    const ids = kind === 'town' ? townsOfPatches(patches, pairs, ofCell) : placesOfPatches(patches, pairs, ofCell);
    if (!ids) continue;
    const { elsewhere, students, misplaced } = approximation(ids, pairs, ofCell);
    const isCounted = (id: string) => kind !== 'town' || (students.get(id) ?? 0) >= places.townStudents;
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
  const sorted = [...new Set(ids)].filter((id) => id !== OUTSIDE).sort();
  const positions = new Map(sorted.map((id, position) => [id, position]));
  return { kind, groups: sorted.map((id) => [id]), groupOf: Int32Array.from(ids, (id) => positions.get(id) ?? -1) };
}
