/** The numbers of a lot: sums over whole patches of the provider's view. What is hidden in a patch stays hidden, and is said. */

/** A sum that is at least so much: `hidden` patches do not tell theirs. */
export interface AtLeast {
  readonly least: number;
  readonly hidden: number;
}

/** A published patch, as far as a lot needs it. */
export interface LotPatch {
  readonly patch: number;
  readonly students: number;
  readonly households: number;
  /** In the order of COUNT_KEYS; null: hidden. */
  readonly counts: readonly (number | null)[];
}

export interface LotSums {
  readonly students: number;
  readonly households: number;
  readonly patches: number;
  /** By key of a count. */
  readonly counts: Readonly<Record<string, AtLeast>>;
}

/** @param keys of the counts wanted, each with its position in a patch's counts */
export function lotSums(patches: readonly LotPatch[], keys: readonly string[]): LotSums {
  return {
    students: sum(patches, ({ students }) => students),
    households: sum(patches, ({ households }) => households),
    patches: patches.length,
    counts: Object.fromEntries(keys.map((key, position) => [key, atLeast(patches, position)])),
  };
}

function atLeast(patches: readonly LotPatch[], position: number): AtLeast {
  const counts = patches.map(({ counts }) => counts[position] ?? null);
  return {
    least: sum(counts, (count) => count ?? 0),
    hidden: counts.filter((count) => count === null).length,
  };
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

/** What a lot's row keeps of the release it was shaped from. */
export interface LotFacts extends LotSums {
  /** Students without service by share of FCC locations: an estimate. */
  readonly estimated: number;
  /** FCC locations in its hexes; null: nobody filed with the FCC. */
  readonly locations: number | null;
  readonly passings: number | null;
  /** Straight lines from the nearest wired service at 100/20 and between the hexes, in miles, times the factor of roads. */
  readonly routeMiles: number | null;
  readonly squareMiles: number;
  /** Names. */
  readonly counties: readonly string[];
  readonly schools: readonly string[];
  /** Who reports service inside, by the clusters it touches. */
  readonly providers: readonly string[];
  /** The nearest of the clusters it touches; null: none known. */
  readonly nearest: { readonly name: string; readonly miles: number } | null;
  /** Longitude, latitude. */
  readonly center: readonly [number, number];
}

/** Screening estimate by lever in US dollars; null: cannot be costed. */
export type LotEstimate = Readonly<
  Record<string, { readonly low: number; readonly median: number; readonly high: number } | null>
>;

/** Rounded to thousands, as people name amounts. */
export function referenceFrom(estimate: LotEstimate): number | null {
  const median = estimate.fiber?.median;
  return median === undefined || median === 0 ? null : Math.max(1000, Math.round(median / 1000) * 1000);
}
