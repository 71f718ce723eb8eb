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
  const upload = await db.as(collector, (tx) => uploadOf(tx, id));
  if (upload.state === 'accepted' || upload.state === 'accepted_with_notes') {
    await deleteKept(db, upload);
    return { certificateId: id };
  }
  return { certificateId: (await giveUp(db, upload, 'discarded')) ? id : null };
}
