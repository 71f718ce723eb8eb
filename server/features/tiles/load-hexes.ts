/** Reads published hexes with their estimates into a table of cells. */

import type { Viewer } from '../../domain/actor.ts';
import { cellToText } from '../../domain/cell.ts';
import { apartOf, FIRST_COUNT, STATISTICS_FINGERPRINT } from '../../domain/cell-tile.ts';
import { codeEstimates } from '../../domain/estimate-codes.ts';
import { COUNT_KEYS, ESTIMATE_KEYS } from '../../domain/statistic.ts';
import type { Tx } from '../../platform/db.ts';
import type { EstimatedRelease, EstimateReader } from '../estimates/index.ts';
import { type CellColumn, type CellTable, type CodedEstimates, cellTable, type Plane } from './cell-table.ts';
import { readCounts } from './columns.ts';
import type { Level } from './contract.ts';
import { type Tags, tagsWriter } from './tags.ts';

/** A hex from the database. */
export interface HexRow {
  cell: bigint;
  resolution: number;
  rest: boolean;
  students: number;
  households: number;
  /** Array text, in the order of COUNT_KEYS. */
  counts: string;
  hidden: string;
}

type PatchRow = HexRow & { patch: number };

/** Ascending by resolution, then cell. A district sees its own patches, the same at every level. */
export async function loadHexes(
  tx: Tx,
  release: EstimatedRelease,
  viewer: Viewer,
  level: Level,
  reader: EstimateReader,
): Promise<CellTable> {
  const estimates = await reader.of(tx, release, viewer);
  if (viewer.role === 'district') {
    const patches = await districtRows(tx, release.id, viewer.leaId);
    return hexTable(patches, estimates.ofPatches(patches.map(({ patch }) => patch)));
  }
  const rows = await tx.rows<HexRow>(
    `-- one row: a hex as drawn at one level
     select cell, resolution, rest, students, households, counts::text, hidden
     from published.hexes
     where release_id = $1
       and audience = $2
       and level = $3
     order by resolution, cell, rest`,
    [release.id, viewer.role, level],
  );
  const cells = rows.map(({ cell }) => cell);
  return hexTable(rows, estimates.ofHexes(level, cells));
}

/**
 * A district's own patches, the same at every zoom: they are few, and a sum of patches with hidden counts would have to be
 * hidden as a whole.
 */
function districtRows(tx: Tx, releaseId: number, leaId: string): Promise<PatchRow[]> {
  return tx.rows<PatchRow>(
    `-- one row: a patch of one district, as providers see it
     select patch, cell, resolution, rest, students, households, counts::text, hidden
     from published.patches
     where release_id = $1
       and audience = 'provider'
       and lea_ids = array[$2]
     order by resolution, cell, rest`,
    [releaseId, leaId],
  );
}

/**
 * @param rows sorted by resolution, then cell
 * @param estimates ESTIMATE_KEYS.length per row
 */
export function hexTable(rows: readonly HexRow[], estimates: Uint32Array): CellTable {
  const counts = COUNT_KEYS.map(() => new Uint32Array(rows.length));
  const ofRow = new Uint32Array(COUNT_KEYS.length);
  rows.forEach((row, i) => {
    readCounts(row.counts, row.hidden, ofRow);
    for (const [position, column] of counts.entries()) column[i] = ofRow[position] ?? 0;
  });
  const number = (name: string, of: (row: HexRow) => number): CellColumn => ({
    name,
    kind: 'number',
    values: Uint32Array.from(rows, of),
  });
  const table = cellTable(
    BigUint64Array.from(rows, (row) => row.cell),
    [
      number('resolution', (row) => row.resolution),
      number('rest', (row) => (row.rest ? 1 : 0)),
      number('students', (row) => row.students),
      number('households', (row) => row.households),
      ...counts.map((values, position): CellColumn => ({ name: COUNT_KEYS[position] ?? '', kind: 'count', values })),
    ],
    { tags: tagsOf(rows, counts, estimates), estimates: codesOf(rows, counts, estimates) },
  );
  // Takes 4 us per hex; otherwise the first tile of each place would wait for it.
  for (let row = 0; row < table.rows; row++) table.outlines.vertexCount(row);
  return table;
}

/** Neither a hidden count nor an estimate of zero has a tag. */
function tagsOf(rows: readonly HexRow[], counts: readonly Uint32Array[], estimates: Uint32Array): Tags {
  const tags = tagsWriter();
  rows.forEach((row, i) => {
    tags.nextRow();
    tags.text('h3', cellToText(row.cell));
    tags.number('resolution', row.resolution);
    tags.flag('rest', row.rest);
    tags.number('students', row.students);
    tags.number('households', row.households);
    for (const [position, column] of counts.entries()) {
      const count = column[i] ?? 0;
      if (count >= FIRST_COUNT) tags.number(COUNT_KEYS[position] ?? '', count);
    }
    if (!/^l*$/.test(row.hidden)) tags.text('hidden', row.hidden);
    for (let position = 0; position < ESTIMATE_KEYS.length; position++) {
      const estimate = estimates[i * ESTIMATE_KEYS.length + position] ?? 0;
      if (estimate > 0) tags.number(ESTIMATE_KEYS[position] ?? '', estimate);
    }
  });
  return tags.finish();
}

const CONNECTED = COUNT_KEYS.indexOf('home.connected');
const UNANSWERED = COUNT_KEYS.indexOf('home.unanswered');

function codesOf(rows: readonly HexRow[], counts: readonly Uint32Array[], estimates: Uint32Array): CodedEstimates {
  const width = ESTIMATE_KEYS.length;
  const codes = new Uint32Array(rows.length * width);
  const ofRow = new Uint32Array(width);
  rows.forEach(({ students }, i) => {
    const apart = apartOf(students, counts[CONNECTED]?.[i] ?? 0, counts[UNANSWERED]?.[i] ?? 0);
    codeEstimates(estimates.subarray(i * width, (i + 1) * width), { students, apart }, ofRow);
    for (let position = 0; position < width; position++) codes[position * rows.length + i] = ofRow[position] ?? 0;
  });
  return { planes: planesOf(codes, rows.length), width, fingerprint: STATISTICS_FINGERPRINT };
}

/** Lowest bytes first, up to the last nonzero one; the first always. */
function planesOf(codes: Uint32Array, rows: number): Plane[] {
  let every = 0;
  for (let i = 0; i < codes.length; i++) every |= codes[i] ?? 0;
  return [0, 8, 16]
    .filter((shift) => shift === 0 || every >>> shift !== 0)
    .map((shift) => {
      const bytes = new Uint8Array(codes.length);
      const used = new Uint8Array(ESTIMATE_KEYS.length);
      for (let i = 0; i < codes.length; i++) {
        bytes[i] = (codes[i] ?? 0) >>> shift;
        if (bytes[i] !== 0) used[Math.floor(i / rows)] = 1;
      }
      return { bytes, used };
    });
}
