/** Guesses a projection by the size of coordinates, if a file does not give it. */
import { type Phrase, phrase } from '../../domain/messages/phrase.ts';

type Extent = readonly [west: number, south: number, east: number, north: number];

/** One and a half turns around the earth: Alaska may extend beyond 180 either way. */
const FARTHEST = 540;

export function looksLikeDegrees(extent: Extent | null): boolean {
  if (!extent) return false;
  const [west, south, east, north] = extent;
  return west >= -FARTHEST && east <= FARTHEST && south >= -FARTHEST && north <= FARTHEST;
}

/** On the likely projection of coordinates that are not degrees, within the United States. @returns '' where none is likely */
export function guessProjection(extent: Extent | null): Phrase | '' {
  if (!extent) return '';
  const [west, south, east, north] = extent;
  if (Math.max(-west, east) <= 20_037_509 && (east < -6_900_000 || west > 15_000_000) && Math.abs(north) < 12_500_000)
    return phrase('gis.guess/web-mercator');
  if (west >= 100_000 && east <= 900_000 && south >= 1_400_000 && north <= 8_000_000) return phrase('gis.guess/utm');
  if (west >= -10_000_000 && east <= 30_000_000) return phrase('gis.guess/local');
  return '';
}
