/**
 * What a look tells somebody who knows the method, its table and its code, and lacks only the keys: the counts that may
 * lie behind it (Kerckhoffs). Source: the rules of `server/domain/protect`. `LITERAL` is the method before noise, kept to
 * show that the attacks have teeth.
 */
import type { Audience } from '../../server/domain/audience.ts';
import { LARGEST_DEFICIT } from '../../server/domain/protect/choose.ts';
import { NOISE_DEVIATION } from '../../server/domain/protect/noise.ts';
import { ROUNDING } from '../../server/domain/protect/round.ts';

/** Hidden counts stand under zero; untold is what no answer was given about, as nobody filed one. */
export const LOOKS = { low: -1, high: -2, either: -3, untold: -4 } as const;
export const LOOK_OF_WORD: Record<string, number | undefined> = LOOKS;

/** Least and most of the counts that may lie behind a look. */
export type Range = readonly [least: number, most: number];

export interface Method {
  /** Largest noise of a shown number, either way. */
  readonly deviation: number;
  /** How far a number taken from a set inside may lie below, beside the noise. */
  readonly deficit: number;
  /** Shown numbers are the nearest multiple of it. */
  readonly rounding: number;
}

export const LITERAL: Method = { deviation: 0, deficit: 0, rounding: 1 };

export function methodFor(audience: Audience): Method {
  return {
    deviation: NOISE_DEVIATION,
    deficit: LARGEST_DEFICIT,
    rounding: audience === 'public' ? ROUNDING : 1,
  };
}

/**
 * @param group students of the row, published as they are
 * @param mayBeTaken whether some set inside is shown with the same number or one a little smaller, so that this may follow
 *   from that set's
 */
export function rangeOf(look: number, group: number, floor: number, method: Method, mayBeTaken = true): Range {
  const { deviation, rounding } = method;
  const deficit = mayBeTaken ? method.deficit : 0;
  // The nearest multiple may be so far from what was rounded.
  const reach = Math.floor(rounding / 2);
  // With noise a count a little above the floor may stand as too small.
  const few = floor - 1 + (deviation > 0 ? deviation : 0);
  switch (look) {
    case LOOKS.low: {
      const isRoundedDown = floor % rounding !== 0;
      return [0, Math.min(group, isRoundedDown ? floor - 1 + reach + deviation + method.deficit : few)];
    }
    case LOOKS.high:
      return [Math.max(0, group - few - reach), group];
    case LOOKS.either:
      // Few may stand as either by chance, nearly all do not.
      return [0, deviation === 0 || group <= 2 * few ? group : group - floor];
    case LOOKS.untold:
      return [0, group];
    default: {
      const least = Math.max(floor, look - reach - deviation);
      const most = Math.min(group - floor, look + reach + deviation + deficit);
      // A number the method cannot have made is believed, and told by the count of wrong bounds.
      return least <= most ? [least, most] : [look, look];
    }
  }
}

/** How much smaller the number of a set inside may be that a number was taken from. */
export function takenWithin(floor: number, { deviation, rounding }: Method): number {
  return Math.max(1, floor - 2 * deviation, rounding);
}

/**
 * What a cluster tells of a patch in it: that the number hidden there is at least half of the group. One that is in none may be
 * left out so that this is not told.
 */
export function leastOfMember(group: number, { deviation }: Method): number {
  return Math.max(0, Math.ceil(group / 2) - deviation);
}
