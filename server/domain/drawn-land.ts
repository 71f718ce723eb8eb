/**
 * The land that each hex of a map is drawn on. Each level of a map has one lattice, of its finest hexes. A coarser hex is drawn as
 * the hexes of that lattice inside it that no finer hex covers, so hexes neither overlap nor leave gaps.
 */
import { cellsToMultiPolygon, cellToChildren } from 'h3-js';
import { type Cell, cellFromText, cellToText } from './cell.ts';

export interface DrawnHex {
  readonly cell: Cell;
  readonly resolution: number;
}

export interface DrawnLand {
  /** Resolution of the lattice. */
  readonly lattice: number;
  /** By position, the lattice's hexes of each coarser hex, ascending; empty where finer ones cover all of it. */
  readonly coarser: ReadonlyMap<number, readonly Cell[]>;
}

/** @param level of the map; a district's own patches may be finer */
export function drawnLand(hexes: readonly DrawnHex[], level: number): DrawnLand {
  const lattice = hexes.reduce((finest, { resolution }) => Math.max(finest, resolution), level);
  const positions = hexes
    .map((_, position) => position)
    .filter((position) => (hexes[position]?.resolution ?? 0) < lattice);
  if (positions.length === 0) return { lattice, coarser: new Map() };
  const taken = new Set(hexes.flatMap(({ cell, resolution }) => (resolution === lattice ? [cell] : [])));
  const coarser = new Map<number, readonly Cell[]>();
  positions.sort((a, b) => (hexes[b]?.resolution ?? 0) - (hexes[a]?.resolution ?? 0));
  for (const position of positions) {
    const own = childrenOf(hexes[position]?.cell ?? 0n, lattice).filter((cell) => !taken.has(cell));
    for (const cell of own) taken.add(cell);
    coarser.set(position, own);
  }
  return { lattice, coarser };
}

export function childrenOf(cell: Cell, resolution: number): Cell[] {
  return cellToChildren(cellToText(cell), resolution).map(cellFromText);
}

/** Polygons of closed rings of longitude, latitude around cells of one resolution: outer ring, then holes. */
export function outlineOfCells(cells: readonly Cell[]): [lng: number, lat: number][][][] {
  return cellsToMultiPolygon(cells.map(cellToText), true);
}
