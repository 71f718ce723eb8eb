/** Two readings of what is published, side by side. */
import { STATISTIC_KEYS } from '../../server/domain/statistic.ts';
import type { Publication, PublishedRow } from './published.ts';

export interface Comparison {
  readonly compared: number;
  /** Where the two say different things: what and where, never how much. */
  readonly differences: readonly string[];
}

/** Places are compared where both were read with them. */
export function comparePublications(one: Publication, other: Publication): Comparison {
  const withPlaces = one.places.length > 0 && other.places.length > 0;
  const before = rowsOf(one, withPlaces);
  const after = rowsOf(other, withPlaces);
  let compared = 0;
  const differences: string[] = [];
  for (const [name, row] of before) {
    const now = after.get(name);
    if (!now) {
      differences.push(`${one.audience} ${name} is gone`);
      continue;
    }
    compared += 2 + row.looks.length;
    if (row.students !== now.students) differences.push(`students of ${one.audience} ${name}`);
    if (row.households !== now.households) differences.push(`households of ${one.audience} ${name}`);
    for (const [statistic, look] of row.looks.entries())
      if (look !== now.looks[statistic]) differences.push(`${STATISTIC_KEYS[statistic]} of ${one.audience} ${name}`);
  }
  for (const name of after.keys()) if (!before.has(name)) differences.push(`${one.audience} ${name} is new`);
  return { compared, differences };
}

function rowsOf({ patches, hexes, places, state }: Publication, withPlaces: boolean): Map<string, PublishedRow> {
  return new Map(
    [...patches, ...hexes, ...(withPlaces ? places : []), state].map((row) => [`${row.kind} ${row.name}`, row]),
  );
}
