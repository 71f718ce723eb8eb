import type { OwnerDb } from '../../platform/db.ts';
import { openJobs } from '../../platform/jobs.ts';
import type { ReleaseWishes } from './create.ts';

/** Queue of releases to make; a job carries the wishes. */
export const RELEASE_QUEUE = 'release';

/** Queues a release for a worker. */
export async function askForRelease(db: OwnerDb, wishes: ReleaseWishes): Promise<void> {
  const jobs = await openJobs(db, [RELEASE_QUEUE], () => undefined);
  try {
    await db.asOwner((tx) => jobs.send(tx, RELEASE_QUEUE, wishes));
  } finally {
    await jobs.stop();
  }
}
