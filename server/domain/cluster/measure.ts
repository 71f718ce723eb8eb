/** Which hexes clusters are made of: those that filings leave without service, in the one reading of a release. */
import { VERDICT_TIERS, type VerdictTier } from '../speed.ts';
import { DEFAULT_PROFILE, PROFILES } from '../technology.ts';
import { SOURCES, type Source, type Verdict } from '../verdict.ts';
import type { CellVerdicts, SourceVerdicts } from '../verdict-cells.ts';

/** What a set of clusters is about; `underserved` includes the unserved: everybody without the benchmark. */
export const CLUSTER_MEASURES = ['unserved', 'underserved'] as const;
export type ClusterMeasure = (typeof CLUSTER_MEASURES)[number];

export function isAffected(verdict: Verdict, of: ClusterMeasure): boolean {
  return verdict === 'unserved' || (of === 'underserved' && verdict === 'underserved');
}

/** What one view's filings say of res-8 hexes. */
export interface LandVerdicts {
  /** FCC locations by hex; undefined: no FCC filing. */
  readonly locations: ArrayLike<number> | undefined;
  /** Of each hex as a whole, as the homes in it count. */
  readonly hexes: CellVerdicts;
  /** Of its res-9 children, seven places a hex; -1 where a pentagon has none. */
  readonly children: CellVerdicts;
}

/** The same by reliable broadband at the release's benchmark, by hex. */
export interface Reading {
  /** What each child of a hex weighs: the hex's FCC locations, or 1 where there is no FCC filing. */
  readonly weight: ArrayLike<number>;
  readonly children: Uint8Array;
  /** How many of its children each source leaves without service. */
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
