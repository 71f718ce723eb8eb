/** The map's initial view of a state. */
import bbox from '@turf/bbox';
import { multiPoint } from '@turf/helpers';
import { cellToLatLng } from 'h3-js';
import { cellToText } from '../../domain/cell.ts';
import type { Tx } from '../../platform/db.ts';
import { type Bounds, stateBounds } from './queries.ts';

/** Margin in degrees around the hexes with students, so that a coast or an empty corner stays in view. */
const AROUND = 1;

/**
 * The state's extent, without land far from every student: American Samoa's Swains and Rose, Hawaii's northwestern
 * islands and Alaska beyond 180 degrees would show an empty sea.
 *
 * @param audience whose hexes
 */
export async function firstView(
  tx: Tx,
  { id, state_fips: fips }: { readonly id: number; readonly state_fips: string },
  audience: string,
): Promise<Bounds> {
  const hexes = await tx.rows<{ cell: bigint }>(
    'select distinct cell from published.hexes where release_id = $1 and audience = $2 and level = 5',
    [id, audience],
  );
  return nearStudents(
    await stateBounds(tx, fips),
    hexes.map(({ cell }) => cellToLatLng(cellToText(cell))),
  );
}

/** @param centers latitude, longitude of hexes with students */
export function nearStudents(state: Bounds, centers: readonly (readonly [number, number])[]): Bounds {
  const inWest = centers.filter(([, lng]) => lng < 0);
  const isSplit = inWest.length > 0 && inWest.length < centers.length && spanOf(centers) > 180;
  const isWestShown = 2 * inWest.length >= centers.length;
  const shown = !isSplit ? centers : isWestShown ? inWest : centers.filter(([, lng]) => lng >= 0);
  const [first] = shown;
  if (!first) return state;
  const [west, south, east, north] = sideOf(state, first[1]);
  const seen = boxOf(shown);
  return [
    Math.max(west, seen[0] - AROUND),
    Math.max(south, seen[1] - AROUND),
    Math.min(east, seen[2] + AROUND),
    Math.min(north, seen[3] + AROUND),
  ];
}

/** In a state across 180 degrees, whose west exceeds its east: the side of a longitude. */
function sideOf([west, south, east, north]: Bounds, lng: number): Bounds {
  if (west <= east) return [west, south, east, north];
  return lng < 0 ? [-180, south, east, north] : [west, south, 180, north];
}

function spanOf(centers: readonly (readonly [number, number])[]): number {
  const [west, , east] = boxOf(centers);
  return east - west;
}

function boxOf(centers: readonly (readonly [number, number])[]): Bounds {
  const [west, south, east, north] = bbox(multiPoint(centers.map(([lat, lng]) => [lng, lat])));
  return [west, south, east, north];
}
