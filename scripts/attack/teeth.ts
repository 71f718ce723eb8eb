/**
 * The same publication with nothing protected: true counts, hidden only where they are under the floor, as many reports
 * are published. The attacks must find much in it, or they find nothing anywhere.
 */
import { hiding } from '../../server/domain/hidden.ts';
import { countedRows } from './counted-rows.ts';
import { LOOKS } from './method.ts';
import type { Publication, PublishedRow } from './published.ts';
import { type Truth, trueCount } from './truth.ts';

export function unprotected(publication: Publication, truth: Truth): Publication {
  const { audience, floors, patches, hexes, places, state } = publication;
  const literal = <Row extends PublishedRow>(row: Row, members: readonly number[]): Row => ({
    ...row,
    looks: row.looks.map((_, statistic) => {
      const count = members.reduce((sum, patch) => sum + trueCount(truth, audience, patch, statistic), 0);
      const how = hiding(count, row.students, floors.students);
      return how ? LOOKS[how] : count;
    }),
  });
  const membersOf = new Map<PublishedRow, readonly number[]>(
    countedRows(publication).flatMap(({ rows }) => rows.map(({ row, members }) => [row, members] as const)),
  );
  return {
    ...publication,
    patches: patches.map((patch, i) => literal(patch, [i])),
    hexes: hexes.map((hex) => literal(hex, membersOf.get(hex) ?? [])),
    places: places.map((place) => literal(place, place.patches)),
    state: literal(state, [...patches.keys()]),
    memberships: [],
  };
}
