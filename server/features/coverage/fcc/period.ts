/** Processes all files given for one state and as-of date: reads, decides, asks for what is missing, and counts. Does not change the database. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Deps } from '../../../deps.ts';
import { type Phrase, phrase } from '../../../domain/messages/phrase.ts';
import type { TechnologyCode } from '../../../domain/technology.ts';
import type { Progress, Step } from '../../../platform/progress.ts';
import { aggregate } from './aggregate.ts';
import { fccErrors } from './errors.ts';
import {
  type KnownFiling,
  knownFilings,
  missingTechnologies,
  type PeriodInShort,
  PUBLISHER,
  periodsOf,
  TITLE,
  technologiesIn,
} from './filings.ts';
import type { Input } from './inputs.ts';
import { type PlannedFiling, planPeriod, rowsAt } from './plan.ts';
import { FILE_WORDS, type Period, technologyOf } from './vintage.ts';

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
  const step = progress.begin(phrase('step.fcc-read', { title: `${PUBLISHER} ${TITLE}`, asOf, stateFips }));
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
    step.note(phrase('fcc.no-satellite'));
  step.done(readSaid(filings));
  return { period, known, given: inputs.map(({ vintage }) => vintage.revision), filings, outcomes, short };
}

/** @param text "Cable,Copper" @throws Refusal naming the words there are */
export function technologiesFrom(text: string): TechnologyCode[] {
  return text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((word) => {
      const technology = technologyOf(word);
      if (technology === undefined) throw fccErrors.notATechnology(word, Object.values(FILE_WORDS));
      return technology;
    });
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

function readSaid(filings: readonly PlannedFiling[]): Phrase {
  const read = new Set(filings.flatMap(({ files }) => files.flatMap(({ fresh }) => fresh ?? [])));
  const rows = [...read].flatMap((fresh) => [...fresh.rows.values()]).reduce((sum, count) => sum + count, 0);
  if (read.size === 0) return phrase('done.fcc-read/nothing');
  return phrase('done.fcc-read', { rows, fileCount: read.size });
}

interface Completeness {
  readonly period: Period;
  readonly filings: readonly PlannedFiling[];
  /** All periods of the state, loaded or about to be, oldest first. */
  readonly periods: readonly PeriodInShort[];
  /** Technologies that somebody declared absent from the vintage, now or when it was loaded. */
  readonly allowed: readonly TechnologyCode[];
  readonly step: Step;
}

/**
 * @returns the period's summary
 * @throws Refusal naming the flag to add, when the newest filing lacks a technology of the vintage before
 */
function requireComplete({ period, filings, periods, allowed, step }: Completeness): PeriodInShort {
  const { stateFips, asOf } = period;
  const files = filings.at(-1)?.files ?? [];
  const before = periods.filter((other) => other.asOf < asOf).at(-1);
  const missing = missingTechnologies(before?.technologies ?? [], technologiesIn(files)).filter(
    (technology) => !allowed.includes(technology),
  );
  if (before && missing.length > 0) throw fccErrors.incomplete(stateFips, asOf, before.asOf, missing.map(wordOf));

  const technologies = technologiesIn(files.filter(({ rows }) => rows > 0));
  const after = periods.find((other) => other.asOf > asOf);
  const lost = missingTechnologies(technologies, after?.technologies ?? technologies).filter(
    (technology) => !after?.without.includes(technology),
  );
  if (after && lost.length > 0) step.note(phrase('fcc.later-lacks', { asOf: after.asOf, missing: lost.map(wordOf) }));
  return { asOf, technologies, without: allowed };
}

/** @throws Refusal when a technology declared absent is there: the flag does not remove files */
function requireAbsent(without: readonly TechnologyCode[], filings: readonly PlannedFiling[]): void {
  const changed = filings.filter(({ outcome }) => outcome !== 'unchanged');
  for (const technology of without) {
    const file = changed.flatMap(({ files }) => files).find((one) => one.technology === technology);
    if (file && changed.every(({ files }) => files.some((one) => one.technology === technology)))
      throw fccErrors.notAbsent(wordOf(technology), file.name);
  }
}

function wordOf(technology: TechnologyCode): string {
  return FILE_WORDS[technology];
}
