import type { Collector } from '../../domain/actor.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { collectionFor, refuseUnlessOpen } from './collections.ts';
import { MOST_UPLOAD_BYTES, type UploadBegun } from './contract-uploads.ts';
import { seen } from './districts.ts';
import { collectErrors } from './errors.ts';
import { newSalt } from './sealing.ts';
import { giveUp } from './sweep.ts';
import { UPLOAD, type UploadRow, uploadInWords, uploadOf } from './upload-store.ts';

/** Limit of unfinished uploads per district and collection; beyond it the oldest are given up. */
const MOST_UNFINISHED = 3;

/**
 * Begins an upload, or resumes the unfinished one of the same bytes.
 *
 * @returns `same` when exactly this file is accepted already; then nothing begins
 */
export async function beginUpload(
  db: Db,
  collector: Collector,
  collectionId: number,
  file: { fileName?: string; bytes: number; sha256: string },
): Promise<UploadBegun> {
  refuseByLooks(file);
  const { leaId } = collector;
  const begun = await db.as(collector, async (tx) => {
    refuseUnlessOpen(await collectionFor(tx, collectionId));
    await seen(tx, collectionId, leaId);
    const same = await sameAccepted(tx, collectionId, leaId, file.sha256);
    if (same) return { same };
    const unfinished = await tx.rows<UploadRow>(
      `${UPLOAD}
       where collection_id = $1
         and state in ('receiving', 'received', 'checked')
       order by started_at desc`,
      [collectionId],
    );
    const known = unfinished.find(({ sha256, bytes }) => sha256 === file.sha256 && Number(bytes) === file.bytes);
    if (known) return { upload: known, tooMany: [] };
    const { id } = await tx.one<{ id: string }>(
      `insert into collect.uploads (collection_id, lea_id, sha256, bytes, salt)
       values ($1, $2, $3, $4, $5)
       returning id`,
      [collectionId, leaId, file.sha256, file.bytes, newSalt()],
    );
    return { upload: await uploadOf(tx, id), tooMany: unfinished.slice(MOST_UNFINISHED - 1) };
  });
  if (begun.same) return begun.same;
  for (const upload of begun.tooMany) await giveUp(db, upload, 'abandoned');
  return uploadInWords(begun.upload);
}

function refuseByLooks({ fileName = '', bytes }: { fileName?: string; bytes: number }): void {
  if (/\.(xlsx?|xlsm|xlsb|ods|numbers)$/i.test(fileName)) throw collectErrors.workbook();
  if (/\.(zip|gz|7z|rar|tar)$/i.test(fileName)) throw collectErrors.archive();
  if (bytes === 0) throw collectErrors.empty();
  if (bytes > MOST_UPLOAD_BYTES) throw collectErrors.tooLarge();
}

async function sameAccepted(tx: Tx, collectionId: number, leaId: string, sha256: string) {
  const accepted = await tx.maybe<{ accepted_at: Date }>(
    `select accepted_at
     from collect.districts
     where collection_id = $1
       and lea_id = $2
       and accepted_sha256 = $3`,
    [collectionId, leaId, sha256],
  );
  if (!accepted) return undefined;
  const certificate = await tx.maybe<{ id: string }>(
    `select id
     from collect.certificates
     where collection_id = $1
       and sha256 = $2
       and outcome like 'accepted%'
     order by decided_at desc
     limit 1`,
    [collectionId, sha256],
  );
  return {
    state: 'same' as const,
    acceptedAt: accepted.accepted_at.toISOString(),
    certificateId: certificate?.id ?? null,
  };
}
