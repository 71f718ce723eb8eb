/** A row of published counts as the six segments that all students fall into. */
import { type Bounds, boundsOf, sumOfBounds } from '../../domain/count-bounds.ts';
import { SEGMENTS, STANDING_OF_SEGMENT, segmentCountKey } from '../../domain/segments.ts';
import { type CountsRow, countsOf } from '../releases/index.ts';
import type { Ranking, Segment } from './contract.ts';

const EQUIP = 'equip';
const KEYS = { counts: [...SEGMENTS.map(segmentCountKey), EQUIP], estimates: [] };

type Shown = Pick<Segment, 'students' | 'hidden'>;

/** @param row undefined: no numbers. @param hasFilings whether any filing is known; without one no lever is */
export function segmentsOf(row: CountsRow | undefined, hasFilings: boolean): Segment[] {
  if (!row || row.students === null || !hasFilings) return [];
  return SEGMENTS.map((segment) => ({
    segment,
    standing: STANDING_OF_SEGMENT[segment],
    ...shownAt(row, segmentCountKey(segment)),
  }));
}

export function equipOf(row: CountsRow | undefined): Shown {
  return row && row.students !== null ? shownAt(row, EQUIP) : { students: null };
}

function shownAt(row: CountsRow, key: string): Shown {
  const { counts, hidden } = countsOf(row, undefined, KEYS);
  const how = hidden[key];
  return { students: counts[key] ?? null, ...(how ? { hidden: how } : {}) };
}

export type RankedBy = Ranking['by'];

/** What may be ranked of a place. @param floor of the release, in students. @returns undefined where it has no numbers */
export function rankedBounds(
  row: CountsRow,
  { by, floor, hasFilings }: { by: RankedBy; floor: number; hasFilings: boolean },
): Bounds | undefined {
  if (row.students === null) return undefined;
  const group = row.students;
  const bounds = ({ students, hidden }: Shown) => boundsOf(students, hidden, group, floor);
  if (by === EQUIP) return bounds(equipOf(row));
  const segments = segmentsOf(row, hasFilings).filter(({ segment, standing }) =>
    by === 'build' ? segment === 'build' : standing === 'proven',
  );
  return segments.length === 0 ? undefined : sumOfBounds(segments.map(bounds));
}
