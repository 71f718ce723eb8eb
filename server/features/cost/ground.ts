/** The ground of a cluster: its FCC locations without service, and the lines that would reach them. Public filings only. */
import { cellArea, cellToLatLng, gridDisk } from 'h3-js';
import { type Cell, cellFromText, cellToText, shardOf } from '../../domain/cell.ts';
import type { Ground } from '../../domain/cost/estimate.ts';
import { roadNetwork } from '../../domain/cost/roads.ts';
import { expectedTreeKm, type LngLat, shortestForest } from '../../domain/cost/tree.ts';
import type { Tx } from '../../platform/db.ts';
import { roadLines } from '../ground/index.ts';
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
  readonly stateFips: string;
}

export async function groundOf(
  tx: Tx,
  cells: readonly Cell[],
  { of, filingId, stateFips }: OfWhat,
): Promise<ClusterGround> {
  const rows = await serviceOf(tx, filingId, cells);
  const lacking = rows.map((row) => ({ ...row, passings: lackingIn(row, of) })).filter(({ passings }) => passings > 0);
  const wired = await wiredCells(tx, filingId, shardsAround(cells));
  const places = lacking.map(({ cell }) => centerOf(cell));
  const existing = wired.map(centerOf);
  const { km, fromExistingKm } = shortestForest(places, existing);
  const lines = places.length > 0 ? await roadLines(tx, stateFips, boxAround(places, fromExistingKm)) : [];
  const roads = lines.length > 0 ? roadNetwork(lines, places, existing) : undefined;
  return {
    locations: sum(rows, ({ locations }) => locations),
    passings: sum(lacking, ({ passings }) => passings),
    cells: lacking.length,
    betweenKm: km,
    ...(roads ? { roads } : {}),
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

/** The box in which roads may lead around: a margin of 1.25 times the straight line, at least 5 km. */
function boxAround(places: readonly LngLat[], firstKm: number): [number, number, number, number] {
  const lats = places.map(([, lat]) => lat);
  const lngs = places.map(([lng]) => lng);
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const margin = Math.max(5, 1.25 * firstKm) / KM_PER_DEGREE;
  const wider = margin / Math.cos((north * Math.PI) / 180);
  return [Math.min(...lngs) - wider, south - margin, Math.max(...lngs) + wider, north + margin];
}

const KM_PER_DEGREE = 111.2;

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
