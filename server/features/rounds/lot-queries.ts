import { cellToLatLng, latLngToCell } from 'h3-js';
import { type Cell, cellFromText, cellToText, HOME_RESOLUTION } from '../../domain/cell.ts';
import { milesOf } from '../../domain/miles.ts';
import type { LotFacts } from '../../domain/round/lot.ts';
import type { Tx } from '../../platform/db.ts';

/** More than from a hex's center to its corner, at any latitude of a state. */
const HEX_DEGREES = 0.05;

/** Who reports service in the clusters that the hexes touch, and the nearest who does. */
export async function clustersTouching(
  tx: Tx,
  { releaseId, measure }: { releaseId: number; measure: string },
  cells: readonly Cell[],
): Promise<Pick<LotFacts, 'providers' | 'nearest'>> {
  const rows = await tx.rows<{
    present: { name: string }[];
    nearest: { name: string; distanceKm: number }[];
  }>(
    `-- one row: a cluster that has one of the hexes
     select providers_present as present, nearest_served as nearest
     from published.clusters
     where release_id = $1
       and of = $2
       and cells && $3::bigint[]`,
    [releaseId, measure, cells],
  );
  const [nearest] = rows.flatMap((row) => row.nearest).sort((one, other) => one.distanceKm - other.distanceKm);
  return {
    providers: [...new Set(rows.flatMap(({ present }) => present.map(({ name }) => name)))].sort(),
    nearest: nearest ? { name: nearest.name, miles: Math.round(1000 * milesOf(nearest.distanceKm)) / 1000 } : null,
  };
}

/** Names of schools in the hexes. */
export async function schoolsIn(tx: Tx, cells: readonly Cell[]): Promise<string[]> {
  const inside = new Set(cells);
  const points = cells.map((cell) => cellToLatLng(cellToText(cell)));
  const lats = points.map(([lat]) => lat);
  const lngs = points.map(([, lng]) => lng);
  const rows = await tx.rows<{ name: string; lng: number; lat: number }>(
    `select name, st_x(label_point) as lng, st_y(label_point) as lat
     from places.places
     where kind = 'school'
       and label_point && st_makeenvelope($1, $2, $3, $4, 4326)
     order by name`,
    [
      Math.min(...lngs) - HEX_DEGREES,
      Math.min(...lats) - HEX_DEGREES,
      Math.max(...lngs) + HEX_DEGREES,
      Math.max(...lats) + HEX_DEGREES,
    ],
  );
  return rows
    .filter(({ lng, lat }) => inside.has(cellFromText(latLngToCell(lat, lng, HOME_RESOLUTION))))
    .map(({ name }) => name);
}
