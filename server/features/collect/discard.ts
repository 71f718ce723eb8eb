import type { Collector } from '../../domain/actor.ts';
import type { Db } from '../../platform/db.ts';
import { deleteKept, giveUp } from './sweep.ts';
import { uploadOf } from './upload-store.ts';

/**
 * Deletes the bytes of an upload now. What an accepted upload loaded stays until another file replaces it.
 *
 * @returns the certificate; null when no byte had arrived
 */
export async function discardUpload(
  db: Db,
  collector: Collector,
  id: string,
): Promise<{ certificateId: string | null }> {
  const { state } = await db.as(collector, (tx) => uploadOf(tx, id));
  if (state === 'accepted' || state === 'accepted_with_notes') {
    await deleteKept(db, id);
    return { certificateId: id };
  }
  return { certificateId: (await giveUp(db, id, 'discarded')) ? id : null };
}
