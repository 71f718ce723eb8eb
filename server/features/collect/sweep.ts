/** Deletes raw bytes: every upload ends here, with a certificate. */
import type { Db, Tx } from '../../platform/db.ts';
import { receiverOf, UNDECIDED, type UploadRow, uploadOf } from './upload-store.ts';

/** An upload untouched for this long is given up. */
export const HOURS_UNTOUCHED = 24;

type Whose = Pick<UploadRow, 'id' | 'lea_id'>;

export type GivenUp = 'refused' | 'discarded' | 'abandoned';

/**
 * Deletes the bytes of an upload that was not accepted, and certifies it. An upload without a byte leaves no trace.
 *
 * @returns whether there is a certificate
 */
export function giveUp(db: Db, upload: Whose, outcome: GivenUp): Promise<boolean> {
  return db.as(receiverOf(upload), (tx) => giveUpIn(tx, upload.id, outcome));
}

/** The same inside the caller's transaction, as the receiver. */
export async function giveUpIn(tx: Tx, id: string, outcome: GivenUp): Promise<boolean> {
  const upload = await uploadOf(tx, id, 'for update');
  // Accepted or given up by another meanwhile.
  if (!UNDECIDED.has(upload.state)) return true;
  if (upload.received === 0n) {
    await tx.run('delete from collect.uploads where id = $1', [id]);
    return false;
  }
  await deleteBytes(tx, id);
  await tx.run('update collect.uploads set state = $2 where id = $1', [id, outcome]);
  await certify(tx, id, { outcome, keepHours: 0 });
  await noLongerReceived(tx, id);
  return true;
}

/** Deletes all that is due: abandoned uploads, and accepted files past their retention. Returns how many. */
export async function sweepUploads(db: Db): Promise<number> {
  const due = await db.as({ role: 'sweeper' }, (tx) =>
    tx.rows<Whose & { is_kept: boolean }>('select id, lea_id, is_kept from collect.uploads_due($1)', [HOURS_UNTOUCHED]),
  );
  for (const upload of due) await (upload.is_kept ? deleteKept(db, upload) : giveUp(db, upload, 'abandoned'));
  return due.length;
}

/** Deletes the bytes that an operator had kept of an accepted upload; its homes stay. */
export function deleteKept(db: Db, upload: Whose): Promise<void> {
  return db.as(receiverOf(upload), async (tx) => {
    await deleteBytes(tx, upload.id);
    await tx.run('update collect.certificates set deleted_at = now() where id = $1 and deleted_at is null', [
      upload.id,
    ]);
  });
}

/** Deletes the chunks, and the salt that any copy of them needs to be readable. */
export async function deleteBytes(tx: Tx, id: string): Promise<void> {
  await tx.run('delete from collect.chunks where upload_id = $1', [id]);
  await tx.run('update collect.uploads set salt = null where id = $1', [id]);
}

/** @param keepHours retention of the bytes in hours; 0 = they are deleted in this transaction */
export async function certify(
  tx: Tx,
  id: string,
  { outcome, keepHours }: { outcome: GivenUp | 'accepted' | 'accepted_with_notes'; keepHours: number },
): Promise<void> {
  await tx.run(
    `insert into collect.certificates
       (id, collection_id, lea_id, sha256, bytes, outcome, started_at, delete_after, deleted_at)
     select id, collection_id, lea_id, sha256, bytes, $2, started_at,
       case when $3 > 0 then now() + make_interval(hours => $3) end,
       case when $3 = 0 then now() end
     from collect.uploads
     where id = $1`,
    [id, outcome, keepHours],
  );
}

/** A district whose complete file is gone unaccepted returns to its state before. */
async function noLongerReceived(tx: Tx, id: string): Promise<void> {
  await tx.run(
    `update collect.districts d
     set received_at = null
     from collect.uploads gone
     where gone.id = $1
       and d.collection_id = gone.collection_id
       and d.lea_id = gone.lea_id
       and not exists (
         select from collect.uploads other
         where other.collection_id = gone.collection_id
           and other.lea_id = gone.lea_id
           and other.state in ('received', 'checked')
       )`,
    [id],
  );
}
