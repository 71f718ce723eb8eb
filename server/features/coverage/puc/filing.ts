/** The database record of a filing: find, replace, supersede. */
import type { Confidentiality } from '../../../domain/audience.ts';
import type { Tx } from '../../../platform/db.ts';
import { pucErrors } from './errors.ts';

export interface FilingKey {
  readonly stateFips: string;
  readonly publisher: string;
  /** YYYY-MM-DD, like revision. */
  readonly asOf: string;
  readonly revision: string;
}

export interface KnownFiling {
  readonly id: number;
  readonly title: string;
  readonly confidentiality: Confidentiality;
}

/** The filing that these same bytes were loaded as, if any. */
export async function filingOfFile(tx: Tx, key: FilingKey, sha256: string): Promise<KnownFiling | undefined> {
  return tx.maybe<KnownFiling>(
    `select f.id, f.title, f.confidentiality
     from coverage.filings f
     join coverage.filing_files ff on ff.filing_id = f.id
     where ff.sha256 = $1
       and f.source = 'puc'
       and f.state_fips = $2
       and f.publisher = $3
       and f.as_of = $4
       and f.revision = $5`,
    [sha256, key.stateFips, key.publisher, key.asOf, key.revision],
  );
}

export interface FilingToLoad {
  readonly title: string;
  readonly confidentiality: Confidentiality;
  readonly synthetic: boolean;
  readonly replace: boolean;
}

/**
 * The filing that this one would replace; null when there is none.
 *
 * @throws Refusal when another file was loaded as this revision and `replace` is off
 */
export async function filingInPlace(tx: Tx, key: FilingKey, { title, replace }: FilingToLoad): Promise<number | null> {
  const same = await tx.maybe<{ id: number }>(
    `select id
     from coverage.filings
     where source = 'puc' and state_fips = $1 and publisher = $2 and title = $3 and as_of = $4 and revision = $5`,
    [key.stateFips, key.publisher, title, key.asOf, key.revision],
  );
  if (same && !replace) throw pucErrors.revisionExists(title, key.publisher, key.asOf, key.revision);
  return same?.id ?? null;
}

/**
 * Makes room for a filing under its title, and marks which of its revisions is current.
 *
 * @returns id of the new filing
 * @throws Refusal as `filingInPlace`
 */
export async function createFiling(tx: Tx, key: FilingKey, filing: FilingToLoad): Promise<number> {
  const identity = [key.stateFips, key.publisher, filing.title, key.asOf];
  const before = await filingInPlace(tx, key, filing);
  if (before !== null) await tx.run('delete from coverage.filings where id = $1', [before]);
  const { id } = await tx.one<{ id: number }>(
    `insert into coverage.filings (source, state_fips, publisher, title, as_of, revision, confidentiality, synthetic)
     values ('puc', $1, $2, $3, $4, $5, $6, $7)
     returning id`,
    [...identity, key.revision, filing.confidentiality, filing.synthetic],
  );
  await tx.run(
    `update coverage.filings f
     set superseded = f.revision < newest.revision
     from (
       select max(revision) as revision
       from coverage.filings
       where source = 'puc' and state_fips = $1 and publisher = $2 and title = $3 and as_of = $4
     ) as newest
     where source = 'puc' and state_fips = $1 and publisher = $2 and title = $3 and as_of = $4`,
    identity,
  );
  return id;
}
