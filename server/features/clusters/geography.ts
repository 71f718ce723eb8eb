import { keysOfCells } from '../../domain/cluster/key.ts';
import { neighborsOf, outliner, type Region } from '../../domain/cluster/outline.ts';
import { type Land, landOf } from './land.ts';
import { type OfferRanges, offerRanges } from './offers.ts';
import type { ServedIndex } from './providers.ts';

/** Everything that depends on the position of hexes only, not on who lives in them. */
export interface Geography {
  readonly land: Land;
  readonly region: Region;
  readonly outline: ReturnType<typeof outliner>;
  readonly served: ServedIndex;
  readonly ranges: OfferRanges;
}

/** @param hexes res 8, distinct, ascending */
export function geographyOf(hexes: BigUint64Array, served: ServedIndex): Geography {
  const land = landOf(hexes, 8);
  const region = { ...land, neighbors: neighborsOf(hexes) };
  return {
    land,
    region,
    outline: outliner(region),
    served,
    ranges: offerRanges(keysOfCells(hexes, 8), 8, served.offers),
  };
}
