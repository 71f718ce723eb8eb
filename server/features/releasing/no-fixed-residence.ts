/**
 * Students without a fixed residence: counted for their district and the state and in no other number. Shown from the floor
 * up, with noise like any count, and proven over all releases.
 */
import { AUDIENCES, type Audience } from '../../domain/audience.ts';
import { type Keyed, noiseOf } from '../../domain/protect/noise.ts';
import { ROUNDING } from '../../domain/protect/round.ts';
import type { Tx } from '../../platform/db.ts';
import type { Reader } from '../../platform/reader.ts';
import {
  type DistrictKeys,
  keepUnplacedKeys,
  type Unplaced,
  unplacedCounts,
  unplacedForRelease,
} from '../intake/index.ts';
import { keepUnplaced, provenUnplaced, STATE, type UnplacedShown, unplacedReleased } from './programs/index.ts';

/** @returns by LEAID, and under null the state: students, or null = hidden */
export function protectUnplaced(
  districts: readonly Unplaced[],
  floor: number,
  keyed: Keyed,
): Map<string | null, number | null> {
  const shown = (students: number, fingerprint: number): number | null => {
    const noisy = students + noiseOf(keyed, fingerprint, UNPLACED, fingerprint);
    return Math.min(students, noisy) < floor ? null : noisy;
  };
  return new Map(
    [...districts, sumOfAll(districts)].map(({ leaId, students, fingerprint }) => [
      leaId,
      shown(students, fingerprint),
    ]),
  );
}

function sumOfAll(districts: readonly Unplaced[]) {
  return {
    leaId: null,
    students: districts.reduce((sum, { students }) => sum + students, 0),
    fingerprint: districts.reduce((sum, district) => (sum + district.fingerprint) | 0, 0),
  };
}

/** A noise question of its own, separate from the statistics. */
const UNPLACED = -1;

export interface UnplacedOfRelease {
  readonly settled: readonly DistrictKeys[];
  /** Under a release id that no release has. */
  readonly proven: readonly UnplacedShown[];
}

/** An id beside those of earlier releases, which count from 1. */
const BEING_MADE = 0;

/** @throws Refusal release.unproven */
export async function composeUnplaced(
  reader: Reader,
  asked: { collectionId: number; stateFips: string; floor: number; keyed: Keyed },
): Promise<UnplacedOfRelease> {
  const { stateFips, floor } = asked;
  const settled = await unplacedForRelease(reader, asked);
  const districts = unplacedCounts(settled);
  const noisy = protectUnplaced(districts, floor, asked.keyed);
  const told = [...districts, sumOfAll(districts)].map(({ leaId, students, fingerprint }) => {
    const shown = noisy.get(leaId) ?? null;
    return { releaseId: BEING_MADE, leaId: leaId ?? STATE, roster: `${students} ${fingerprint}`, students, shown };
  });
  return { settled, proven: await provenUnplaced(told, await unplacedReleased(reader, stateFips), floor) };
}

export async function publishUnplaced(
  tx: Tx,
  releaseId: number,
  { settled, proven }: UnplacedOfRelease,
  { stateFips, floor, leaIds }: { stateFips: string; floor: number; leaIds: readonly string[] },
): Promise<void> {
  await keepUnplacedKeys(tx, stateFips, settled);
  await keepUnplaced(
    tx,
    stateFips,
    proven.map((row) => ({ ...row, releaseId })),
  );
  const shown = new Map(proven.map((row) => [row.leaId === STATE ? null : row.leaId, row.shown]));
  // Every district has a row, so that having one reveals nothing.
  const ids = [null, ...new Set([...leaIds, ...[...shown.keys()].filter((id) => id !== null)])];
  for (const audience of AUDIENCES)
    await tx.run(
      `insert into published.no_fixed_residence (release_id, audience, lea_id, students)
       select $1, $2, lea_id, students
       from unnest($3::text[], $4::integer[]) as shown (lea_id, students)`,
      [releaseId, audience, ids, ids.map((id) => forAudience(shown.get(id) ?? null, audience, floor))],
    );
}

function forAudience(students: number | null, audience: Audience, floor: number): number | null {
  if (students === null || audience !== 'public') return students;
  const rounded = ROUNDING * Math.round(students / ROUNDING);
  return rounded < floor ? null : rounded;
}
