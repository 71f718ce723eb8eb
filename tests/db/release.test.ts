import { beforeAll, describe, expect, it } from 'vitest';
import { loadState } from '../../scripts/bench/release/state.ts';
import type { Actor } from '../../server/domain/actor.ts';
import { AUDIENCES } from '../../server/domain/audience.ts';
import { cellToText, parentOf } from '../../server/domain/cell.ts';
import type { PhraseKey } from '../../server/domain/messages/phrase.ts';
import { COUNT_KEYS, PLACE_COUNT_KEYS } from '../../server/domain/statistic.ts';
import { readReport } from '../../server/features/releases/read-report.ts';
import { createRelease, type ReleaseSummary } from '../../server/features/releasing/index.ts';
import type { Refusal } from '../../server/platform/problem.ts';
import { type Progress, silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../support/database.ts';

const STUDENTS = 10_000;
const database = testDatabase();
let first: ReleaseSummary;

interface Row {
  audience: string;
  students: number;
  households: number;
  counts: (number | null)[];
  hidden: string;
}
const read = <T extends object>(actor: Actor, text: string, parameters: (string | number)[] = []): Promise<T[]> =>
  database.deps.db.as(actor, (tx) => tx.rows<T>(text, parameters));
const intake: Actor = { role: 'intake' };

beforeAll(async () => {
  await database.deps.db.as(intake, (tx) => loadState(tx, { students: STUDENTS, areas: 12 }));
  first = await createRelease(database.deps, { name: 'First' });
});

/** Everything one release published, as text. */
async function bytesOf(release: number): Promise<string> {
  const tables = [
    'sources',
    'totals',
    'patches',
    'hexes',
    'place_totals',
    'place_patches',
    'clusters',
    'cluster_standings',
  ];
  const sums = await Promise.all(
    tables.map((table) =>
      read<{ sum: string }>(
        intake,
        `select md5(string_agg(line, '|' order by line)) || count(*) as sum
         from (select t::text as line from published.${table} t where release_id = $1) as lines`,
        [release],
      ),
    ),
  );
  return JSON.stringify(sums);
}

/** Everything one release says of homes, as text without its number. */
async function saidBy(release: number): Promise<string[]> {
  const tables = [
    'totals',
    'patches',
    'hexes',
    'place_totals',
    'place_patches',
    'clusters',
    'cluster_standings',
    'no_fixed_residence',
  ];
  const sums = await Promise.all(
    tables.map((table) =>
      read<{ sum: string }>(
        intake,
        `select md5(string_agg(line, '|' order by line)) || count(*) as sum
         from (select (to_jsonb(t) - 'release_id')::text as line from published.${table} t where release_id = $1) as lines`,
        [release],
      ),
    ),
  );
  return sums.map(([row], i) => `${tables[i]} ${row?.sum}`);
}

describe('a release', () => {
  it('is current, says what it was made from, and shows each audience only the filings it may know', async () => {
    const [release] = await read<{ name: string; synthetic: boolean; statistics: string[]; state_name: string }>(
      { role: 'public' },
      'select r.* from published.releases r join published.current c on c.release_id = r.id',
    );
    expect(release).toMatchObject({ name: 'First', synthetic: true, state_name: 'Synthetic state', state_fips: '54' });
    expect(release?.statistics).toEqual(PLACE_COUNT_KEYS);
    const sources = await read<{ audience: string; fcc: string[]; puc: number }>(
      intake,
      `select audience, array_agg(as_of::text) filter (where source = 'fcc') as fcc, count(*) filter (where source = 'puc')::int as puc
       from published.sources group by audience order by audience`,
    );
    expect(sources).toEqual([
      { audience: 'agency', fcc: ['2026-06-30'], puc: 12 },
      { audience: 'provider', fcc: ['2026-06-30'], puc: 9 },
      { audience: 'public', fcc: ['2026-06-30'], puc: 9 },
    ]);
  });

  it('counts every student once, for each audience alike', async () => {
    const patches = await read<{ audience: string; students: number; fewest: number; families: number }>(
      intake,
      `select audience, sum(students)::int as students, min(students) as fewest, min(households) as families
       from published.patches group by audience order by audience`,
    );
    expect(patches.map(({ audience, students }) => [audience, students])).toEqual(AUDIENCES.map((a) => [a, STUDENTS]));
    for (const { fewest, families } of patches) {
      expect(fewest).toBeGreaterThanOrEqual(10);
      expect(families).toBeGreaterThanOrEqual(5);
    }
    const totals = await read<Row>(intake, 'select * from published.totals');
    expect(totals.map((row) => row.students)).toEqual([STUDENTS, STUDENTS, STUDENTS]);
  });

  it('shows no count under the floor, nor one whose rest is under it', async () => {
    const rows = await read<Row & { isPlace: boolean }>(
      intake,
      `select students, counts, hidden, false as "isPlace" from published.patches
       union all select students, counts, hidden, false from published.hexes
       union all select students, counts, hidden, true from published.place_totals where students is not null
       union all select students, counts, hidden, true from published.totals`,
    );
    for (const { students, counts, hidden, isPlace } of rows) {
      expect(counts).toHaveLength((isPlace ? PLACE_COUNT_KEYS : COUNT_KEYS).length);
      expect(hidden).toHaveLength(counts.length);
      for (const [i, count] of counts.entries()) {
        if ((count === null) !== (hidden[i] !== '.')) expect.fail('a count is hidden, and not said to be');
        if (count !== null && (count < 10 || students - count < 10)) expect.fail(`a count of ${count} was shown`);
      }
    }
    expect(rows.some(({ hidden }) => /\..*l/.test(hidden))).toBe(true);
  });
});

/** Each number of students an audience is shown, with the patches it is the sum of. */
async function publishedSums(
  audience: string,
): Promise<{ students: number; households: number; patches: Set<number> }[]> {
  const patches = await read<{ patch: number; cell: bigint; resolution: number; students: number; households: number }>(
    intake,
    'select patch, cell, resolution, students, households from published.patches where audience = $1 order by patch',
    [audience],
  );
  const hexes = await read<{ level: number; cell: bigint; students: number; households: number }>(
    intake,
    'select level, cell, students, households from published.hexes where audience = $1',
    [audience],
  );
  const places = await read<{ students: number; households: number; patches: number[] }>(
    intake,
    `select t.students, t.households, p.patches
     from published.place_totals t join published.place_patches p using (release_id, audience, kind, id)
     where t.audience = $1 and t.students is not null`,
    [audience],
  );
  const drawnIn = (level: number) => {
    const sets = new Map<string, Set<number>>();
    for (const { patch, cell, resolution } of patches) {
      const hex = cellToText(resolution > level ? parentOf(cell, level) : cell);
      sets.set(hex, (sets.get(hex) ?? new Set()).add(patch));
    }
    return sets;
  };
  const levels = new Map([5, 6, 7, 8].map((level) => [level, drawnIn(level)]));
  return [
    ...patches.map(({ patch, ...size }) => ({ ...size, patches: new Set([patch]) })),
    ...hexes.map(({ level, cell, ...size }) => ({
      ...size,
      patches: levels.get(level)?.get(cellToText(cell)) ?? new Set<number>(),
    })),
    ...places.map((place) => ({ ...place, patches: new Set(place.patches) })),
  ];
}

describe('any two numbers of one audience', () => {
  it.each(AUDIENCES)('differ by whole patches (%s)', async (audience) => {
    const sums = await publishedSums(audience);
    const sizes = new Map(
      (
        await read<{ patch: number; students: number; households: number }>(
          intake,
          'select patch, students, households from published.patches where audience = $1',
          [audience],
        )
      ).map((patch) => [patch.patch, patch]),
    );
    const sum = (patches: Iterable<number>, of: 'students' | 'households') =>
      [...patches].reduce((total, patch) => total + (sizes.get(patch)?.[of] ?? 0), 0);
    // Each is the sum of its patches, so the difference of two is that of the patches only one of them has.
    for (const { students, households, patches } of sums) {
      expect(patches.size).toBeGreaterThan(0);
      expect(students).toBe(sum(patches, 'students'));
      expect(households).toBe(sum(patches, 'households'));
    }
    for (let i = 0; i < 5_000; i++) {
      const [one, other] = [sums[(i * 7919) % sums.length], sums[(i * 104_729 + 13) % sums.length]];
      if (!one || !other) continue;
      const mine = [...one.patches].filter((patch) => !other.patches.has(patch));
      const theirs = [...other.patches].filter((patch) => !one.patches.has(patch));
      expect(one.students - other.students).toBe(sum(mine, 'students') - sum(theirs, 'students'));
    }
  });

  it('add up: the hexes of each level, and the places of each kind, are the state', async () => {
    const levels = await read<{ students: number; households: number; state: Row }>(
      intake,
      `select h.audience, level, sum(h.students)::int - t.students as students, sum(h.households)::int - t.households as households
       from published.hexes h join published.totals t using (release_id, audience)
       group by h.audience, level, t.students, t.households`,
    );
    expect(levels).toHaveLength(4 + 4 + 3);
    const kinds = await read<{ kind: string; students: number; households: number }>(
      intake,
      `-- places published together share one number: counted once
       select audience, kind, sum(students)::int - state as students, sum(households)::int - families as households
       from (
         select p.audience, p.kind, p.students, p.households, t.students as state, t.households as families
         from published.place_totals p join published.totals t using (release_id, audience)
         where p.students is not null and p.id < all (p.together_with)
       ) as once
       group by audience, kind, state, families`,
    );
    expect(new Set(kinds.map(({ kind }) => kind))).toEqual(
      new Set(['state', 'county', 'school_district', 'senate_district']),
    );
    for (const row of [...levels, ...kinds]) expect(row).toMatchObject({ students: 0, households: 0 });
  });

  it('nest: what the public sees of a hex is what providers see of it, to the nearest five', async () => {
    const hexes = await read<{ students: number; theirs: (number | null)[]; rounded: (number | null)[] }>(
      intake,
      `select a.students, b.counts as theirs, a.counts as rounded
       from published.hexes a join published.hexes b using (release_id, level, cell, rest)
       where a.audience = 'public' and b.audience = 'provider' and a.students = b.students`,
    );
    const [all] = await read<{ n: number }>(
      intake,
      `select count(*)::int as n from published.hexes where audience = 'public'`,
    );
    expect(hexes).toHaveLength(all?.n ?? -1);
    for (const { students, theirs, rounded } of hexes)
      for (const [i, count] of theirs.entries()) {
        const nearest = count === null ? null : 5 * Math.round(count / 5);
        const expected = nearest === null || students - nearest < 10 ? null : nearest;
        if (rounded[i] !== expected) expect.fail(`${rounded[i]} for ${count} of ${students}`);
      }
  });
});

describe('a reader of a release', () => {
  it('sees its own audience and the public one, a district its own patches alone', async () => {
    const seen = async (actor: Actor) =>
      (await read<{ audience: string }>(actor, 'select distinct audience from published.patches order by 1')).map(
        (row) => row.audience,
      );
    expect(await seen({ role: 'public' })).toEqual(['public']);
    expect(await seen({ role: 'agency', stateFips: '54' })).toEqual(['agency', 'public']);
    expect(await seen({ role: 'provider', stateFips: '54', providerId: 1 })).toEqual(['provider', 'public']);
    const own = await read<{ lea_ids: string[] }>(
      { role: 'district', leaId: '5400030' },
      `select distinct lea_ids from published.patches where audience = 'provider'`,
    );
    expect(own).toEqual([{ lea_ids: ['5400030'] }]);
  });
});

/** Ends the work when a step begins, as a crash would. */
function failingAt(step: PhraseKey): Progress {
  return {
    ...silentProgress,
    begin: (title) => {
      if (title.key === step) throw new Error('out of disk');
      return silentProgress.begin(title);
    },
  };
}

describe('making a release', () => {
  it('leaves nothing behind when it fails after writing', async () => {
    const before = await bytesOf(first.id);
    await expect(createRelease(database.deps, { name: 'Broken' }, failingAt('step.clusters'))).rejects.toThrow(
      'out of disk',
    );
    expect(await read(intake, `select from published.releases where name = 'Broken'`)).toEqual([]);
    const [strays] = await read<{ n: number }>(
      intake,
      'select count(*)::int as n from published.patches where release_id <> $1',
      [first.id],
    );
    expect(strays?.n).toBe(0);
    expect(await read(intake, 'select release_id from published.current')).toEqual([{ release_id: first.id }]);
    expect(await bytesOf(first.id)).toBe(before);
  });

  it('changes no earlier one, and publishes the same for the same homes and filings', async () => {
    const before = await bytesOf(first.id);
    const second = await createRelease(database.deps, { name: 'Second' });
    expect(await bytesOf(first.id)).toBe(before);
    expect(await read(intake, 'select release_id from published.current')).toEqual([{ release_id: second.id }]);
    const different = await read(
      intake,
      `select audience, patch, cell, lea_ids, students, households, counts, hidden from published.patches where release_id = $1
       except select audience, patch, cell, lea_ids, students, households, counts, hidden from published.patches where release_id = $2`,
      [first.id, second.id],
    );
    expect(different).toEqual([]);
  });

  it('may rest on an older vintage, with a name that says so', async () => {
    const old = await createRelease(database.deps, { fccAsOf: '2025-12-31', floorStudents: 25 });
    expect(old.name).toBe('fall 2026, FCC 2025-12-31');
    const [fewest] = await read<{ n: number }>(
      intake,
      'select min(students) as n from published.patches where release_id = $1',
      [old.id],
    );
    expect(fewest?.n).toBeGreaterThanOrEqual(25);
  });

  it('is refused when the name is taken, the vintage is missing or the floors are too low', async () => {
    const refusalOf = (wishes: Parameters<typeof createRelease>[1]): Promise<Refusal> =>
      createRelease(database.deps, wishes).then(
        () => expect.fail('it was made'),
        (error: Refusal) => error,
      );
    expect(await refusalOf({ name: 'First' })).toMatchObject({ code: 'release.name-taken', status: 409 });
    expect(await refusalOf({ name: ' ' })).toMatchObject({ code: 'release.name-empty' });
    expect(await refusalOf({ name: 'x', fccAsOf: '2019-06-30' })).toMatchObject({ code: 'release.no-vintage' });
    expect(await refusalOf({ name: 'x', collection: 'spring 1999' })).toMatchObject({ code: 'release.no-collection' });
    expect(await refusalOf({ name: 'x', floorStudents: 4 })).toMatchObject({ code: 'release.floors', status: 400 });
    expect(await refusalOf({ name: 'x', floorHouseholds: 2 })).toMatchObject({ code: 'release.floors' });
    expect(await refusalOf({ name: 'x', floorStudents: 20_000 })).toMatchObject({ code: 'release.too-few' });
  });

  it('cannot be undone or changed by any role, the jobs included', async () => {
    for (const statement of [
      'delete from published.patches',
      'update published.hexes set students = 0',
      'delete from published.releases',
    ])
      await expect(database.deps.db.as(intake, (tx) => tx.run(statement))).rejects.toThrow('permission denied');
  });
});

describe('the next release', () => {
  const move = (students: number) =>
    database.deps.db.as(intake, (tx) =>
      tx.run(
        `update intake.homes h
         set cell = there.cell, shard = there.shard
         from (select cell, shard from intake.homes order by cell desc limit 1) as there
         where h.student_key in (
           select h.student_key
           from intake.homes h
           left join intake.answers a using (student_key)
           where h.lea_id = '5400030' and a.student_key is null
           order by h.cell, h.student_key
           limit $1
         )`,
        [students],
      ),
    );

  it('publishes the same numbers when one student moved', async () => {
    const before = await createRelease(database.deps, { name: 'Before' });
    expect(await move(1)).toBe(1);
    const after = await createRelease(database.deps, { name: 'One moved' });
    expect(await saidBy(after.id)).toEqual(await saidBy(before.id));
  });

  it('publishes a move of many students, and leaves other land as it was', async () => {
    expect(await move(60)).toBe(60);
    const after = await createRelease(database.deps, { name: 'Many moved' });
    const changed = await read<{ lea_ids: string[]; n: number; all: number }>(
      intake,
      `select lea_ids, count(*) filter (where not was_so)::int as n, count(*)::int as all
       from (
         select p.lea_ids, exists (
           select from published.patches b join published.releases r on r.id = b.release_id and r.name = 'One moved'
           where (b.audience, b.cell, b.lea_ids, b.students, b.counts::text) = (p.audience, p.cell, p.lea_ids, p.students, p.counts::text)
         ) as was_so
         from published.patches p
         where p.release_id = $1 and p.audience = 'agency'
       ) as compared
       group by lea_ids
       order by lea_ids`,
      [after.id],
    );
    for (const { n, all } of changed) expect(n).toBeLessThan(all / 4);
    expect(changed.reduce((sum, { n }) => sum + n, 0)).toBeGreaterThan(0);
  });

  it('counts students without a fixed residence for their district and the state, and holds changes of a few back', async () => {
    const add = (from: number, to: number) =>
      database.deps.db.as(intake, (tx) =>
        tx.run(
          `insert into intake.no_fixed_residence (collection_id, lea_id, student_key)
           select (select max(id) from intake.collections), '5400030', decode(lpad(to_hex(n * 7919), 32, '0'), 'hex')
           from generate_series($1::integer, $2::integer) as n`,
          [from, to],
        ),
      );
    const shown = (release: number, audience: string) =>
      read<{ lea_id: string | null; students: number | null }>(
        intake,
        'select lea_id, students from published.no_fixed_residence where release_id = $1 and audience = $2 order by lea_id',
        [release, audience],
      );
    await add(1, 40);
    const some = await createRelease(database.deps, { name: 'Some without residence' });
    const rows = await shown(some.id, 'agency');
    const [district] = rows.filter(({ lea_id }) => lea_id === '5400030');
    expect(Math.abs((district?.students ?? 0) - 40)).toBeLessThanOrEqual(4);
    expect(rows.find(({ lea_id }) => lea_id === null)?.students).toBe(district?.students);
    for (const { lea_id, students } of rows) if (lea_id && lea_id !== '5400030') expect(students).toBeNull();
    for (const { students } of await shown(some.id, 'public')) expect((students ?? 0) % 5).toBe(0);
    await add(41, 45);
    const more = await createRelease(database.deps, { name: 'Five more' });
    expect(await shown(more.id, 'agency')).toEqual(rows);
    await add(46, 60);
    const many = await createRelease(database.deps, { name: 'Twenty more' });
    expect(await shown(many.id, 'agency')).not.toEqual(rows);
  });

  it('reports its protection and its error, and nothing more to any role', async () => {
    const [latest] = await read<{ id: number }>(intake, 'select max(id) as id from published.releases');
    for (const audience of AUDIENCES) {
      const { errors, hidden, kept } = await database.deps.db.as(intake, (tx) =>
        readReport(tx, { release: String(latest?.id) }, audience),
      );
      expect(kept.patches).toBeGreaterThan(0);
      expect(hidden.aboveFloor.share).toBeLessThan(0.2);
      for (const { family, counts, meanAbsolute } of errors) {
        if (counts < 20) expect(meanAbsolute).toBeNull();
        else expect(meanAbsolute).toBeLessThan(family.startsWith('estimated_') ? 30 : 3);
      }
    }
  });

  it('shows the homes it holds back to the jobs alone', async () => {
    for (const table of ['kept_homes', 'kept_no_fixed_residence', 'no_fixed_residence'])
      for (const actor of [
        { role: 'public' },
        { role: 'agency', stateFips: '54' },
        { role: 'district', leaId: '5400030' },
      ] as Actor[])
        await expect(read(actor, `select from intake.${table}`)).rejects.toThrow('permission denied');
    expect(await read(intake, 'select from intake.kept_homes limit 1')).toHaveLength(1);
  });
});
