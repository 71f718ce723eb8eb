/** All students of a place or the state in six segments: what is known of each, and what stays hidden. */
import {
  type Segment,
  STANDING_OF_SEGMENT,
  type Standing,
  segmentCountKey,
  segmentsAt,
  sumUpTo,
} from '../../../server/domain/segments.ts';
import { leverAmount, type Shown } from './amounts.ts';
import { type Amount, atLeast, countIn, isEstimate, isHidden } from './counts.ts';

export interface SegmentShown {
  readonly segment: Segment;
  readonly standing: Standing;
  readonly amount: Amount | undefined;
  /** Students of it at least: what the bar draws. */
  readonly least: number;
}

export interface Segmented {
  readonly parts: readonly SegmentShown[];
  readonly students: number;
  /** What the parts say together. */
  readonly sum: number;
  /** What the gaps by filings or by the family's own word say together. */
  readonly gaps: { readonly amount: Amount; readonly isLeast: boolean };
  /** Whether what students need is counted, and not estimated. */
  readonly isCounted: boolean;
  /** Students in none of what is shown; 0 where nothing is hidden, as noise and rounding are no students. */
  readonly hidden: number;
}

export function segmentsShown(shown: Shown): Segmented {
  const students = shown.totals.students ?? 0;
  const { floors } = shown.release;
  const parts = segmentsAt(shown.choice.tier).map((segment): SegmentShown => {
    const amount = segmentAmount(shown, segment);
    const least = atLeast(amount ?? 0, students, floors.students);
    return { segment, standing: STANDING_OF_SEGMENT[segment], amount, least };
  });
  const sum = parts.reduce((all, { least }) => all + least, 0);
  const gaps = parts.filter(({ standing }) => standing === 'proven');
  const gapSum = sumUpTo(
    students,
    gaps.map(({ least }) => least),
  );
  const isCounted = !parts.some(({ amount }) => isEstimate(amount));
  const isAnyHidden = parts.some(({ amount }) => isHidden(amount));
  return {
    parts,
    students,
    sum,
    gaps: {
      amount: gaps.some(({ amount }) => isEstimate(amount)) ? { about: gapSum } : gapSum,
      isLeast: gaps.some(({ amount }) => isHidden(amount)),
    },
    isCounted,
    hidden: isAnyHidden ? Math.max(0, students - sum) : 0,
  };
}

function segmentAmount(shown: Shown, segment: Segment): Amount | undefined {
  return segment === 'connected' ? countIn(shown.totals, segmentCountKey(segment)) : leverAmount(shown, segment);
}
