/**
 * All students in six segments: each student who is not connected has exactly one lever, and the rest are connected by their own
 * answer. What is counted at places adds up to the students within the noise; below places the levers are estimates.
 */
import type { Lever } from './lever.ts';
import type { VerdictTier } from './speed.ts';
import { statisticKey } from './statistic.ts';
import type { Profile } from './technology.ts';
import type { Source } from './verdict.ts';

/** In the order they are drawn: proven gaps, then what is unclear, then what nobody was told, then no gap. */
export const SEGMENTS = ['build', 'upgrade', 'connect', 'check', 'ask', 'connected'] as const satisfies readonly (
  | Lever
  | 'connected'
)[];
export type Segment = (typeof SEGMENTS)[number];

/** What may be said of a segment's students. Only `proven` is a gap that filings or the family themselves report. */
export type Standing = 'proven' | 'unclear' | 'unasked' | 'connected';

export const STANDING_OF_SEGMENT: Record<Segment, Standing> = {
  build: 'proven',
  upgrade: 'proven',
  connect: 'proven',
  check: 'unclear',
  ask: 'unasked',
  connected: 'connected',
};

/** The count of a segment at a place, in the release's one reading (`ONE_READING` in lever.ts). */
export function segmentCountKey(segment: Segment): string {
  return statisticKey(
    segment === 'connected' ? { kind: 'home', status: 'connected' } : { kind: 'lever', lever: segment },
  );
}

export interface Reading {
  readonly profile: Profile;
  readonly source: Source;
  readonly tier: VerdictTier;
}

/** The number of a segment below places, or at another reading: an estimate, but for the connected, who are counted. */
export function segmentEstimateKey(segment: Segment, reading: Reading): string {
  return segment === 'connected'
    ? segmentCountKey(segment)
    : statisticKey({ kind: 'estimated_lever', ...reading, lever: segment });
}

/** Where nothing is underserved (25/3), nothing is to be upgraded. */
export function segmentsAt(tier: VerdictTier): readonly Segment[] {
  return tier === '25_3' ? SEGMENTS.filter((segment) => segment !== 'upgrade') : SEGMENTS;
}

/** The sum of segments, at most everybody: noise and rounding can bring it above. @param everybody null: not known */
export function sumUpTo(everybody: number | null, segments: readonly number[]): number {
  const sum = segments.reduce((all, one) => all + one, 0);
  return Math.min(sum, everybody ?? sum);
}
