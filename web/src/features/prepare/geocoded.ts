/** Counts of homes found by address, and the rows not found as a list to save. */
import type { Anonymizer } from '../../../../server/domain/anonymize/index.ts';
import { type Geocoder, unmatchedCsv } from '../../../../server/features/geocode/geocoder.ts';
import type { Geocoded } from './protocol.ts';

export function geocodedOf({ misses }: Geocoder, { counts, problems }: Anonymizer): Geocoded {
  const lines = problems.filter(({ kind }) => kind === 'not_found').map(({ line }) => line);
  return {
    found: counts.located,
    unmatched: misses.length,
    unmatchedFile: misses.length === 0 ? undefined : new Blob([unmatchedCsv(misses, lines)], { type: 'text/csv' }),
  };
}
