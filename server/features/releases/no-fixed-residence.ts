/** Students without a fixed residence, as a release publishes them: for their district and the state. */
import type { AskedAudience } from '../../domain/actor.ts';
import type { Audience } from '../../domain/audience.ts';
import type { Tx } from '../../platform/db.ts';

/** The state's number as an audience reads it; a district reads the public's. */
export function stateWithoutResidence(tx: Tx, releaseId: number, audience: AskedAudience): Promise<number | null> {
  return unplacedShown(tx, releaseId, audience === 'district' ? 'public' : audience, null);
}

/** @param leaId null = the state */
export async function unplacedShown(
  tx: Tx,
  releaseId: number,
  audience: Audience,
  leaId: string | null,
): Promise<number | null> {
  const row = await tx.maybe<{ students: number | null }>(
    `select students
     from published.no_fixed_residence
     where release_id = $1
       and audience = $2
       and lea_id is not distinct from $3`,
    [releaseId, audience, leaId],
  );
  return row?.students ?? null;
}
