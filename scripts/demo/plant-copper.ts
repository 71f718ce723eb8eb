import { aClaim, type Claim } from './claims.ts';
import type { County } from './ground.ts';
import { CHARACTERS } from './regions.ts';
import type { Scene } from './scene.ts';
import { chance, hashText, smoothNoise } from './seeded.ts';

/** Longest loop in kilometers from the exchange at which each speed is sold; beyond the last there is no row. */
const TIERS = [
  { downloadMbps: 100, uploadMbps: 20, loopKm: 1.1 },
  { downloadMbps: 50, uploadMbps: 10, loopKm: 2.1 },
  { downloadMbps: 25, uploadMbps: 3, loopKm: 4.2 },
  { downloadMbps: 10, uploadMbps: 1, loopKm: 7.5 },
  { downloadMbps: 0, uploadMbps: 0, loopKm: 13 },
] as const;

/** Copper: slower with distance. By June 2026 some of the longest loops are no longer filed. */
export function copperPlant({ ground, towns, settlement, seed: root }: Scene): Claim[] {
  const seed = hashText('copper', root);
  const companies = (['lantern', 'spruceGap', 'threeForks'] as const).map((provider) => ({
    provider,
    tiers: TIERS.map(({ downloadMbps, uploadMbps }) => aClaim(provider, 10, downloadMbps, uploadMbps)),
  }));
  const tiersOfCounty = ground.counties.map(
    (county) => companies.find(({ provider }) => provider === companyOf(county))?.tiers ?? [],
  );

  for (let at = 0; at < settlement.count; at++) {
    const county = ground.counties[settlement.county[at] ?? 0];
    const tiers = tiersOfCounty[settlement.county[at] ?? 0];
    if (county === undefined || tiers === undefined) continue;
    const line = settlement.line[at] ?? -1;
    if (line >= 0 && chance(seed, line) < 0.1) continue;
    const radiusKm = towns[settlement.town[at] ?? 0]?.radiusKm ?? 0;
    const fromTown = Math.max(0, (settlement.townEdgeKm[at] ?? 0) + radiusKm * 0.35);
    const x = settlement.x[at] ?? 0;
    const y = settlement.y[at] ?? 0;
    // Cabinets in the field shorten some loops: nearer than half-way in a noise of about 6 km.
    const cabinets = 0.55 + 0.9 * smoothNoise(seed, x / 6, y / 6);
    const detour = 1.25 + 0.12 * (settlement.level[at] ?? 0);
    const loopKm = (fromTown * detour * cabinets) / CHARACTERS[county.character].copper;
    const tier = TIERS.findIndex((candidate) => loopKm <= candidate.loopKm);
    const claim = tiers[tier];
    if (claim === undefined) continue;
    claim.locations[0].add(at);
    const isAbandoned = tier === TIERS.length - 1 && chance(seed, Math.max(0, line), 1) < 0.15;
    if (!isAbandoned) claim.locations[1].add(at);
  }
  return companies.flatMap(({ tiers }) => tiers);
}

function companyOf({ character, fips }: County): 'lantern' | 'spruceGap' | 'threeForks' {
  if (character === 'threeForks') return 'threeForks';
  return character === 'redbud' || ['54063', '54075', '54093'].includes(fips) ? 'spruceGap' : 'lantern';
}
