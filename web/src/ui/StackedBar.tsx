/** One bar of parts of a whole; its words stand beside it, so it is hidden from screen readers. */
import './stacked-bar.css';
import { useId } from 'react';
import { cssOf } from '../lib/color.ts';
import type { ClassStyle } from '../lib/scale.ts';
import { PatternDef } from './Swatch.tsx';

const WIDTH = 360;
const HEIGHT = 20;
/** Between two parts, and drawn in the paper's color. */
const GAP = 1.5;

export interface StackedBarProps {
  readonly parts: readonly { readonly name: string; readonly size: number; readonly style: ClassStyle }[];
  /** What the whole bar stands for, where that is more than its parts. */
  readonly whole: number;
}

export function StackedBar({ parts, whole }: StackedBarProps) {
  const id = useId();
  const all = Math.max(
    1,
    whole,
    parts.reduce((sum, { size }) => sum + size, 0),
  );
  let from = 0;
  const bars = parts.map((part) => {
    const x = (from / all) * WIDTH;
    from += part.size;
    return { ...part, x, width: (part.size / all) * WIDTH };
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
