/** What a brief's map is drawn from. Coordinates are longitude, latitude. */
import type { Geometry, Position } from 'geojson';

export type Bounds = readonly [west: number, south: number, east: number, north: number];

export interface GroundHex {
  readonly h3: string;
  readonly resolution: number;
  readonly lng: number;
  readonly lat: number;
  /** Polygons that it is drawn on, where those are not the hex itself. */
  readonly land?: readonly Position[][][];
  /** Students on a square mile of that land that the map is about. */
  readonly density: number;
}

export interface Named {
  readonly name: string;
  readonly lng: number;
  readonly lat: number;
}

export interface MapFacts {
  /** Of the place itself. */
  readonly bbox: Bounds;
  readonly outline: Geometry | undefined;
  /** Of the state: hexes are cut at it. */
  readonly state: Geometry | undefined;
  /** Each on land of its own. */
  readonly hexes: readonly GroundHex[];
  /** Whether the hexes count students without adequate internet, or, without filings, all. */
  readonly isOfLacking: boolean;
  readonly counties: readonly Geometry[];
  readonly clusters: readonly Geometry[];
  /** All in sight, or those that the sheet names. */
  readonly clustersAre: 'all' | 'named';
  readonly roads: readonly Geometry[];
  readonly water: readonly Geometry[];
  /** Largest first. */
  readonly towns: readonly Named[];
  readonly schools: readonly Named[];
}
