/** The land of patches: which hexes are a lot's, and which patches a cluster has. */
import { cellToChildren, getResolution, isValidCell } from 'h3-js';
import { COARSEST_RESOLUTION } from '../../domain/audience.ts';
import { type Cell, cellFromText, cellToText, HOME_RESOLUTION, parentOf, shardOf } from '../../domain/cell.ts';
import type { Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';

/** A patch of the provider's view, by its place. */
export interface PlacedPatch {
  readonly patch: number;
  readonly cell: Cell;
  readonly resolution: number;
  readonly lea_ids: readonly string[];
}

export function patchesAround(tx: Tx, releaseId: number, cells: readonly Cell[]): Promise<PlacedPatch[]> {
  return tx.rows(
    `-- one row: a patch of the provider's view near the cells
     select patch, cell, resolution, lea_ids
     from published.patches
     where release_id = $1
       and audience = 'provider'
       and shard = any ($2::bigint[])
     order by patch`,
    [releaseId, [...new Set(cells.map(shardOf))]],
  );
}

/**
 * Res-8 hexes of patches: those of each patch's cell that no finer patch of the same district has, as `published.lands` defines land. At
 * the border of two districts a hex may be of both.
 */
export function hexesOfPatches(patches: readonly PlacedPatch[], around: readonly PlacedPatch[]): Cell[] {
  const holders = byCell(around);
  const land = new Set(patches.flatMap((patch) => hexesOf(patch.cell).filter((hex) => isHeldBy(patch, hex, holders))));
  return [...land].sort((one, other) => (one < other ? -1 : 1));
}

/** Patches whose land has one of the hexes. */
export function patchesTouching(hexes: readonly Cell[], around: readonly PlacedPatch[]): number[] {
  const holders = byCell(around);
  const found = hexes.flatMap((hex) =>
    resolutions()
      .flatMap((resolution) => holders.get(parentOf(hex, resolution)) ?? [])
      .filter((patch) => isHeldBy(patch, hex, holders)),
  );
  return [...new Set(found.map(({ patch }) => patch))].sort((one, other) => one - other);
}

/**
 * Patches whose land hexes of the map touch, which may be coarser than res 8.
 *
 * @throws Refusal 422 for what is no hex, or where the release has no patch
 */
export async function patchesOfHexes(tx: Tx, releaseId: number, hexes: readonly string[]): Promise<number[]> {
  const isHex = (hex: string) =>
    isValidCell(hex) && getResolution(hex) >= COARSEST_RESOLUTION && getResolution(hex) <= HOME_RESOLUTION;
  if (!hexes.every(isHex)) throw refusal('rounds.hex-unknown', 422);
  const cells = hexes.flatMap((hex) => hexesOf(cellFromText(hex)));
  const found = patchesTouching(cells, await patchesAround(tx, releaseId, cells));
  if (found.length === 0) throw refusal('rounds.hex-unknown', 422);
  return found;
}

type Holders = ReadonlyMap<Cell, readonly PlacedPatch[]>;

function byCell(patches: readonly PlacedPatch[]): Holders {
  return Map.groupBy(patches, ({ cell }) => cell);
}

function isHeldBy({ resolution, lea_ids }: PlacedPatch, hex: Cell, holders: Holders): boolean {
  return !resolutions()
    .filter((finer) => finer > resolution)
    .flatMap((finer) => holders.get(parentOf(hex, finer)) ?? [])
    .some((other) => other.lea_ids.some((id) => lea_ids.includes(id)));
}

function hexesOf(cell: Cell): Cell[] {
  return cellToChildren(cellToText(cell), HOME_RESOLUTION).map(cellFromText);
}

function resolutions(): number[] {
  return Array.from({ length: HOME_RESOLUTION - COARSEST_RESOLUTION + 1 }, (_, at) => COARSEST_RESOLUTION + at);
}
