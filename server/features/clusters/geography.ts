import { type Audience, FINEST_RESOLUTION } from '../../domain/audience.ts';
import { type Footprint, footprintOf, type LandClaim } from '../../domain/cluster/footprint.ts';
import { keysOfCells } from '../../domain/cluster/key.ts';
import { DEFAULT_GAP, type Link, linksOf } from '../../domain/cluster/links.ts';
import { neighborsOf, outliner, type Region } from '../../domain/cluster/outline.ts';
import type { ClusterPatch } from '../../domain/cluster/patch.ts';
import type { Tx } from '../../platform/db.ts';
import { type Land, landOf } from './land.ts';
import type { ServedIndex } from './providers.ts';
import { offerRanges, type Shape, shaper } from './shape.ts';

/** All that follows from where patches are, whatever their counts. */
export interface Geography {
  readonly patches: readonly ClusterPatch[];
  readonly footprint: Footprint;
  readonly links: readonly Link[];
  readonly land: Land;
  readonly region: Region;
  readonly outline: ReturnType<typeof outliner>;
}

/** A geography and the shapes found on it. */
export interface Ground extends Geography {
  readonly served: ServedIndex;
  readonly shapeOf: (group: readonly number[]) => Shape;
}

/**
 * The geography of an audience's patches. Agency and provider have the same patches in one release, so it is kept for the
 * transaction; the public's patches make another.
 */
export function geographyOf(tx: Tx, patches: readonly ClusterPatch[], audience: Audience, served: ServedIndex): Ground {
  const resolution = FINEST_RESOLUTION[audience];
  const earlier = known.get(tx);
  if (
    earlier?.served === served &&
    earlier.footprint.resolution === resolution &&
    haveSameLand(earlier.patches, patches) &&
    patches.every(({ students }, at) => students === earlier.patches[at]?.students)
  )
    return earlier;
  const footprint = footprintOf(patches, resolution);
  const land = landOf(footprint.cells, resolution);
  const region = { ...land, neighbors: neighborsOf(footprint.cells) };
  const geography: Geography = {
    patches,
    footprint,
    links: linksOf(footprint, DEFAULT_GAP[resolution]),
    land,
    region,
    outline: outliner(region),
  };
  const ranges = offerRanges(keysOfCells(footprint.cells, resolution), resolution, served.offers);
  const ground = { ...geography, served, shapeOf: shaper(geography, served, ranges) };
  known.set(tx, ground);
  return ground;
}

const known = new WeakMap<Tx, Ground>();

/** Whether patches claim the same land, in the same order. */
export function haveSameLand(some: readonly LandClaim[], others: readonly LandClaim[]): boolean {
  return (
    some.length === others.length &&
    some.every((patch, at) => {
      const other = others[at];
      return (
        patch.cell === other?.cell &&
        patch.resolution === other.resolution &&
        patch.leaIds.join() === other.leaIds.join()
      );
    })
  );
}
