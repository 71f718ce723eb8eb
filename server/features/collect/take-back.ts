import { type Collector, stateOfLeaId } from '../../domain/actor.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { type Doer, recordAct } from '../audit/index.ts';
import { BASIS, recordDisclosure } from '../disclosures/index.ts';
import { takeBackHomes } from '../intake/index.ts';
import { fileOf } from './accept.ts';
import { collectionFor } from './collections.ts';
import type { TakenBack } from './contract-uploads.ts';
import { districtName, seen } from './districts.ts';
import { collectErrors } from './errors.ts';
import { deleteBytes } from './sweep.ts';

/**
 * Takes back what a district had accepted for a collection: later releases count nothing of it, earlier ones stay as they are.
 * The same transaction deletes raw bytes that an operator had kept. Works whether or not the collection still takes files.
 *
 * @throws Refusal collect.unknown, collect.nothing-accepted, homes.being-released
 */
export async function takeBack(db: Db, collector: Collector, doer: Doer, collectionId: number): Promise<TakenBack> {
  const { leaId } = collector;
  const { name } = await db.as(collector, async (tx) => {
    const collection = await collectionFor(tx, collectionId);
    await seen(tx, collectionId, leaId);
    return collection;
  });
  return db.as({ role: 'receiver', leaId }, async (tx) => {
    const sha256 = await takeBackHomes(tx, { collectionId, leaId });
    if (sha256 === undefined) throw collectErrors.nothingAccepted();
    const certificateId = await takeBackUploads(tx, { collectionId, leaId, sha256 });
    const { at } = await tx.one<{ at: Date }>(FORGOTTEN, [collectionId, leaId]);
    await recordAct(tx, doer, { did: 'files.taken-back', thing: fileOf({ collectionId, leaId }) });
    await recordDisclosure(tx, {
      kind: 'certificate',
      who: await districtName(tx, leaId),
      what: `that what it had sent for "${name}" is taken back: no release made from now on counts it${certificateId ? ` (number ${certificateId})` : ''}`,
      audience: 'district',
      basis: BASIS.own,
      stateFips: stateOfLeaId(leaId),
    });
    return { takenBackAt: at.toISOString(), certificateId };
  });
}

/** @returns the certificate of the file; null where the command loaded it without an upload */
async function takeBackUploads(
  tx: Tx,
  { collectionId, leaId, sha256 }: { collectionId: number; leaId: string; sha256: string },
): Promise<string | null> {
  const uploads = await tx.rows<{ id: string }>(
    `update collect.uploads
     set state = 'taken_back'
     where collection_id = $1
       and lea_id = $2
       and state in ('accepted', 'accepted_with_notes')
     returning id`,
    [collectionId, leaId],
  );
  for (const { id } of uploads) await deleteBytes(tx, id);
  await tx.run(
    `update collect.certificates
     set deleted_at = now()
     where id = any ($1::uuid[])
       and deleted_at is null`,
    [uploads.map(({ id }) => id)],
  );
  const certificate = await tx.maybe<{ id: string }>(
    `update collect.certificates
     set taken_back_at = now()
     where id = (
       select id
       from collect.certificates
       where collection_id = $1
         and lea_id = $2
         and sha256 = $3
         and outcome like 'accepted%'
       order by decided_at desc
       limit 1
     )
     returning id`,
    [collectionId, leaId, sha256],
  );
  return certificate?.id ?? null;
}

/** Deletes every figure of the file that no longer counts. */
const FORGOTTEN = `
  with figures as (
    delete from collect.figures
    where collection_id = $1
      and lea_id = $2
  )
  update collect.districts
  set
    taken_back_at = now(),
    accepted_at = null,
    accepted_with_notes = false,
    accepted_sha256 = null,
    shown = null
  where collection_id = $1
    and lea_id = $2
  returning taken_back_at as at`;
