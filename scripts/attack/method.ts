/**
 * What a look tells somebody who knows the method, its table and its code, and lacks only the keys: the counts that may
 * lie behind it (Kerckhoffs). `LITERAL` is the method before noise, kept to show that the attacks have teeth.
 */
import type { Audience } from '../../server/domain/audience.ts';
import { NOISE_DEVIATION } from '../../server/domain/protect/noise.ts';
import { roundedForPublic } from '../../server/domain/protect/published-count.ts';

/** Hidden counts stand under zero. */
export const LOOKS = { low: -1, high: -2, either: -3 } as const;
export const LOOK_OF_WORD: Record<string, number | undefined> = LOOKS;

/** Least and most of the counts that may lie behind a look. */
export type Range = readonly [least: number, most: number];

export interface Method {
  /** Largest noise of a shown number, either way. */
  readonly deviation: number;
  /** Whether a count that could be shown may be withheld to protect another. */
  readonly withholds: boolean;
  rounded(shown: number, group: number, floor: number): number;
}

export const LITERAL: Method = { deviation: 0, withholds: false, rounded: (shown) => shown };

export function methodFor(audience: Audience): Method {
  const rounded = audience === 'public' ? roundedForPublic : (shown: number) => shown;
  return { deviation: NOISE_DEVIATION, withholds: true, rounded };
}

/** @param group students of the row, published as they are */
export function rangeOf(look: number, group: number, floor: number, method: Method): Range {
  const { deviation } = method;
  // With noise a count of up to this may stand as too small.
  const most = floor - 1 + deviation;
  switch (look) {
    case LOOKS.low:
      return [0, Math.min(group, most)];
    case LOOKS.high:
      return [Math.max(0, group - most), group];
    case LOOKS.either: {
      const isBothPossible = group <= 2 * most;
      return isBothPossible || !method.withholds ? [0, group] : [floor, group - floor];
    }
    default:
      return shownRange(look, group, floor, method);
  }
}

function shownRange(look: number, group: number, floor: number, { deviation, rounded }: Method): Range {
  const reach = 12;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let shown = Math.max(floor, look - reach); shown <= Math.min(group - floor, look + reach); shown++) {
    if (rounded(shown, group, floor) !== look) continue;
    least = Math.min(least, shown);
    most = Math.max(most, shown);
  }
  // A number the method cannot have made: taken as it stands, and told by the soundness check.
  if (least > most) return [Math.max(0, look - deviation), Math.min(group, look + deviation)];
  return [Math.max(floor, least - deviation), Math.min(group - floor, most + deviation)];
}
