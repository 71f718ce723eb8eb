/**
 * Cell tiles for our own viewer: columns only, no geometry (the H3 index implies it). A cell is in the tile
 * of its center.
 *
 * Each count has a column. Estimates travel as codes of their difference from a prediction by the row's other numbers
 * (estimate-codes.ts), one byte each, all rows of an estimate together: byte `estimate x rows + row` of a column of byte
 * strings as long as there are estimates. Codes beyond one byte continue in a second column, and a third. Measured on
 * 1,300 cells of res 8, gzipped: codes 18 kB, a column per estimate 65 kB, the same as MVT 175 kB.
 */
import { type ByteStrings, readColumns, type UnsignedColumn } from './arrow.ts';
import { decodeEstimates } from './estimate-codes.ts';
import { HIDDEN_CODES } from './hidden.ts';
import { COUNT_KEYS, ESTIMATE_KEYS } from './statistic.ts';

/** Counts of students, or HIDDEN_CODES (0 low, 1 high, 2 either) where hidden. */
export type CountColumn = Uint8Array | Uint16Array | Uint32Array;

export interface CellTile {
  readonly h3: BigUint64Array;
  readonly resolution: Uint8Array;
  /** 1 where finer hexes of the same tile level lie inside the cell. */
  readonly rest: Uint8Array;
  readonly students: Uint32Array;
  readonly households: Uint32Array;
  /** A count by its key; undefined = `low` in every row of the tile. */
  column(key: string): CountColumn | undefined;
  /** An estimate by its key, in students; undefined = no such estimate. */
  estimate(key: string): Uint16Array | Uint32Array | undefined;
}

export interface CoverageTile {
  readonly h3: BigUint64Array;
  readonly resolution: Uint8Array;
  /** Distinct locations that any provider reports, with any technology. */
  readonly locations: Uint32Array;
  /** Distinct provider and technology pairs. */
  readonly offers: Uint32Array;
  /** Locations served at a profile and tier key ("bead_2022", "100_20"). */
  served(profile: string, tier: string): CountColumn | undefined;
}

/** Smallest value in a column of counts that is a count. */
export const FIRST_COUNT = 3;

/** Column of the i-th byte of the codes, lowest first. */
export function estimatesColumn(i: number): string {
  return `estimates_${i}`;
}

/** Metadata key of the stream for the statistics in the tile. */
export const STATISTICS_METADATA = 'statistics';

/** FNV-1a of the keys, counts then estimates: identifies a tile's statistics without the list. */
export const STATISTICS_FINGERPRINT = fingerprintOf([...COUNT_KEYS, ...ESTIMATE_KEYS]);

function fingerprintOf(keys: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const character of keys.join(',')) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/**
 * Students not connected, if the row shows the counts that its levers are fitted to.
 *
 * @param connected count of `home.connected`, or its hiding
 * @param unanswered likewise
 */
export function apartOf(students: number, connected: number, unanswered: number): number | undefined {
  return connected >= FIRST_COUNT && unanswered >= FIRST_COUNT ? Math.max(0, students - connected) : undefined;
}

/**
 * A tile of the layer `hexes`.
 *
 * @throws RangeError when the bytes are no cell tile, or of a release with other statistics
 */
export function decodeCellTile(bytes: Uint8Array): CellTile {
  const { rows, byName, strings, metadata } = readColumns(bytes);
  if (metadata.get(STATISTICS_METADATA) !== STATISTICS_FINGERPRINT)
    throw new RangeError('the tile is of a release with other statistics');
  const students = widened(byName.get('students'));
  const column = (key: string) => counts(byName.get(key));
  let values: Uint16Array | Uint32Array | undefined;

  /** Column by column. */
  function estimates(): Uint16Array | Uint32Array {
    const codes = codesOf(rows, strings);
    // Rounded one by one, an estimate may be larger than the students by one or two.
    const isWide = students.some((count) => count > 0xff00);
    const decoded = new (isWide ? Uint32Array : Uint16Array)(codes.length);
    const codesOfRow = new Uint32Array(WIDTH);
    const ofRow = new Uint32Array(WIDTH);
    const connected = column('home.connected');
    const unanswered = column('home.unanswered');
    for (let row = 0; row < rows; row++) {
      const all = students[row] ?? 0;
      const apart = apartOf(all, connected?.[row] ?? HIDDEN_CODES.low, unanswered?.[row] ?? HIDDEN_CODES.low);
      for (let position = 0; position < WIDTH; position++) codesOfRow[position] = codes[position * rows + row] ?? 0;
      decodeEstimates(codesOfRow, { students: all, apart }, ofRow);
      for (let position = 0; position < WIDTH; position++) decoded[position * rows + row] = ofRow[position] ?? 0;
    }
    return decoded;
  }
  return {
    h3: cells(byName.get('h3')),
    resolution: bytesOf(byName.get('resolution')),
    rest: bytesOf(byName.get('rest')),
    students,
    households: widened(byName.get('households')),
    column,
    estimate(key) {
      const position = POSITIONS.get(key);
      if (position === undefined) return undefined;
      values ??= estimates();
      return values.subarray(position * rows, (position + 1) * rows);
    },
  };
}

const WIDTH = ESTIMATE_KEYS.length;
const POSITIONS = new Map(ESTIMATE_KEYS.map((key, position) => [key, position]));

function codesOf(rows: number, strings: ReadonlyMap<string, ByteStrings>): Uint32Array {
  const codes = new Uint32Array(rows * WIDTH);
  [0, 1, 2].forEach((plane) => {
    const bytes = strings.get(estimatesColumn(plane))?.bytes;
    if (bytes) for (let i = 0; i < codes.length; i++) codes[i] = (codes[i] ?? 0) | ((bytes[i] ?? 0) << (8 * plane));
  });
  return codes;
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
