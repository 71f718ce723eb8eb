/** All students of a place as one stacked bar: of a hidden number, the middle of what it may be. */
import { hiddenSegmentStyle, segmentStyle } from '../../lib/segment-style.ts';
import { StackedBar } from '../../ui/StackedBar.tsx';
import type { Segment } from './queries.ts';
import { middleOf } from './words.ts';

export interface SegmentBarProps {
  readonly segments: readonly Segment[];
  readonly students: number;
  readonly floor: number;
}

export function SegmentBar({ segments, students, floor }: SegmentBarProps) {
  const parts = segments.map((one) => ({
    name: one.segment,
    size: middleOf(one, students, floor),
    style: (one.students === null ? hiddenSegmentStyle : segmentStyle)(one.segment, 'light'),
  }));
  return <StackedBar parts={parts} whole={0} />;
}
