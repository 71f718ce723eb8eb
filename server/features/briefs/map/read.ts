/** Gathers a brief's map from the release's published hexes and clusters and the state's places. */
import { rowsOf, type Viewer } from '../../../domain/actor.ts';
import { COARSEST_RESOLUTION, FINEST_RESOLUTION } from '../../../domain/audience.ts';
import type { Tx } from '../../../platform/db.ts';
import type { ReleaseRow } from '../../releases/index.ts';
import { type Frame, frameAround, ROOM_FOR_CLUSTERS, WIDTH } from './frame.ts';
import type { GroundReader } from './ground.ts';
import { clusterShapes, countyLines, pointsIn, stateShape } from './queries.ts';
import type { Bounds, GroundHex, MapFacts } from './types.ts';
import { waysIn } from './ways.ts';

/** Mean width of an H3 cell from side to side in miles, by resolution. Source: H3 statistics. */
const HEX_MILES: Readonly<Record<number, number>> = { 5: 10.6, 6: 4.01, 7: 1.52, 8: 0.573 };
/** Narrower hexes, in units of the drawing, cannot be told apart on paper. */
const NARROWEST = 4;
/** In degrees for a unit of the drawing: finer lines than paper shows. */
const COARSENESS = 0.4;

export interface MapAsked {
  readonly release: ReleaseRow;
  readonly viewer: Viewer;
  readonly place: {
    readonly kind: string;
    readonly id: string;
    readonly bbox: readonly number[];
    readonly outline: string | null;
  };
  readonly hasFilings: boolean;
  /** Clusters to outline where those of a whole state would run into each other; undefined: all. */
  readonly named?: readonly string[];
}

export async function readMap(tx: Tx, ground: GroundReader, asked: MapAsked): Promise<MapFacts> {
  const { release, viewer, place, hasFilings } = asked;
  const frame = frameAround(boundsOf(place.bbox));
  const { bounds } = frame;
  const coarseness = (COARSENESS * (bounds[2] - bounds[0])) / WIDTH;
  const stateFips = release.state_fips;
  const named = frame.unitsPerMile < ROOM_FOR_CLUSTERS ? asked.named : undefined;
  const hexes = await ground.of(tx, { release, viewer, level: levelFor(frame, viewer), hasFilings });
  return {
    bbox: boundsOf(place.bbox),
    outline: place.outline === null ? undefined : JSON.parse(place.outline),
    state: await stateShape(tx, stateFips, coarseness),
    hexes: hexes.filter((hex) => isNear(hex, bounds)),
    isOfLacking: hasFilings,
    counties: await countyLines(tx, bounds, { stateFips, coarseness }),
    clusters: hasFilings ? await clusterShapes(tx, bounds, { releaseId: release.id, coarseness, named }) : [],
    clustersAre: named ? 'named' : 'all',
    ...(await waysIn(tx, bounds, stateFips)),
    ...(await pointsIn(tx, bounds, { stateFips, inside: place })),
  };
}

/** The finest level of a view whose hexes can be told apart. */
function levelFor({ unitsPerMile }: Frame, viewer: Viewer): number {
  const finest = FINEST_RESOLUTION[viewer.role === 'district' ? 'public' : rowsOf(viewer.role)];
  for (let level: number = finest; level > COARSEST_RESOLUTION; level--)
    if ((HEX_MILES[level] ?? 0) * unitsPerMile >= NARROWEST) return level;
  return COARSEST_RESOLUTION;
}

/** In degrees: wider than half of the largest hex. */
const AROUND = 0.15;

function isNear({ lng, lat }: GroundHex, [west, south, east, north]: Bounds): boolean {
  const x = lng < west - 180 ? lng + 360 : lng;
  return x > west - AROUND && x < east + AROUND && lat > south - AROUND && lat < north + AROUND;
}

function boundsOf([west = 0, south = 0, east = 0, north = 0]: readonly number[]): Bounds {
  return [west, south, east, north];
}
