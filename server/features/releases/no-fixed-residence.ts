/**
 * Students without a fixed residence: counted for their district and the state and in no other number. Protected as any
 * count: shown from the floor on, with the noise of who they are; the state's beside the districts' proves no few.
 */
import { AUDIENCES, type Audience } from '../../domain/audience.ts';
import { chosenValue } from '../../domain/protect/choose.ts';
import { noiseOf, slackOf } from '../../domain/protect/noise.ts';
import { ROUNDING } from '../../domain/protect/round.ts';
import type { AskedAudience } from '../../platform/access.ts';
import type { Tx } from '../../platform/db.ts';
import { type Unplaced, unplacedForRelease } from '../intake/index.ts';

/** @returns by LEAID, and under null the state: students, or null = hidden */
export function protectUnplaced(districts: readonly Unplaced[], floor: number): Map<string | null, number | null> {
  const shown = new Map<string | null, number | null>();
  const published = districts.map(({ leaId, students, fingerprint }) => {
    const noisy = students + noiseOf(fingerprint);
    const value = students < floor || noisy < floor ? null : noisy;
    shown.set(leaId, value);
    return { students, value };
  });
  const own = districts.reduce((sum, { students }) => sum + students, 0);
  const fingerprint = districts.reduce((sum, district) => (sum + district.fingerprint) | 0, 0);
  const nearest = own - floor - slackOf(fingerprint);
  const valuesWhere = (isNear: boolean) =>
    published.flatMap(({ students, value }) => (value !== null && students > nearest === isNear ? [value] : []));
  const noisy = own + noiseOf(fingerprint);
  const inside = { near: valuesWhere(true), far: valuesWhere(false) };
  const chosen = own < floor ? undefined : chosenValue({ own, noisy, same: undefined, ...inside }, floor);
  shown.set(null, chosen === undefined || chosen < floor ? null : chosen);
  return shown;
}

export async function publishUnplaced(
  tx: Tx,
  releaseId: number,
  asked: { collectionId: number; stateFips: string; floor: number; leaIds: readonly string[] },
): Promise<void> {
  const shown = protectUnplaced(await unplacedForRelease(tx, asked), asked.floor);
  // Every district has a row, so that none of them says whether it has any.
  const ids = [null, ...new Set([...asked.leaIds, ...[...shown.keys()].filter((id) => id !== null)])];
  for (const audience of AUDIENCES)
    await tx.run(
      `insert into published.no_fixed_residence (release_id, audience, lea_id, students)
       select $1, $2, lea_id, students
       from unnest($3::text[], $4::integer[]) as shown (lea_id, students)`,
      [releaseId, audience, ids, ids.map((id) => forAudience(shown.get(id) ?? null, audience, asked.floor))],
    );
}

function forAudience(students: number | null, audience: Audience, floor: number): number | null {
  if (students === null || audience !== 'public') return students;
  const rounded = ROUNDING * Math.round(students / ROUNDING);
  return rounded < floor ? null : rounded;
}

/** The state's as an audience reads it; a district reads the public's. */
export function stateWithoutResidence(tx: Tx, releaseId: number, audience: AskedAudience): Promise<number | null> {
  return unplacedShown(tx, releaseId, audience === 'district' ? 'public' : audience, null);
}

/** @param leaId null = the state */
export async function unplacedShown(
  tx: Tx,
  releaseId: number,
  audience: Audience,
  leaId: string | null,
): Promise<number | null> {
  const row = await tx.maybe<{ students: number | null }>(
    `select students
     from published.no_fixed_residence
     where release_id = $1
       and audience = $2
       and lea_id is not distinct from $3`,
    [releaseId, audience, leaId],
  );
  return row?.students ?? null;
}
