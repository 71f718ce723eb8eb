/** What a published number, or the way it is hidden, says of the true count: all that the method lets anyone conclude. */
import { HIDDEN_CODES } from '../../hidden.ts';
import { NOISE_DEVIATION } from '../noise.ts';
import { ROUNDING, roundedForPublic } from '../round.ts';

export type Bounds = readonly [least: number, most: number];

/** What is not published, or not of these students. */
export const UNASKED = -1;

/** How far beyond the floor a count may be that the public's rounding hides, by the floor's remainder. */
const PAST_ROUNDING = [0, 2, 1, 0, 0] as const;

function low(students: number, floor: number, past = 0): Bounds {
  return [0, Math.min(floor - 1 + NOISE_DEVIATION + past, students - floor)];
}

function high(students: number, floor: number, past = 0): Bounds {
  const [, most] = low(students, floor, past);
  return [students - most, students];
}

function shown(least: number, most: number, students: number, floor: number): Bounds {
  return [Math.max(floor, least - NOISE_DEVIATION), Math.min(students - floor, most + NOISE_DEVIATION)];
}

/** Both few and nearly all. From twice the floor on some counts between are neither, but what hides others reads the same. */
function small(students: number, floor: number): Bounds {
  const most = Math.min(students, floor - 1 + NOISE_DEVIATION);
  return [students - most, most];
}

export interface Published {
  readonly code: number;
  readonly students: number;
  /** Not published without rounding. */
  readonly isRounded: boolean;
  /** Hidden by the programs. */
  readonly isProven: boolean;
  /** Hidden for the floors without a side, and the true count, that tells the side. */
  readonly isDecoy: boolean;
  readonly truth: number;
}

/** To somebody who recognizes what is hidden by the programs, and on which side a decoy is. */
export function boundsForAll(of: Published, floor: number): Bounds {
  const { students } = of;
  if (of.isProven) return [floor, students - floor];
  if (of.isDecoy) {
    const sides = [low(students, floor), high(students, floor)].filter(([a, b]) => a <= of.truth && of.truth <= b);
    return [Math.max(...sides.map(([least]) => least)), Math.min(...sides.map(([, most]) => most))];
  }
  return of.isRounded ? roundedBounds(of, floor) : fineBounds(of.code, students, floor);
}

/** To somebody who does not: a count hidden without a side may be any. */
export function boundsForDistrict(of: Published, floor: number): Bounds {
  const isUntold = of.isProven || of.isDecoy || of.code === HIDDEN_CODES.either;
  if (isUntold && of.students >= 2 * floor) return [0, of.students];
  return roundedBounds(of, floor);
}

function fineBounds(code: number, students: number, floor: number): Bounds {
  if (code === HIDDEN_CODES.low) return low(students, floor);
  if (code === HIDDEN_CODES.high) return high(students, floor);
  if (code === HIDDEN_CODES.either) return small(students, floor);
  return shown(code, code, students, floor);
}

function roundedBounds({ code, students }: Published, floor: number): Bounds {
  const rounded = roundedForPublic(code, students, floor);
  const pastLow = PAST_ROUNDING[floor % ROUNDING] ?? 0;
  const pastHigh = PAST_ROUNDING[(ROUNDING - ((students - floor) % ROUNDING)) % ROUNDING] ?? 0;
  if (rounded === HIDDEN_CODES.low) return low(students, floor, pastLow);
  if (rounded === HIDDEN_CODES.high) return high(students, floor, pastHigh);
  if (rounded === HIDDEN_CODES.either) return small(students, floor);
  const half = Math.floor(ROUNDING / 2);
  return shown(rounded - half, rounded + half, students, floor);
}
