/** The places of a patch: it counts wholly to the place of each kind that holds most of its students. */

import { districtsTogether } from '../../domain/partition.ts';
import { nearestAmong } from '../../domain/partition-nearest.ts';
import type { Patch } from '../../domain/patch.ts';

/** Students by patch and home cell, one entry per nonempty pair. */
export interface PatchCells {
  readonly patch: Int32Array;
  readonly cell: Int32Array;
  readonly students: Int32Array;
}

export function patchCells(patchOf: Int32Array, cellOf: Int32Array, cells: number): PatchCells {
  const students = new Map<number, number>();
  for (let home = 0; home < patchOf.length; home++) {
    const key = (patchOf[home] ?? 0) * cells + (cellOf[home] ?? 0);
    students.set(key, (students.get(key) ?? 0) + 1);
  }
  const keys = [...students.keys()];
  return {
    patch: Int32Array.from(keys, (key) => Math.floor(key / cells)),
    cell: Int32Array.from(keys, (key) => key % cells),
    students: Int32Array.from(students.values()),
  };
}

/**
 * The place of each patch. Ties: the lower id. A patch without a student in any place of the kind takes the place of its
 * nearest neighbor, so that the places of a kind add up to the state.
 *
 * @param placeOfCell place ids by home cell; null = outside every place
 * @returns undefined when no home lies in a place of the kind: none is loaded
 */
export function placesOfPatches(
  patches: readonly Patch[],
  pairs: PatchCells,
  placeOfCell: readonly (string | null)[],
): string[] | undefined {
  const winners = tallied(patches.length, pairs, placeOfCell).map((tally) => {
    tally.delete(OUTSIDE);
    return mostStudents(tally);
  });
  const placed = patches.flatMap(({ cell }, i) => {
    const place = winners[i];
    return place === undefined ? [] : [{ cell, place }];
  });
  if (placed.length === 0) return undefined;
  const nearest = nearestAmong(placed);
  return winners.map((place, i) => place ?? nearest(patches[i]?.cell ?? 0n).place);
}

/**
 * The town of each patch; towns do not cover the state: OUTSIDE where at least as many of its students live in no town.
 *
 * @param townOfCell town ids by home cell; null = outside every town
 */
export function townsOfPatches(
  patches: readonly Patch[],
  pairs: PatchCells,
  townOfCell: readonly (string | null)[],
): string[] {
  return tallied(patches.length, pairs, townOfCell).map((tally) => mostStudents(tally) ?? OUTSIDE);
}

/** Stands for no place; sorts before every id. */
export const OUTSIDE = '';

/** Students by patch and place. */
function tallied(patches: number, pairs: PatchCells, placeOfCell: readonly (string | null)[]): Map<string, number>[] {
  const tallies = Array.from({ length: patches }, () => new Map<string, number>());
  for (const [pair, students] of pairs.students.entries()) {
    const place = placeOfCell[pairs.cell[pair] ?? -1] ?? OUTSIDE;
    const tally = tallies[pairs.patch[pair] ?? -1];
    tally?.set(place, (tally.get(place) ?? 0) + students);
  }
  return tallies;
}

/**
 * The error of counting whole patches to places.
 *
 * @param placeOfPatch ids, or OUTSIDE
 * @returns by place `students` counted to it and `elsewhere`, those counted to it who live elsewhere plus those who live in it
 * and count elsewhere; `misplaced`, all who count to another place than they live in
 */
export function approximation(
  placeOfPatch: readonly string[],
  pairs: PatchCells,
  placeOfCell: readonly (string | null)[],
): { students: Map<string, number>; elsewhere: Map<string, number>; misplaced: number } {
  const students = new Map<string, number>();
  const elsewhere = new Map<string, number>();
  let misplaced = 0;
  const add = (to: Map<string, number>, place: string, count: number) => to.set(place, (to.get(place) ?? 0) + count);
  for (const [pair, count] of pairs.students.entries()) {
    const given = placeOfPatch[pairs.patch[pair] ?? -1] ?? OUTSIDE;
    const home = placeOfCell[pairs.cell[pair] ?? -1] ?? OUTSIDE;
    add(students, given, count);
    if (home === given) continue;
    misplaced += count;
    add(elsewhere, given, count);
    if (home !== OUTSIDE) add(elsewhere, home, count);
  }
  return { students, elsewhere, misplaced };
}

/** By district the districts it can only be published with; each group ascending. */
export function districtGroups(patches: readonly Patch[]): Map<number, number[]> {
  const members = new Map<number, number[]>();
  const together = districtsTogether(patches);
  for (const [district, first] of [...together].sort(([a], [b]) => a - b))
    members.set(first, [...(members.get(first) ?? []), district]);
  return new Map([...together].map(([district, first]) => [district, members.get(first) ?? []]));
}

function mostStudents(tally: Map<string, number>): string | undefined {
  let most: string | undefined;
  let students = 0;
  for (const [place, count] of tally)
    if (count > students || (count === students && most !== undefined && place < most)) {
      most = place;
      students = count;
    }
  return most;
}
