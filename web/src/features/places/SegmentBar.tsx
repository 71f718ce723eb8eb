/** All students of a place as one stacked bar. The words beside it say the same, so it is for the eye alone. */
import type { CSSProperties } from 'react';
import { segmentColor } from './colors.ts';
import type { Segment } from './queries.ts';
import { middleOf } from './words.ts';

export interface SegmentBarProps {
  readonly segments: readonly Segment[];
  readonly students: number;
  readonly floor: number;
}

export function SegmentBar({ segments, students, floor }: SegmentBarProps) {
  const parts = segments.map((one) => ({ ...one, size: middleOf(one, students, floor) }));
  const all = Math.max(
    1,
    parts.reduce((sum, { size }) => sum + size, 0),
  );
  return (
    <span className="segment-bar" aria-hidden="true">
      {parts.map(({ segment, size, students: count }) => (
        <span
          key={segment}
          className={count === null ? 'is-hidden' : undefined}
          data-segment={segment}
          style={{ inlineSize: `${(100 * size) / all}%`, '--segment': segmentColor(segment) } as CSSProperties}
        />
      ))}
    </span>
  );
}
