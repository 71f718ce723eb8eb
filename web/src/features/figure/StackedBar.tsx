/** One bar of all students; its words stand below it, so it is hidden from screen readers. */
import { useId } from 'react';
import type { Segment } from '../../../../server/domain/segments.ts';
import { cssOf } from '../../lib/color.ts';
import type { ClassStyle } from '../../lib/scale.ts';
import type { Segmented } from '../../lib/segments.ts';
import { PatternDef } from '../../ui/Swatch.tsx';

const WIDTH = 360;
const HEIGHT = 20;
/** Between two parts, and drawn in the paper's color. */
const GAP = 1.5;

export interface StackedBarProps {
  readonly segmented: Segmented;
  readonly styleOf: (segment: Segment) => ClassStyle;
  readonly hidden: ClassStyle;
}

export function StackedBar({ segmented, styleOf, hidden }: StackedBarProps) {
  const id = useId();
  const whole = Math.max(1, segmented.students, segmented.sum);
  let from = 0;
  const bars = [
    ...segmented.parts.map(({ segment, least }) => ({ name: segment as string, least, style: styleOf(segment) })),
    { name: 'hidden', least: segmented.hidden, style: hidden },
  ].map((bar) => {
    const x = (from / whole) * WIDTH;
    from += bar.least;
    return { ...bar, x, width: (bar.least / whole) * WIDTH };
  });
  return (
    <svg className="stacked-bar" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {bars.map(({ name, x, width, style }) => {
        const box = { x, width: Math.max(0, width - GAP), height: HEIGHT };
        return (
          <g key={name} data-segment={name} data-width={width.toFixed(2)}>
            <PatternDef id={`${id}-${name}`} style={style} />
            <rect {...box} fill={cssOf(style.fill)} />
            {style.pattern !== 'solid' && <rect {...box} fill={`url(#${id}-${name})`} />}
          </g>
        );
      })}
    </svg>
  );
}
