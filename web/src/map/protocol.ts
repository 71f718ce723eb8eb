/** Messages between the page and the worker. Buffers are transferred, not copied. */
import type { Choice } from '../lib/choice.ts';
import type { Amount } from '../lib/counts.ts';
import type { Theme } from '../lib/theme.ts';
import type { AskedAudience } from '../lib/view.ts';
import type { StateOutline } from './border.ts';
import type { Bounds } from './tiles.ts';

/** What the map should show now. */
export interface Scene {
  /** Those whose filings answer the choice: of one state each. */
  readonly releases: readonly SceneRelease[];
  readonly audience: AskedAudience;
  /** Finest resolution that this audience sees. */
  readonly finest: number;
  readonly floor: number;
  /** What the colors mean, in all states. */
  readonly choice: Choice;
  readonly theme: Theme;
  readonly only: readonly number[];
  /** Whether land already paid for counts to what is to be built. */
  readonly paid: boolean;
  /** The whole window: fetched and drawn. */
  readonly bounds: Bounds;
  /** The part no panel covers: described by the legend, the list and the table. */
  readonly seen: Bounds;
  readonly zoom: number;
}

export interface SceneRelease {
  readonly release: string;
  /** FIPS code of its state. */
  readonly state: string;
  /** The scene's choice by whose filings there are: where one source alone filed, its own word. */
  readonly choice: Choice;
}

/** The pieces of a drawing (`pieces.ts`), which do not overlap. */
export interface HexGeometry {
  readonly length: number;
  /** lng, lat of each center. */
  readonly centers: Float32Array;
  /** Offsets from the center to each corner in degrees, two corners per array (lng, lat, lng, lat): a vertex attribute holds four. */
  readonly corners: readonly [first: Float32Array, second: Float32Array, third: Float32Array];
  /** Edges without a line, as bits, and degrees of latitude from center to corner of the piece's hex. */
  readonly shapes: Float32Array;
}

export interface Drawing {
  readonly level: number;
  /** Absent when only colors changed. */
  readonly geometry?: HexGeometry;
  /** Red, green, blue and pattern of each piece. */
  readonly fills: Uint8Array;
  /** Red, green, blue of each piece's pattern, and 255 if the pattern shows at any size. */
  readonly inks: Uint8Array;
}

/** The legend's figures for the hexes in view. */
export interface Summary {
  readonly level: number;
  readonly hexes: number;
  readonly students: number;
  readonly hexesByClass: readonly number[];
  /** Known students of those classes. */
  readonly studentsByClass: readonly number[];
}

export interface HexInfo extends HexOfState {
  readonly resolution: number;
  readonly level: number;
  readonly rest: boolean;
  readonly class: number;
  readonly students: number;
  readonly households: number;
  /** By statistic key: those of `keysOf(choice)`. In the layer coverage, `served` and `locations`. */
  readonly counts: Readonly<Record<string, Amount>>;
  readonly center: readonly [lng: number, lat: number];
}

/** A hex on the border is drawn for each of its states, with the students of that state. */
export interface HexOfState {
  readonly h3: string;
  /** FIPS code; in a question undefined for whichever state has the hex. */
  readonly state?: string | undefined;
}

/** The hexes in view as SVG paths, one per class, in the frame of their bounds (frame.ts). */
export interface PrintPicture {
  readonly bounds: Bounds;
  readonly paths: readonly string[];
}

/** Each question with its answer; `show`, `retry` and `border` have none. */
export interface Exchanges {
  show: { ask: Scene; answer: undefined };
  /** Retries failed tiles. */
  retry: { ask: undefined; answer: undefined };
  /** The hex drawn on top at a point. */
  at: { ask: Point; answer: HexInfo | undefined };
  hex: { ask: HexOfState; answer: HexInfo | undefined };
  nearest: { ask: Point; answer: HexInfo | undefined };
  /** The next hex from one in a compass direction, in degrees. */
  step: { ask: HexOfState & { readonly bearing: number }; answer: HexInfo | undefined };
  /** With most students first. */
  inView: { ask: { readonly limit: number }; answer: HexInfo[] };
  /** Polygons around the land that a hex is drawn on; around the whole hex while it is not drawn. */
  outline: { ask: HexOfState; answer: [lng: number, lat: number][][][] };
  /** Where hexes of a state that reach over its border are cut. */
  border: { ask: StateBorder; answer: undefined };
  print: { ask: undefined; answer: PrintPicture | undefined };
}
export type Question = Exclude<keyof Exchanges, 'show' | 'retry' | 'border'>;

export interface StateBorder {
  readonly state: string;
  readonly outline: StateOutline;
}

interface Point {
  readonly lng: number;
  readonly lat: number;
}

/** Unsolicited messages from the worker. */
export type News =
  | { readonly type: 'drawing'; readonly drawing: Drawing; readonly summary: Summary }
  /** Only the view moved: the picture stays. */
  | { readonly type: 'moved'; readonly summary: Summary }
  | { readonly type: 'loading'; readonly arrived: number; readonly wanted: number; readonly level: number }
  | { readonly type: 'failed'; readonly failed: number; readonly wanted: number };
