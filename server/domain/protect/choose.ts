/** Which number a count is shown as, beside those it must not betray. */
import { NOISE_DEVIATION } from './noise.ts';

/** A value taken from a set inside is at most so far below the truth, beside the noise. */
export const LARGEST_DEFICIT = 13;

export interface Choice {
  readonly own: number;
  /** The count with its noise. */
  readonly noisy: number;
  /** What the same students are shown as elsewhere. */
  readonly same: number | undefined;
  /** Values of sets inside that hold all but a few of those counted. */
  readonly near: readonly number[];
  /** Values of other sets inside; those well below the count may be left out. */
  readonly far: readonly number[];
}

/**
 * A set that exceeds one inside it by few takes that one's value: the difference may be nobody. Where several are inside
 * with different values it takes the largest, or one a little larger: never one so close above another that the two
 * prove a group under the floor.
 *
 * @returns undefined when there is no such number near enough to the truth: it must be hidden
 */
export function chosenValue({ own, noisy, same, near, far }: Choice, floor: number): number | undefined {
  const apart = Math.max(1, floor - 2 * NOISE_DEVIATION);
  const isSafe = (value: number) =>
    value <= own + NOISE_DEVIATION &&
    value >= own - NOISE_DEVIATION - LARGEST_DEFICIT &&
    [...near, ...far].every((inner) => value === inner || value - inner >= apart);
  // The same students are never shown as two numbers: rather than that they are hidden here.
  if (same !== undefined) return isSafe(same) ? same : undefined;
  const largest = Math.max(...near);
  const options = near.length === 0 ? [noisy] : [largest, largest + apart];
  return options.find(isSafe);
}

/** Values under it are too far below the count to matter to the choice. */
export function leastThatMatters(own: number, floor: number): number {
  return own - NOISE_DEVIATION - LARGEST_DEFICIT - floor;
}
