/** Students without a fixed residence, as a release may count them. */
import type { Floors } from '../../domain/patch.ts';
import type { Tx } from '../../platform/db.ts';
import type { Reader } from '../../platform/reader.ts';
import type { Size } from './home-record.ts';
import { keepTotals, totalsKept } from './kept-totals.ts';
import { keyNumber } from './key-index.ts';
import { type Change, changesToMake, isApart } from './lands.ts';
import { KEY_BYTES } from './pseudonym.ts';

export interface Unplaced {
  readonly leaId: string;
  readonly students: number;
  /** Sum of their record keys, modulo 2^32. */
  readonly fingerprint: number;
}

/** Student keys of a district. */
export interface DistrictKeys {
  readonly leaId: string;
  /** KEY_BYTES each. */
  readonly keys: Buffer;
}

/** By district, in order of LEAID: as last released where fewer than the floor came or went since, else recounted. */
export async function unplacedForRelease(
  reader: Reader,
  asked: { collectionId: number; stateFips: string; floor: number },
): Promise<DistrictKeys[]> {
  const sent = await reader.rows<DistrictKeys>(
    `select lea_id as "leaId", string_agg(student_key, ''::bytea order by student_key) as keys
     from intake.no_fixed_residence
     where collection_id = $1
     group by lea_id`,
    [asked.collectionId],
  );
  const kept = await reader.rows<DistrictKeys>(
    'select lea_id as "leaId", student_keys as keys from intake.kept_no_fixed_residence where state_fips = $1',
    [asked.stateFips],
  );
  return settleKeys(sent, kept, await totalsKept(reader, asked.stateFips, UNPLACED), asked.floor);
}

/** Stores what a release counted, for the next one. */
export async function keepUnplacedKeys(tx: Tx, stateFips: string, settled: readonly DistrictKeys[]): Promise<void> {
  await tx.run('delete from intake.kept_no_fixed_residence where state_fips = $1', [stateFips]);
  await tx.load(
    'intake.kept_no_fixed_residence',
    [
      { name: 'state_fips', type: 'text' },
      { name: 'lea_id', type: 'text' },
      { name: 'student_keys', type: 'bytea' },
    ],
    [[settled.map(() => stateFips), settled.map(({ leaId }) => leaId), settled.map(({ keys }) => keys)]],
  );
  await keepTotals(tx, stateFips, totalsOf(settled));
}

export function unplacedCounts(settled: readonly DistrictKeys[]): Unplaced[] {
  return settled.map(({ leaId, keys }) => {
    let fingerprint = 0;
    for (let at = 0; at < keys.length; at += KEY_BYTES) fingerprint = (fingerprint + keyNumber(keys, at)) | 0;
    return { leaId, students: keys.length / KEY_BYTES, fingerprint };
  });
}

interface KeysChange extends Change {
  readonly leaId: string;
}

/**
 * Keeps the stored students unless at least the floor came or went; then the totals of the district and of the state must equal
 * each earlier one or differ by the floor. Where not all can be taken, swaps newcomers for as many leavers.
 *
 * @returns by district, in order of LEAID
 */
export function settleKeys(
  sent: readonly DistrictKeys[],
  kept: readonly DistrictKeys[],
  earlier: ReadonlyMap<string, readonly Size[]>,
  floor: number,
): DistrictKeys[] {
  const now = new Map(sent.map(({ leaId, keys }) => [leaId, keys]));
  const before = new Map(kept.map(({ leaId, keys }) => [leaId, keys]));
  const nobody = Buffer.alloc(0);
  const floors: Floors = { students: floor, households: 0 };
  const leaIds = [...new Set([...now.keys(), ...before.keys()])].sort();
  const settled = new Map<string, Buffer>();
  const changes: KeysChange[] = [];
  for (const leaId of leaIds) {
    const [here, there] = [now.get(leaId) ?? nobody, before.get(leaId)];
    const { came, left } = changed(here, there ?? nobody);
    // A new district has no published total, and one that took everything back no longer counts.
    const isWhole = there === undefined || (here.length === 0 && left.length >= floor);
    settled.set(leaId, isWhole ? here : swapped(there, came, left, floor));
    const students = (here.length - (there ?? nobody).length) / KEY_BYTES;
    const own = earlier.get(landOf(leaId)) ?? [];
    const isFar = isApart({ students: here.length / KEY_BYTES, households: 0 }, own, floors);
    if (!isWhole && came.length + left.length >= floor && isFar)
      changes.push({ leaId, rank: 0, parts: [{ lands: [landOf(null)], students, households: 0 }] });
  }
  const totals = totalsOf([...settled].map(([leaId, keys]) => ({ leaId, keys })));
  for (const { leaId } of changesToMake(changes, totals, earlier, floors)) settled.set(leaId, now.get(leaId) ?? nobody);
  return leaIds.map((leaId) => ({ leaId, keys: settled.get(leaId) ?? nobody }));
}

/** Prefix of the land keys of their totals. */
const UNPLACED = 'no residence ';

/** @param leaId null = the state */
function landOf(leaId: string | null): string {
  return `${UNPLACED}${leaId ?? 'state'}`;
}

function totalsOf(districts: readonly DistrictKeys[]): Map<string, Size> {
  const own = districts.map(({ leaId, keys }) => [landOf(leaId), keys.length / KEY_BYTES] as const);
  const all = own.reduce((sum, [, students]) => sum + students, 0);
  return new Map([...own, [landOf(null), all] as const].map(([land, students]) => [land, { students, households: 0 }]));
}

function changed(now: Buffer, before: Buffer): { came: string[]; left: string[] } {
  const left = new Set(each(before));
  const came = [...each(now)].filter((key) => !left.delete(key));
  return { came, left: [...left] };
}

/** Swaps newcomers for as many leavers, if at least the floor of students changes. */
function swapped(before: Buffer, came: readonly string[], left: readonly string[], floor: number): Buffer {
  const pairs = Math.min(came.length, left.length);
  if (2 * pairs < floor) return before;
  const gone = new Set(left.slice(0, pairs));
  const stay = [...each(before)].filter((key) => !gone.has(key));
  return Buffer.from([...stay, ...came.slice(0, pairs)].sort().join(''), 'latin1');
}

function* each(keys: Buffer): Generator<string> {
  for (let at = 0; at < keys.length; at += KEY_BYTES) yield keys.toString('latin1', at, at + KEY_BYTES);
}
