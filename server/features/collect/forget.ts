/** Deletes all that a district sent, or that was sent for a collection, and attests it. */
import type { Db, Tx } from '../../platform/db.ts';
import { COMMAND_LINE, recordAct } from '../audit/index.ts';
import { BASIS, recordDisclosure } from '../disclosures/index.ts';
import { collectionName, collectionsOf, type Forgetting, type Forgotten, forgetHomes } from '../intake/index.ts';
import { districtName } from './districts.ts';
import { collectErrors } from './errors.ts';
import { giveUpIn } from './sweep.ts';
import { UNDECIDED, type UploadRow } from './upload-store.ts';

export interface ForgetWishes {
  /** FIPS code of the state. */
  readonly stateFips: string;
  /** LEAID; left out: all districts of the collection. */
  readonly district?: string | undefined;
  /** Name of a collection; left out: all collections. */
  readonly collection?: string | undefined;
  /** Who does it, for the certificate. */
  readonly by: string;
}

export type ForgottenCounts = Forgotten & {
  /** Uploads over HTTP, with what was still stored of their bytes. */
  readonly uploads: number;
};

export interface Forgettings {
  readonly id: string;
  readonly at: string;
  readonly leaId: string | null;
  readonly districtName: string | null;
  readonly collection: string | null;
  readonly stateFips: string;
  readonly by: string;
  readonly counts: ForgottenCounts;
}

/** What forgetting would delete: it is done, counted and undone. @throws Refusal as forget */
export async function wouldForget(db: Db, wishes: ForgetWishes): Promise<ForgottenCounts> {
  const undone = new Error('counted');
  let counts: ForgottenCounts | undefined;
  await db
    .as({ role: 'intake' }, async (tx) => {
      counts = await forgetIn(tx, await whoseOf(tx, wishes));
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  if (!counts) throw undone;
  return counts;
}

/**
 * Deletes in one transaction, with the row of the certificate and the entry in the log of disclosures.
 *
 * @throws Refusal collect.unknown-named, collect.nothing-to-forget, homes.being-released
 */
export function forget(db: Db, wishes: ForgetWishes): Promise<Forgettings> {
  return db.as({ role: 'intake' }, async (tx) => {
    const whose = await whoseOf(tx, wishes);
    const counts = await forgetIn(tx, whose);
    await recordAct(
      tx,
      { ...COMMAND_LINE(whose.stateFips), who: wishes.by },
      {
        did: 'files.forgotten',
        thing: whose.leaId === undefined ? 'all districts' : `district ${whose.leaId}`,
        ...(whose.collection !== null && { note: whose.collection }),
      },
    );
    const name = whose.leaId === undefined ? null : await districtName(tx, whose.leaId);
    const row = await tx.one<{ id: string; at: Date }>(
      `insert into collect.forgettings (state_fips, lea_id, collection, by, counts)
       values ($1, $2, $3, $4, $5::jsonb)
       returning id, at`,
      [whose.stateFips, whose.leaId ?? null, whose.collection, wishes.by, JSON.stringify(counts)],
    );
    await recordDisclosure(tx, {
      kind: 'certificate',
      who: name ?? 'whoever asked',
      what: `that all that ${name ?? 'the districts'} had sent${whose.collection === null ? '' : ` for "${whose.collection}"`} is deleted (number ${row.id})`,
      audience: 'district',
      basis: BASIS.own,
      stateFips: whose.stateFips,
    });
    return {
      id: row.id,
      at: row.at.toISOString(),
      leaId: whose.leaId ?? null,
      districtName: name,
      collection: whose.collection,
      stateFips: whose.stateFips,
      by: wishes.by,
      counts,
    };
  });
}

interface Whose extends Forgetting {
  /** Name as stored. */
  readonly collection: string | null;
}

async function whoseOf(tx: Tx, { stateFips, district: leaId, collection }: ForgetWishes): Promise<Whose> {
  if (collection === undefined) return { stateFips, leaId, collection: null };
  const found = await tx.maybe<{ id: number; name: string }>(
    'select id, name from intake.collections where state_fips = $1 and lower(name) = lower($2)',
    [stateFips, collectionName(collection)],
  );
  if (!found) throw collectErrors.unknownNamed(collection);
  return { stateFips, leaId, collectionId: found.id, collection: found.name };
}

async function forgetIn(tx: Tx, whose: Whose): Promise<ForgottenCounts> {
  const forgotten = await forgetHomes(tx, whose);
  const of = [await collectionsOf(tx, whose), whose.leaId ?? null] as const;
  const where = 'where collection_id = any ($1::integer[]) and ($2::text is null or lea_id = $2)';
  const uploads = await tx.rows<Pick<UploadRow, 'id' | 'state'>>(`select id, state from collect.uploads ${where}`, [
    ...of,
  ]);
  // The certificates of uploads stay: they attest what became of each file.
  for (const { id, state } of uploads) if (UNDECIDED.has(state)) await giveUpIn(tx, id, 'discarded');
  await tx.run(`delete from collect.uploads ${where}`, [...of]);
  await tx.run(
    `update collect.certificates
     set deleted_at = coalesce(deleted_at, now()),
       taken_back_at = case when outcome like 'accepted%' then coalesce(taken_back_at, now()) end
     ${where}`,
    [...of],
  );
  const districts = await tx.run(`delete from collect.districts ${where}`, [...of]);
  const counts = { ...forgotten, uploads: uploads.length };
  if (districts + Object.values(counts).reduce((sum, count) => sum + count, 0) === 0)
    throw collectErrors.nothingToForget();
  return counts;
}
