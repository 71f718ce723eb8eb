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
