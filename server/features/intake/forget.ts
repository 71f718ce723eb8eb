/**
 * Deletes what districts sent, with every pseudonym. Counts by area and answer stay, because earlier releases published numbers of
 * them and later ones are proven against those (`releasing/programs`).
 */
import { randomBytes } from 'node:crypto';
import type { Tx } from '../../platform/db.ts';
import { intakeErrors } from './errors.ts';
import { HOUSEHOLD_AT, householdOf, RECORD_BYTES, recordsIn, STUDENT_AT } from './home-record.ts';
import { maskKey } from './key-index.ts';
import { KEY_BYTES } from './pseudonym.ts';
import { holdReleases } from './release-lock.ts';

/** Whose: of one district, of one collection, or of a district in a collection. */
export interface Forgetting {
  readonly stateFips: string;
  readonly leaId?: string | undefined;
  readonly collectionId?: number | undefined;
}

export interface Forgotten {
  readonly homes: number;
  readonly answers: number;
  /** Students without a fixed residence. */
  readonly unplaced: number;
  /** Files that were loaded. */
  readonly files: number;
  /** Students as releases counted them. */
  readonly keptStudents: number;
  /** Of these, students of areas shared with other districts: their pseudonyms go, their hexagon and answers stay until the area is recounted. */
  readonly masked: number;
}

const RANDOM_BYTES = 12;

/** Locks out releases of the state until the transaction ends. @throws Refusal homes.being-released */
export async function forgetHomes(tx: Tx, whose: Forgetting): Promise<Forgotten> {
  if (!(await holdReleases(tx, whose.stateFips))) throw intakeErrors.beingReleased();
  await tx.run('select from intake.collections where state_fips = $1 order by id for update', [whose.stateFips]);
  const { kept, masked } = await forgetKept(tx, whose);
  const unplacedKept = await maskUnplaced(tx, whose);
  const gone = { homes: 0, answers: 0, unplaced: 0, files: 0 };
  for (const [name, table] of SENT)
    gone[name] = await tx.run(
      `delete from ${table} where collection_id = any ($1::integer[]) and ($2::text is null or lea_id = $2)`,
      [await collectionsOf(tx, whose), whose.leaId ?? null],
    );
  return { ...gone, keptStudents: kept + masked + unplacedKept, masked: masked + unplacedKept };
}

const SENT = [
  ['answers', 'intake.answers'],
  ['homes', 'intake.homes'],
  ['unplaced', 'intake.no_fixed_residence'],
  ['files', 'intake.uploads'],
] as const;

/** Ids of the collections in question. */
export async function collectionsOf(tx: Tx, { stateFips, collectionId }: Forgetting): Promise<number[]> {
  const rows = await tx.rows<{ id: number }>(
    'select id from intake.collections where state_fips = $1 and ($2::integer is null or id = $2) order by id',
    [stateFips, collectionId ?? null],
  );
  return rows.map(({ id }) => id);
}

/**
 * Deletes homes as releases counted them. In an area that other districts share, fewer students than the floor must not leave at
 * once: a comparison of two releases would tell them. They lose their pseudonyms, and stay until the area is recounted.
 */
async function forgetKept(tx: Tx, whose: Forgetting): Promise<{ kept: number; masked: number }> {
  const rows = await tx.rows<{ area: number; leaId: string; records: Buffer; isShared: boolean }>(
    `select k.area, k.lea_id as "leaId", k.records,
       exists (select from intake.kept_homes o where (o.state_fips, o.area) = (k.state_fips, k.area) and o.lea_id <> k.lea_id) as "isShared"
     from intake.kept_homes k
     where k.state_fips = $1
       and ($2::text is null or k.lea_id = $2)
       and k.collection_id = any ($3::integer[])
     order by k.area, k.lea_id`,
    [whose.stateFips, whose.leaId ?? null, await collectionsOf(tx, whose)],
  );
  const result = { kept: 0, masked: 0 };
  const households = new Map<string, Buffer>();
  for (const { area, leaId, records, isShared } of rows) {
    result[isShared ? 'masked' : 'kept'] += records.length / RECORD_BYTES;
    const key = [whose.stateFips, area, leaId];
    if (!isShared)
      await tx.run('delete from intake.kept_homes where state_fips = $1 and area = $2 and lea_id = $3', key);
    else
      await tx.run('update intake.kept_homes set records = $4 where state_fips = $1 and area = $2 and lea_id = $3', [
        ...key,
        maskedRecords(records, households),
      ]);
  }
  return result;
}

/** Students of one household stay one household. */
function maskedRecords(records: Buffer, households: Map<string, Buffer>): Buffer {
  const masked = Buffer.from(records);
  for (const record of recordsIn(masked)) {
    const known = householdOf(record);
    const household = households.get(known) ?? randomBytes(KEY_BYTES);
    households.set(known, household);
    household.copy(record, HOUSEHOLD_AT);
    maskKey(record, STUDENT_AT, randomBytes(RANDOM_BYTES));
  }
  return masked;
}

/** Students without a fixed residence as the last release counted them: random numbers take the place of the pseudonyms of those sent. */
async function maskUnplaced(tx: Tx, whose: Forgetting): Promise<number> {
  const rows = await tx.rows<{ leaId: string; keys: Buffer; elsewhere: Buffer[] }>(
    `select k.lea_id as "leaId", k.student_keys as keys,
       array(
         select n.student_key from intake.no_fixed_residence n
         where n.lea_id = k.lea_id and not n.collection_id = any ($3::integer[])
       ) as elsewhere
     from intake.kept_no_fixed_residence k
     where k.state_fips = $1
       and ($2::text is null or k.lea_id = $2)
       and ($2::text is not null or exists (
         select from intake.uploads u where u.lea_id = k.lea_id and u.collection_id = any ($3::integer[])
       ))`,
    [whose.stateFips, whose.leaId ?? null, await collectionsOf(tx, whose)],
  );
  let students = 0;
  for (const { leaId, keys, elsewhere } of rows) {
    const stay = new Set(elsewhere.map((key) => key.toString('latin1')));
    const masked: string[] = [];
    for (let at = 0; at < keys.length; at += KEY_BYTES) {
      const key = Buffer.from(keys.subarray(at, at + KEY_BYTES));
      if (!stay.has(key.toString('latin1'))) {
        maskKey(key, 0, randomBytes(RANDOM_BYTES));
        students++;
      }
      masked.push(key.toString('latin1'));
    }
    await tx.run('update intake.kept_no_fixed_residence set student_keys = $3 where state_fips = $1 and lea_id = $2', [
      whose.stateFips,
      leaId,
      Buffer.from(masked.sort().join(''), 'latin1'),
    ]);
  }
  return students;
}
