/**
 * The one scale shared by hexes and legend: the class of a hex, and the look of each class. A class is a small
 * number: 0 to 4 are the five steps (or the five levers when all are shown), then the classes without a number.
 */
import { LEVERS, type Lever } from '../../../server/domain/lever.ts';
import { type Choice, isLever } from './choice.ts';
import { mix, type Rgb, rgbOf } from './color.ts';
import { LEAST_NAMED } from './counts.ts';
import { GROUNDS, HIDDEN_GRAY, HUES, hueOf, type Theme } from './theme.ts';

export const STEPS = 5;
export const HIDDEN = 5;
export const NO_ANSWERS = 6;
export const PARTLY = 7;
/** An estimate under ten, which names no number. */
export const FEW = 8;
export const CLASSES = 9;

export const PATTERNS = { solid: 0, rising: 1, dots: 2, level: 3, falling: 4, cross: 5 } as const;
export type Pattern = keyof typeof PATTERNS;

export interface ClassStyle {
  readonly fill: Rgb;
  /** Color of the hatch or dots drawn over the fill. */
  readonly ink: Rgb;
  readonly pattern: Pattern;
  /** Patterns of levers appear only when zoomed in; patterns for "not a number" always. */
  readonly always: boolean;
}

/**
 * Lower bound of each step in students to a square mile: one scale for every zoom, so that a color means the same wherever the map
 * is and however near. Finer hexes lie where more students live, so zooming in shows the darker steps.
 */
export const DENSITY_STARTS = [0, 1, 5, 25, 100] as const;

/** Mean square miles of an H3 hexagon by resolution. Source: H3 statistics. */
const SQUARE_MILES: Record<number, number> = { 5: 97.65, 6: 13.95, 7: 1.993, 8: 0.2847 };

export function squareMilesAt(resolution: number): number {
  return SQUARE_MILES[resolution] ?? 1;
}

/**
 * Lower bound of each step: students in a hex of a resolution, or percent of locations in the layer coverage. Steps below the
 * fewest students that are named are raised to that number.
 */
export function breaksOf(choice: Choice, resolution: number, floor: number): readonly number[] {
  if (choice.layer === 'coverage') return [0, 20, 40, 60, 80];
  return breaksOn(choice, squareMilesAt(resolution), floor);
}

/** The same for an area of square miles. */
export function breaksOn(choice: Choice, squareMiles: number, floor: number): readonly number[] {
  const fewest = isCounted(choice) ? floor : LEAST_NAMED;
  return DENSITY_STARTS.map((start) => Math.max(fewest, Math.ceil(start * squareMiles)));
}

/** Whether the colors show families' answers, not a result of filings. */
export function isCounted(choice: Choice): boolean {
  return choice.layer === 'hexes' && choice.measure === 'equip' && choice.source !== 'disputed';
}

export function stepOf(value: number, breaks: readonly number[]): number {
  let step = 0;
  while (step + 1 < breaks.length && value >= (breaks[step + 1] ?? Number.POSITIVE_INFINITY)) step++;
  return step;
}

const LEVER_PATTERNS: Record<Lever, Pattern> = {
  build: 'solid',
  upgrade: 'rising',
  check: 'dots',
  connect: 'level',
  ask: 'falling',
};

/** How far patterns for "not a number" fade into their gray: they may be read, but numbers are seen first. */
const QUIET = 0.5;

/** The look of every class of a choice; `only` fades what the legend filters out. */
export function stylesOf(choice: Choice, theme: Theme, only: ReadonlySet<number> = new Set()): ClassStyle[] {
  const land = rgbOf(GROUNDS[theme].land);
  const gray = HIDDEN_GRAY[theme];
  const numbered: ClassStyle[] = isCategorical(choice)
    ? LEVERS.map((lever) => {
        const fill = rgbOf(HUES[lever]);
        const pattern = LEVER_PATTERNS[lever];
        return { fill, ink: mix(fill, land, 0.45), pattern, always: false };
      })
    : rampOf(choice, theme).map((fill) => ({ fill, ink: fill, pattern: 'solid', always: false }));
  const styles: ClassStyle[] = [
    ...numbered,
    { fill: gray.fill, ink: gray.ink, pattern: 'rising', always: true },
    { fill: gray.fill, ink: mix(rgbOf(HUES.ask), gray.fill, QUIET), pattern: 'cross', always: true },
    { fill: gray.fill, ink: mix(rgbOf(HUES.check), gray.fill, QUIET), pattern: 'dots', always: true },
    { fill: gray.fill, ink: gray.fill, pattern: 'solid', always: true },
  ];
  if (only.size === 0) return styles;
  return styles.map((style, number) =>
    only.has(number)
      ? style
      : { ...style, fill: mix(style.fill, land, 0.88), ink: mix(style.ink, land, 0.88), pattern: 'solid' },
  );
}

/** All levers at once are kinds, not amounts. */
export function isCategorical(choice: Choice): boolean {
  return choice.layer === 'hexes' && choice.measure === 'all' && choice.source !== 'disputed';
}

/** Five steps of one hue, from a tint that contrasts with the paper to a shade darker than the hue. */
function rampOf(choice: Choice, theme: Theme): Rgb[] {
  const hue = choice.layer === 'coverage' ? rgbOf(HUES.coverage) : hueOf(namedMeasure(choice), choice.source);
  const white: Rgb = [255, 248, 238];
  if (theme === 'dark') {
    // On dark paper lighter means more; the hue itself would vanish in it.
    const bright = mix(hue, white, 0.3);
    const dim = rgbOf('#20282d');
    return [mix(bright, dim, 0.72), mix(bright, dim, 0.46), mix(bright, dim, 0.22), bright, mix(bright, white, 0.5)];
  }
  const pale = rgbOf('#f4efe4');
  return [mix(hue, pale, 0.72), mix(hue, pale, 0.48), mix(hue, pale, 0.24), hue, mix(hue, [28, 12, 10], 0.36)];
}

function namedMeasure(choice: Choice): Lever | 'equip' | 'unserved' {
  if (choice.measure === 'equip' || choice.measure === 'unserved') return choice.measure;
  return isLever(choice.measure) ? choice.measure : 'build';
}
