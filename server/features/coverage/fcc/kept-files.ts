import type { Tx } from '../../../platform/db.ts';
import type { Kept } from './kept.ts';

/** The kept files of an FCC filing; of some kept before files were, none. */
export function keptFiles(tx: Tx, filingId: number): Promise<Kept[]> {
  return tx.rows<Kept>(
    `select distinct kept_name as name, kept_sha256 as sha256, kept_bytes::float8 as bytes
     from coverage.filing_files
     where filing_id = $1
       and kept_name is not null
     order by 1`,
    [filingId],
  );
}
