import type { ClusterMeasure } from '../../../../server/domain/cluster/measure.ts';
import { meetsTier, type VerdictTier } from '../../../../server/domain/speed.ts';
import { DEFAULT_PROFILE, PROFILE_TECHNOLOGIES } from '../../../../server/domain/technology.ts';
import type { Demand } from '../../../../server/features/room/contract.ts';

export type WhyNot = 'unreliable' | 'slow' | 'few';

/** Why land counts as without service although somebody offers some there: unserved is without 25/3, underserved without the release's benchmark. */
export function whyNot(
  { technology, downloadMbps, uploadMbps }: Demand['rivals'][number],
  of: ClusterMeasure,
  benchmark: VerdictTier,
): WhyNot {
  const reliable: readonly number[] = PROFILE_TECHNOLOGIES[DEFAULT_PROFILE];
  if (!reliable.includes(technology)) return 'unreliable';
  return meetsTier({ downloadMbps, uploadMbps, lowLatency: true }, of === 'unserved' ? '25_3' : benchmark)
    ? 'few'
    : 'slow';
}
