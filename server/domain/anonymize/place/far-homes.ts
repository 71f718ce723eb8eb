/** Finds homes far from the middle of all: most often a mistyped coordinate that still lies in the state. */
import distance from '@turf/distance';
import type { Point } from './point.ts';

/** In miles; the words of the note name it. */
const FAR = 50;
/** A district may be wide, or a school teach from afar: a home is far only if it also stands out among the others. */
const TIMES_THE_USUAL = 3;
/** Fewer homes have no middle. */
const FEWEST = 5;

/** @returns positions of the homes that stand out, in order */
export function farHomes(points: readonly Point[]): number[] {
  if (points.length < FEWEST) return [];
  const middle = [median(points.map(({ longitude }) => longitude)), median(points.map(({ latitude }) => latitude))];
  const away = points.map(({ latitude, longitude }) => distance(middle, [longitude, latitude], { units: 'miles' }));
  const least = Math.max(FAR, TIMES_THE_USUAL * median(away));
  return away.flatMap((miles, at) => (miles > least ? [at] : []));
}

/** One of the numbers, so that a few wild ones do not move it. */
function median(numbers: readonly number[]): number {
  return Float64Array.from(numbers).sort()[numbers.length >> 1] ?? 0;
}
