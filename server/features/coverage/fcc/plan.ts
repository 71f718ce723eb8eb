/** Decides what to do with the files given for one period, beside those already loaded. Writes nothing. */
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { type Phrase, phrase } from '../../../domain/messages/phrase.ts';
import type { TechnologyCode } from '../../../domain/technology.ts';
import type { Step } from '../../../platform/progress.ts';
import { fccErrors } from './errors.ts';
import { countedFiles, filingSaid, isSame, type KnownFile, type KnownFiling } from './filings.ts';
import type { Input } from './inputs.ts';
import { keptFolder, soundness } from './kept.ts';
import { type Prepared, prepareTables } from './prepare.ts';
import { fingerprint, type RowsOf } from './rows-file.ts';
import { FILE_WORDS, type Period, stemOf, type Vintage } from './vintage.ts';

/** Rows that count: newly read, or kept. */
export interface CountedFile extends KnownFile {
  readonly fresh: Prepared | undefined;
}

/** The target state of one revision of the period. */
export interface PlannedFiling {
  readonly vintage: Vintage;
  /** Its current state; undefined: it is new. */
  readonly known: KnownFiling | undefined;
  readonly files: readonly CountedFile[];
  readonly outcome: 'new' | 'reload' | 'unchanged';
  readonly synthetic: boolean;
}

export interface Planning {
  readonly duck: DuckDBConnection;
  readonly dataDir: string;
  /** For unpacked tables and rows. */
  readonly folder: string;
  readonly step: Step;
  readonly synthetic: boolean;
  readonly replace: boolean;
}

/**
 * @param inputs of this period, of any revisions
 * @returns every revision of the period, oldest first
 * @throws Refusal for a bad line, for a file that conflicts with a loaded one, for needed rows that were not kept
 */
export async function planPeriod(
  planning: Planning,
  period: Period,
  known: readonly KnownFiling[],
  inputs: readonly Input[],
): Promise<PlannedFiling[]> {
  const { held, unread } = await apart(planning, known, inputs);
  const prepared = await prepareTables(planning.duck, unread, planning.folder, planning.step);
  const given = [...held, ...(await Promise.all(prepared.map(filesOf))).flat()];

  const own = known.flatMap(({ revision, files }) => files.filter((file) => file.revision === revision).map(asLoaded));
  const kept = new Set<CountedFile>(own);
  const added: CountedFile[] = [];
  for (const [revision, ofRevision] of Map.groupBy(given, (file) => file.revision))
    for (const [technology, files] of Map.groupBy(ofRevision, (file) => file.technology)) {
      const recorded = own.filter((file) => file.revision === revision && file.technology === technology);
      const settled = await settle(planning, { ...period, revision }, recorded, files);
      for (const file of recorded) kept.delete(file);
      added.push(...settled);
    }
  // A file loaded before technologies were told apart is replaced by its own second reading.
  for (const file of own)
    if (file.technology === null && given.some((other) => other.revision === file.revision && isItself(file, other)))
      kept.delete(file);

  const all = [...kept, ...added];
  const revisions = [...new Set([...known.map(({ revision }) => revision), ...given.map(({ revision }) => revision)])];
  const filings = revisions.sort().map((revision): PlannedFiling => {
    const filing = known.find((one) => one.revision === revision);
    const files = countedFiles(all, revision);
    const outcome = !filing ? 'new' : isSame(filing.files, files) ? 'unchanged' : 'reload';
    const synthetic = files.some((file) => isSynthetic(file, known, planning.synthetic));
    return { vintage: { ...period, revision }, known: filing, files, outcome, synthetic };
  });
  for (const { outcome, files } of filings) if (outcome !== 'unchanged') await requireRows(planning.dataDir, files);
  return filings;
}

/** Current paths of a filing's rows. */
export function rowsAt(
  dataDir: string,
  files: readonly (Pick<CountedFile, 'kept' | 'technology'> & { readonly fresh?: Prepared | undefined })[],
): RowsOf[] {
  return files.flatMap(({ fresh, kept, technology }) => {
    const path = fresh?.path ?? (kept && join(keptFolder(dataDir), kept.name));
    return path && technology !== null ? [{ path, technology }] : [];
  });
}

/** Separates loaded files whose rows are still there, which need no second reading. */
async function apart({ dataDir }: Planning, known: readonly KnownFiling[], inputs: readonly Input[]) {
  const held: CountedFile[] = [];
  const unread: Input[] = [];
  for (const input of inputs) {
    const files = known.find(({ revision }) => revision === input.vintage.revision)?.files ?? [];
    // A new filing's checksums are computed later, while DuckDB reads.
    const sha256 = files.length === 0 ? undefined : await input.sha256();
    const same = files.filter(
      (file) =>
        file.sha256 === sha256 &&
        file.revision === input.vintage.revision &&
        (input.technology === undefined || file.technology === input.technology),
    );
    if (same.length > 0 && (await areSound(dataDir, same))) held.push(...same.map(asLoaded));
    else unread.push(input);
  }
  return { held, unread };
}

async function areSound(dataDir: string, files: readonly KnownFile[]): Promise<boolean> {
  for (const { technology, kept } of files)
    if (technology === null || kept === null || (await soundness(dataDir, kept)) !== 'sound') return false;
  return true;
}

function asLoaded(file: KnownFile): CountedFile {
  return { ...file, fresh: undefined };
}

async function filesOf(fresh: Prepared): Promise<CountedFile[]> {
  const { name, vintage, sha256 } = fresh.input;
  const file = { revision: vintage.revision, name, sha256: await sha256(), kept: null, fresh };
  return [...fresh.rows].map(([technology, rows]) => ({ ...file, technology, rows }));
}

/**
 * The files of one technology of one revision: the given ones, if they hold all that is loaded; the loaded ones, if only
 * the packing differs.
 */
async function settle(
  planning: Planning,
  vintage: Vintage,
  recorded: readonly CountedFile[],
  given: readonly CountedFile[],
): Promise<readonly CountedFile[]> {
  const holdsAll = recorded.every((file) => given.some((other) => isItself(file, other)));
  if (holdsAll || planning.replace) return given;
  const word = wordOf(recorded[0]?.technology ?? null);
  if ((await areSound(planning.dataDir, recorded)) && (await haveSameRows(planning, recorded, given))) {
    planning.step.note(phrase('fcc.same-rows', { names: given.map(({ name }) => name), technology: word }));
    return recorded;
  }
  throw fccErrors.another(filingSaid(vintage), word, recorded, given);
}

/** The very file, or another download of it where its rows are gone. */
function isItself(file: CountedFile, given: CountedFile): boolean {
  return file.sha256 === given.sha256 || (file.kept === null && stemOf(file.name) === stemOf(given.name));
}

async function haveSameRows(
  { duck, dataDir }: Planning,
  some: readonly CountedFile[],
  others: readonly CountedFile[],
): Promise<boolean> {
  return (await fingerprint(duck, rowsAt(dataDir, some))) === (await fingerprint(duck, rowsAt(dataDir, others)));
}

/** Synthetic rows stay marked when they are counted together with others. */
function isSynthetic(file: CountedFile, known: readonly KnownFiling[], given: boolean): boolean {
  return file.fresh ? given : (known.find(({ revision }) => revision === file.revision)?.synthetic ?? given);
}

async function requireRows(dataDir: string, files: readonly CountedFile[]): Promise<void> {
  for (const { fresh, kept, name, revision } of files) {
    if (fresh) continue;
    const state = kept ? await soundness(dataDir, kept) : 'missing';
    if (state !== 'sound') throw fccErrors.notKept(name, revision, state, kept?.name);
  }
}

function wordOf(technology: TechnologyCode | null): Phrase | string {
  return technology === null ? phrase('fcc.several-technologies') : FILE_WORDS[technology];
}
