import type { Tx } from '../../platform/db.ts';

export type Bounds = [west: number, south: number, east: number, north: number];

const WORLD: Bounds = [-180, -85.0511, 180, 85.0511];

/** The state's extent in degrees; the whole world when its outline was never loaded. */
export async function boundsOfState(tx: Tx, stateFips: string): Promise<Bounds> {
  const row = await tx.one<Record<'west' | 'south' | 'east' | 'north', number | null>>(
    `select
       st_xmin(extent) as west,
       st_ymin(extent) as south,
       st_xmax(extent) as east,
       st_ymax(extent) as north
     from (select st_extent(geom) as extent from places.places where state_fips = $1) as state`,
    [stateFips],
  );
  const { west, south, east, north } = row;
  return west === null || south === null || east === null || north === null ? WORLD : [west, south, east, north];
}
