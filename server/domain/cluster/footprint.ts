import { cellToChildren, isPentagon } from 'h3-js';
import { cellFromText, cellToText } from '../cell.ts';
import type { Lists } from '../lists.ts';
import { cellsOfKeys, keyOf } from './key.ts';
import type { ClusterPatch } from './patch.ts';

/**
 * The land of patches on one lattice: a patch covers the descendants of its cell, less those that finer patches of the
 * same district cover. (A district's stragglers live where it has no patch of their own; where two districts meet in a
 * cell, both cover it.) 100,000 cells take about 60 ms.
 */
export interface Footprint {
  readonly resolution: number;
  /** Distinct, ascending. */
  readonly cells: BigUint64Array;
  /** For each patch positions in `cells`, ascending, never none. */
  readonly cellsOf: Lists;
  /** For each cell positions of the patches that cover it, ascending; mostly one. */
  readonly patchesAt: Lists;
}

/** What of a patch says where it is. */
export type LandClaim = Pick<ClusterPatch, 'cell' | 'resolution' | 'leaIds'>;

/** Room for a patch's position beside a cell of resolution 8 (31 bits) in a number. */
const PATCH_ROOM = 2 ** 21;

/** @param resolution the lattice's, 5 to 8, at least as fine as every patch */
export function footprintOf(patches: readonly LandClaim[], resolution: number): Footprint {
  if (patches.length > PATCH_ROOM) throw new RangeError(`at most ${PATCH_ROOM} patches, not ${patches.length}`);
  const claims = claimsOf(patches, resolution);
  const upheld = withoutTaken(patches, claims);
  const distinct: number[] = [];
  const starts: number[] = [];
  const coverers = new Int32Array(upheld.length);
  const sizes = new Int32Array(patches.length + 1);
  upheld.forEach((claim, at) => {
    const key = Math.floor(claim / PATCH_ROOM);
    if (key !== distinct.at(-1)) {
      distinct.push(key);
      starts.push(at);
    }
    const patch = claim % PATCH_ROOM;
    coverers[at] = patch;
    sizes[patch + 1] = (sizes[patch + 1] ?? 0) + 1;
  });
  starts.push(upheld.length);
  const patchesAt = { starts: Int32Array.from(starts), items: coverers };
  return { resolution, cells: cellsOfKeys(distinct, resolution), cellsOf: inverted(patchesAt, sizes), patchesAt };
}

/** Each cell each patch might cover, as key of the cell and position of the patch in one number, ascending. */
function claimsOf(patches: readonly LandClaim[], resolution: number): Float64Array {
  const claims: number[] = [];
  patches.forEach((patch, at) => {
    const levels = resolution - patch.resolution;
    if (levels > 0 && isPentagon(cellToText(patch.cell))) {
      for (const child of cellToChildren(cellToText(patch.cell), resolution))
        claims.push(keyOf(cellFromText(child), resolution) * PATCH_ROOM + at);
      return;
    }
    const first = keyOf(patch.cell, patch.resolution) * 8 ** levels;
    for (const path of pathsDown(levels)) claims.push((first + path) * PATCH_ROOM + at);
  });
  return Float64Array.from(claims).sort();
}

const known: number[][] = [[0]];

/** The ways down by some levels: numbers of so many octal digits from 0 to 6. */
function pathsDown(levels: number): readonly number[] {
  known[levels] ??= pathsDown(levels - 1).flatMap((path) => [0, 1, 2, 3, 4, 5, 6].map((digit) => 8 * path + digit));
  return known[levels];
}

function withoutTaken(patches: readonly LandClaim[], claims: Float64Array): Float64Array {
  const isTaken = new Uint8Array(claims.length);
  const left = new Int32Array(patches.length);
  for (let from = 0; from < claims.length; ) {
    const key = Math.floor((claims[from] ?? 0) / PATCH_ROOM);
    let to = from + 1;
    while (to < claims.length && Math.floor((claims[to] ?? 0) / PATCH_ROOM) === key) to += 1;
    const rivals = to - from === 1 ? [] : Array.from(claims.subarray(from, to), (claim) => patches[claim % PATCH_ROOM]);
    for (let at = from; at < to; at++) {
      const position = (claims[at] ?? 0) % PATCH_ROOM;
      if (rivals.some((rival) => takesFrom(rival, patches[position]))) isTaken[at] = 1;
      else left[position] = (left[position] ?? 0) + 1;
    }
    from = to;
  }
  // All taken: its homes came from elsewhere in the district, and the whole cell is the nearest true statement.
  return claims.filter((claim, at) => isTaken[at] === 0 || left[claim % PATCH_ROOM] === 0);
}

function takesFrom(rival: LandClaim | undefined, patch: LandClaim | undefined): boolean {
  if (!rival || !patch || rival.resolution <= patch.resolution) return false;
  return shareDistrict(rival, patch);
}

export function shareDistrict(one: LandClaim, other: LandClaim): boolean {
  return one.leaIds.some((district) => other.leaIds.includes(district));
}

function inverted({ starts, items }: Lists, sizes: Int32Array): Lists {
  for (let at = 1; at < sizes.length; at++) sizes[at] = (sizes[at] ?? 0) + (sizes[at - 1] ?? 0);
  const filled = sizes.slice();
  const inverse = new Int32Array(items.length);
  for (let list = 0; list + 1 < starts.length; list++)
    for (let at = starts[list] ?? 0; at < (starts[list + 1] ?? 0); at++) {
      const item = items[at] ?? 0;
      inverse[filled[item] ?? 0] = list;
      filled[item] = (filled[item] ?? 0) + 1;
    }
  return { starts: sizes, items: inverse };
}
