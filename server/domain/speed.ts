/** Speed tiers, as data: 25/3 lives on in state law, 100/20 is the FCC benchmark since 2024, 1000/100 is asked for. */
export interface SpeedTier {
  readonly downloadMbps: number;
  readonly uploadMbps: number;
}

export const SPEED_TIERS = {
  '25_3': { downloadMbps: 25, uploadMbps: 3 },
  '100_20': { downloadMbps: 100, uploadMbps: 20 },
  '1000_100': { downloadMbps: 1000, uploadMbps: 100 },
} as const satisfies Record<string, SpeedTier>;
export type TierKey = keyof typeof SPEED_TIERS;
export const TIER_KEYS = ['25_3', '100_20', '1000_100'] as const satisfies readonly TierKey[];

/** Tiers a verdict is given at. */
export const VERDICT_TIERS = ['25_3', '100_20'] as const satisfies readonly TierKey[];
export type VerdictTier = (typeof VERDICT_TIERS)[number];
export const DEFAULT_TIER: VerdictTier = '100_20';

/** "100/20", as people write it. */
export function tierName(tier: TierKey): string {
  return tier.replace('_', '/');
}

/**
 * Whether one service row serves a home at a tier. Download, upload and latency must hold in the same row: rows are
 * never combined (FCC rule for BDC service rows).
 */
export function meetsTier(
  row: { downloadMbps: number; uploadMbps: number; lowLatency: boolean },
  tier: TierKey,
): boolean {
  const wanted = SPEED_TIERS[tier];
  return row.lowLatency && row.downloadMbps >= wanted.downloadMbps && row.uploadMbps >= wanted.uploadMbps;
}
