/**
 * Cell tiles as our own viewer reads them: columns only, no geometry (the H3 index says it all). A cell is in the tile
 * its centre lies in.
 */
import { readColumns, type UnsignedColumn } from './arrow.ts';

/** Counts of students, or HIDDEN_CODES (0 low, 1 high, 2 either) where hidden. The narrowest type that holds them. */
export type CountColumn = Uint8Array | Uint16Array | Uint32Array;

export interface CellTile {
  readonly h3: BigUint64Array;
  readonly resolution: Uint8Array;
  /** 1 where finer hexes of the same tile level lie inside the cell. */
  readonly rest: Uint8Array;
  readonly students: Uint32Array;
  readonly households: Uint32Array;
  /** A statistic by its key; undefined = hidden as `low` in every row of the tile. */
  column(key: string): CountColumn | undefined;
}

export interface CoverageTile {
  readonly h3: BigUint64Array;
  readonly resolution: Uint8Array;
  /** Distinct locations any provider reports, by any technology. */
  readonly locations: Uint32Array;
  /** Distinct provider and technology pairs. */
  readonly offers: Uint32Array;
  /** Locations served at a profile and tier key ("bead_2022", "100_20"); undefined = none in any row. */
  served(profile: string, tier: string): CountColumn | undefined;
}

/** A tile of the layer `hexes`. @throws RangeError when the bytes are no cell tile */
export function decodeCellTile(bytes: Uint8Array): CellTile {
  const { byName } = readColumns(bytes);
  return {
    h3: cells(byName.get('h3')),
    resolution: bytesOf(byName.get('resolution')),
    rest: bytesOf(byName.get('rest')),
    students: widened(byName.get('students')),
    households: widened(byName.get('households')),
    column: (key) => counts(byName.get(key)),
  };
}

/** A tile of the layer `coverage`. @throws RangeError when the bytes are no coverage tile */
export function decodeCoverageTile(bytes: Uint8Array): CoverageTile {
  const { byName } = readColumns(bytes);
  return {
    h3: cells(byName.get('h3')),
    resolution: bytesOf(byName.get('resolution')),
    locations: widened(byName.get('locations')),
    offers: widened(byName.get('offers')),
    served: (profile, tier) => counts(byName.get(`served.${profile}.${tier}`)),
  };
}

function cells(column: UnsignedColumn | undefined): BigUint64Array {
  if (column instanceof BigUint64Array) return column;
  throw new RangeError('the tile has no column of cells');
}

function bytesOf(column: UnsignedColumn | undefined): Uint8Array {
  if (column instanceof Uint8Array) return column;
  throw new RangeError('the tile lacks a column of bytes');
}

function counts(column: UnsignedColumn | undefined): CountColumn | undefined {
  return column instanceof BigUint64Array ? undefined : column;
}

function widened(column: UnsignedColumn | undefined): Uint32Array {
  if (column instanceof Uint32Array) return column;
  const narrow = counts(column);
  if (!narrow) throw new RangeError('the tile lacks a column of counts');
  return Uint32Array.from(narrow);
}
