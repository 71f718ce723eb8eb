/** `gapmap import fcc`: fixed availability files into offers and service per cell, all or nothing. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Deps } from '../../../deps.ts';
import { phrase } from '../../../domain/messages/phrase.ts';
import type { Progress } from '../../../platform/progress.ts';
import { openScratch } from '../../../platform/scratch.ts';
import { withDuck } from './duck.ts';
import { findInputs, type Input } from './inputs.ts';
import { type PeriodWork, technologiesFrom, workOn } from './period.ts';
import { type FccImport, store } from './store.ts';
import { checkFlags, type VintageFlags } from './vintage.ts';

export interface FccImportOptions extends VintageFlags {
  /** Files, archives and folders, in any mix. */
  readonly paths: readonly string[];
  readonly synthetic?: boolean | undefined;
  /** "Cable,Copper": technologies absent from this vintage, though the one before had them. */
  readonly without?: string | undefined;
  /** Replace another file that was loaded as the same technology and revision. */
  readonly replace?: boolean | undefined;
}

/** @throws Refusal naming file, line, column, what was found and what to do; then nothing is loaded */
export async function importFcc(
  deps: Pick<Deps, 'db' | 'config'>,
  options: FccImportOptions,
  progress: Progress,
): Promise<FccImport[]> {
  checkFlags(options);
  const { synthetic = false, replace = false } = options;
  const wishes = { synthetic, replace, without: technologiesFrom(options.without ?? '') };
  const inputs = await findInputs(options.paths, options, (name, why) =>
    progress.print(phrase('fcc.passed-over', { name, why })),
  );
  using scratch = openScratch('fcc', join(deps.config.dataDir, 'tmp'));
  return await withDuck(scratch.folder, async (duck) => {
    const works: PeriodWork[] = [];
    for (const ofPeriod of byPeriod(inputs)) {
      const folder = join(scratch.folder, String(works.length));
      mkdirSync(folder);
      works.push(await workOn({ ...deps, duck, folder, progress, ...wishes }, ofPeriod, works));
    }
    return store(deps, duck, works, progress);
  });
}

/** Oldest first, so that each is compared with its predecessor. */
function byPeriod(inputs: readonly Input[]): Input[][] {
  const groups = Map.groupBy(inputs, ({ vintage }) => `${vintage.stateFips} ${vintage.asOf}`);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, members]) => members);
}
