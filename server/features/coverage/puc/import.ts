import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Deps } from '../../../deps.ts';
import type { Confidentiality } from '../../../domain/audience.ts';
import type { Tx } from '../../../platform/db.ts';
import { type GisFile, readGis } from '../../../platform/gis/read.ts';
import { Refusal } from '../../../platform/problem.ts';
import type { Progress } from '../../../platform/progress.ts';
import type { AreaRow } from './area-row.ts';
import { readAreas, writeAreas } from './areas.ts';
import { describeMapping, type Mapping, mapColumns } from './columns.ts';
import { createFiling, type FilingKey, filingOfFile } from './filing.ts';
import { providerFinder } from './providers.ts';
import { couldBeTier, mayBeTiers, type SpeedUnit } from './speed.ts';

export interface PucImportOptions extends FilingKey {
  /** A zipped Shapefile or FileGDB, GeoPackage or GeoJSON. */
  readonly path: string;
  /** Whose filing it is, where the file does not say. */
  readonly provider?: string | undefined;
  readonly confidentiality: Confidentiality;
  /** Column by meaning (columns.ts), where the names are not known. */
  readonly columns?: Readonly<Record<string, string>> | undefined;
  readonly synthetic?: boolean | undefined;
  /** Load in place of another file that was loaded as the same revision, or of the same file read otherwise. */
  readonly replace?: boolean | undefined;
  /** Check and report, and load nothing. */
  readonly dryRun?: boolean | undefined;
}

export interface PucImport {
  /** Null after a dry run. */
  readonly filingId: number | null;
  readonly title: string;
  /** The same file had been loaded before. */
  readonly unchanged: boolean;
  readonly areas: number;
  /** What a person should know: mapping, projection, repairs, what was left out or assumed. */
  readonly notes: readonly string[];
}

/**
 * Loads one state filing: all of it or, with every feature that is at fault named, nothing.
 *
 * @throws Refusal
 */
export async function importPuc(deps: Deps, options: PucImportOptions, progress: Progress): Promise<PucImport> {
  const step = progress.begin(`Coverage from ${basename(options.path)}`);
  checkOptions(options);
  const sha256 = await sha256Of(options.path);
  const known = options.replace ? undefined : await alreadyLoaded(deps, options, sha256);
  if (known) {
    for (const note of known.notes) step.note(note);
    step.done('the same file was loaded before; nothing changed');
    return known;
  }
  using file = await readGis(options.path);
  const mapping = mapColumns(file.fields, options.columns);
  const notes = [...file.notes, `Columns: ${describeMapping(mapping).join(', ')}.`];
  for (const note of notes) step.note(note);
  const unit = await unitOf(file, mapping);

  const load = deps.db.as({ role: 'intake' }, async (tx) => {
    const findProvider = await providerFinder(tx);
    const read = await readAreas(tx, file, { mapping, unit, provider: options.provider, findProvider });
    const title = titleOf(options, read.rows);
    const filingId = await createFiling(tx, options, {
      title,
      confidentiality: options.confidentiality,
      synthetic: options.synthetic ?? false,
      replace: options.replace ?? false,
    });
    await writeAreas(tx, filingId, read.rows);
    await tx.run('insert into coverage.filing_files (filing_id, name, sha256, row_count) values ($1, $2, $3, $4)', [
      filingId,
      basename(options.path),
      sha256,
      read.rows.length,
    ]);
    const found = [
      ...read.notes,
      ...assumptions(read.rows, mapping, unit),
      ...(await elsewhere(tx, filingId, options)),
    ];
    for (const note of found) step.note(note);
    const result: PucImport = {
      filingId,
      title,
      unchanged: false,
      areas: read.rows.length,
      notes: [...notes, ...found],
    };
    if (options.dryRun) throw new DryRun(result);
    return result;
  });
  try {
    const result = await load;
    step.done(`${result.areas} areas of ${result.title}`);
    return result;
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
    step.done(`${error.result.areas} areas of ${error.result.title} could be loaded; nothing was, as asked`);
    return { ...error.result, filingId: null };
  }
}

/** Leaves the transaction with what it found, so that nothing is kept. */
class DryRun extends Error {
  readonly result: PucImport;
  constructor(result: PucImport) {
    super('dry run');
    this.result = result;
  }
}

async function alreadyLoaded(deps: Deps, options: PucImportOptions, sha256: string): Promise<PucImport | undefined> {
  return deps.db.as({ role: 'intake' }, async (tx) => {
    const filing = await filingOfFile(tx, options, sha256);
    if (!filing) return undefined;
    const { areas } = await tx.one<{ areas: number }>(
      'select count(*)::integer as areas from coverage.areas where filing_id = $1',
      [filing.id],
    );
    const notes: string[] = [];
    if (filing.confidentiality !== options.confidentiality)
      throw new Refusal(
        'puc.confidentiality',
        409,
        `This file is loaded as ${filing.confidentiality}. To load it as ${options.confidentiality} add --replace; releases made before stay as they are.`,
      );
    return { filingId: filing.id, title: filing.title, unchanged: true, areas, notes };
  });
}

async function unitOf(file: GisFile, { maxdown, maxup }: Mapping): Promise<SpeedUnit> {
  if (!maxdown || !maxup || !mayBeTiers(file.fields, [maxdown, maxup])) return 'mbps';
  for await (const { properties } of file.features()) {
    if (!couldBeTier(properties[maxdown]) || !couldBeTier(properties[maxup])) return 'mbps';
  }
  return 'tiers';
}

function titleOf(options: PucImportOptions, rows: readonly AreaRow[]): string {
  if (options.provider) return options.provider;
  const [name, ...others] = new Set(rows.map((row) => row.providerName));
  return name !== undefined && others.length === 0 ? name : 'several providers';
}

/** What was taken for granted where the filing says nothing. */
function assumptions(rows: readonly AreaRow[], mapping: Mapping, unit: SpeedUnit): string[] {
  const notes: string[] = [];
  if (unit === 'tiers')
    notes.push('Speeds are tiers of the State Broadband Initiative; the lowest speed of each tier was taken.');
  if (!mapping.lowlatency) notes.push('No column says latency: low was assumed, except for geostationary satellite.');
  if (!mapping.bizrescode && !mapping.consumer)
    notes.push('No column says business or residential: all areas were taken as offered to homes.');
  const unknown = new Set(rows.filter((row) => row.providerId === null).map((row) => row.providerName));
  if (unknown.size > 0)
    notes.push(`Not in the FCC provider list, so kept by name only: ${[...unknown].sort().join('; ')}.`);
  return notes;
}

/** Areas outside the state: all of them means a wrong projection or file. */
async function elsewhere(tx: Tx, filingId: number, { stateFips }: FilingKey): Promise<string[]> {
  const seen = await tx.maybe<{ all: number; outside: number }>(
    `select count(*)::integer as all,
            count(*) filter (where not a.geom && s.geom)::integer as outside
     from coverage.areas a
     join places.places s on s.kind = 'state' and s.id = $2
     where a.filing_id = $1
     having count(*) > 0`,
    [filingId, stateFips],
  );
  if (!seen || seen.outside === 0) return [];
  if (seen.outside === seen.all)
    throw new Refusal(
      'puc.elsewhere',
      422,
      `No area lies in the state ${stateFips}. Is the projection of the file right?`,
    );
  return [`${seen.outside} of ${seen.all} areas lie outside the state ${stateFips}.`];
}

function checkOptions({ asOf, revision, stateFips, publisher }: PucImportOptions): void {
  for (const date of [asOf, revision]) {
    const read = new Date(`${date}T00:00:00Z`);
    if (Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== date)
      throw new Refusal('puc.date', 400, `"${date}" is no date; write it as 2026-06-30.`);
  }
  if (revision < asOf) throw new Refusal('puc.date', 400, 'The revision cannot be older than the as-of date.');
  if (!/^\d{2}$/.test(stateFips)) throw new Refusal('puc.state', 400, 'Give the state as two digits, for example 54.');
  if (publisher.trim() === '') throw new Refusal('puc.publisher', 400, 'Say who published the filing.');
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch (error) {
    throw new Refusal('gis.no-file', 400, `${basename(path)} cannot be read.`, { cause: error });
  }
  return hash.digest('hex');
}
