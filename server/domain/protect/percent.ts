/**
 * How near to none and to all a percentage of so many may be shown. Source: NCES coding of percentages by group size:
 * a share of few never points at one child.
 */
const PERCENT_CODING = [
  { atLeast: 300, lowest: 1 },
  { atLeast: 100, lowest: 2 },
  { atLeast: 40, lowest: 5 },
  { atLeast: 20, lowest: 10 },
  { atLeast: 10, lowest: 20 },
] as const;

export interface PercentRange {
  /** Students of the group, and no more than the next range's. */
  readonly atLeast: number;
  readonly lowest: number;
  readonly highest: number;
}

/** The largest groups first. */
export const PERCENT_RANGES: readonly PercentRange[] = PERCENT_CODING.map(({ atLeast, lowest }) => ({
  atLeast,
  lowest,
  highest: 100 - lowest,
}));

export interface CodedPercent {
  /** Whole percent. */
  readonly percent: number;
  /** `most`: it is this much or less; `least`: this much or more. */
  readonly bound?: 'most' | 'least';
}

/** The range a group's percentages are shown in; undefined when it is too small for any. */
export function percentRange(group: number): PercentRange | undefined {
  return PERCENT_RANGES.find(({ atLeast }) => group >= atLeast);
}

/** @param part a published count @returns undefined when the group is too small for any percentage */
export function codedPercent(part: number, group: number): CodedPercent | undefined {
  const range = percentRange(group);
  if (!range) return undefined;
  const percent = Math.round((100 * part) / group);
  if (percent <= range.lowest) return { percent: range.lowest, bound: 'most' };
  if (percent >= range.highest) return { percent: range.highest, bound: 'least' };
  return { percent };
}

/** Steps of a percentage that is only bounded from above. */
const STEPS = [5, 10, 25, 50, 100] as const;

/**
 * The least step that a share does not exceed. Steps are so wide for small groups that none proves a part of one to
 * fewer than the floor: the first may be nobody, and any other reaches the floor.
 */
export function atMostPercent(part: number, group: number, floor: number): number {
  const step = STEPS.find((percent) => (2 * percent * group) / 100 >= floor) ?? 100;
  return Math.min(100, step * Math.max(1, Math.ceil((100 * part) / group / step)));
}
