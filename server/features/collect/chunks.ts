import { createHash } from 'node:crypto';
import type { Collector } from '../../domain/actor.ts';
import type { Db } from '../../platform/db.ts';
import { seal, unseal } from '../../platform/seal.ts';
import { collectErrors } from './errors.ts';
import { chunkKey } from './sealing.ts';
import { receiverOf, UNDECIDED, type UploadRow, uploadOf } from './upload-store.ts';

/**
 * Appends the next chunk of an upload. Concurrent senders take turns; the second learns where to resume.
 *
 * @param secret the data key
 * @returns bytes received so far
 */
export function writeChunk(
  db: Db,
  collector: Collector,
  secret: Buffer,
  { id, offset, bytes }: { id: string; offset: number; bytes: Buffer },
): Promise<number> {
  return db.as(collector, async (tx) => {
    const upload = await uploadOf(tx, id, 'for update');
    if (!upload.salt || !UNDECIDED.has(upload.state)) throw collectErrors.over(upload.state);
    if (bytes.length === 0) throw collectErrors.chunkEmpty();
    if (offset !== Number(upload.received)) throw collectErrors.offset(Number(upload.received));
    const received = offset + bytes.length;
    if (received > Number(upload.bytes)) throw collectErrors.tooManyBytes(Number(upload.bytes));
    await tx.run('insert into collect.chunks (upload_id, lea_id, at, length, sealed) values ($1, $2, $3, $4, $5)', [
      id,
      upload.lea_id,
      offset,
      bytes.length,
      seal(chunkKey(secret, upload.salt), placeOf(id, offset), bytes),
    ]);
    const isWhole = received === Number(upload.bytes);
    await tx.run('update collect.uploads set received = $2, state = $3, touched_at = now() where id = $1', [
      id,
      received,
      isWhole ? 'received' : 'receiving',
    ]);
    if (isWhole)
      await tx.run('update collect.districts set received_at = now() where collection_id = $1 and lea_id = $2', [
        upload.collection_id,
        upload.lea_id,
      ]);
    return received;
  });
}

/** The bytes of an upload from the start. Read as the role that decides what becomes of a file. */
export async function* readChunks(db: Db, secret: Buffer, upload: UploadRow): AsyncGenerator<Buffer> {
  const { id, salt } = upload;
  if (!salt) return;
  const key = chunkKey(secret, salt);
  for (let at = 0; ; ) {
    const chunk = await db.as(receiverOf(upload), (tx) =>
      tx.maybe<{ sealed: Buffer }>('select sealed from collect.chunks where upload_id = $1 and at = $2', [id, at]),
    );
    if (!chunk) return;
    const bytes = unseal(key, placeOf(id, at), chunk.sealed);
    yield bytes;
    at += bytes.length;
  }
}

/** SHA-256 of bytes, in hexadecimal. */
export async function digestOf(chunks: AsyncIterable<Buffer>): Promise<string> {
  const digest = createHash('sha256');
  for await (const chunk of chunks) digest.update(chunk);
  return digest.digest('hex');
}

function placeOf(id: string, at: number): string {
  return `${id} ${at}`;
}
