import type { Deps } from '../../deps.ts';
import type { Db } from '../../platform/db.ts';
import { type JobInHand, openJobs } from '../../platform/jobs.ts';
import { Refusal } from '../../platform/problem.ts';
import type { Progress } from '../../platform/progress.ts';
import { createRelease, type ReleaseWishes } from './create.ts';

/** Queue of releases to make; a job carries the wishes. */
export const RELEASE_QUEUE = 'release';

/** Queues a release for a worker. */
export async function askForRelease(db: Db, wishes: ReleaseWishes): Promise<void> {
  const jobs = await openJobs(db, [RELEASE_QUEUE], () => undefined);
  try {
    await db.asOwner((tx) => jobs.send(tx, RELEASE_QUEUE, wishes));
  } finally {
    await jobs.stop();
  }
}

/** Makes a release that was asked for. A try that was killed after its release was there leaves the next nothing to do. */
export async function makeAskedRelease(
  deps: Pick<Deps, 'db' | 'config'>,
  wishes: ReleaseWishes,
  { signal, isRetry, askedAt }: JobInHand,
  progress: Progress,
): Promise<void> {
  try {
    await createRelease(deps, wishes, progress, signal);
  } catch (error) {
    const isTaken = error instanceof Refusal && error.code === 'release.name-taken';
    if (!isRetry || !isTaken || !(await isMadeSince(deps.db, error.phrase.facts.name, askedAt))) throw error;
  }
}

async function isMadeSince(db: Db, name: unknown, askedAt: Date): Promise<boolean> {
  return db.as({ role: 'intake' }, async (tx) => {
    const made = await tx.maybe('select from published.releases where name = $1 and released_at >= $2', [
      String(name),
      askedAt,
    ]);
    return made !== undefined;
  });
}
