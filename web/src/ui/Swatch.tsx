/** A sample of a class's color and pattern, drawn like the hexes of the map. */
import './swatch.css';
import { useId } from 'react';
import { cssOf } from '../lib/color.ts';
import type { ClassStyle, Pattern } from '../lib/scale.ts';

export function Swatch({ style, wide = false }: { readonly style: ClassStyle; readonly wide?: boolean }) {
  const id = useId();
  const fill = cssOf(style.fill);
  return (
    <svg className={wide ? 'swatch wide' : 'swatch'} viewBox="0 0 26 18" aria-hidden="true" data-fill={fill}>
      <PatternDef id={id} style={style} />
      <rect width="26" height="18" fill={fill} />
      {style.pattern !== 'solid' && <rect width="26" height="18" fill={`url(#${id})`} />}
    </svg>
  );
}

const STROKES: Record<Exclude<Pattern, 'solid' | 'dots'>, string> = {
  rising: 'M-1 7 7 -1',
  falling: 'M-1 -1 7 7',
  level: 'M0 3H6',
  cross: 'M-1 7 7 -1M-1 -1 7 7',
};

export function PatternDef({ id, style }: { readonly id: string; readonly style: ClassStyle }) {
  if (style.pattern === 'solid') return null;
  const ink = cssOf(style.ink);
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
        {style.pattern === 'dots' ? (
          <circle cx="3" cy="3" r="1.3" fill={ink} />
        ) : (
          <path d={STROKES[style.pattern]} stroke={ink} strokeWidth="1.4" fill="none" />
        )}
      </pattern>
    </defs>
  );
}
