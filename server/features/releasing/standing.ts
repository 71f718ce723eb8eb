/** Publishes a draft, and withdraws what was wrong. */
import { AUDIENCES } from '../../domain/audience.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { discloseRelease } from './disclose.ts';
import { releaseErrors } from './errors.ts';
import { holdState } from './hold.ts';
import { OPERATOR, type Standing, takeStep } from './steps.ts';

export interface StandingWishes {
  /** Name of a release, or its number. */
  readonly release: string;
  /** FIPS code, where releases of several states have that name. */
  readonly state?: string | undefined;
  /** Who does it, for the log. @default OPERATOR */
  readonly by?: string | undefined;
}

interface Found {
  id: number;
  name: string;
  standing: Standing;
  state_fips: string;
  floor_students: number;
  floor_households: number;
}

/**
 * Makes a draft the current release of its state. Nothing is computed: a later release was proven together with the draft's numbers.
 *
 * @throws Refusal when there is no such draft, or a later release is current
 */
export function publishDraft(db: Db, wishes: StandingWishes): Promise<{ id: number; name: string }> {
  return db.as({ role: 'intake' }, async (tx) => {
    const { id, name, standing, state_fips: stateFips, ...floors } = await named(tx, wishes);
    if (standing !== 'draft') throw releaseErrors.noDraft(name, standing);
    const later = await tx.maybe<{ name: string }>(
      `select r.name
       from published.current c
       join published.releases r on r.id = c.release_id
       where c.state_fips = $1
         and r.id > $2`,
      [stateFips, id],
    );
    if (later) throw releaseErrors.laterIsCurrent(name, later.name);
    await takeStep(tx, { releaseId: id, standing: 'published', by: byOf(wishes), becomesCurrent: true });
    await discloseRelease(tx, {
      id,
      name,
      floors: { students: floors.floor_students, households: floors.floor_households },
      audiences: AUDIENCES.filter((audience) => audience !== 'agency'),
      stateFips,
    });
    return { id, name };
  });
}

export interface Withdrawn {
  readonly id: number;
  readonly name: string;
  /** True: it was a draft. */
  readonly wasDraft: boolean;
  /** Name of the state's current release now; undefined: none. */
  readonly current: string | undefined;
}

/**
 * Takes a release away from everybody, for good. The one that was current before it becomes current again. Its rows stay, and its
 * numbers go on binding later releases: they were read. So do a draft's, whether or not anybody opened it.
 *
 * @throws Refusal when there is no such release, it is withdrawn already, or no reason is given
 */
export async function withdrawRelease(
  db: Db,
  wishes: StandingWishes & { readonly reason: string },
): Promise<Withdrawn> {
  const reason = wishes.reason.trim();
  if (reason === '') throw releaseErrors.noReason();
  return db.as({ role: 'intake' }, async (tx) => {
    const { id, name, standing } = await named(tx, wishes);
    if (standing === 'withdrawn' || standing === 'discarded') throw releaseErrors.isWithdrawn(name);
    const wasDraft = standing === 'draft';
    const current = await takeStep(tx, {
      releaseId: id,
      standing: wasDraft ? 'discarded' : 'withdrawn',
      by: byOf(wishes),
      reason,
    });
    const left = await tx.maybe<{ name: string }>('select name from published.releases where id = $1', [current]);
    return { id, name, wasDraft, current: left?.name };
  });
}

function byOf({ by }: StandingWishes): string {
  return by?.trim() || OPERATOR;
}

/** Locks out releases of the state being made until the transaction ends: what is current must not change between. */
async function named(tx: Tx, { release, state }: StandingWishes): Promise<Found> {
  const found = await tx.rows<Found>(
    `select id, name, standing, state_fips, floor_students, floor_households
     from published.releases
     where (name = $1 or id::text = $1)
       and ($2::text is null or state_fips = $2)
     order by id`,
    [release.trim(), state ?? null],
  );
  const [only, ...others] = found;
  if (!only) throw releaseErrors.noneNamed(release);
  if (others.length > 0)
    throw releaseErrors.severalNamed(
      release,
      found.map(({ id }) => id),
    );
  await holdState(tx, only.state_fips);
  return {
    ...only,
    ...(await tx.one<Pick<Found, 'standing'>>('select standing from published.releases where id = $1', [only.id])),
  };
}
