/** The hexes of clusters: those without service by filings, in the one reading of a release. */
import { VERDICT_TIERS, type VerdictTier } from '../speed.ts';
import { DEFAULT_PROFILE, PROFILES } from '../technology.ts';
import { SOURCES, type Source, type Verdict } from '../verdict.ts';
import type { CellVerdicts, SourceVerdicts } from '../verdict-cells.ts';

/** Subject of a set of clusters; `underserved` includes the unserved: everybody without the benchmark. */
export const CLUSTER_MEASURES = ['unserved', 'underserved'] as const;
export type ClusterMeasure = (typeof CLUSTER_MEASURES)[number];

export function isAffected(verdict: Verdict, of: ClusterMeasure): boolean {
  return verdict === 'unserved' || (of === 'underserved' && verdict === 'underserved');
}

/** Verdicts of one view's filings on res-8 hexes. */
export interface LandVerdicts {
  /** FCC locations by hex; undefined: no FCC filing. */
  readonly locations: ArrayLike<number> | undefined;
  /** Of each hex as a whole, as it counts for the homes inside. */
  readonly hexes: CellVerdicts;
  /** Of its res-9 children, seven entries per hex; -1 where a pentagon has none. */
  readonly children: CellVerdicts;
}

/** The same by reliable broadband at the release's benchmark, by hex. */
export interface Reading {
  /** Weight of each child of a hex: the hex's FCC locations, or 1 without an FCC filing. */
  readonly weight: ArrayLike<number>;
  readonly children: Uint8Array;
  /** How many of its children are without service, by source. */
  readonly affected: Readonly<Record<ClusterMeasure, Readonly<Record<Source, Uint8Array>>>>;
  readonly saysOf: (hex: number) => SourceVerdicts;
}

const PLACES_A_HEX = 7;
const SILENT: SourceVerdicts = { fcc: 'unknown', puc: 'unknown', agreed: 'unknown' };

export function readingOf({ locations, hexes, children }: LandVerdicts, tier: VerdictTier): Reading {
  const count = hexes.comboOf.length;
  const at = PROFILES.indexOf(DEFAULT_PROFILE) * VERDICT_TIERS.length + VERDICT_TIERS.indexOf(tier);
  const ofHexes = hexes.combos.map((combo) => combo[at] ?? SILENT);
  const ofChildren = children.combos.map((combo) => combo[at] ?? SILENT);
  const countedBy = (isCounted: (says: SourceVerdicts) => boolean): Uint8Array => {
    const counts = new Uint8Array(count);
    const counted = ofChildren.map(isCounted);
    for (let place = 0; place < children.comboOf.length; place++) {
      const hex = Math.floor(place / PLACES_A_HEX);
      if (counted[children.comboOf[place] ?? -1]) counts[hex] = (counts[hex] ?? 0) + 1;
    }
    return counts;
  };
  const bySource = (of: ClusterMeasure) =>
    Object.fromEntries(SOURCES.map((source) => [source, countedBy((says) => isAffected(says[source], of))])) as Record<
      Source,
      Uint8Array
    >;
  return {
    weight: locations ?? new Uint8Array(count).fill(1),
    children: countedBy(() => true),
    affected: { unserved: bySource('unserved'), underserved: bySource('underserved') },
    saysOf: (hex) => ofHexes[hexes.comboOf[hex] ?? -1] ?? SILENT,
  };
}
