/** Makes the comparisons that loaded filings lack, whoever imported them and wherever that process was killed. */
import type { Deps } from '../../deps.ts';
import type { Db } from '../../platform/db.ts';
import type { Jobs } from '../../platform/jobs.ts';
import { type Progress, silentProgress } from '../../platform/progress.ts';
import { makeComparison } from './make.ts';
import { type PairTold, pairsOf } from './pairs.ts';

/** Queue of comparisons to make; a job names the two filings. */
export const CHANGES_QUEUE = 'changes';

export interface ChangesJob {
  readonly from: number;
  readonly to: number;
}

/** One that could not be made is tried again after an hour: its rows may have come back. */
export async function lookAfterChanges(deps: Deps, jobs: Pick<Jobs, 'send'>): Promise<void> {
  const due = await unmade(deps.db);
  if (due.length === 0) return;
  await deps.db.asOwner(async (tx) => {
    const keys = due.map(keyOf);
    const asked = await tx.rows<{ key: string }>(
      `select singleton_key as key
       from pgboss.job
       where name = $1
         and singleton_key = any ($2)
         and (state in ('created', 'retry', 'active') or (state = 'failed' and completed_on > now() - interval '1 hour'))`,
      [CHANGES_QUEUE, keys],
    );
    for (const [i, { from, to }] of due.entries())
      if (!asked.some(({ key }) => key === keys[i]))
        await jobs.send(tx, CHANGES_QUEUE, { from: from.filingId, to: to.filingId } satisfies ChangesJob, {
          onlyOne: keys[i] ?? '',
        });
  });
}

/** Does nothing where a filing has gone meanwhile. */
export async function makeAsked(
  deps: Pick<Deps, 'db' | 'config'>,
  { from, to }: ChangesJob,
  progress: Progress = silentProgress,
): Promise<void> {
  const pair = (await unmade(deps.db)).find((each) => each.from.filingId === from && each.to.filingId === to);
  if (pair) await makeComparison(deps, pair, progress);
}

/** Makes all that are due, the newest first. @returns how many were made */
export async function makeDue(deps: Pick<Deps, 'db' | 'config'>, progress: Progress, state?: string): Promise<number> {
  let made = 0;
  for (const pair of await unmade(deps.db, state))
    if ((await makeComparison(deps, pair, progress)) === 'made') made += 1;
  return made;
}

async function unmade(db: Db, state?: string): Promise<PairTold[]> {
  const pairs = await db.as({ role: 'intake' }, (tx) => pairsOf(tx, state));
  return pairs.filter(({ standing }) => standing !== 'made');
}

function keyOf({ from, to }: PairTold): string {
  return `${from.filingId} ${to.filingId}`;
}
