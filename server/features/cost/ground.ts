/** The ground of a cluster: its FCC locations without service, and the lines that would reach them. Public filings only. */
import { cellArea, cellToLatLng, gridDisk } from 'h3-js';
import { type Cell, cellFromText, cellToText, shardOf } from '../../domain/cell.ts';
import type { Ground } from '../../domain/cost/estimate.ts';
import { expectedTreeKm, type LngLat, shortestForest } from '../../domain/cost/tree.ts';
import type { Tx } from '../../platform/db.ts';
import { type ServiceRow, serviceOf, wiredCells } from './queries.ts';

export interface ClusterGround extends Ground {
  readonly locations: number;
  readonly cells: number;
  readonly firstKm: number;
  readonly isReached: boolean;
}

export interface OfWhat {
  readonly of: 'unserved' | 'underserved';
  readonly filingId: number;
}

export async function groundOf(tx: Tx, cells: readonly Cell[], { of, filingId }: OfWhat): Promise<ClusterGround> {
  const rows = await serviceOf(tx, filingId, cells);
  const lacking = rows.map((row) => ({ ...row, passings: lackingIn(row, of) })).filter(({ passings }) => passings > 0);
  const wired = await wiredCells(tx, filingId, shardsAround(cells));
  const { km, fromExistingKm } = shortestForest(
    lacking.map(({ cell }) => centerOf(cell)),
    wired.map(centerOf),
  );
  return {
    locations: sum(rows, ({ locations }) => locations),
    passings: sum(lacking, ({ passings }) => passings),
    cells: lacking.length,
    betweenKm: km,
    firstKm: fromExistingKm,
    isReached: wired.length > 0,
    withinKm: sum(lacking, ({ cell, passings }) => expectedTreeKm(passings, areaKm2(cell))),
    areaKm2: sum(lacking, ({ cell }) => areaKm2(cell)),
  };
}

function lackingIn({ locations, served_25_3, served_100_20 }: ServiceRow, of: OfWhat['of']): number {
  return locations - (of === 'unserved' ? served_25_3 : served_100_20);
}

/** A shard is some 26 miles wide: with those around it, every place within 13 miles of the cluster and most within 30. */
function shardsAround(cells: readonly Cell[]): bigint[] {
  const shards = new Set(cells.map(shardOf));
  const around = new Set([...shards].flatMap((shard) => gridDisk(cellToText(shard), 1)));
  return [...around].map(cellFromText);
}

function centerOf(cell: Cell): LngLat {
  const [lat, lng] = cellToLatLng(cellToText(cell));
  return [lng, lat];
}

function areaKm2(cell: Cell): number {
  return cellArea(cellToText(cell), 'km2');
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
