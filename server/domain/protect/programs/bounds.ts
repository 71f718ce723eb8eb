/** What a published number, or the way it is hidden, says of the true count: all that the method lets anyone conclude. */
import { HIDDEN_CODES } from '../../hidden.ts';
import { type Bounds, high, isShown, isSmall, low, shownBounds, sideOf, tellsHalf } from '../code.ts';
import { ROUNDING, roundedForPublic, roundedSide } from '../round.ts';

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

function fineBounds({ code, students }: Published, floor: number): Bounds {
  return isShown(code) ? shownBounds([code, code], students, floor) : sideOf(code, students, floor);
}

function roundedBounds({ code, students }: Published, floor: number): Bounds {
  const half = Math.floor(ROUNDING / 2);
  const rounded = roundedForPublic(code, students, floor);
  if (!isShown(rounded)) return roundedSide(rounded, students, floor);
  return shownBounds([rounded - half, rounded + half], students, floor);
}
