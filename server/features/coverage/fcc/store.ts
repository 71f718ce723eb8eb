/** Stores the rows and writes the filings, in one transaction: all or nothing. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Deps } from '../../../deps.ts';
import { grouped, plural, sizeInWords } from '../../../domain/words.ts';
import type { Tx } from '../../../platform/db.ts';
import { lockAll } from '../../../platform/locks.ts';
import type { Progress } from '../../../platform/progress.ts';
import { technologiesIn } from './counted.ts';
import { fccErrors } from './errors.ts';
import { FILE_WORDS } from './file-name.ts';
import { describe, knownFilings } from './filings.ts';
import { type Kept, keep, keptFolder } from './kept.ts';
import type { PeriodWork } from './period.ts';
import type { PlannedFiling } from './plan.ts';
import type { Prepared } from './prepare.ts';
import type { Vintage } from './vintage.ts';
import { orderRevisions, writeFiling } from './write.ts';

/** The outcome for one filing: those of the given files, and newer ones that count them. */
export interface FccImport {
  readonly filingId: number;
  readonly vintage: Vintage;
  readonly outcome: PlannedFiling['outcome'];
}

/** @throws Refusal when another import changed the period after it was read */
export async function store(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  duck: DuckDBConnection,
  works: readonly PeriodWork[],
  progress: Progress,
): Promise<FccImport[]> {
  const kept = new Map<Prepared, Kept>();
  const added: string[] = [];
  try {
    return await db.as({ role: 'intake' }, async (tx) => {
      await lockAll(tx, 'fcc import');
      for (const work of works) await requireUnchanged(tx, work);
      for (const fresh of freshOf(works)) {
        const { kept: file, isNew } = await keep(duck, config.dataDir, fresh);
        kept.set(fresh, file);
        if (isNew) added.push(file.name);
      }
      if (kept.size > 0) progress.print(keptInWords(config.dataDir, [...kept.values()]));
      const imports: FccImport[] = [];
      for (const work of works) imports.push(...(await writePeriod(tx, duck, work, kept, progress)));
      return imports;
    });
  } catch (error) {
    for (const name of added) rmSync(join(keptFolder(config.dataDir), name), { force: true });
    throw error;
  }
}

async function requireUnchanged(tx: Tx, { period, known }: PeriodWork): Promise<void> {
  if (JSON.stringify(await knownFilings(tx, period)) !== JSON.stringify(known)) throw fccErrors.meanwhile();
}

function freshOf(works: readonly PeriodWork[]): Set<Prepared> {
  const files = works.flatMap(({ filings }) => filings.flatMap((filing) => filing.files));
  return new Set(files.flatMap(({ fresh }) => fresh ?? []));
}

async function writePeriod(
  tx: Tx,
  duck: DuckDBConnection,
  { period, given, filings, outcomes, short }: PeriodWork,
  kept: ReadonlyMap<Prepared, Kept>,
  progress: Progress,
): Promise<FccImport[]> {
  const imports: FccImport[] = [];
  for (const filing of filings) {
    const { vintage, outcome, files } = filing;
    const table = outcomes.get(vintage.revision);
    const step = table ? progress.begin(`Write ${describe(vintage)}`) : undefined;
    const written = await writeFiling(tx, duck, { ...filing, table, without: short.without }, kept);
    if (table || given.includes(vintage.revision)) imports.push({ filingId: written.filingId, vintage, outcome });
    if (step) {
      if (filing !== filings.at(-1)) step.note('A newer revision is loaded: this one is kept, and marked superseded.');
      if (files.some((file) => file.revision !== vintage.revision)) step.note(countedInWords(filing));
      step.done(`${grouped(written.offers)} offers, ${grouped(written.cells)} cells`);
    } else if (given.includes(vintage.revision))
      progress.print(
        files.some((file) => file.fresh)
          ? `${describe(vintage)}: already loaded, and its rows are kept again.`
          : `${describe(vintage)}: already loaded from the same files, nothing changed.`,
      );
  }
  await orderRevisions(tx, period);
  return imports;
}

/** "Of each technology the newest file counts: Cable of 2026-07-14; Copper, Other of 2026-05-12." */
function countedInWords({ files }: PlannedFiling): string {
  const revisions = Map.groupBy(files, ({ revision }) => revision);
  const parts = [...revisions]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([revision, ofRevision]) => {
      const words = technologiesIn(ofRevision).map((technology) => FILE_WORDS[technology]);
      return `${words.join(', ')} of ${revision}`;
    });
  return `Of each technology the newest file counts: ${parts.join('; ')}.`;
}

function keptInWords(dataDir: string, kept: readonly Kept[]): string {
  const bytes = kept.reduce((sum, file) => sum + file.bytes, 0);
  return `The rows of ${plural(kept.length, 'file')} are kept in ${keptFolder(dataDir)}, ${sizeInWords(bytes)}.`;
}
