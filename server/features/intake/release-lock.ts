import type { Tx } from '../../platform/db.ts';

/** First key of the advisory lock, the same in every Gapmap process. The second is the state. */
const LOCK = 7_264_903;

/**
 * Locks the homes of a state for a release until the transaction ends: the release reads them as of its first statement, and would
 * include what is taken back meanwhile.
 *
 * @returns false while a district takes a file back
 */
export async function holdForRelease(tx: Tx, stateFips: string): Promise<boolean> {
  return (
    await tx.one<{ free: boolean }>('select pg_try_advisory_xact_lock($1, $2) as free', [LOCK, Number(stateFips)])
  ).free;
}

/** Blocks releases of a state until the transaction ends. @returns false while one is being made */
export async function holdReleases(tx: Tx, stateFips: string): Promise<boolean> {
  return (
    await tx.one<{ free: boolean }>('select pg_try_advisory_xact_lock_shared($1, $2) as free', [
      LOCK,
      Number(stateFips),
    ])
  ).free;
}
