/** What a published number, or the way it is hidden, says of the true count: all that the method lets anyone conclude. */
import { HIDDEN_CODES } from '../../hidden.ts';
import { type Bounds, high, isShown, isSmall, low, tellsHalf } from '../code.ts';
import { NOISE_DEVIATION } from '../noise.ts';
import { ROUNDING, roundedForPublic } from '../round.ts';

/** Code of a number that is not published of a set. */
export const UNASKED = -1;

export interface Published {
  readonly code: number;
  readonly students: number;
  /** Published rounded only. */
  readonly isRounded: boolean;
  /** Hidden by the programs. */
  readonly isHiddenByChoice: boolean;
  /** Hidden by a floor without its side, which the true count determines. */
  readonly isDecoy: boolean;
  readonly truth: number;
}

/** For an attacker who tells decoys from counts hidden by choice, and knows a decoy's side where the truth leaves one. */
export function boundsForAll(of: Published, floor: number): Bounds {
  const { students } = of;
  if (of.isHiddenByChoice) {
    const code = of.isRounded ? roundedForPublic(of.code, students, floor) : of.code;
    return isShown(code) ? [floor, students - floor] : [0, students];
  }
  if (of.isDecoy && of.code === HIDDEN_CODES.either && (!isSmall(students, floor) || tellsHalf(students, floor))) {
    const sides = [low(students, floor), high(students, floor)].filter(([a, b]) => a <= of.truth && of.truth <= b);
    return [Math.min(...sides.map(([least]) => least)), Math.max(...sides.map(([, most]) => most))];
  }
  return of.isRounded ? roundedBounds(of, floor) : fineBounds(of, floor);
}

/** For a district, which cannot: a count hidden without a side may be any. */
export function boundsForDistrict(of: Published, floor: number): Bounds {
  return of.isHiddenByChoice ? [0, of.students] : roundedBounds(of, floor);
}

function shown([least, most]: Bounds, { students }: Published, floor: number): Bounds {
  return [Math.max(floor, least - NOISE_DEVIATION), Math.min(students - floor, most + NOISE_DEVIATION)];
}

function fineBounds({ code, ...of }: Published, floor: number): Bounds {
  if (code === HIDDEN_CODES.low) return low(of.students, floor);
  if (code === HIDDEN_CODES.high) return high(of.students, floor);
  return code === HIDDEN_CODES.either ? [0, of.students] : shown([code, code], { code, ...of }, floor);
}

/** A hidden count may also be one that met the floor before it was rounded. */
function roundedBounds(of: Published, floor: number): Bounds {
  const { students } = of;
  const half = Math.floor(ROUNDING / 2);
  const rounded = roundedForPublic(of.code, students, floor);
  if (isShown(rounded)) return shown([rounded - half, rounded + half], of, floor);
  const [least, most] = fineBounds({ ...of, code: rounded }, floor);
  const lost = [0, 1, 2]
    .flatMap((past) => [floor + past, students - floor - past])
    .filter(
      (value) => value >= floor && value <= students - floor && roundedForPublic(value, students, floor) === rounded,
    );
  const values = lost.flatMap((value) => [
    Math.max(floor, value - NOISE_DEVIATION),
    Math.min(students - floor, value + NOISE_DEVIATION),
  ]);
  return [Math.min(least, ...values), Math.max(most, ...values)];
}
