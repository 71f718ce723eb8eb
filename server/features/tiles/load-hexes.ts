/** Reads published hexes into a table of cells. */
import { fingerprintOf, isPatterned } from '../../domain/cell-tile.ts';
import type { Tx } from '../../platform/db.ts';
import { type CellColumn, type CellTable, cellTable, type HiddenMasks } from './cell-table.ts';
import { readCounts } from './columns.ts';
import type { Level, Viewer } from './contract.ts';
import { patternsWriter } from './patterns.ts';

/** A hex as the database gives it. */
export interface HexRow {
  cell: bigint;
  resolution: number;
  rest: boolean;
  students: number;
  households: number;
  counts: string;
  hidden: string;
}

/** @param statistics keys in the order of the release's counts */
export async function loadHexes(
  tx: Tx,
  releaseId: number,
  viewer: Viewer,
  level: Level,
  statistics: readonly string[],
): Promise<CellTable> {
  const rows =
    viewer.role === 'district'
      ? await districtRows(tx, releaseId, viewer.leaId)
      : await tx.rows<HexRow>(
          `-- one row: a hex as drawn at one level
           select cell, resolution, rest, students, households, counts::text, hidden
           from published.hexes
           where release_id = $1
             and audience = $2
             and level = $3
           order by resolution, cell, rest`,
          [releaseId, viewer.role, level],
        );
  return hexTable(rows, statistics);
}

/**
 * A district's own patches, the same at every zoom: there are few enough of them, and a sum of patches of which some
 * counts are hidden would have to be hidden whole.
 */
function districtRows(tx: Tx, releaseId: number, leaId: string): Promise<HexRow[]> {
  return tx.rows<HexRow>(
    `-- one row: a patch of one district, at the agency's resolution
     select cell, resolution, rest, students, households, counts::text, hidden
     from published.patches
     where release_id = $1
       and audience = 'agency'
       and lea_ids = array[$2]
     order by resolution, cell, rest`,
    [releaseId, leaId],
  );
}

/** @param rows sorted by resolution, then cell; `counts` as array text */
export function hexTable(rows: readonly HexRow[], statistics: readonly string[]): CellTable {
  const counts = new Uint32Array(statistics.length);
  const positions = statistics.map((_, position) => position);
  const patterned = positions.filter((position) => isPatterned(statistics[position] ?? ''));
  const patterns = patternsWriter(
    rows.length,
    patterned.map((position) => statistics[position] ?? ''),
    patterned,
  );
  const own = positions
    .filter((position) => !isPatterned(statistics[position] ?? ''))
    .map((position) => ({ position, values: new Uint32Array(rows.length) }));
  rows.forEach((row, i) => {
    readCounts(row.counts, row.hidden, counts);
    patterns.add(counts);
    for (const { position, values } of own) values[i] = counts[position] ?? 0;
  });
  return cellTable(
    BigUint64Array.from(rows, (row) => row.cell),
    [
      { name: 'resolution', kind: 'number', values: Uint32Array.from(rows, (row) => row.resolution) },
      { name: 'rest', kind: 'flag', values: Uint32Array.from(rows, (row) => (row.rest ? 1 : 0)) },
      { name: 'students', kind: 'number', values: Uint32Array.from(rows, (row) => row.students) },
      { name: 'households', kind: 'number', values: Uint32Array.from(rows, (row) => row.households) },
      ...own.map(
        ({ position, values }): CellColumn => ({
          name: statistics[position] ?? '',
          kind: 'count',
          values,
        }),
      ),
    ],
    { patterns: patterns.finish(), hidden: masksOf(rows), fingerprint: fingerprintOf(statistics) },
  );
}

function masksOf(rows: readonly HexRow[]): HiddenMasks {
  const numbers = new Map<string, number>();
  const ofRow = Uint32Array.from(rows, ({ hidden }) => {
    const known = numbers.get(hidden) ?? numbers.size;
    numbers.set(hidden, known);
    return known;
  });
  return { ofRow, texts: [...numbers.keys()].map((text) => (/^l*$/.test(text) ? undefined : text)) };
}
