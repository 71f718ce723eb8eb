import type { Config } from '../../config.ts';
import type { Collector } from '../../domain/actor.ts';
import type { Db } from '../../platform/db.ts';
import { readerOn } from '../../platform/reader.ts';
import { turns } from '../../platform/turns.ts';
import {
  type CheckedFile,
  changesBy,
  checkChunks,
  counted,
  dataKey,
  isRefused,
  type RefusedFile,
  recordOf,
  rekeyWith,
} from '../intake/index.ts';
import { digestOf, readChunks } from './chunks.ts';
import type { Replaces, UploadReport } from './contract-uploads.ts';
import { seen } from './districts.ts';
import { collectErrors } from './errors.ts';
import { reportOf } from './report.ts';
import { giveUpIn } from './sweep.ts';
import { UNDECIDED, type UploadRow, uploadOf } from './upload-store.ts';

/** Checking a million students takes 150 MB: one file at a time per process. */
const inTurn = turns();

/**
 * The dry run: what the file holds, what is wrong with it and what accepting it would change. Loads nothing. Deletes a
 * refused file at once: it has to be sent anew anyway and may hold what must not be here.
 *
 * @throws Refusal collect.incomplete, collect.checksum, collect.over
 */
export function checkUpload(deps: { db: Db; config: Config }, collector: Collector, id: string): Promise<UploadRow> {
  return inTurn(async () => {
    const { db } = deps;
    const upload = await db.as(collector, async (tx) => {
      const found = await uploadOf(tx, id);
      await seen(tx, found.collection_id, found.lea_id);
      return found;
    });
    if (upload.state === 'receiving') throw collectErrors.incomplete(Number(upload.received), Number(upload.bytes));
    if (upload.state !== 'received' && upload.state !== 'checked') throw collectErrors.over(upload.state);
    if ((await digestOf(readChunks(db, await dataKey(deps), upload))) !== upload.sha256) {
      await startOver(db, upload);
      throw collectErrors.checksum();
    }
    const file = await readUpload(deps, upload);
    if (isRefused(file)) await refuse(db, upload, file);
    else await writeReport(db, upload, file);
    return db.as(collector, (tx) => uploadOf(tx, id));
  });
}

/** Reads and checks the whole file, which must hold only the sending district. */
export async function readUpload(
  { db, config }: { db: Db; config: Config },
  upload: UploadRow,
): Promise<CheckedFile | RefusedFile> {
  const secret = await dataKey({ db, config });
  const file = await checkChunks('The file', readChunks(db, secret, upload), { rekey: rekeyWith(secret) });
  if (isRefused(file)) return file;
  const others = file.districts.filter(({ leaId }) => leaId !== upload.lea_id).map(({ leaId }) => leaId);
  if (others.length === 0) return file;
  return {
    name: file.name,
    rows: file.rows,
    findings: [],
    refusal: collectErrors.otherDistrict(upload.lea_id, others),
  };
}

/** The bytes were damaged on the way: the same upload can be sent again from the first byte. */
async function startOver(db: Db, { id, collection_id, lea_id }: UploadRow): Promise<void> {
  await db.as({ role: 'intake' }, async (tx) => {
    // An upload discarded meanwhile has no bytes; that is not damage.
    const { state } = await uploadOf(tx, id, 'for update');
    if (!UNDECIDED.has(state)) throw collectErrors.over(state);
    await tx.run('delete from collect.chunks where upload_id = $1', [id]);
    await tx.run("update collect.uploads set received = 0, state = 'receiving', touched_at = now() where id = $1", [
      id,
    ]);
    await tx.run('update collect.districts set received_at = null where collection_id = $1 and lea_id = $2', [
      collection_id,
      lea_id,
    ]);
  });
}

async function refuse(db: Db, { id }: UploadRow, file: RefusedFile): Promise<void> {
  const { code, message, phrase } = file.refusal;
  await db.as({ role: 'intake' }, async (tx) => {
    await tx.run(
      `update collect.uploads
       set refusal = $2::jsonb, report = $3::jsonb, replaces = null, row_count = $4
       where id = $1`,
      [id, JSON.stringify({ code, detail: message, said: phrase }), JSON.stringify(reportOf(file, [])), file.rows],
    );
    await giveUpIn(tx, id, 'refused');
  });
}

async function writeReport(db: Db, upload: UploadRow, file: CheckedFile): Promise<void> {
  const whose = { collectionId: upload.collection_id, leaId: upload.lea_id };
  const whole = await counted(readerOn(db, { role: 'intake' }), file);
  await db.as({ role: 'intake' }, async (tx) => {
    const { enrollment, warnings } = await recordOf(tx, whole, whose);
    const before = await tx.maybe<{ accepted_at: Date }>(
      `select accepted_at
       from collect.districts
       where collection_id = $1 and lea_id = $2 and accepted_at is not null`,
      [upload.collection_id, upload.lea_id],
    );
    const report: UploadReport = reportOf(file, [...enrollment, ...warnings]);
    const replaces: Replaces | null = before
      ? { acceptedAt: before.accepted_at.toISOString(), ...(await changesBy(tx, file, whose)) }
      : null;
    const written = await tx.run(
      `update collect.uploads
       set state = 'checked', touched_at = now(), row_count = $2, report = $3::jsonb, replaces = $4::jsonb
       where id = $1
         and state in ('received', 'checked')`,
      [upload.id, file.rows, JSON.stringify(report), replaces && JSON.stringify(replaces)],
    );
    if (written === 0) throw collectErrors.over((await uploadOf(tx, upload.id)).state);
  });
}
