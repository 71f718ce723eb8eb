/** What a brief's map is drawn from. Coordinates are longitude, latitude. */
import type { Geometry } from 'geojson';

export type Bounds = readonly [west: number, south: number, east: number, north: number];

export interface GroundHex {
  readonly h3: string;
  readonly resolution: number;
  readonly lng: number;
  readonly lat: number;
  /** Students on a square mile that the map is about. */
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
  /** Coarser ones first, beneath the finer. */
  readonly hexes: readonly GroundHex[];
  /** Whether the hexes count students without adequate internet, or, without filings, all. */
  readonly isOfLacking: boolean;
  readonly counties: readonly Geometry[];
  readonly clusters: readonly Geometry[];
  readonly roads: readonly Geometry[];
  readonly water: readonly Geometry[];
  /** Largest first. */
  readonly towns: readonly Named[];
  readonly schools: readonly Named[];
}
