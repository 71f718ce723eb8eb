/** Processes all files given for one state and as-of date: reads, decides and counts. Does not change the database. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Deps } from '../../../deps.ts';
import type { TechnologyCode } from '../../../domain/technology.ts';
import { grouped, plural } from '../../../domain/words.ts';
import type { Progress } from '../../../platform/progress.ts';
import { aggregate } from './aggregate.ts';
import { requireAbsent, requireComplete } from './complete.ts';
import { type KnownFiling, knownFilings, type PeriodInShort, PUBLISHER, periodsOf, TITLE } from './filings.ts';
import type { Input } from './inputs.ts';
import { type PlannedFiling, planPeriod, rowsAt } from './plan.ts';
import type { Period } from './vintage.ts';

export interface PeriodWork {
  readonly period: Period;
  /** The filings on which the decision rests. */
  readonly known: readonly KnownFiling[];
  /** Revisions with given files. */
  readonly given: readonly string[];
  readonly filings: readonly PlannedFiling[];
  /** DuckDB tables of new or changed filings, by revision. */
  readonly outcomes: ReadonlyMap<string, string>;
  readonly short: PeriodInShort;
}

export interface Working extends Pick<Deps, 'db' | 'config'> {
  readonly duck: DuckDBConnection;
  /** For unpacked tables and rows of this period only. */
  readonly folder: string;
  readonly progress: Progress;
  readonly synthetic: boolean;
  readonly replace: boolean;
  readonly without: readonly TechnologyCode[];
}

/**
 * @param inputs of one period, at least one
 * @param earlier work of the same import, on older periods and other states
 */
export async function workOn(
  working: Working,
  inputs: readonly Input[],
  earlier: readonly PeriodWork[],
): Promise<PeriodWork> {
  const { db, config, duck, progress, without } = working;
  const { stateFips, asOf } = (inputs[0] as Input).vintage;
  const period = { stateFips, asOf };
  const { known, loaded } = await db.as({ role: 'intake' }, async (tx) => ({
    known: await knownFilings(tx, period),
    loaded: await periodsOf(tx, stateFips),
  }));
  const step = progress.begin(`Read ${PUBLISHER} ${TITLE} as of ${asOf}, state ${stateFips}`);
  const filings = await planPeriod({ ...working, dataDir: config.dataDir, step }, period, known, inputs);
  const allowed = [...new Set([...without, ...known.flatMap((filing) => filing.without)])].sort((a, b) => a - b);
  const isChanged = filings.some(({ outcome }) => outcome !== 'unchanged');
  if (isChanged) requireAbsent(without, filings);
  const others = withEarlier(loaded, earlier, stateFips);
  const short = requireComplete({ period, filings, periods: isChanged ? others : [], allowed, step });

  const outcomes = new Map<string, string>();
  for (const { vintage, files, outcome } of filings) {
    if (outcome === 'unchanged') continue;
    const table = `outcome_${earlier.length}_${outcomes.size}`;
    await aggregate(duck, rowsAt(config.dataDir, files), table);
    outcomes.set(vintage.revision, table);
  }
  if (isChanged && !filings.at(-1)?.files.some(({ technology }) => technology === 60 || technology === 61))
    step.note('No satellite file is among them: shares are of the locations reported, not of all locations.');
  step.done(readInWords(filings));
  return { period, known, given: inputs.map(({ vintage }) => vintage.revision), filings, outcomes, short };
}

/** The state's periods after the earlier work is written, oldest first. */
function withEarlier(
  loaded: readonly PeriodInShort[],
  earlier: readonly PeriodWork[],
  stateFips: string,
): PeriodInShort[] {
  const worked = earlier.filter(({ period }) => period.stateFips === stateFips).map(({ short }) => short);
  const others = loaded.filter(({ asOf }) => !worked.some((short) => short.asOf === asOf));
  return [...others, ...worked].sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
}

function readInWords(filings: readonly PlannedFiling[]): string {
  const read = new Set(filings.flatMap(({ files }) => files.flatMap(({ fresh }) => fresh ?? [])));
  const rows = [...read].flatMap((fresh) => [...fresh.rows.values()]).reduce((sum, count) => sum + count, 0);
  if (read.size === 0) return 'nothing new';
  return `${grouped(rows)} rows of ${plural(read.size, 'file')}`;
}
