/** The look of the six segments, the same wherever all students stand in one bar. */
import type { Segment } from '../../../server/domain/segments.ts';
import { mix, rgbOf } from './color.ts';
import { type ClassStyle, HIDDEN, stylesOf } from './scale.ts';
import { GROUNDS, HUES, type Theme } from './theme.ts';

/** Proven gaps are solid; what is not proven has a pattern; who is connected is paler than any of them. */
export function segmentStyle(segment: Segment | 'equip', theme: Theme): ClassStyle {
  const land = rgbOf(GROUNDS[theme].land);
  const ink = rgbOf(GROUNDS[theme].label);
  if (segment === 'connected') return solid(mix(land, ink, 0.14));
  const fill = rgbOf(HUES[segment]);
  if (segment === 'check') return { fill, ink: mix(fill, land, 0.6), pattern: 'dots', always: true };
  if (segment === 'ask') return { fill: mix(fill, land, 0.45), ink: fill, pattern: 'falling', always: true };
  return solid(fill);
}

/** Fewer or more than may be told: hatched in the segment's own color, as its length is only what it may be. */
export function hiddenSegmentStyle(segment: Segment, theme: Theme): ClassStyle {
  const { fill } = segmentStyle(segment, theme);
  return { fill: rgbOf(GROUNDS[theme].land), ink: fill, pattern: 'rising', always: true };
}

function solid(fill: ClassStyle['fill']): ClassStyle {
  return { fill, ink: fill, pattern: 'solid', always: true };
}

export function hiddenStyle(theme: Theme): ClassStyle {
  const styles = stylesOf(
    { layer: 'hexes', measure: 'equip', source: 'agreed', tier: '100_20', profile: 'any' },
    theme,
  );
  return styles[HIDDEN] ?? solid(rgbOf(GROUNDS[theme].line));
}
