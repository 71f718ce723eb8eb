/** Counts students by every count of the catalog, patch by patch. Measured on two cores: 250,000 homes in some 20 ms. */
import { leverFor, needsEquipment, SORTS, VERDICT_OF_SORT } from './lever.ts';
import { countPosition, PLACE_COUNTS } from './statistic.ts';
import { DEVICE_STATUSES, HOME_STATUSES } from './survey.ts';

/** Number of counts per patch; those of levers are published for places only. */
export const COUNT_SIZE = PLACE_COUNTS.length;

/** One entry per home, that is, per student. */
export interface Answers {
  /** 32 bits that stay with the student, summed beside each count to recognize the same set of students. */
  readonly recordKey: ArrayLike<number>;
  /** Index into HOME_STATUSES. */
  readonly homeStatus: ArrayLike<number>;
  /** Index into DEVICE_STATUSES. */
  readonly deviceStatus: ArrayLike<number>;
  /** Index into SORTS: the verdict on the home in the one reading. */
  readonly sort: ArrayLike<number>;
}

/** True counts: protect before publishing. */
export interface StudentCounts {
  /** Rows of COUNT_SIZE, one a patch, in the order of PLACE_COUNTS. */
  readonly counts: Int32Array;
  /** Sums of the record keys of the students counted, modulo 2^32, in the same rows. */
  readonly keys: Int32Array;
  /** By patch, the sum of all record keys. */
  readonly groupKeys: Int32Array;
  /** By statistic, the first that counts the same students in all patches: no student of the state distinguishes the two. */
  readonly sameAs: Int32Array;
}

/** @param patchOf by home its patch */
export function countStudents(homes: Answers, patchOf: Int32Array, patches: number): StudentCounts {
  const counts = new Int32Array(patches * COUNT_SIZE);
  const keys = new Int32Array(patches * COUNT_SIZE);
  const groupKeys = new Int32Array(patches);
  const occurs = new Uint8Array(KINDS.length);
  for (let home = 0; home < patchOf.length; home++) {
    const patch = patchOf[home] as number;
    const key = homes.recordKey[home] as number;
    const kind =
      ((homes.homeStatus[home] as number) * DEVICE_STATUSES.length + (homes.deviceStatus[home] as number)) *
        SORTS.length +
      (homes.sort[home] as number);
    occurs[kind] = 1;
    groupKeys[patch] = (groupKeys[patch] as number) + key;
    const list = KINDS[kind] as readonly number[];
    for (let i = 0; i < list.length; i++) {
      const at = patch * COUNT_SIZE + (list[i] as number);
      counts[at] = (counts[at] as number) + 1;
      keys[at] = (keys[at] as number) + key;
    }
  }
  return { counts, keys, groupKeys, sameAs: toldApart(occurs) };
}

/** The counts that each kind of student is part of: by home status, device status and sort of home. */
const KINDS: readonly (readonly number[])[] = HOME_STATUSES.flatMap((home) =>
  DEVICE_STATUSES.flatMap((device) =>
    SORTS.map((sort) => {
      const lever = leverFor(VERDICT_OF_SORT[sort], home);
      return [
        countPosition({ kind: 'home', status: home }),
        ...(device === 'own' ? [] : [countPosition({ kind: 'device', status: device })]),
        ...(needsEquipment(device) ? [countPosition({ kind: 'equip' })] : []),
        ...(lever ? [countPosition({ kind: 'lever', lever })] : []),
      ];
    }),
  ),
);

function toldApart(occurs: Uint8Array): Int32Array {
  const first = new Map<string, number>();
  return Int32Array.from(PLACE_COUNTS.keys(), (statistic) => {
    const members = KINDS.flatMap((list, kind) => (occurs[kind] && list.includes(statistic) ? [kind] : [])).join();
    // Statistics without any student stay distinct.
    if (members === '') return statistic;
    const known = first.get(members) ?? statistic;
    first.set(members, known);
    return known;
  });
}
