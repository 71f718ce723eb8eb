import { stateOfLeaId } from '../../domain/actor.ts';
import type { Tx } from '../../platform/db.ts';
import { intakeErrors } from './errors.ts';
import { holdReleases } from './release-lock.ts';
import { holdRound, removeUploads } from './uploads.ts';

/**
 * Removes all that a district had accepted for a collection. Earlier files are gone since they were replaced, so
 * nothing comes back. Locks the collection, so that nobody accepts meanwhile.
 *
 * @returns the SHA-256 of the file; undefined when none was accepted
 * @throws Refusal homes.being-released while a release is being made: it would still count them
 */
export async function takeBackHomes(
  tx: Tx,
  { collectionId, leaId }: { collectionId: number; leaId: string },
): Promise<string | undefined> {
  if (!(await holdReleases(tx, stateOfLeaId(leaId)))) throw intakeErrors.beingReleased();
  await holdRound(tx, collectionId);
  const [removed] = await removeUploads(tx, collectionId, [leaId]);
  return removed?.sha256;
}
