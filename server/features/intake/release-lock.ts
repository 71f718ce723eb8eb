import type { Tx } from '../../platform/db.ts';
import { tryLock } from '../../platform/locks.ts';

/**
 * Locks the homes of a state for a release until the transaction ends: the release reads them as of its first statement, and would
 * include what is taken back meanwhile.
 *
 * @returns false while a district takes a file back
 */
export function holdForRelease(tx: Tx, stateFips: string): Promise<boolean> {
  return tryLock(tx, 'homes in a release', stateFips);
}

/** Blocks releases of a state until the transaction ends. @returns false while one is being made */
export function holdReleases(tx: Tx, stateFips: string): Promise<boolean> {
  return tryLock(tx, 'homes in a release', stateFips, 'shared');
}
