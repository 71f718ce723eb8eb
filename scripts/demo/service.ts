import { meetsTier } from '../../server/domain/speed.ts';
import { PROFILE_TECHNOLOGIES } from '../../server/domain/technology.ts';
import type { Claim, Vintage } from './claims.ts';

/** Fastest tier at each location by claims of reliable broadband: 0 under 25/3, 1 25/3, 2 100/20. */
function serviceByClaims(claims: readonly Claim[], count: number, vintage: Vintage): Uint8Array {
  const service = new Uint8Array(count);
  for (const claim of claims) {
    if (!PROFILE_TECHNOLOGIES.bead_2022.includes(claim.technology)) continue;
    const level = meetsTier(claim, '100_20') ? 2 : meetsTier(claim, '25_3') ? 1 : 0;
    for (const at of claim.locations[vintage].values) if ((service[at] ?? 0) < level) service[at] = level;
  }
  return service;
}

/** Families' actual service: excludes one wireless provider, whose circles ignore ridges. */
export function serviceInTruth(claims: readonly Claim[], count: number, vintage: Vintage = 1): Uint8Array {
  return serviceByClaims(
    claims.filter(({ provider }) => provider !== 'catamount'),
    count,
    vintage,
  );
}
