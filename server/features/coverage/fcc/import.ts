/** `gapmap import fcc`: fixed availability files into offers and service per cell, all or nothing. */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Deps } from '../../../deps.ts';
import type { Progress } from '../../../platform/progress.ts';
import { withDuck } from './duck.ts';
import { fccErrors } from './errors.ts';
import { describe, type FilingInputs, type HashedInput, type Plan, planOf } from './filings.ts';
import { findInputs, type Input } from './inputs.ts';
import { prepareFiling } from './prepare.ts';
import { openScratch } from './scratch.ts';
import { checkFlags, type Vintage, type VintageFlags } from './vintage.ts';
import { type Aggregated, writeFiling } from './write.ts';

export interface FccImportOptions extends VintageFlags {
  /** Files, archives and folders, in any mixture. */
  readonly paths: readonly string[];
  readonly synthetic?: boolean | undefined;
}

/** What became of one filing the given files belong to. */
export interface FccImport {
  readonly filingId: number;
  readonly vintage: Vintage;
  readonly outcome: Plan['kind'];
}

/** Any number, as long as every import of FCC files uses the same: two may run at once. */
const LOCK = 7_264_902;

/** @throws Refusal naming file, line, column, what was found and what to do; then nothing was loaded */
export async function importFcc(
  deps: Pick<Deps, 'db' | 'config'>,
  options: FccImportOptions,
  progress: Progress,
): Promise<FccImport[]> {
  checkFlags(options);
  const inputs = await findInputs(options.paths, options, (name) =>
    progress.print(`${name}: passed over, its name is not of a fixed availability file.`),
  );
  const filings = byVintage(hashed(inputs));
  const pending = await pendingFilings(deps, filings);

  using scratch = openScratch(deps.config.dataDir);
  return await withDuck(scratch.folder, async (duck) => {
    const ready = new Map<FilingInputs, Aggregated>();
    for (const filing of pending)
      ready.set(filing, await prepareFiling(duck, filing, `outcome_${ready.size}`, scratch.folder, progress));

    return deps.db.as({ role: 'intake' }, async (tx) => {
      await tx.run('select pg_advisory_xact_lock($1)', [LOCK]);
      const imports: FccImport[] = [];
      for (const filing of filings) {
        const { vintage } = filing;
        const plan = await planOf(tx, filing);
        if (plan.kind === 'unchanged') {
          progress.print(`${describe(vintage)}: already loaded from the same files, nothing changed.`);
          imports.push({ filingId: plan.filingId, vintage, outcome: plan.kind });
          continue;
        }
        const aggregated = ready.get(filing);
        if (!aggregated) throw fccErrors.meanwhile();
        const step = progress.begin(`Write ${describe(vintage)}`);
        const written = await writeFiling(tx, duck, aggregated, plan, options.synthetic ?? false);
        if (plan.kind === 'new' && plan.superseded)
          step.note('A newer revision is loaded: this one is kept, and marked superseded.');
        step.done(`${count(written.offers)} offers, ${count(written.cells)} cells`);
        imports.push({ filingId: written.filingId, vintage, outcome: plan.kind });
      }
      return imports;
    });
  });
}

async function pendingFilings(deps: Pick<Deps, 'db'>, filings: readonly FilingInputs[]): Promise<FilingInputs[]> {
  return deps.db.as({ role: 'intake' }, async (tx) => {
    const pending: FilingInputs[] = [];
    for (const filing of filings) if ((await planOf(tx, filing)).kind !== 'unchanged') pending.push(filing);
    return pending;
  });
}

/** Oldest first, so that a newer revision supersedes the older one whatever the order of the files. */
function byVintage(inputs: readonly HashedInput[]): FilingInputs[] {
  const key = ({ vintage }: Input) => `${vintage.stateFips} ${vintage.asOf} ${vintage.revision}`;
  const groups = Map.groupBy(inputs, key);
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, members]) => (members[0] ? [{ vintage: members[0].vintage, inputs: members }] : []));
}

/** Of an archive, the checksum is worked out once for all its members. */
function hashed(inputs: readonly Input[]): HashedInput[] {
  const sums = new Map<string, Promise<string>>();
  return inputs.map((input) => ({
    ...input,
    sha256: () => {
      const sum = sums.get(input.path) ?? sha256(input.path);
      sums.set(input.path, sum);
      return sum;
    },
  }));
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  // One buffer for the whole file: a stream's new one per read costs as much in garbage collection as the hashing.
  const buffer = Buffer.allocUnsafe(1 << 20);
  await using file = await open(path);
  for (;;) {
    const { bytesRead } = await file.read(buffer);
    if (bytesRead === 0) return hash.digest('hex');
    hash.update(buffer.subarray(0, bytesRead));
  }
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
