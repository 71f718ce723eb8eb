/** What the page and the worker say to each other. Buffers are handed over, not copied. */
import type { Choice } from '../lib/choice.ts';
import type { Amount } from '../lib/counts.ts';
import type { Theme } from '../lib/theme.ts';
import type { AskedAudience } from '../lib/view.ts';
import type { Bounds } from './tiles.ts';

/** What should be on the map now. */
export interface Scene {
  readonly release: string;
  readonly audience: AskedAudience;
  /** Finest resolution this audience is shown. */
  readonly finest: number;
  readonly floor: number;
  readonly choice: Choice;
  readonly theme: Theme;
  readonly only: readonly number[];
  /** All of the window: what is fetched and drawn. */
  readonly bounds: Bounds;
  /** What no panel covers: what the legend, the list and the table speak of. */
  readonly seen: Bounds;
  readonly zoom: number;
}

/** Outlines of all hexes of a drawing, coarser first so that they lie beneath. */
export interface HexGeometry {
  readonly length: number;
  /** lng, lat of each center. */
  readonly centers: Float32Array;
  /** Degrees from the center to each corner, two corners an array (lng, lat, lng, lat): a vertex attribute holds four. */
  readonly corners: readonly [first: Float32Array, second: Float32Array, third: Float32Array];
}

export interface Drawing {
  readonly level: number;
  /** Absent when only colors changed. */
  readonly geometry?: HexGeometry;
  /** Red, green, blue and pattern of each hex. */
  readonly fills: Uint8Array;
  /** Red, green, blue of each hex's pattern, and 255 when the pattern shows at any size. */
  readonly inks: Uint8Array;
}

/** What the legend says of the hexes in view. */
export interface Summary {
  readonly level: number;
  readonly hexes: number;
  readonly students: number;
  /** Hexes by class. */
  readonly hexesByClass: readonly number[];
  /** Students those classes are known to stand for. */
  readonly studentsByClass: readonly number[];
}

export interface HexInfo {
  readonly h3: string;
  readonly resolution: number;
  readonly level: number;
  readonly rest: boolean;
  readonly class: number;
  readonly students: number;
  readonly households: number;
  /** By statistic key: those of `keysOf(choice)`. With the layer coverage, `served` and `locations`. */
  readonly counts: Readonly<Record<string, Amount>>;
  readonly center: readonly [lng: number, lat: number];
}

export type Question =
  | { readonly what: 'at'; readonly lng: number; readonly lat: number }
  | { readonly what: 'hex'; readonly h3: string }
  | { readonly what: 'nearest'; readonly lng: number; readonly lat: number }
  /** The next hex from one towards a compass bearing in degrees. */
  | { readonly what: 'step'; readonly h3: string; readonly bearing: number }
  | { readonly what: 'inView'; readonly limit: number }
  | { readonly what: 'outline'; readonly h3: string }
  | { readonly what: 'print' };

/** The hexes in view as SVG paths, one a class, in the frame of their bounds (frame.ts). */
export interface PrintPicture {
  readonly bounds: Bounds;
  readonly paths: readonly string[];
}

export interface Answers {
  at: HexInfo | undefined;
  hex: HexInfo | undefined;
  nearest: HexInfo | undefined;
  step: HexInfo | undefined;
  inView: HexInfo[];
  outline: [number, number][];
  print: PrintPicture | undefined;
}

export type ToWorker =
  | { readonly type: 'show'; readonly scene: Scene }
  | { readonly type: 'retry' }
  | { readonly type: 'ask'; readonly id: number; readonly question: Question };

/** What the worker tells unasked. */
export type News =
  | { readonly type: 'drawing'; readonly drawing: Drawing; readonly summary: Summary }
  /** Only the view moved: the picture stands. */
  | { readonly type: 'moved'; readonly summary: Summary }
  | { readonly type: 'loading'; readonly arrived: number; readonly wanted: number; readonly level: number }
  | { readonly type: 'failed'; readonly failed: number; readonly wanted: number; readonly message: string };

export type FromWorker =
  | News
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answers[keyof Answers] };
