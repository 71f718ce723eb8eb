/**
 * Cell tiles as our own viewer reads them: columns only, no geometry (the H3 index says it all). A cell is in the tile
 * its center lies in.
 *
 * Most statistics (verdicts, levers, disputes) of a cell repeat each other: the same students are unserved by three
 * profiles and two sources. So those are written as a pattern, which many cells share, and the few different numbers the
 * pattern refers to. Measured on 1,261 cells with all 233 statistics: a column a statistic is 54 kB gzipped, patterns
 * 21 kB, the same as MVT 85 kB. Where hardly two cells share a pattern, as in cells of hundreds of square kilometers, a
 * tile has a column for each of them instead.
 */
import { readColumns, type UnsignedColumn } from './arrow.ts';
import { PLACE_COUNT_KEYS } from './statistic.ts';

/** Counts of students, or HIDDEN_CODES (0 low, 1 high, 2 either) where hidden. */
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
  /** Locations served at a profile and tier key ("bead_2022", "100_20"). */
  served(profile: string, tier: string): CountColumn | undefined;
}

/** The column of patterns: one byte a patterned statistic, a hidden code or FIRST_VALUE + i for the column `value_i`. */
export const PATTERN_COLUMN = 'pattern';
export const FIRST_VALUE = 3;
/** A byte has room for so many different numbers in one cell. */
export const MOST_VALUES = 256 - FIRST_VALUE;
export function valueColumn(i: number): string {
  return `value_${i}`;
}

/** Whether a statistic may be written in patterns; the others always have a column of their own name. */
export function isPatterned(key: string): boolean {
  return key.startsWith('estimated_');
}

/** Key of the stream's metadata that tells which statistics the bytes of a pattern stand for. */
export const STATISTICS_METADATA = 'statistics';

/** FNV-1a of the keys: a tile names its list of statistics without carrying it. */
export function fingerprintOf(statistics: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const character of statistics.join(',')) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/**
 * A tile of the layer `hexes`.
 *
 * @param statistics keys of the release the tile is of, in its order
 * @throws RangeError when the bytes are no cell tile, or of a release with other statistics
 */
export function decodeCellTile(bytes: Uint8Array, statistics: readonly string[] = PLACE_COUNT_KEYS): CellTile {
  const { rows, byName, dictionaries, metadata } = readColumns(bytes);
  if (metadata.get(STATISTICS_METADATA) !== fingerprintOf(statistics))
    throw new RangeError('the tile is of a release with other statistics');
  const positions = new Map(statistics.filter(isPatterned).map((key, position) => [key, position]));
  const patternOf = counts(byName.get(PATTERN_COLUMN)) ?? new Uint8Array(rows);
  const patterns = dictionaries.get(PATTERN_COLUMN) ?? { bytes: new Uint8Array(), width: 0 };
  const expanded = new Map<string, CountColumn | undefined>();

  function expand(position: number): CountColumn | undefined {
    const column = new Uint32Array(rows);
    let every = 0;
    for (let row = 0; row < rows; row++) {
      const code = patterns.bytes[(patternOf[row] ?? 0) * patterns.width + position] ?? 0;
      const value = code < FIRST_VALUE ? code : (values[code - FIRST_VALUE]?.[row] ?? 0);
      column[row] = value;
      every |= value;
    }
    return every === 0 ? undefined : column;
  }
  const values: CountColumn[] = [];
  for (let column = counts(byName.get(valueColumn(0))); column; column = counts(byName.get(valueColumn(values.length))))
    values.push(column);

  return {
    h3: cells(byName.get('h3')),
    resolution: bytesOf(byName.get('resolution')),
    rest: bytesOf(byName.get('rest')),
    students: widened(byName.get('students')),
    households: widened(byName.get('households')),
    column(key) {
      const position = positions.get(key);
      if (position === undefined || byName.has(key)) return counts(byName.get(key));
      if (!expanded.has(key)) expanded.set(key, expand(position));
      return expanded.get(key);
    },
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
