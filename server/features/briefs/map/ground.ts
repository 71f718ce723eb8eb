/** The hexes of a release as a brief's map draws them, read once for each view and level. */

import { cellArea, cellToLatLng } from 'h3-js';
import { LRUCache } from 'lru-cache';
import type { Viewer } from '../../../domain/actor.ts';
import { provenAt } from '../../../domain/brief/headline.ts';
import { type Cell, cellToText } from '../../../domain/cell.ts';
import { drawnLand, outlineOfCells } from '../../../domain/drawn-land.ts';
import { ONE_READING } from '../../../domain/lever.ts';
import { squareMilesOf } from '../../../domain/miles.ts';
import { ESTIMATES, estimatePosition } from '../../../domain/statistic.ts';
import type { Tx } from '../../../platform/db.ts';
import type { EstimateReader } from '../../estimates/index.ts';
import type { ReleaseRow } from '../../releases/index.ts';
import type { GroundHex } from './types.ts';

export interface GroundAsked {
  readonly release: ReleaseRow;
  /** Whose hexes: the public's for a district, which has none at a coarser level. */
  readonly viewer: Viewer;
  readonly level: number;
  readonly hasFilings: boolean;
}

export interface GroundReader {
  of(tx: Tx, asked: GroundAsked): Promise<readonly GroundHex[]>;
}

/** Some 150 bytes each. */
const MOST_HEXES = 200_000;

export function groundReader(estimates: EstimateReader): GroundReader {
  const kept = new LRUCache<string, readonly GroundHex[]>({
    maxSize: MOST_HEXES,
    sizeCalculation: ({ length }) => Math.max(1, length),
  });
  return {
    async of(tx, asked) {
      const viewer: Viewer = asked.viewer.role === 'district' ? { role: 'public' } : asked.viewer;
      const key = `${asked.release.id}/${viewer.role}/${asked.level}/${asked.hasFilings}`;
      const found = kept.get(key) ?? (await readGround(tx, { ...asked, viewer }, estimates));
      kept.set(key, found);
      return found;
    },
  };
}

async function readGround(
  tx: Tx,
  { release, viewer, level, hasFilings }: GroundAsked,
  estimates: EstimateReader,
): Promise<GroundHex[]> {
  const rows = await tx.rows<{ cell: bigint; resolution: number; students: number }>(
    `-- one row: a hex as drawn at one level
     select cell, resolution, students
     from published.hexes
     where release_id = $1
       and audience = $2
       and level = $3
     order by resolution, cell`,
    [release.id, viewer.role, level],
  );
  const lacking = hasFilings
    ? lackingAt(
        release,
        (await estimates.of(tx, release, viewer)).ofHexes(
          level,
          rows.map(({ cell }) => cell),
        ),
      )
    : (at: number) => rows[at]?.students ?? 0;
  const { coarser } = drawnLand(rows, level);
  return rows.map(({ cell, resolution }, at) => {
    const h3 = cellToText(cell);
    const [lat, lng] = cellToLatLng(h3);
    const land = coarser.get(at) ?? [];
    return {
      h3,
      resolution,
      lng,
      lat,
      ...(land.length > 0 ? { land: outlineOfCells(land) } : {}),
      density: lacking(at) / squareMilesIn(land.length > 0 ? land : [cell]),
    };
  });
}

function squareMilesIn(cells: readonly Cell[]): number {
  return squareMilesOf(cells.reduce((sum, cell) => sum + cellArea(cellToText(cell), 'km2'), 0));
}

/** Students with a proven gap in each hex, by share of locations, in the release's one reading. */
function lackingAt({ benchmark: tier }: ReleaseRow, estimated: Uint32Array): (at: number) => number {
  const positions = provenAt(tier).flatMap((lever) =>
    lever === 'connected' ? [] : [estimatePosition({ kind: 'estimated_lever', ...ONE_READING, tier, lever })],
  );
  return (at) => positions.reduce((sum, position) => sum + (estimated[at * ESTIMATES.length + position] ?? 0), 0);
}
