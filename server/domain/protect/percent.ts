/**
 * Percentages by the size of their group: the smaller the group, the less its extremes may say. Source: practice of the
 * National Center for Education Statistics (SLDS Technical Brief 3, NCES 2011-603), as in domain notes, section 5.
 */
const CODING: readonly { readonly from: number; readonly least: number }[] = [
  { from: 300, least: 1 },
  { from: 100, least: 2 },
  { from: 40, least: 5 },
  { from: 20, least: 10 },
  { from: 10, least: 20 },
];

export interface CodedPercent {
  /** Whole percent, within what the group's size allows. */
  readonly percent: number;
  /** Whether the true figure may lie beyond: "at most 5 %", "at least 95 %". */
  readonly bound: 'at most' | 'at least' | undefined;
}

/** @returns undefined where the group is under 10 or has nobody: no percentage then */
export function codedPercent(count: number, group: number): CodedPercent | undefined {
  const coding = CODING.find(({ from }) => group >= from);
  if (!coding) return undefined;
  const percent = Math.round((100 * count) / group);
  if (percent <= coding.least) return { percent: coding.least, bound: 'at most' };
  if (percent >= 100 - coding.least) return { percent: 100 - coding.least, bound: 'at least' };
  return { percent, bound: undefined };
}

/** "34 %", "at most 5 %". */
export function percentInWords({ percent, bound }: CodedPercent): string {
  return bound === undefined ? `${percent} %` : `${bound} ${percent} %`;
}

/** The coding as data, for people to read. */
export function percentCoding(): { from: number; least: number; most: number }[] {
  return CODING.map(({ from, least }) => ({ from, least, most: 100 - least }));
}
