/** The database's record of a period's filings and their files. */
import type { TechnologyCode } from '../../../domain/technology.ts';
import type { Tx } from '../../../platform/db.ts';
import type { TechnologyFile } from './counted.ts';
import type { Kept } from './kept.ts';
import type { Period, Vintage } from './vintage.ts';

export const PUBLISHER = 'FCC';
export const TITLE = 'Broadband Data Collection';

/** Null: loaded before rows were kept. */
export interface KnownFile extends TechnologyFile {
  readonly kept: Kept | null;
}

export interface KnownFiling {
  readonly id: number;
  readonly revision: string;
  readonly synthetic: boolean;
  /** Technologies that somebody declared absent from the vintage. */
  readonly without: readonly TechnologyCode[];
  /** Files of its own and of older revisions. */
  readonly files: readonly KnownFile[];
}

/** The filings of a period, oldest revision first. */
export async function knownFilings(tx: Tx, { stateFips, asOf }: Period): Promise<KnownFiling[]> {
  const filings = await tx.rows<Omit<KnownFiling, 'files'>>(
    `-- one row: a revision
     select id, revision, synthetic, without
     from coverage.filings
     where source = 'fcc' and state_fips = $1 and as_of = $2 and publisher = $3 and title = $4 and not replaced
     order by revision`,
    [stateFips, asOf, PUBLISHER, TITLE],
  );
  const files = await tx.rows<TechnologyFile & { filingId: number; kept: Kept | null }>(
    `-- one row: a technology in a file a filing was made from
     select filing_id as "filingId", technology, revision, name, sha256, row_count::float8 as rows,
       case
         when kept_name is not null
         then jsonb_build_object('name', kept_name, 'sha256', kept_sha256, 'bytes', kept_bytes)
       end as kept
     from coverage.filing_files
     where filing_id = any($1)
     order by filing_id, technology, name`,
    [filings.map(({ id }) => id)],
  );
  return filings.map((filing) => ({
    ...filing,
    files: files.filter(({ filingId }) => filingId === filing.id).map(({ filingId: _, ...file }) => file),
  }));
}

/** Summary of a period, for comparison with its neighbors. */
export interface PeriodInShort {
  readonly asOf: string;
  /** Technologies with rows in its newest filing. */
  readonly technologies: readonly TechnologyCode[];
  readonly without: readonly TechnologyCode[];
}

/** Every period of the state, oldest first. */
export async function periodsOf(tx: Tx, stateFips: string): Promise<PeriodInShort[]> {
  return tx.rows<PeriodInShort>(
    `-- one row: an as-of date
     select
       f.as_of as "asOf",
       coalesce(array_agg(distinct ff.technology) filter (where ff.technology is not null), '{}') as technologies,
       f.without
     from coverage.filings f
     left join coverage.filing_files ff on ff.filing_id = f.id and ff.row_count > 0
     where f.source = 'fcc' and f.state_fips = $1 and f.publisher = $2 and f.title = $3 and not f.superseded
     group by f.id
     order by f.as_of`,
    [stateFips, PUBLISHER, TITLE],
  );
}

/** "FCC Broadband Data Collection as of 2025-12-31, revision 2026-07-14, state 54". */
export function describe({ stateFips, asOf, revision }: Vintage): string {
  return `${PUBLISHER} ${TITLE} as of ${asOf}, revision ${revision}, state ${stateFips}`;
}
