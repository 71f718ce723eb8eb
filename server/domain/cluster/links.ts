import type { Footprint } from './footprint.ts';
import { neighborPairs } from './lattice.ts';

/** Cells that may lie between two patches of a cluster, by resolution of the lattice: less than a kilometer in both. */
export const DEFAULT_GAP: Record<7 | 8, number> = { 8: 1, 7: 0 };

/** Two patches near enough for one cluster. */
export interface Link {
  /** Positions of patches, `one` the smaller. */
  readonly one: number;
  readonly other: number;
  /** True when they share a cell or have neighboring ones; false when there is a gap between. */
  readonly touches: boolean;
}

/**
 * Every link between patches, each once, by position.
 *
 * @param gap 0 to 2 cells
 */
export function linksOf({ cells, cellsOf, patchesAt: { starts, items } }: Footprint, gap: number): Link[] {
  const patches = cellsOf.starts.length - 1;
  // A pair of patches and, in the last bit, whether there is a gap between: the touching form sorts first.
  const found: number[] = [];
  let last = -1;
  const note = (one: number, other: number, apart: 0 | 1) => {
    if (one === other) return;
    const key = 2 * (one < other ? one * patches + other : other * patches + one) + apart;
    if (key !== last) found.push(key);
    last = key;
  };
  const noteAll = (here: number, there: number, apart: 0 | 1) => {
    for (let i = starts[here] ?? 0; i < (starts[here + 1] ?? 0); i++)
      for (let j = starts[there] ?? 0; j < (starts[there + 1] ?? 0); j++) note(items[i] ?? 0, items[j] ?? 0, apart);
  };
  for (let cell = 0; cell < cells.length; cell++) noteAll(cell, cell, 0);
  neighborPairs(cells, gap + 1, (here, there, distance) => noteAll(here, there, distance === 1 ? 0 : 1));

  const links: Link[] = [];
  let pair = -1;
  for (const key of Float64Array.from(found).sort()) {
    if (Math.floor(key / 2) === pair) continue;
    pair = Math.floor(key / 2);
    links.push({ one: Math.floor(pair / patches), other: pair % patches, touches: key % 2 === 0 });
  }
  return links;
}
