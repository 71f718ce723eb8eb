import type { Tx } from '../../platform/db.ts';

/** Any number, as long as every Gapmap process uses the same. Beside it stands the state. */
const LOCK = 7_264_903;

/**
 * Holds the homes of a state for a release, to the end of the transaction: it reads them as they were at its first statement, so that what was taken
 * back meanwhile would be in it.
 *
 * @returns false while a district takes a file back
 */
export async function holdForRelease(tx: Tx, stateFips: string): Promise<boolean> {
  return (
    await tx.one<{ free: boolean }>('select pg_try_advisory_xact_lock($1, $2) as free', [LOCK, Number(stateFips)])
  ).free;
}

/** Keeps releases of a state from beginning, to the end of the transaction. @returns false while one is being made */
export async function holdReleases(tx: Tx, stateFips: string): Promise<boolean> {
  return (
    await tx.one<{ free: boolean }>('select pg_try_advisory_xact_lock_shared($1, $2) as free', [
      LOCK,
      Number(stateFips),
    ])
  ).free;
}
