/** How many of a state's locations have service, as reported to the FCC. */
import { LRUCache } from 'lru-cache';
import type { Tx } from '../../platform/db.ts';
import type { PlaceProfile } from './contract.ts';

type Coverage = NonNullable<PlaceProfile['coverage']>;

export interface CoverageReader {
  /** @param filingId of the FCC */
  of(tx: Tx, filingId: number): Promise<Coverage>;
}

/** Answers are kept: a filing never changes. */
export function coverageReader(): CoverageReader {
  const kept = new LRUCache<number, Coverage>({ max: 100 });
  return {
    async of(tx, filingId) {
      const found = kept.get(filingId) ?? (await coverageOf(tx, filingId));
      kept.set(filingId, found);
      return found;
    },
  };
}

function coverageOf(tx: Tx, filingId: number): Promise<Coverage> {
  return tx.rows(
    `-- one row: a technology profile
     select
       profile,
       sum(locations)::integer as locations,
       json_build_object(
         '25_3', sum(served_25_3),
         '100_20', sum(served_100_20),
         '1000_100', sum(served_1000_100)
       ) as served
     from coverage.service
     where filing_id = $1
     group by profile
     order by profile`,
    [filingId],
  );
}
