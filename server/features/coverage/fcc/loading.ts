/**
 * Rows of a filing before it exists: written in parts under its future number, where nobody looks, and removed in parts. An
 * import that fails removes its own; those of a killed one go when the next begins.
 */
import type { Db, Tx } from '../../../platform/db.ts';
import { isRunning, ownName, type ProcessName } from '../../../platform/process-name.ts';

const TABLES = ['coverage.offers', 'coverage.service'] as const;

/** @returns the number that the filing will have */
export async function beginLoading(db: Db): Promise<number> {
  const { host, pid, began } = ownName();
  const { id } = await db.as({ role: 'intake' }, (tx) =>
    tx.one<{ id: number }>(
      `insert into coverage.loading (filing_id, host, pid, began)
       values (nextval('coverage.filings_id_seq'), $1, $2, $3)
       returning filing_id as id`,
      [host, pid, began],
    ),
  );
  return id;
}

/**
 * The filing exists from this transaction on.
 *
 * @returns false when somebody took the process for dead, and removed the rows
 */
export async function endLoading(tx: Tx, filingId: number): Promise<boolean> {
  return (await tx.run('delete from coverage.loading where filing_id = $1', [filingId])) === 1;
}

/** A filing is gone with this transaction; `removeAbandonedRows` removes its rows afterwards. */
export async function abandonRows(tx: Tx, filingId: number): Promise<void> {
  await tx.run('insert into coverage.loading (filing_id) values ($1)', [filingId]);
}

/** A process that nobody here can ask about counts as gone after this time. */
const STALE = '1 day';

/** Removes the rows of replaced filings, of dead imports, and of `own` ones, which failed. */
export async function removeAbandonedRows(db: Db, own: readonly number[] = []): Promise<void> {
  const loading = await db.as({ role: 'intake' }, (tx) =>
    tx.rows<{ id: number; name: ProcessName | null; isOld: boolean }>(
      `select
         filing_id as id,
         case when host is not null then jsonb_build_object('host', host, 'pid', pid, 'began', began) end as name,
         since < now() - $1::interval as "isOld"
       from coverage.loading
       order by filing_id`,
      [STALE],
    ),
  );
  for (const { id, name, isOld } of loading)
    if (own.includes(id) || name === null || !(isRunning(name) ?? !isOld)) await removeRows(db, id);
}

async function removeRows(db: Db, filingId: number): Promise<void> {
  for (const table of TABLES) {
    const shards = await db.as({ role: 'intake' }, (tx) =>
      tx.rows<{ shard: bigint }>(`select distinct shard from ${table} where filing_id = $1`, [filingId]),
    );
    // Some thousand rows each; the primary key begins with the shard.
    for (const { shard } of shards)
      await db.as({ role: 'intake' }, (tx) =>
        tx.run(`delete from ${table} where shard = $1 and filing_id = $2`, [shard, filingId]),
      );
  }
  await db.as({ role: 'intake' }, (tx) => tx.run('delete from coverage.loading where filing_id = $1', [filingId]));
}
