/** Where one is in the workbench: all providers or one, and how service is measured. */
import { DEFAULT_TIER, VERDICT_TIERS, type VerdictTier } from '../../../server/domain/speed.ts';
import { DEFAULT_PROFILE, PROFILES, type Profile } from '../../../server/domain/technology.ts';
import { oneOf } from './view.ts';

export interface WorkbenchPlace {
  /** `key` of a provider. */
  readonly provider?: string;
  readonly tier: VerdictTier;
  readonly profile: Profile;
}

export function placeOfWorkbench(query: URLSearchParams): WorkbenchPlace {
  const provider = query.get('provider');
  return {
    ...(provider ? { provider } : {}),
    tier: oneOf(VERDICT_TIERS, query.get('tier')) ?? DEFAULT_TIER,
    profile: oneOf(PROFILES, query.get('profile')) ?? DEFAULT_PROFILE,
  };
}

export function queryOfWorkbench({ provider, tier, profile }: WorkbenchPlace): string {
  return new URLSearchParams({
    ...(provider === undefined ? {} : { provider }),
    ...(tier === DEFAULT_TIER ? {} : { tier }),
    ...(profile === DEFAULT_PROFILE ? {} : { profile }),
  }).toString();
}
