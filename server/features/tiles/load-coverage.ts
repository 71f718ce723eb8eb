/** Reads the FCC filings of a release by cell, rolled up by locations. */
import { cellToText } from '../../domain/cell.ts';
import { TIER_KEYS } from '../../domain/speed.ts';
import { PROFILES } from '../../domain/technology.ts';
import type { Tx } from '../../platform/db.ts';
import { type CellColumn, type CellTable, cellTable } from './cell-table.ts';
import type { Level } from './contract.ts';
import { tagsWriter } from './tags.ts';

const SERVED = PROFILES.flatMap((profile) =>
  TIER_KEYS.map((tier) => ({ profile, tier, name: `served.${profile}.${tier}` })),
);

type CoverageRow = { cell: bigint; locations: number; offers: number } & Record<string, bigint | number | null>;

/** Resolution and unused digits of an H3 index at a level: the bits that `parentOf` sets. */
function parentSql(level: Level): string {
  const tail = (1n << BigInt(3 * (15 - level))) - 1n;
  const resolution = BigInt(level) << 52n;
  return `(cell & ~(15::bigint << 52)) | ${resolution | tail}::bigint`;
}

export async function loadCoverage(tx: Tx, filingIds: readonly number[], level: Level): Promise<CellTable> {
  const perCell = SERVED.map(
    ({ profile, tier }, i) => `max(served_${tier}) filter (where profile = '${profile}') as served_${i}`,
  );
  const sums = SERVED.map((_, i) => `sum(served_${i})::integer as served_${i}`);
  const rows = await tx.rows<CoverageRow>(
    `-- one row: a cell with locations; each location was counted once in its res-8 cell
     with
       finest as (
         select cell, max(locations) as locations, ${perCell.join(', ')}
         from coverage.service
         where filing_id = any($1)
         group by cell
       ),
       rolled_up as (
         select ${parentSql(level)} as parent, sum(locations)::integer as locations, ${sums.join(', ')}
         from finest
         group by parent
       ),
       offered as (
         select ${parentSql(level)} as parent, count(distinct provider_id::bigint * 100 + technology)::integer as offers
         from coverage.offers
         where filing_id = any($1)
         group by parent
       )
     select rolled_up.parent as cell, rolled_up.*, coalesce(offers, 0) as offers
     from rolled_up
     left join offered using (parent)
     order by rolled_up.parent`,
    [filingIds],
  );
  const column = (name: string, key: string): CellColumn => ({
    name,
    kind: 'number',
    values: Uint32Array.from(rows, (row) => Number(row[key] ?? 0)),
  });
  const columns = [
    { name: 'resolution', kind: 'number', values: new Uint32Array(rows.length).fill(level) } as const,
    column('locations', 'locations'),
    column('offers', 'offers'),
    ...SERVED.map(({ name }, i) => column(name, `served_${i}`)),
  ];
  const tags = tagsWriter();
  rows.forEach(({ cell }, i) => {
    tags.nextRow();
    tags.text('h3', cellToText(cell));
    for (const { name, values } of columns) tags.number(name, values[i] ?? 0);
  });
  return cellTable(
    BigUint64Array.from(rows, (row) => row.cell),
    columns,
    { tags: tags.finish() },
  );
}
