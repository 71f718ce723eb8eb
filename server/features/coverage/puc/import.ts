import { basename } from 'node:path';
import type { Deps } from '../../../deps.ts';
import { type Bounds, boundsOfState } from '../../../domain/anonymize/index.ts';
import type { Confidentiality } from '../../../domain/audience.ts';
import { isDay } from '../../../domain/day.ts';
import { type Phrase, phrase } from '../../../domain/messages/phrase.ts';
import type { Tx } from '../../../platform/db.ts';
import { folderNoFile } from '../../../platform/gis/errors.ts';
import { type Mended, stageMended } from '../../../platform/gis/repair.ts';
import { lockState } from '../../../platform/locks.ts';
import type { Progress } from '../../../platform/progress.ts';
import { readerOn } from '../../../platform/reader.ts';
import { checksum } from '../checksum.ts';
import type { AreaRow } from './area-row.ts';
import { ensureClaims } from './claims.ts';
import { pucErrors } from './errors.ts';
import { createFiling, type FilingKey, type FilingToLoad, filingInPlace, filingOfFile, writeAreas } from './filing.ts';
import { type FindProvider, providerFinder } from './providers.ts';
import { type ReadAs, readCoverage } from './reading.ts';

export interface PucImportOptions extends FilingKey, ReadAs {
  /** A zipped Shapefile or FileGDB, GeoPackage or GeoJSON. */
  readonly path: string;
  readonly confidentiality: Confidentiality;
  readonly synthetic?: boolean | undefined;
  /** Replace another file loaded as the same revision, or the same file read differently. */
  readonly replace?: boolean | undefined;
  /** Check and report only. */
  readonly dryRun?: boolean | undefined;
}

export interface PucImport {
  /** Null after a dry run. */
  readonly filingId: number | null;
  readonly title: string;
  /** True: the same file was loaded before. */
  readonly unchanged: boolean;
  readonly areas: number;
  /** Notes for the person: mapping, projection, repairs, omissions and assumptions. */
  readonly notes: readonly Phrase[];
}

/**
 * Loads one state filing: all of its service, or nothing and a refusal that names every faulty feature.
 *
 * @throws Refusal
 */
export async function importPuc(deps: Deps, options: PucImportOptions, progress: Progress): Promise<PucImport> {
  const step = progress.begin(phrase('step.puc', { file: basename(options.path) }));
  checkOptions(options);
  const sha256 = await sha256Of(options.path);
  const known = options.replace ? undefined : await alreadyLoaded(deps, options, sha256);
  if (known) {
    for (const note of known.notes) step.note(note);
    step.done(phrase('done.puc/unchanged'));
    return known;
  }
  const notes: Phrase[] = [];
  const tell = (more: readonly Phrase[]) => {
    for (const note of more) step.note(note);
    notes.push(...more);
  };
  const { rows, mended } = await readCoverage(readerOn(deps.db, { role: 'intake' }), options, progress, tell);
  const result = await deps.db.as({ role: 'intake' }, (tx) => load(tx, rows, mended, { options, sha256, tell }));
  const counted = { areaCount: result.areas, title: result.title };
  step.done(phrase(options.dryRun ? 'done.puc/dry-run' : 'done.puc', counted));
  return { ...result, unchanged: false, notes };
}

interface Loading {
  readonly options: PucImportOptions;
  readonly sha256: string;
  readonly tell: (notes: readonly Phrase[]) => void;
}

/** Checks everything beside what is loaded, then writes it, except in a dry run. */
async function load(tx: Tx, rows: readonly AreaRow[], mended: Mended, { options, sha256, tell }: Loading) {
  await lockState(tx, 'filings in a release', options.stateFips, 'shared');
  const findProvider = await providerFinder(tx);
  await stageMended(tx, mended);
  tell(unknownProviders(rows, findProvider));
  tell(await elsewhere(tx, options));
  const filing: FilingToLoad = {
    title: titleOf(options, rows),
    confidentiality: options.confidentiality,
    synthetic: options.synthetic ?? false,
    replace: options.replace ?? false,
  };
  const result = { title: filing.title, areas: rows.length };
  if (options.dryRun) {
    await filingInPlace(tx, options, filing);
    return { ...result, filingId: null };
  }
  const filingId = await createFiling(tx, options, filing);
  await writeAreas(tx, filingId, rows, findProvider);
  await tx.run('insert into coverage.filing_files (filing_id, name, sha256, row_count) values ($1, $2, $3, $4)', [
    filingId,
    basename(options.path),
    sha256,
    rows.length,
  ]);
  await ensureClaims(tx, options.stateFips);
  return { ...result, filingId };
}

async function alreadyLoaded(deps: Deps, options: PucImportOptions, sha256: string): Promise<PucImport | undefined> {
  return deps.db.as({ role: 'intake' }, async (tx) => {
    const filing = await filingOfFile(tx, options, sha256);
    if (!filing) return undefined;
    const { areas } = await tx.one<{ areas: number }>(
      'select count(*)::integer as areas from coverage.areas where filing_id = $1',
      [filing.id],
    );
    if (filing.confidentiality !== options.confidentiality)
      throw pucErrors.otherConfidentiality(filing.confidentiality, options.confidentiality);
    const { columns, layers, meanings = {}, speedUnit, includesPlanned } = options;
    const isReadOtherwise = [columns, layers, speedUnit, includesPlanned, ...Object.values(meanings)].some(Boolean);
    const notes = isReadOtherwise ? [phrase('puc.again')] : [];
    return { filingId: filing.id, title: filing.title, unchanged: true, areas, notes };
  });
}

function titleOf(options: PucImportOptions, rows: readonly AreaRow[]): string {
  if (options.provider) return options.provider;
  const [name, ...others] = new Set(rows.map((row) => row.providerName));
  return name !== undefined && others.length === 0 ? name : 'several providers';
}

function unknownProviders(rows: readonly AreaRow[], findProvider: FindProvider): Phrase[] {
  const unknown = new Set(rows.filter(({ filed }) => findProvider(filed) === null).map((row) => row.providerName));
  if (unknown.size === 0) return [];
  return [phrase('puc.unlisted', { names: [...unknown].sort() })];
}

/**
 * Finds areas outside the state: if all are, the projection or the file is wrong. The state is its imported outline, else its
 * bounding boxes.
 */
async function elsewhere(tx: Tx, { stateFips }: FilingKey): Promise<Phrase[]> {
  const boxes = boxesOfState(stateFips);
  const seen = await tx.one<{ all: number; outside: number; isKnown: boolean }>(
    `with outline as (
       select geom from places.places where kind = 'state' and id = $1
     ), state as (
       select geom from outline
       union all
       select st_makeenvelope(west, south, east, north, 4326)
       from unnest($2::float8[], $3::float8[], $4::float8[], $5::float8[]) as box (west, south, east, north)
       where not exists (select from outline)
     )
     select count(*)::integer as all,
            count(*) filter (where not exists (select from state s where a.geom && s.geom))::integer as outside,
            exists (select from state) as "isKnown"
     from gis_staging a`,
    [stateFips, ...(['west', 'south', 'east', 'north'] as const).map((side) => boxes.map((box) => box[side]))],
  );
  if (!seen.isKnown || seen.outside === 0) return [];
  if (seen.outside === seen.all) throw pucErrors.elsewhere(stateFips);
  return [phrase('puc.outside', { count: seen.outside, areaCount: seen.all, stateFips })];
}

const ALASKA = '02';

function boxesOfState(stateFips: string): Bounds[] {
  const bounds = boundsOfState(stateFips);
  if (!bounds) return [];
  // The Aleutians extend beyond 180 degrees, where the bounds of homes end.
  return stateFips === ALASKA ? [bounds, { ...bounds, west: 170, east: 180 }] : [bounds];
}

function checkOptions({ asOf, revision, stateFips, publisher }: PucImportOptions): void {
  for (const date of [asOf, revision]) if (!isDay(date)) throw pucErrors.notADate(date);
  if (revision < asOf) throw pucErrors.revisionTooOld();
  if (!/^\d{2}$/.test(stateFips)) throw pucErrors.state();
  if (publisher.trim() === '') throw pucErrors.publisher();
}

async function sha256Of(path: string): Promise<string> {
  try {
    return await checksum(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EISDIR') throw folderNoFile(basename(path));
    throw pucErrors.unreadable(basename(path), error);
  }
}
