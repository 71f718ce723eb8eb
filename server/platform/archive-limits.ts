/**
 * What a packed file may unpack to, wherever one is read: archives of the FCC, geographic ones, tables of points, workbooks. No Node
 * here: pages read workbooks too.
 */

/** FCC tables compress about 10 times and synthetic ones up to 40, workbooks about 20, tables of shapefiles padded with blanks up to 50. */
export const MOST_INFLATION = 100;

/** Small files may compress further and do no harm. */
const ALWAYS_ALLOWED_BYTES = 64 * 1024 * 1024;

/** Limit of the unpacked size of a file, in bytes. */
export function mostUnpacked(packedBytes: number): number {
  return Math.max(ALWAYS_ALLOWED_BYTES, packedBytes * MOST_INFLATION);
}

/** Rows of a sheet, as in Excel; features or rows of a geographic file. A state has fewer areas, places and students. */
export const MOST_ROWS = 2 ** 20;
