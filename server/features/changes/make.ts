/** Makes a comparison: computes in DuckDB, stores in parts that nobody reads, and then says that it is made. */
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Deps } from '../../deps.ts';
import { phrase } from '../../domain/messages/phrase.ts';
import { refusal } from '../../platform/problem.ts';
import type { Progress } from '../../platform/progress.ts';
import { readerOn } from '../../platform/reader.ts';
import { openScratch } from '../../platform/scratch.ts';
import { keptRowsOf, type RowsOf, withDuck } from '../coverage/index.ts';
import { PLACE_KINDS_WITH_CELLS, placesOfCells } from '../places/index.ts';
import { cellsCompared, compare, type Sides } from './compare.ts';
import type { Pair } from './pairs.ts';
import { begin, fail, finish, store } from './store.ts';

/**
 * Does nothing where it is made, or where a process that runs is making it.
 *
 * @throws Refusal naming the file whose rows are gone
 */
export async function makeComparison(
  deps: Pick<Deps, 'db' | 'config'>,
  pair: Pair,
  progress: Progress,
): Promise<'made' | 'as it was'> {
  const id = await begin(deps.db, pair);
  if (id === undefined) return 'as it was';
  const step = progress.begin(
    phrase('step.comparison', { fromFiling: pair.from, toFiling: pair.to, stateFips: pair.stateFips }),
  );
  try {
    const { sides, compared, notCompared } = await sidesOf(deps, pair);
    using scratch = openScratch('compare', join(deps.config.dataDir, 'tmp'));
    const rows = await withDuck(scratch.folder, async (duck) => {
      await compare(duck, sides);
      await placeCells(deps, duck, pair.stateFips);
      return store(deps.db, duck, id);
    });
    if (!(await finish(deps.db, id, { compared, notCompared }))) throw refusal('changes.meanwhile', 409);
    step.done(phrase('done.comparison', { rows }));
    return 'made';
  } catch (error) {
    await fail(deps.db, id);
    throw error;
  }
}

/** Technologies with a file on one side only are left out: that a file is missing says nothing of its locations. */
async function sidesOf({ db, config }: Pick<Deps, 'db' | 'config'>, { of, from, to }: Pair) {
  const [before, after] = [
    await keptRowsOf(db, config.dataDir, from.filingId),
    await keptRowsOf(db, config.dataDir, to.filingId),
  ];
  const technologies = (parts: readonly RowsOf[]) => new Set(parts.map(({ technology }) => technology));
  const [old, fresh] = [technologies(before), technologies(after)];
  const compared = [...old].filter((code) => fresh.has(code));
  if (compared.length === 0) throw refusal('changes.nothing-in-common', 422, { asOf: from.asOf, asOfLater: to.asOf });
  const common = ({ technology }: RowsOf) => compared.includes(technology);
  const sides: Sides = { of, from: before.filter(common), to: after.filter(common) };
  return { sides, compared, notCompared: [...new Set([...old, ...fresh])].filter((code) => !compared.includes(code)) };
}

/** The table `place_of`. The state has every hexagon, also those whose middle lies beyond its border. */
async function placeCells({ db }: Pick<Deps, 'db'>, duck: DuckDBConnection, stateFips: string): Promise<void> {
  const cells = await cellsCompared(duck);
  const kinds = PLACE_KINDS_WITH_CELLS;
  const places = await placesOfCells(readerOn(db, { role: 'intake' }), { kinds, cells, stateFips });
  await duck.run('create table place_of (cell bigint, kind varchar, id varchar)');
  const appender = await duck.createAppender('place_of');
  for (let i = 0; i < cells.length; i++)
    for (const [kind, id] of [['state', stateFips], ...kinds.map((kind) => [kind, places[kind][i] ?? ''])] as const) {
      if (!kind || !id) continue;
      appender.appendBigInt(cells[i] ?? 0n);
      appender.appendVarchar(kind);
      appender.appendVarchar(id);
      appender.endRow();
    }
  appender.closeSync();
}
