import type { Tx } from '../../platform/db.ts';
import { tryLock } from '../../platform/locks.ts';
import { releaseErrors } from './errors.ts';

/** Excludes all others who make, publish or withdraw a release of the state, until the transaction ends. @throws Refusal release.busy */
export async function holdState(tx: Tx, stateFips: string): Promise<void> {
  if (!(await tryLock(tx, 'release', stateFips))) throw releaseErrors.busy();
}
