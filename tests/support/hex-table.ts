import { ESTIMATE_KEYS } from '../../server/domain/statistic.ts';
import type { CellTable } from '../../server/features/tiles/cell-table.ts';
import { hexTable } from '../../server/features/tiles/load-hexes.ts';
import type { SyntheticHex } from './synthetic-hexes.ts';

/** Counts as PostgreSQL writes an integer array. */
export function arrayText(counts: readonly (number | null)[]): string {
  return `{${counts.map((count) => count ?? 'NULL').join(',')}}`;
}

/** The table a server would have loaded from these published hexes. */
export function tableOf(hexes: readonly SyntheticHex[]): CellTable {
  return hexTable(
    hexes.map((hex) => ({ ...hex, counts: arrayText(hex.counts) })),
    estimatesOf(hexes),
  );
}

/** ESTIMATE_KEYS.length a hex. */
export function estimatesOf(hexes: readonly SyntheticHex[]): Uint32Array {
  const values = new Uint32Array(hexes.length * ESTIMATE_KEYS.length);
  hexes.forEach(({ estimates }, i) => {
    values.set(estimates, i * ESTIMATE_KEYS.length);
  });
  return values;
}
