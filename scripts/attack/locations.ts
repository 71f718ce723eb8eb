import type { Cell } from '../../server/domain/cell.ts';
import { decodeCoverageTile } from '../../server/domain/cell-tile.ts';
import { tilesOver } from './published.ts';
import type { Reader } from './reader.ts';

const FINEST_ZOOM = 10;

/** Locations of each res-8 cell, as anybody reads them from the coverage tiles. */
export async function readLocations(
  reader: Reader,
  releaseId: number,
  bounds: readonly number[],
): Promise<Map<Cell, number>> {
  const locations = new Map<Cell, number>();
  for (const { x, y } of tilesOver(bounds, FINEST_ZOOM)) {
    const bytes = await reader.bytes(`/tiles/${releaseId}/coverage/${FINEST_ZOOM}/${x}/${y}.arrow`, 'public');
    if (bytes.length === 0) continue;
    const tile = decodeCoverageTile(bytes);
    for (const [row, cell] of tile.h3.entries()) locations.set(cell, tile.locations[row] ?? 0);
  }
  return locations;
}
