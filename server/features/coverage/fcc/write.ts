/** Writes one filing: its rows in parts, and then the filing itself in the transaction of the import. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { shardOf } from '../../../domain/cell.ts';
import { TIER_KEYS } from '../../../domain/speed.ts';
import { PROFILES, type TechnologyCode } from '../../../domain/technology.ts';
import type { Db, Tx } from '../../../platform/db.ts';
import type { Column, ColumnBatch, Value } from '../../../platform/load.ts';
import { loadInParts } from '../../../platform/load-parts.ts';
import { PUBLISHER, TITLE } from './filings.ts';
import type { Kept } from './kept.ts';
import { abandonRows, endLoading } from './loading.ts';
import type { PlannedFiling } from './plan.ts';
import type { Prepared } from './prepare.ts';
import type { Period } from './vintage.ts';

export interface FilingToWrite extends PlannedFiling {
  /** Its rows, written under the number that it will have; undefined: the stored ones are right. */
  readonly loaded: Loaded | undefined;
  readonly without: readonly TechnologyCode[];
}

/** Rows of a filing that does not exist yet. */
export interface Loaded {
  readonly filingId: number;
  readonly offers: number;
  readonly cells: number;
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
 * @param kept where the rows of newly read files are stored
 * @returns id of the filing; undefined: its rows are gone, since somebody took this process for dead
 */
export async function writeFiling(
  tx: Tx,
  filing: FilingToWrite,
  kept: ReadonlyMap<Prepared, Kept>,
): Promise<number | undefined> {
  const { known, loaded } = filing;
  const filingId = loaded?.filingId ?? known?.id;
  if (filingId === undefined) throw new Error('a new filing without rows');
  if (loaded && !(await endLoading(tx, filingId))) return undefined;
  if (loaded) await putInPlace(tx, filing, filingId);
  await writeFiles(tx, filingId, filing, kept);
  return filingId;
}

/** The newest revision counts; older ones stay for the releases made from them. */
export function orderRevisions(tx: Tx, { stateFips, asOf }: Period): Promise<number> {
  return tx.run(
    `update coverage.filings f
     set superseded = replaced or f.revision < newest.revision
     from (
       select max(revision) as revision
       from coverage.filings
       where source = 'fcc' and state_fips = $1 and as_of = $2 and publisher = $3 and title = $4
     ) as newest
     where source = 'fcc' and state_fips = $1 and as_of = $2 and publisher = $3 and title = $4`,
    [stateFips, asOf, PUBLISHER, TITLE],
  );
}

/** A filing that changed gets a new row. A release may rest on the one before, which then stays, as a release never changes. */
async function putInPlace(
  tx: Tx,
  { vintage, known, synthetic, without }: FilingToWrite,
  filingId: number,
): Promise<void> {
  if (known && (await isReleased(tx, known.id)))
    await tx.run('update coverage.filings set replaced = true where id = $1', [known.id]);
  else if (known) {
    await tx.run('delete from coverage.filings where id = $1', [known.id]);
    await abandonRows(tx, known.id);
  }
  await tx.run(
    `insert into coverage.filings (id, source, state_fips, publisher, title, as_of, revision, synthetic, without)
     overriding system value
     values ($1, 'fcc', $2, $3, $4, $5, $6, $7, $8)`,
    [filingId, vintage.stateFips, PUBLISHER, TITLE, vintage.asOf, vintage.revision, synthetic, without],
  );
}

async function isReleased(tx: Tx, filingId: number): Promise<boolean> {
  const { released } = await tx.one<{ released: boolean }>(
    'select exists (select from published.sources where filing_id = $1) as released',
    [filingId],
  );
  return released;
}

/** Rewrites the list of files in any case: rows that were gone may be stored again. */
async function writeFiles(
  tx: Tx,
  filingId: number,
  { files }: FilingToWrite,
  kept: ReadonlyMap<Prepared, Kept>,
): Promise<void> {
  await tx.run('delete from coverage.filing_files where filing_id = $1', [filingId]);
  for (const file of files) {
    const rows = file.fresh ? kept.get(file.fresh) : file.kept;
    await tx.run(
      `insert into coverage.filing_files
         (filing_id, technology, revision, name, sha256, row_count, kept_name, kept_sha256, kept_bytes)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        filingId,
        file.technology,
        file.revision,
        file.name,
        file.sha256,
        file.rows,
        rows?.name ?? null,
        rows?.sha256 ?? null,
        rows?.bytes ?? null,
      ],
    );
  }
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
