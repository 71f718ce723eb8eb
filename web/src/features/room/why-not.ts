import type { ClusterMeasure } from '../../../../server/domain/cluster/measure.ts';
import { meetsTier, type VerdictTier } from '../../../../server/domain/speed.ts';
import { DEFAULT_PROFILE, PROFILE_TECHNOLOGIES } from '../../../../server/domain/technology.ts';
import type { Demand } from '../../../../server/features/room/contract.ts';

/** Below these speeds a home counts as without. */
const TIERS: Record<ClusterMeasure, VerdictTier> = { unserved: '25_3', underserved: '100_20' };

export type WhyNot = 'unreliable' | 'slow' | 'few';

/** Why land counts as without service although somebody offers some there. */
export function whyNot({ technology, downloadMbps, uploadMbps }: Demand['rivals'][number], of: ClusterMeasure): WhyNot {
  const reliable: readonly number[] = PROFILE_TECHNOLOGIES[DEFAULT_PROFILE];
  if (!reliable.includes(technology)) return 'unreliable';
  return meetsTier({ downloadMbps, uploadMbps, lowLatency: true }, TIERS[of]) ? 'few' : 'slow';
}
