/** Writes one aggregated filing, inside the transaction of the import. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { shardOf } from '../../../domain/cell.ts';
import { TIER_KEYS } from '../../../domain/speed.ts';
import { PROFILES } from '../../../domain/technology.ts';
import type { Tx } from '../../../platform/db.ts';
import type { Column, ColumnBatch, Value } from '../../../platform/load.ts';
import { type FilingInputs, type Plan, PUBLISHER, TITLE } from './filings.ts';

export interface Aggregated extends FilingInputs {
  /** DuckDB table that holds the filing's offers and cells. */
  readonly outcome: string;
  /** Per input. */
  readonly rowCounts: readonly number[];
}

export interface Written {
  readonly filingId: number;
  readonly offers: number;
  readonly cells: number;
}

export async function writeFiling(
  tx: Tx,
  duck: DuckDBConnection,
  filing: Aggregated,
  plan: Exclude<Plan, { kind: 'unchanged' }>,
  synthetic: boolean,
): Promise<Written> {
  const filingId = plan.kind === 'reload' ? plan.filingId : await insertFiling(tx, filing, plan.superseded, synthetic);
  if (plan.kind === 'reload') await emptyFiling(tx, filingId, synthetic);
  for (const [position, input] of filing.inputs.entries())
    await tx.run(
      'insert into coverage.filing_files (filing_id, name, sha256, technology, row_count) values ($1, $2, $3, $4, $5)',
      [filingId, input.name, await input.sha256(), input.technology ?? null, filing.rowCounts[position] ?? 0],
    );
  const offers = await tx.load('coverage.offers', OFFER_COLUMNS, batches(duck, offerRows(filing.outcome), filingId));
  const service = await tx.load(
    'coverage.service',
    SERVICE_COLUMNS,
    batches(duck, serviceRows(filing.outcome), filingId),
  );
  return { filingId, offers, cells: service / PROFILES.length };
}

async function insertFiling(
  tx: Tx,
  { vintage }: FilingInputs,
  superseded: boolean,
  synthetic: boolean,
): Promise<number> {
  await tx.run(
    `update coverage.filings
     set superseded = true
     where source = 'fcc' and state_fips = $1 and as_of = $2 and publisher = $3 and title = $4 and revision < $5`,
    [vintage.stateFips, vintage.asOf, PUBLISHER, TITLE, vintage.revision],
  );
  const { id } = await tx.one<{ id: number }>(
    `insert into coverage.filings (source, state_fips, publisher, title, as_of, revision, synthetic, superseded)
     values ('fcc', $1, $2, $3, $4, $5, $6, $7)
     returning id`,
    [vintage.stateFips, PUBLISHER, TITLE, vintage.asOf, vintage.revision, synthetic, superseded],
  );
  return id;
}

async function emptyFiling(tx: Tx, filingId: number, synthetic: boolean): Promise<void> {
  for (const table of ['offers', 'service', 'filing_files'])
    await tx.run(`delete from coverage.${table} where filing_id = $1`, [filingId]);
  await tx.run('update coverage.filings set loaded_at = now(), synthetic = $2 where id = $1', [filingId, synthetic]);
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

/** In the order of the primary key, so that its index grows at the end only. */
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
 * The rows of a query whose first column is the cell, with shard and filing put before it. A cell comes several times in
 * a row: its two texts are made once.
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
