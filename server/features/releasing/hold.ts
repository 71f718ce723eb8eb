import type { Tx } from '../../platform/db.ts';
import { releaseErrors } from './errors.ts';

/** First key of the advisory lock, the same in every Gapmap process. The second is the state. */
const LOCK = 7_264_902;

/** Excludes all others who make, publish or withdraw a release of the state, until the transaction ends. @throws Refusal release.busy */
export async function holdState(tx: Tx, stateFips: string): Promise<void> {
  const { free } = await tx.one<{ free: boolean }>('select pg_try_advisory_xact_lock($1, $2) as free', [
    LOCK,
    Number(stateFips),
  ]);
  if (!free) throw releaseErrors.busy();
}
