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

/** All of the state's hexes with locations, by cell; none where nothing is paid for. */
export function paidLand(tx: Tx, release: Pick<ReleaseRow, 'id' | 'state_fips'>): Promise<PaidLand[]> {
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
