/** Writes a comparison. Its rows are read by nobody before it is made; what a failed or killed one left, the next removes. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { shardOf } from '../../domain/cell.ts';
import type { Db } from '../../platform/db.ts';
import type { Column, ColumnBatch, Value } from '../../platform/load.ts';
import { loadInParts } from '../../platform/load-parts.ts';
import { loadStaged } from '../../platform/load-staged.ts';
import { isRunning, ownName, type ProcessName } from '../../platform/process-name.ts';
import { OF_CELLS, OF_PLACES } from './compare.ts';
import type { Pair } from './pairs.ts';

const INTAKE = { role: 'intake' } as const;

/** A process that nobody here can ask about counts as gone after this time. */
const STALE = '1 day';

/** @returns the comparison's number; undefined where it is made, or a process is making it */
export async function begin(db: Db, pair: Pair): Promise<number | undefined> {
  const { host, pid, began } = ownName();
  return db.as(INTAKE, async (tx) => {
    await tx.run(
      `insert into coverage.comparisons (from_filing, to_filing, of, standing) values ($1, $2, $3, 'failed')
       on conflict (from_filing, to_filing) do nothing`,
      [pair.from.filingId, pair.to.filingId, pair.of],
    );
    const found = await tx.one<{ id: number; standing: string; isOld: boolean; name: ProcessName | null }>(
      `select id, standing, since < now() - $3::interval as "isOld",
         case when host is not null then jsonb_build_object('host', host, 'pid', pid, 'began', began) end as name
       from coverage.comparisons
       where from_filing = $1 and to_filing = $2
       for update`,
      [pair.from.filingId, pair.to.filingId, STALE],
    );
    const { id, standing, name, isOld } = found;
    const isBeingMade = standing === 'making' && name !== null && (isRunning(name) ?? !isOld);
    if (standing === 'made' || isBeingMade) return undefined;
    for (const table of ['cell_changes', 'place_changes'])
      await tx.run(`delete from coverage.${table} where comparison_id = $1`, [id]);
    await tx.run(
      `update coverage.comparisons set standing = 'making', host = $2, pid = $3, began = $4, since = now() where id = $1`,
      [id, host, pid, began],
    );
    return id;
  });
}

/** @returns rows written */
export async function store(db: Db, duck: DuckDBConnection, id: number): Promise<number> {
  const cells = await loadInParts(db, INTAKE, 'coverage.cell_changes', CELL_COLUMNS, ofCells(duck, id), loadStaged);
  return (
    cells + (await loadInParts(db, INTAKE, 'coverage.place_changes', PLACE_COLUMNS, ofPlaces(duck, id), loadStaged))
  );
}

/** @returns false where an import has replaced one of the filings meanwhile, and the comparison is gone */
export async function finish(
  db: Db,
  id: number,
  { compared, notCompared }: { compared: readonly number[]; notCompared: readonly number[] },
): Promise<boolean> {
  const changed = await db.as(INTAKE, (tx) =>
    tx.run(
      `update coverage.comparisons
       set standing = 'made', technologies = $2, not_compared = $3, since = now(), host = null, pid = null, began = null
       where id = $1`,
      [id, compared, notCompared],
    ),
  );
  return changed === 1;
}

export async function fail(db: Db, id: number): Promise<void> {
  await db.as(INTAKE, (tx) => tx.run("update coverage.comparisons set standing = 'failed' where id = $1", [id]));
}

const CHANGE_COLUMNS: readonly Column[] = [
  { name: 'provider_id', type: 'integer' },
  { name: 'technology', type: 'smallint' },
  { name: 'change', type: 'text' },
  { name: 'locations', type: 'integer' },
];
const CELL_COLUMNS: readonly Column[] = [
  { name: 'shard', type: 'bigint' },
  { name: 'comparison_id', type: 'integer' },
  { name: 'cell', type: 'bigint' },
  ...CHANGE_COLUMNS,
];
const PLACE_COLUMNS: readonly Column[] = [
  { name: 'comparison_id', type: 'integer' },
  { name: 'kind', type: 'text' },
  { name: 'id', type: 'text' },
  ...CHANGE_COLUMNS,
];

async function* ofCells(duck: DuckDBConnection, id: number): AsyncGenerator<ColumnBatch> {
  for await (const chunk of await duck.stream(OF_CELLS)) {
    const [cells = [], ...others] = chunk.getColumns() as [bigint[], ...Value[][]];
    yield [cells.map((cell) => String(shardOf(cell))), cells.map(() => id), cells.map(String), ...others];
  }
}

async function* ofPlaces(duck: DuckDBConnection, id: number): AsyncGenerator<ColumnBatch> {
  for await (const chunk of await duck.stream(OF_PLACES)) {
    const columns = chunk.getColumns() as Value[][];
    yield [(columns[0] ?? []).map(() => id), ...columns];
  }
}
