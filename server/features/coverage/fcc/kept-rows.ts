/** The kept rows of a filing, for whoever reads them again. */
import type { TechnologyCode } from '../../../domain/technology.ts';
import type { Db } from '../../../platform/db.ts';
import { fccErrors } from './errors.ts';
import { type Kept, soundness } from './kept.ts';
import { rowsAt } from './plan.ts';
import type { RowsOf } from './rows-file.ts';

/**
 * Checks every byte.
 *
 * @returns one part per technology and file; a technology whose file has no row is among them
 * @throws Refusal naming the file whose rows are missing or damaged
 */
export async function keptRowsOf(db: Db, dataDir: string, filingId: number): Promise<RowsOf[]> {
  const files = await db.as({ role: 'intake' }, (tx) =>
    tx.rows<{ technology: TechnologyCode | null; revision: string; name: string; kept: Kept | null }>(
      `-- one row: a technology in a file of the filing
       select technology, revision, name,
         case
           when kept_name is not null
           then jsonb_build_object('name', kept_name, 'sha256', kept_sha256, 'bytes', kept_bytes)
         end as kept
       from coverage.filing_files
       where filing_id = $1
       order by technology, name`,
      [filingId],
    ),
  );
  for (const { name, revision, technology, kept } of files) {
    const state = kept && technology !== null ? await soundness(dataDir, kept) : 'missing';
    if (state !== 'sound') throw fccErrors.notKept(name, revision, state, kept?.name);
  }
  return rowsAt(dataDir, files);
}
