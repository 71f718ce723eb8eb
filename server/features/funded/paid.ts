import { LRUCache } from 'lru-cache';
import type { Cell } from '../../domain/cell.ts';
import type { Tx } from '../../platform/db.ts';
import type { ReleaseRow } from '../releases/index.ts';

/** A res-8 hex with locations of the release's FCC filing. */
export interface PaidLand {
  readonly cell: Cell;
  readonly locations: number;
  /** Of seven parts of the hex, those that are paid for by the area that reaches most of it. */
  readonly parts: number;
  readonly programs: readonly string[];
}

type ReleaseAsked = Pick<ReleaseRow, 'id' | 'state_fips'>;

export interface PaidLandReader {
  /** All of the state's hexes with locations, by cell; none where nothing is paid for. */
  of(tx: Tx, release: ReleaseAsked): Promise<readonly PaidLand[]>;
}

/** Of a state of 27,000 hexes some 4 MB each. */
const MOST_KEPT = 4;

/** Answers are kept until an import replaces the areas: a release and its filings never change, and a state takes 0.4 s. */
export function paidLandReader(): PaidLandReader {
  const kept = new LRUCache<string, readonly PaidLand[]>({ max: MOST_KEPT });
  return {
    async of(tx, release) {
      const { areas, newest } = await tx.one<{ areas: number; newest: number }>(
        'select count(*)::integer as areas, coalesce(max(id), 0)::integer as newest from coverage.funded where state_fips = $1',
        [release.state_fips],
      );
      const key = `${release.id} ${areas} ${newest}`;
      const found = kept.get(key) ?? (await paidLand(tx, release));
      kept.set(key, found);
      return found;
    },
  };
}

function paidLand(tx: Tx, release: ReleaseAsked): Promise<PaidLand[]> {
  return tx.rows<PaidLand>(
    `-- one row: a res-8 hex with locations
     with paid as materialized (
       select u.cell, max(u.parts) as parts, array_agg(distinct f.program) as programs
       from coverage.funded f
       cross join lateral unnest(f.cells, f.parts) as u (cell, parts)
       where f.state_fips = $1
       group by u.cell
     )
     select s.cell, s.locations, coalesce(paid.parts, 0) as parts, coalesce(paid.programs, '{}') as programs
     from coverage.service s
     left join paid using (cell)
     where s.profile = 'any'
       and s.locations > 0
       and s.filing_id in (select filing_id from published.sources where release_id = $2 and audience = 'public' and source = 'fcc')
       and exists (select from paid)
     order by s.cell`,
    [release.state_fips, release.id],
  );
}

/** Share of the locations that is paid for, 0 to 1; 0 where there are none. */
export function paidShare(land: readonly PaidLand[]): number {
  const all = land.reduce((sum, { locations }) => sum + locations, 0);
  return all === 0 ? 0 : land.reduce((sum, { locations, parts }) => sum + (locations * parts) / 7, 0) / all;
}
