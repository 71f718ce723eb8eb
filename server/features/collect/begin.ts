import type { Collector } from '../../domain/actor.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { lockWords } from '../../platform/locks.ts';
import { collectionFor, refuseUnlessOpen } from './collections.ts';
import { MOST_UPLOAD_BYTES, type UploadBegun } from './contract-uploads.ts';
import { seen } from './districts.ts';
import { collectErrors } from './errors.ts';
import { newSalt } from './sealing.ts';
import { giveUpIn } from './sweep.ts';
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
  const same = await db.as(collector, async (tx) => {
    refuseUnlessOpen(await collectionFor(tx, collectionId));
    await seen(tx, collectionId, leaId);
    return sameAccepted(tx, collectionId, leaId, file.sha256);
  });
  if (same) return same;
  return uploadInWords(
    await db.as({ role: 'receiver', leaId }, (tx) => beginInTurn(tx, { collectionId, leaId, ...file })),
  );
}

interface Beginning {
  readonly collectionId: number;
  readonly leaId: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Finds the unfinished upload of these bytes, or makes room and begins one. As the receiver, which alone deletes bytes. Those who ask
 * at once for one district take turns by a lock of their own: a row's would be taken in another order by who sends or accepts.
 */
async function beginInTurn(tx: Tx, { collectionId, leaId, bytes, sha256 }: Beginning): Promise<UploadRow> {
  await lockWords(tx, 'upload begun', `${collectionId} ${leaId}`);
  const unfinished = await tx.rows<UploadRow>(
    `${UPLOAD}
     where collection_id = $1
       and lea_id = $2
       and state in ('receiving', 'received', 'checked')
     order by started_at desc, id
     for update`,
    [collectionId, leaId],
  );
  const known = unfinished.find((row) => row.sha256 === sha256 && Number(row.bytes) === bytes);
  if (known) return known;
  for (const { id } of unfinished.slice(MOST_UNFINISHED - 1)) await giveUpIn(tx, id, 'abandoned');
  const { id } = await tx.one<{ id: string }>(
    `insert into collect.uploads (collection_id, lea_id, sha256, bytes, salt, started_at, touched_at)
     values ($1, $2, $3, $4, $5, clock_timestamp(), clock_timestamp())
     returning id`,
    [collectionId, leaId, sha256, bytes, newSalt()],
  );
  return uploadOf(tx, id);
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
