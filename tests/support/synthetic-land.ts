/** What made-up filings say of made-up land, and the estimates that follow from it. */
import { type Cell, parentOf } from '../../server/domain/cell.ts';
import { LEVERS, LEVERS_AT_TIER, type Lever } from '../../server/domain/lever.ts';
import { VERDICT_TIERS, type VerdictTier } from '../../server/domain/speed.ts';
import { ESTIMATES, type Estimated, estimatePosition } from '../../server/domain/statistic.ts';
import { PROFILES, type Profile } from '../../server/domain/technology.ts';
import {
  agreedVerdict,
  isContradicted,
  SOURCES,
  type Source,
  VERDICTS,
  type Verdict,
} from '../../server/domain/verdict.ts';

/** One res-8 cell: what the FCC's filings say of it, and the commission's of each of its sevenths. */
export interface LandMix {
  readonly fcc: Readonly<Record<Profile, Verdict>>;
  readonly puc: readonly Verdict[];
  /** Mean students of its cells. */
  readonly density: number;
  readonly wellServed: boolean;
}

type LatLng = readonly [number, number];

/** Cable in towns, copper around them, wireless from some towers, satellite everywhere. */
export function landMixes(towns: readonly LatLng[], random: () => number): (cell: Cell, at: LatLng) => LandMix {
  return (cell, at) => {
    const km = Math.min(60, ...towns.map((town) => kmBetween(town, at))) * (0.85 + 0.3 * random());
    const tower = Number(parentOf(cell, 5) % 1000n) % 10;
    const wired = byDistance(km, 2.5, 5);
    const licensed: Verdict = wired !== 'served' && tower < 4 && random() < 0.8 ? 'served' : wired;
    const unlicensed: Verdict = licensed === 'unserved' && tower < 7 && random() < 0.7 ? 'underserved' : licensed;
    const state = byDistance(km, 3.2, 6.5);
    const covered = Math.abs(km - 6.5) < 0.6 || random() < 0.15 ? Math.floor(random() * 8) : 7;
    const filed = (verdict: Verdict): Verdict => (random() < 0.04 ? strays(random) : verdict);
    const said = filed(state);
    return {
      fcc: { wired: filed(wired), bead_2022: filed(licensed), terrestrial: filed(unlicensed), any: 'served' },
      puc: Array.from({ length: 7 }, (_, seventh) => (seventh < covered ? said : 'unserved')),
      density: 15 + 250 / (1 + km),
      wellServed: licensed === 'served',
    };
  };
}

/** What no distance explains. */
function strays(random: () => number): Verdict {
  return VERDICTS[Math.floor(random() * VERDICTS.length)] ?? 'unknown';
}

function byDistance(km: number, servedKm: number, reachedKm: number): Verdict {
  if (km < servedKm) return 'served';
  if (km < servedKm * 1.15) return 'partly';
  return km < reachedKm ? 'underserved' : 'unserved';
}

export function emptyEstimates(): Float64Array {
  return new Float64Array(ESTIMATES.length);
}

/** Adds the verdicts of one cell's students, and its levers by its county's rates. */
export function estimate(into: Float64Array, { fcc, puc }: LandMix, students: number, county: Cell): void {
  const add = (statistic: Estimated, value: number) => {
    const position = estimatePosition(statistic);
    into[position] = (into[position] ?? 0) + value;
  };
  for (const profile of PROFILES) {
    const disputed = puc.filter((verdict) => isContradicted(fcc[profile], verdict)).length / puc.length;
    add({ kind: 'estimated_disputed', profile }, students * disputed);
    for (const source of SOURCES)
      for (const tier of VERDICT_TIERS) {
        const shares = sharesOf(source, tier, fcc[profile], puc);
        for (const [verdict, share] of shares)
          add({ kind: 'estimated_verdict', profile, source, tier, verdict }, students * share);
        for (const [lever, value] of rawLevers(shares, students, county))
          add({ kind: 'estimated_lever', profile, source, tier, lever }, value);
      }
  }
}

/** Scales the levers of each reading to those who said they are not connected. */
export function fitLevers(estimates: Float64Array, notConnected: number): void {
  for (const profile of PROFILES)
    for (const source of SOURCES)
      for (const tier of VERDICT_TIERS) {
        const positions = LEVERS_AT_TIER[tier].map((lever) =>
          estimatePosition({ kind: 'estimated_lever', profile, source, tier, lever }),
        );
        const sum = positions.reduce((total, position) => total + (estimates[position] ?? 0), 0);
        for (const position of positions)
          estimates[position] = sum > 0 ? ((estimates[position] ?? 0) * notConnected) / sum : 0;
      }
}

function sharesOf(source: Source, tier: VerdictTier, fcc: Verdict, puc: readonly Verdict[]): Map<Verdict, number> {
  const shares = new Map<Verdict, number>();
  for (const seventh of puc) {
    const said = source === 'fcc' ? fcc : source === 'puc' ? seventh : agreedVerdict(fcc, seventh);
    const verdict = tier === '25_3' && said === 'underserved' ? 'served' : said;
    shares.set(verdict, (shares.get(verdict) ?? 0) + 1 / puc.length);
  }
  return shares;
}

const VERDICTS_OF: Record<Lever, readonly Verdict[]> = {
  build: ['unserved'],
  upgrade: ['underserved'],
  check: ['partly', 'unknown'],
  connect: ['served'],
  ask: ['served'],
};

function rawLevers(shares: ReadonlyMap<Verdict, number>, students: number, county: Cell): Map<Lever, number> {
  const raw = new Map<Lever, number>();
  LEVERS.forEach((lever, i) => {
    const affected = VERDICTS_OF[lever].reduce((sum, verdict) => sum + (shares.get(verdict) ?? 0), 0) * students;
    // A county's rate of a lever: between a fifth and nine tenths, the same for all its land.
    const rate = 0.2 + (0.7 * (Number((county >> 30n) % 97n) + 13 * i)) / 160;
    if (affected > 0) raw.set(lever, affected * rate);
  });
  return raw;
}

function kmBetween([lat, lng]: LatLng, [otherLat, otherLng]: LatLng): number {
  return Math.hypot(lat - otherLat, (lng - otherLng) * Math.cos((lat * Math.PI) / 180)) * 111;
}
