/** Students without a fixed residence, as a release may count them. */
import type { Tx } from '../../platform/db.ts';
import { keyNumber } from './key-index.ts';
import { KEY_BYTES } from './pseudonym.ts';

export interface Unplaced {
  readonly leaId: string;
  readonly students: number;
  /** Sum of their record keys, modulo 2^32. */
  readonly fingerprint: number;
}

interface DistrictKeys {
  readonly leaId: string;
  /** KEY_BYTES each. */
  readonly keys: Buffer;
}

/** By district, as the last release counted them where fewer than the floor came or went since; kept for the next. */
export async function unplacedForRelease(
  tx: Tx,
  asked: { collectionId: number; stateFips: string; floor: number },
): Promise<Unplaced[]> {
  const sent = await tx.rows<DistrictKeys>(
    `select lea_id as "leaId", string_agg(student_key, ''::bytea order by student_key) as keys
     from intake.no_fixed_residence
     where collection_id = $1
     group by lea_id`,
    [asked.collectionId],
  );
  const kept = await tx.rows<DistrictKeys>(
    'select lea_id as "leaId", student_keys as keys from intake.kept_no_fixed_residence where state_fips = $1',
    [asked.stateFips],
  );
  const settled = settleKeys(sent, kept, asked.floor);
  await tx.run('delete from intake.kept_no_fixed_residence where state_fips = $1', [asked.stateFips]);
  await tx.load(
    'intake.kept_no_fixed_residence',
    [
      { name: 'state_fips', type: 'text' },
      { name: 'lea_id', type: 'text' },
      { name: 'student_keys', type: 'bytea' },
    ],
    [[settled.map(() => asked.stateFips), settled.map(({ leaId }) => leaId), settled.map(({ keys }) => keys)]],
  );
  return settled.map(({ leaId, keys }) => {
    let fingerprint = 0;
    for (let at = 0; at < keys.length; at += KEY_BYTES) fingerprint = (fingerprint + keyNumber(keys, at)) | 0;
    return { leaId, students: keys.length / KEY_BYTES, fingerprint };
  });
}

/** @returns by district, in order of LEAID: what was kept, unless at least the floor of students came or went */
export function settleKeys(
  sent: readonly DistrictKeys[],
  kept: readonly DistrictKeys[],
  floor: number,
): DistrictKeys[] {
  const now = new Map(sent.map(({ leaId, keys }) => [leaId, keys]));
  const before = new Map(kept.map(({ leaId, keys }) => [leaId, keys]));
  const nobody = Buffer.alloc(0);
  return [...new Set([...now.keys(), ...before.keys()])].sort().map((leaId) => {
    const [here, there] = [now.get(leaId) ?? nobody, before.get(leaId) ?? nobody];
    const isKnown = before.has(leaId);
    return { leaId, keys: isKnown && changed(here, there) < floor ? there : here };
  });
}

/** How many came or went. */
function changed(now: Buffer, before: Buffer): number {
  const left = new Set(each(before));
  let came = 0;
  for (const key of each(now)) if (!left.delete(key)) came += 1;
  return came + left.size;
}

function* each(keys: Buffer): Generator<string> {
  for (let at = 0; at < keys.length; at += KEY_BYTES) yield keys.toString('latin1', at, at + KEY_BYTES);
}
