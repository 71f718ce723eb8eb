/** Releases one after the other, read as whoever compares them would: what the tables say, land by land. */
import { beforeAll, describe, expect, it } from 'vitest';
import { loadState } from '../../scripts/bench/release/state.ts';
import type { Actor } from '../../server/domain/actor.ts';
import { createRelease } from '../../server/features/releasing/index.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
const intake: Actor = { role: 'intake' };
const rows = <T extends object>(text: string, parameters: (string | number)[] = []): Promise<T[]> =>
  database.deps.db.as(intake, (tx) => tx.rows<T>(text, parameters));

const DISTRICT = '5400030';
const MOVED = 12;
const releases: number[] = [];

/** Homes of the district as they were sent first are kept aside, so that the same file can be sent again. */
beforeAll(async () => {
  await database.deps.db.as(intake, (tx) => loadState(tx, { students: 6000, areas: 4 }));
  await release();
  const first = await rows<{ key: string; cell: bigint; shard: bigint }>(
    `select encode(student_key, 'hex') as key, cell, shard from intake.homes where lea_id = $1`,
    [DISTRICT],
  );
  await move(MOVED);
  await release();
  await database.deps.db.as(intake, async (tx) => {
    for (const { key, cell, shard } of first)
      await tx.run(`update intake.homes set cell = $2, shard = $3 where student_key = decode($1, 'hex')`, [
        key,
        cell,
        shard,
      ]);
  });
  await release();
});

async function release(): Promise<void> {
  releases.push((await createRelease(database.deps, { name: `Release ${releases.length + 1}` })).id);
}

/** Moves students of the district who did not answer, whole households first, to where its last cell is. */
async function move(students: number): Promise<void> {
  await database.deps.db.as(intake, (tx) =>
    tx.run(
      `update intake.homes h
       set cell = there.cell, shard = there.shard
       from (select cell, shard from intake.homes where lea_id = $2 order by cell desc limit 1) as there
       where h.student_key in (
         select h.student_key
         from intake.homes h
         left join intake.answers a using (student_key)
         where h.lea_id = $2 and a.student_key is null
         order by h.cell, h.household_key, h.student_key
         limit $1
       )`,
      [students, DISTRICT],
    ),
  );
}

/** Every total of every land, audience and table. */
const TOTALS = `
  select audience || ' patch ' || cell || ' ' || rest || ' ' || lea_ids::text as land, release_id, students, households
  from published.patches
  union all
  select audience || ' hex ' || level || ' ' || cell, release_id, students, households
  from published.hexes
  union all
  select audience || ' ' || kind || ' ' || id, release_id, students, households
  from published.place_totals where students is not null
  union all
  select audience || ' state', release_id, students, households
  from published.totals`;

interface Difference {
  land: string;
  students: number;
  households: number;
}

/** Lands whose totals in two releases differ, and by how much. */
function differences(): Promise<Difference[]> {
  return rows(
    `with totals as (${TOTALS})
     select land, abs(a.students - b.students) as students, abs(a.households - b.households) as households
     from totals a join totals b using (land)
     where a.release_id < b.release_id and (a.students, a.households) <> (b.students, b.households)`,
  );
}

describe('three releases (a file, one with twelve students moved, the first again)', () => {
  it('differ in the totals of any land by nothing, or by at least the floors', async () => {
    const all = await differences();
    expect(all.length).toBeGreaterThan(0);
    const few = all.filter(({ students, households }) => students < 10 || households < 5);
    expect(few).toEqual([]);
  });

  it('are published on the same land', async () => {
    const lands = await rows<{ lands: string }>(
      `select md5(string_agg(audience || cell || resolution || rest || lea_ids::text, ',' order by audience, cell, lea_ids::text, rest)) as lands
       from published.patches group by release_id`,
    );
    expect(new Set(lands.map(({ lands: land }) => land)).size).toBe(1);
  });

  it('publish the same of every land in the first and the third', async () => {
    const [first, , third] = releases;
    const saidBy = (release = 0) =>
      rows(
        `select audience, cell, rest, lea_ids::text, students, households
         from published.patches where release_id = $1 order by 1, 2, 3, 4`,
        [release],
      );
    expect(await saidBy(third)).toEqual(await saidBy(first));
  });
});

describe('the areas that releases keep', () => {
  it('are as many as the patches, each with the release that last counted it anew', async () => {
    const [kept] = await rows(
      `select
         count(*)::int as areas,
         (select count(*)::int from published.patches where audience = 'agency' and release_id = $1) as patches,
         bool_and(home_version = any ($2::integer[]) and device_version = any ($2::integer[])) as known
       from intake.kept_areas`,
      [releases[2] ?? 0, `{${releases}}`],
    );
    expect(kept).toMatchObject({ known: true });
    expect(kept).toHaveProperty('areas', (kept as { patches: number }).patches);
  });

  it('stay as they are when answers change without changing a status', async () => {
    await database.deps.db.as(intake, (tx) =>
      tx.run(`update intake.answers set device = 'Laptop Computer' where device = 'Chromebook'`),
    );
    await release();
    const anew = await rows('select from intake.kept_areas where greatest(home_version, device_version) = $1', [
      releases.at(-1) ?? 0,
    ]);
    expect(anew).toEqual([]);
  });

  it('count one table anew where ten answers change in it', async () => {
    await database.deps.db.as(intake, (tx) =>
      tx.run(`update intake.answers set device_access = 'Shared' where lea_id = $1`, [DISTRICT]),
    );
    await release();
    const anew = await rows<{ homes: number; devices: number }>(
      `select count(*) filter (where home_version = $1)::int as homes, count(*) filter (where device_version = $1)::int as devices
       from intake.kept_areas`,
      [releases.at(-1) ?? 0],
    );
    expect(anew[0]?.homes).toBe(0);
    expect(anew[0]?.devices).toBeGreaterThan(0);
  });

  it('hold when many students come and go, year after year', async () => {
    for (let year = 0; year < 3; year++) {
      await database.deps.db.as(intake, (tx) =>
        tx.run(
          `update intake.homes
           set student_key = decode(md5(encode(student_key, 'hex') || $1), 'hex'), household_key = decode(md5(encode(household_key, 'hex') || $1), 'hex')
           where get_byte(household_key, $2) < 60`,
          [String(year), year],
        ),
      );
      await database.deps.db.as(intake, (tx) =>
        tx.run(`delete from intake.homes where get_byte(household_key, $1) between 60 and 70`, [year]),
      );
      await release();
    }
    const all = await differences();
    expect(all.filter(({ students, households }) => students < 10 || households < 5)).toEqual([]);
    expect(all.length).toBeGreaterThan(0);
    const [anew] = await rows<{ n: number }>(
      'select count(*)::int as n from intake.kept_areas where home_version >= $1',
      [releases.at(-3) ?? 0],
    );
    expect(anew?.n).toBeGreaterThan(0);
  });
});
