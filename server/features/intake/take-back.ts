import { stateOfLeaId } from '../../domain/actor.ts';
import type { Tx } from '../../platform/db.ts';
import { intakeErrors } from './errors.ts';
import { holdReleases } from './release-lock.ts';
import { removeUploads, uploadsOf } from './uploads.ts';

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
  await tx.one('select from intake.collections where id = $1 for update', [collectionId]);
  const uploads = await uploadsOf(tx, collectionId, [leaId]);
  await removeUploads(tx, collectionId, uploads);
  return uploads[0]?.sha256;
}
