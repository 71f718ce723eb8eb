/** Stores the rows in parts, under numbers of filings that do not exist yet, and then writes all filings or none in one short transaction. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Deps } from '../../../deps.ts';
import { type Phrase, phrase } from '../../../domain/messages/phrase.ts';
import type { TechnologyCode } from '../../../domain/technology.ts';
import type { Db, Tx } from '../../../platform/db.ts';
import { lockAll, lockState } from '../../../platform/locks.ts';
import type { Progress } from '../../../platform/progress.ts';
import { fccErrors } from './errors.ts';
import { filingSaid, knownFilings, PUBLISHER, TITLE, technologiesIn } from './filings.ts';
import { type Kept, keep, keptFolder, looksSound } from './kept.ts';
import { abandonRows, beginLoading, endLoading, type Loaded, loadRows, removeAbandonedRows } from './loading.ts';
import type { PeriodWork } from './period.ts';
import type { PlannedFiling } from './plan.ts';
import type { Prepared } from './prepare.ts';
import { FILE_WORDS, type Period, type Vintage } from './vintage.ts';

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
  await removeAbandonedRows(db);
  const kept = new Map<Prepared, Kept>();
  const added: string[] = [];
  const loaded = new Map<PlannedFiling, Loaded>();
  const numbers: number[] = [];
  try {
    for (const fresh of freshOf(works)) {
      const { kept: file, isNew } = await keep(duck, config.dataDir, fresh);
      kept.set(fresh, file);
      if (isNew) added.push(file.name);
    }
    if (kept.size > 0) progress.print(keptSaid(config.dataDir, [...kept.values()]));
    for (const { filing, table } of works.flatMap(changedFilings)) {
      const step = progress.begin(phrase('step.fcc-write', { filing: filingSaid(filing.vintage) }));
      const number = await beginLoading(db);
      numbers.push(number);
      const rows = await loadRows(db, duck, number, table);
      loaded.set(filing, rows);
      step.done(phrase('done.fcc-write', { offerCount: rows.offers, cellCount: rows.cells }));
    }
    const imports = await db.as({ role: 'intake' }, async (tx) => {
      await lockAll(tx, 'fcc import');
      for (const fips of [...new Set(works.map(({ period }) => period.stateFips))].sort())
        await lockState(tx, 'filings in a release', fips, 'shared');
      for (const work of works) await requireUnchanged(tx, work);
      for (const file of kept.values()) if (looksSound(config.dataDir, file) !== 'sound') throw fccErrors.meanwhile();
      const written: FccImport[] = [];
      for (const work of works) written.push(...(await writePeriod(tx, work, loaded, kept, progress)));
      return written;
    });
    await removeAbandonedRows(db);
    return imports;
  } catch (error) {
    await removeAbandonedRows(db, numbers).catch(() => undefined);
    await removeUnused(db, config.dataDir, added).catch(() => undefined);
    throw error;
  }
}

function changedFilings({ filings, outcomes }: PeriodWork): { filing: PlannedFiling; table: string }[] {
  return filings.flatMap((filing) => {
    const table = outcomes.get(filing.vintage.revision);
    return table ? [{ filing, table }] : [];
  });
}

/** Removes kept rows of an import that failed, unless another import has come to rest on them meanwhile. */
async function removeUnused(db: Db, dataDir: string, names: readonly string[]): Promise<void> {
  await db.as({ role: 'intake' }, async (tx) => {
    await lockAll(tx, 'fcc import');
    const used = await tx.rows<{ name: string }>(
      'select distinct kept_name as name from coverage.filing_files where kept_name = any($1::text[])',
      [names],
    );
    for (const name of names)
      if (!used.some((file) => file.name === name)) rmSync(join(keptFolder(dataDir), name), { force: true });
  });
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
  { period, given, filings, short }: PeriodWork,
  loaded: ReadonlyMap<PlannedFiling, Loaded>,
  kept: ReadonlyMap<Prepared, Kept>,
  progress: Progress,
): Promise<FccImport[]> {
  const imports: FccImport[] = [];
  for (const filing of filings) {
    const { vintage, outcome, files } = filing;
    const rows = loaded.get(filing);
    const filingId = await writeFiling(tx, { ...filing, loaded: rows, without: short.without }, kept);
    if (filingId === undefined) throw fccErrors.meanwhile();
    if (rows || given.includes(vintage.revision)) imports.push({ filingId, vintage, outcome });
    if (rows) {
      if (filing !== filings.at(-1)) progress.print(phrase('fcc.superseded', { filing: filingSaid(vintage) }));
      if (files.some((file) => file.revision !== vintage.revision)) progress.print(countedSaid(filing));
    } else if (given.includes(vintage.revision)) {
      const key = files.some((file) => file.fresh) ? 'fcc.loaded/kept-again' : 'fcc.loaded/unchanged';
      progress.print(phrase(key, { filing: filingSaid(vintage) }));
    }
  }
  await orderRevisions(tx, period);
  return imports;
}

interface FilingToWrite extends PlannedFiling {
  /** Its rows, written under the number that it will have; undefined: the stored ones are right. */
  readonly loaded: Loaded | undefined;
  readonly without: readonly TechnologyCode[];
}

/**
 * @param kept where the rows of newly read files are stored
 * @returns id of the filing; undefined: its rows are gone, since somebody took this process for dead
 */
async function writeFiling(
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
function orderRevisions(tx: Tx, { stateFips, asOf }: Period): Promise<number> {
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

/** "Of each technology the newest file counts: Cable of 2026-07-14; Copper, Other of 2026-05-12." */
function countedSaid({ files }: PlannedFiling): Phrase {
  const revisions = Map.groupBy(files, ({ revision }) => revision);
  const ofRevisions = [...revisions]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([revision, ofRevision]) => {
      const names = technologiesIn(ofRevision).map((technology) => FILE_WORDS[technology]);
      return phrase('fcc.newest-counts/of', { names, revision });
    });
  return phrase('fcc.newest-counts', { ofRevisions });
}

function keptSaid(dataDir: string, kept: readonly Kept[]): Phrase {
  const bytes = kept.reduce((sum, file) => sum + file.bytes, 0);
  return phrase('fcc.rows-kept', { fileCount: kept.length, folder: keptFolder(dataDir), bytes });
}
