import type { Config } from '../../config.ts';
import { type Collector, stateOfLeaId } from '../../domain/actor.ts';
import { isManyInOnePlace, saidOf } from '../../domain/survey/quality.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { readerOn } from '../../platform/reader.ts';
import { turns } from '../../platform/turns.ts';
import { type Doer, recordAct } from '../audit/index.ts';
import { BASIS, recordDisclosure } from '../disclosures/index.ts';
import { acceptFile, counted, holdRound, isRefused } from '../intake/index.ts';
import { readUpload } from './check.ts';
import { collectionFor, refuseUnlessOpen } from './collections.ts';
import type { AcceptBody, Accepted } from './contract-uploads.ts';
import { districtName } from './districts.ts';
import { collectErrors } from './errors.ts';
import { certify, deleteBytes } from './sweep.ts';
import { receiverOf, type UploadRow, uploadOf } from './upload-store.ts';

const inTurn = turns();

/**
 * Loads a checked file in place of what its district sent before, deletes its bytes and certifies both, in one
 * transaction. Idempotent.
 *
 * @param replace the district confirms that this file replaces the one accepted before
 * @param manyInOnePlace the district confirms that half of the homes or more lie in one hexagon or at schools
 * @throws Refusal collect.not-checked, collect.one-cell, collect.replaces, collect.changed, collect.over
 */
export function acceptUpload(
  { db, config }: { db: Db; config: Config },
  collector: Collector,
  doer: Doer,
  { id, replace = false, manyInOnePlace = false }: { id: string } & AcceptBody,
): Promise<Accepted> {
  return inTurn(async () => {
    const upload = await db.as(collector, (tx) => uploadOf(tx, id));
    const done = acceptedAlready(upload);
    if (done) return done;
    refuseUnlessReady(upload);
    const asked = upload.report?.warnings.find(isManyInOnePlace);
    if (asked && !manyInOnePlace) throw collectErrors.oneCell(saidOf(asked));
    if (upload.replaces && !replace) throw collectErrors.replaces();
    const collection = await db.as(collector, (tx) => collectionFor(tx, upload.collection_id));
    refuseUnlessOpen(collection);
    const file = await readUpload({ db, config }, upload);
    if (isRefused(file)) throw file.refusal;
    if (file.sha256 !== upload.sha256) throw collectErrors.checksum();
    const whole = await counted(readerOn(db, receiverOf(upload)), file);
    return db.as(receiverOf(upload), async (tx) => {
      const now = await uploadOf(tx, id, 'for update');
      const meanwhile = acceptedAlready(now);
      if (meanwhile) return meanwhile;
      refuseUnlessReady(now);
      await refuseChanged(tx, now);
      const whose = { collectionId: upload.collection_id, leaId: upload.lea_id };
      const state = await acceptFile(tx, whole, whose);
      const keepHours = config.keepUploadsHours;
      await tx.run('update collect.uploads set state = $2 where id = $1', [id, state]);
      await certify(tx, id, { outcome: state, keepHours });
      if (keepHours === 0) await deleteBytes(tx, id);
      await recordAct(tx, doer, { did: 'files.accepted', thing: fileOf(whose) });
      await recordDisclosure(tx, {
        kind: 'certificate',
        who: await districtName(tx, upload.lea_id),
        what: `the certificate of what it sent for "${collection.name}" and when that was deleted (number ${id})`,
        audience: 'district',
        basis: BASIS.own,
        stateFips: stateOfLeaId(upload.lea_id),
      });
      return { state, certificateId: id };
    });
  });
}

/** The thing of an act. */
export function fileOf({ collectionId, leaId }: { readonly collectionId: number; readonly leaId: string }): string {
  return `file of district ${leaId}, collection ${collectionId}`;
}

function acceptedAlready({ state, id }: UploadRow): Accepted | undefined {
  return state === 'accepted' || state === 'accepted_with_notes' ? { state, certificateId: id } : undefined;
}

function refuseUnlessReady({ state }: UploadRow): void {
  if (state === 'receiving' || state === 'received') throw collectErrors.notChecked();
  if (state !== 'checked') throw collectErrors.over(state);
}

/** The change must still be the one the district was shown. The lock on the collection keeps it so. */
async function refuseChanged(tx: Tx, { collection_id, lea_id, replaces }: UploadRow): Promise<void> {
  await holdRound(tx, collection_id);
  const accepted = await tx.maybe<{ accepted_at: Date | null }>(
    'select accepted_at from collect.districts where collection_id = $1 and lea_id = $2',
    [collection_id, lea_id],
  );
  if ((accepted?.accepted_at?.toISOString() ?? null) !== (replaces?.acceptedAt ?? null)) throw collectErrors.changed();
}
