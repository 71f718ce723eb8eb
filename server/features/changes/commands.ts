/** `gapmap compare`. A worker does the same by itself after an import. */
import { Command } from 'commander';
import type { RunCommand } from '../../command.ts';
import type { Deps } from '../../deps.ts';
import { phrase } from '../../domain/messages/phrase.ts';
import { refusal } from '../../platform/problem.ts';
import type { Progress } from '../../platform/progress.ts';
import { onlyState, stateAsked } from '../accounts/index.ts';
import { pairNamed } from './editions.ts';
import { makeDue } from './jobs.ts';
import { makeComparison } from './make.ts';

interface Flags {
  readonly from?: string;
  readonly to?: string;
  readonly state?: string;
}

export function compareCommand(run: RunCommand): Command {
  return new Command('compare')
    .description('find how FCC filings differ, by hexagon and place: all that follow each other, or two')
    .option('--from <filing>', 'the earlier: a date, 2025-06-30, or a revision, 2025-12-31@2026-04-21')
    .option('--to <filing>', 'the later, written the same way')
    .option('--state <state>', 'where filings of several are loaded: FIPS code, letters or name', stateAsked)
    .action((flags: Flags) => run((deps, progress) => compareFilings(deps, flags, progress)));
}

export async function compareFilings(
  deps: Pick<Deps, 'db' | 'config'>,
  { from, to, state }: Flags,
  progress: Progress,
): Promise<void> {
  if ((from === undefined) !== (to === undefined)) throw refusal('changes.half', 422);
  if (from === undefined || to === undefined) {
    progress.print(phrase('changes.made', { comparisonCount: await makeDue(deps, progress, state) }));
    return;
  }
  const pair = await deps.db.as({ role: 'intake' }, async (tx) =>
    pairNamed(tx, state ?? (await onlyState(tx)), from, to),
  );
  const outcome = await makeComparison(deps, pair, progress);
  progress.print(phrase(outcome === 'made' ? 'changes.compared' : 'changes.compared/before'));
}
