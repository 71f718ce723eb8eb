/** The least and the most that a published count may stand for: a shown one itself, a hidden one a range. */
import { HIDDEN_CODES, type Hidden } from './hidden.ts';
import { roundedSide } from './protect/round.ts';

/** Inclusive, in students. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/**
 * @param count null = hidden, as `how` says
 * @param group students counted
 * @param floor in students
 * @returns as the public may conclude, also for those whose numbers are not rounded
 */
export function boundsOf(count: number | null, how: Hidden | undefined, group: number, floor: number): Bounds {
  if (count !== null) return { least: count, most: count };
  const [least, most] = roundedSide(HIDDEN_CODES[how ?? 'either'], group, floor);
  return { least: Math.max(0, least), most: Math.min(group, most) };
}

export function sumOfBounds(all: readonly Bounds[]): Bounds {
  return {
    least: all.reduce((sum, { least }) => sum + least, 0),
    most: all.reduce((sum, { most }) => sum + most, 0),
  };
}

/** First and last possible place, from 1. */
export interface Rank {
  readonly from: number;
  readonly to: number;
}

/** Rank among others, most first. Counts that are or may be equal share a range: two tied for third are third to fourth. */
export function rankAmong(own: Bounds, others: readonly Bounds[]): Rank {
  const surelyAhead = others.filter(({ least }) => least > own.most).length;
  const maybeAhead = others.filter(({ most }) => most >= own.least).length;
  return { from: surelyAhead + 1, to: maybeAhead + 1 };
}
