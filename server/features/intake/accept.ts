import type { Tx } from '../../platform/db.ts';
import { intakeErrors } from './errors.ts';
import type { CountedFile } from './facts.ts';
import { removeUploads, uploadsOf, writeUploads } from './uploads.ts';

/**
 * Stores the checked file of one district and replaces all that it sent for the collection before. Locks the collections
 * until the transaction ends, so that two who accept at once take turns.
 *
 * @returns the state of the upload
 */
export async function acceptFile(
  tx: Tx,
  file: CountedFile,
  { collectionId, leaId }: { collectionId: number; leaId: string },
): Promise<'accepted' | 'accepted_with_notes'> {
  const collection = await tx.maybe<{ synthetic: boolean }>(
    'select synthetic from intake.collections where id = $1 for update',
    [collectionId],
  );
  if (!collection) throw intakeErrors.noCollection();
  await removeUploads(tx, collectionId, await uploadsOf(tx, collectionId, [leaId]));
  await writeUploads(tx, collectionId, [file], collection.synthetic);
  const { with_notes } = await tx.one<{ with_notes: boolean }>(
    'select accepted_with_notes as with_notes from collect.districts where collection_id = $1 and lea_id = $2',
    [collectionId, leaId],
  );
  return with_notes ? 'accepted_with_notes' : 'accepted';
}
