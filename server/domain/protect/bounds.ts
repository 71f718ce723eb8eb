/** What a published value tells of the true count behind it: the least and the most it can be. */
import { HIDDEN_CODES } from '../hidden.ts';
import { LARGEST_DEFICIT } from './choose.ts';
import { EITHER_MOSTLY, isShown, tellsMost } from './code.ts';
import { NOISE_DEVIATION } from './noise.ts';

/** Hidden for being few: the noise may have put a count a little above the floor there. */
const FEW_BEYOND_FLOOR = NOISE_DEVIATION - 1;

/** Whether a count of so many students may be few and nearly all at once; of more it is hidden as `either` only if it is not nearly all. */
export function mayBeBoth(all: number, floor: number): boolean {
  return all <= 2 * (floor + FEW_BEYOND_FLOOR);
}

/** Whether one to fewer than the floor of a group are provably counted, or provably not. */
export function isBetrayed(least: number, most: number, group: number, floor: number): boolean {
  return (least >= 1 && most < floor) || (group - most >= 1 && group - least < floor);
}

/** @param all students of the group, which everybody knows */
export function leastOf(code: number, all: number, floor: number): number {
  if (isShown(code)) return Math.max(floor, code - NOISE_DEVIATION);
  if (code === HIDDEN_CODES.high) return Math.max(0, all - floor - FEW_BEYOND_FLOOR);
  return code === EITHER_MOSTLY ? Math.max(0, Math.ceil(all / 2) - NOISE_DEVIATION) : 0;
}

/** @param isTaken whether the value may be that of a set inside, and so well below the truth */
export function mostOf(code: number, all: number, isTaken: boolean, floor: number): number {
  const above = NOISE_DEVIATION + (isTaken ? LARGEST_DEFICIT : 0);
  if (isShown(code)) return Math.min(all - floor, code + above);
  if (code === HIDDEN_CODES.low) return Math.min(all, floor + FEW_BEYOND_FLOOR);
  if (code === HIDDEN_CODES.high) return all;
  const most = mayBeBoth(all, floor) ? all : all - floor;
  const isLess = code === HIDDEN_CODES.either && tellsMost(all, floor);
  return isLess ? Math.min(most, Math.ceil(all / 2) - 1 + above) : most;
}
