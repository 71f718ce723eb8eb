/**
 * Rows of a filing before it exists: written in parts under its future number, where nobody looks, and removed in parts. An
 * import that fails removes its own; those of a killed one go when the next begins.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { shardOf } from '../../../domain/cell.ts';
import { TIER_KEYS } from '../../../domain/speed.ts';
import { PROFILES } from '../../../domain/technology.ts';
import type { Db, Tx } from '../../../platform/db.ts';
import type { Column, ColumnBatch, Value } from '../../../platform/load.ts';
import { loadInParts } from '../../../platform/load-parts.ts';
import { isRunning, ownName, type ProcessName } from '../../../platform/process-name.ts';

const TABLES = ['coverage.offers', 'coverage.service'] as const;

/** Rows of a filing that does not exist yet. */
export interface Loaded {
  readonly filingId: number;
  readonly offers: number;
  readonly cells: number;
}

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

/** @param filingId from `beginLoading` @param table of DuckDB, with the filing's offers and cells */
export async function loadRows(db: Db, duck: DuckDBConnection, filingId: number, table: string): Promise<Loaded> {
  const load = (into: string, columns: readonly Column[], query: string) =>
    loadInParts(db, { role: 'intake' }, into, columns, batches(duck, query, filingId));
  const offers = await load('coverage.offers', OFFER_COLUMNS, offerRows(table));
  const service = await load('coverage.service', SERVICE_COLUMNS, serviceRows(table));
  return { filingId, offers, cells: service / PROFILES.length };
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

const SERVICE_COLUMNS: readonly Column[] = [
  { name: 'shard', type: 'bigint' },
  { name: 'filing_id', type: 'integer' },
  { name: 'cell', type: 'bigint' },
  { name: 'profile', type: 'text' },
  { name: 'locations', type: 'integer' },
  ...TIER_KEYS.map((tier): Column => ({ name: `served_${tier}`, type: 'integer' })),
];
const OFFER_COLUMNS: readonly Column[] = [
  { name: 'shard', type: 'bigint' },
  { name: 'filing_id', type: 'integer' },
  { name: 'cell', type: 'bigint' },
  { name: 'provider_id', type: 'integer' },
  { name: 'technology', type: 'smallint' },
  { name: 'brand_name', type: 'text' },
  { name: 'locations', type: 'integer' },
  ...TIER_KEYS.map((tier): Column => ({ name: `locations_${tier}`, type: 'integer' })),
  { name: 'max_download_mbps', type: 'integer' },
  { name: 'max_upload_mbps', type: 'integer' },
];

/** Sorted by primary key, so that its index grows at the end only. */
function offerRows(outcome: string): string {
  return `
    select cell::bigint, (offer // 128)::integer, (offer % 128)::integer, brand, locations::integer,
      ${TIER_KEYS.map((_, tier) => `tier_${tier}::integer`).join(', ')}, down::integer, up::integer
    from ${outcome}
    where kind = 0
    order by cell, offer`;
}

function serviceRows(outcome: string): string {
  const tiers = TIER_KEYS.map((_, tier) => {
    const byProfile = PROFILES.map((name, p) => `when '${name}' then tier_${p * TIER_KEYS.length + tier}`);
    return `(case profile ${byProfile.join(' ')} end)::integer`;
  });
  const profiles = [...PROFILES].sort().map((name) => `'${name}'`);
  return `
    select cell::bigint, profile, locations::integer, ${tiers.join(', ')}
    from ${outcome}, unnest([${profiles.join(', ')}]) as p(profile)
    where kind = 1
    order by cell, profile`;
}

/**
 * The rows of a query whose first column is the cell, prefixed with shard and filing. Equal cells are adjacent, so their two
 * texts are made once.
 */
async function* batches(duck: DuckDBConnection, query: string, filingId: number): AsyncGenerator<ColumnBatch> {
  let last: bigint | undefined;
  let cellText = '';
  let shardText = '';
  for await (const chunk of await duck.stream(query)) {
    const [cells = [], ...others] = chunk.getColumns() as [bigint[], ...Value[][]];
    const shardTexts: string[] = [];
    const cellTexts: string[] = [];
    for (const cell of cells) {
      if (cell !== last) {
        last = cell;
        cellText = String(cell);
        shardText = String(shardOf(cell));
      }
      shardTexts.push(shardText);
      cellTexts.push(cellText);
    }
    yield [shardTexts, new Array<number>(cells.length).fill(filingId), cellTexts, ...others];
  }
}
