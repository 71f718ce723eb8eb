/** PDFs of an application, in the database by chunks. They are downloaded, never shown by us. */
import { createHash } from 'node:crypto';
import { TRANSITIONS } from '../../domain/round/transitions.ts';
import type { Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { type Doer, recordAct } from '../audit/index.ts';

export const MOST_DOCUMENT_BYTES = 25_000_000;
const MOST_DOCUMENTS = 20;
const CHUNK_BYTES = 1_000_000;
const PDF = Buffer.from('%PDF-');

/** @throws Refusal 400 for what is no PDF, 409 when there are enough, or nothing was begun */
export async function addDocument(tx: Tx, doer: Doer, { name, bytes }: { name: string; bytes: Buffer }): Promise<void> {
  if (!bytes.subarray(0, 1024).includes(PDF) || bytes.length > MOST_DOCUMENT_BYTES)
    throw refusal('qualifications.not-pdf', 400);
  await refuseUnbegun(tx);
  const { count } = await tx.one<{ count: number }>('select count(*)::integer as count from rounds.documents');
  if (count >= MOST_DOCUMENTS) throw refusal('qualifications.documents-enough', 409);
  const { id } = await tx.one<{ id: number }>(
    'insert into rounds.documents (name, bytes, sha256, added_by) values ($1, $2, $3, $4) returning id',
    [name.trim(), bytes.length, createHash('sha256').update(bytes).digest('hex'), doer.who.slice(0, 200)],
  );
  for (let position = 0; position * CHUNK_BYTES < bytes.length; position++)
    await tx.run('insert into rounds.document_chunks (document_id, position, content) values ($1, $2, $3)', [
      id,
      position,
      bytes.subarray(position * CHUNK_BYTES, (position + 1) * CHUNK_BYTES),
    ]);
  await recordAct(tx, doer, { did: 'qualifications.document', thing: `document ${id}` });
}

/** What staff have been sent stays: it is part of what they decided by. @throws Refusal 404, 409 */
export async function deleteDocument(tx: Tx, doer: Doer, id: number): Promise<void> {
  const standing = await refuseUnbegun(tx);
  if (!(await tx.maybe('select from rounds.documents where id = $1', [id])))
    throw refusal('qualifications.document-unknown', 404);
  if (!(TRANSITIONS.qualification.save.from as readonly string[]).includes(standing))
    throw refusal('rounds.standing', 409);
  await tx.run('delete from rounds.documents where id = $1', [id]);
  await recordAct(tx, doer, { did: 'qualifications.document-deleted', thing: `document ${id}` });
}

/** @throws Refusal 404 */
export async function readDocument(tx: Tx, doer: Doer, id: number): Promise<{ name: string; bytes: Buffer }> {
  const known = await tx.maybe<{ name: string }>('select name from rounds.documents where id = $1', [id]);
  if (!known) throw refusal('qualifications.document-unknown', 404);
  const chunks = await tx.rows<{ content: Buffer }>(
    'select content from rounds.document_chunks where document_id = $1 order by position',
    [id],
  );
  await recordAct(tx, doer, { did: 'qualifications.document-read', thing: `document ${id}` });
  return { name: known.name, bytes: Buffer.concat(chunks.map(({ content }) => content)) };
}

/** @returns where the application stands */
async function refuseUnbegun(tx: Tx): Promise<string> {
  const row = await tx.maybe<{ standing: string }>(
    'select standing from rounds.qualifications where provider_id = rounds.own_provider()',
  );
  if (!row) throw refusal('qualifications.none', 409);
  return row.standing;
}
