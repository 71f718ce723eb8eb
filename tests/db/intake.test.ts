import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellToParent, getResolution, latLngToCell } from 'h3-js';
import { beforeEach, describe, expect, it } from 'vitest';
import { DEVICE_STATUSES, HOME_STATUSES } from '../../server/domain/survey.ts';
import {
  createToken,
  listTokens,
  openToken,
  revokeToken,
  revokeTokensLabelled,
} from '../../server/features/accounts/index.ts';
import {
  changesBy,
  checkChunks,
  collectionNamed,
  dataKey,
  type HomesImport,
  homesForRelease,
  importHomes,
  isRefused,
  latestCollection,
  rekeyWith,
} from '../../server/features/intake/index.ts';
import { type Progress, silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../support/database.ts';
import { told } from '../support/told.ts';

const database = testDatabase();
const HEADER = 'lea_id,student_key,household_key,cell,grade_level';
const SURVEY =
  'internetAccessInResidence,barrierToInternetAccessInResidence,internetAccessTypeInResidence,internetPerformanceInResidence,' +
  'primaryLearningDeviceAwayFromSchool,primaryLearningDeviceAccess,primaryLearningDeviceProvider';
const CELL = latLngToCell(38.35, -81.63, 8);
const OTHER_CELL = latLngToCell(39.63, -79.95, 8);

/** Stands for what the anonymizer makes of the n-th student. */
const key = (kind: string, n: number) => `${kind}${n.toString(16).padStart(31, '0')}`;

interface HomeLine {
  lea?: string;
  student?: number;
  household?: number;
  cell?: string;
  grade?: string;
  answers?: string;
}

function aHome({ lea = '5400030', student = 1, household, cell = CELL, grade = '05', answers = '' }: HomeLine = {}) {
  return `${lea},${key('a', student)},${key('b', household ?? student)},${cell},${grade}${answers}`;
}

/** Ten homes without fault, so that one bad row is fewer than one in five. */
const tenHomes = (lea = '5400030', tail = '') =>
  Array.from({ length: 10 }, (_, i) => aHome({ lea, student: i + 1, household: (i >> 1) + 1 }) + tail);

function file(name: string, lines: readonly string[]): string {
  const path = join(database.dataDir, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

function load(
  paths: string | readonly string[],
  options: Partial<HomesImport> = {},
  progress: Progress = silentProgress,
) {
  return importHomes(
    database.deps,
    { paths: typeof paths === 'string' ? [paths] : paths, collection: 'fall 2026', ...options },
    progress,
  );
}

function stored<Row extends object>(text: string): Promise<Row[]> {
  return database.deps.db.as({ role: 'intake' }, (tx) => tx.rows<Row>(text));
}

async function homesIn(): Promise<Record<string, number>> {
  const rows = await stored<{ lea_id: string; homes: number }>(
    'select lea_id, count(*)::int as homes from intake.homes group by lea_id order by lea_id',
  );
  return Object.fromEntries(rows.map((row) => [row.lea_id, row.homes]));
}

function reportOf(path: string): string[][] {
  return readFileSync(path, 'utf8')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/));
}

beforeEach(async () => {
  await database.deps.db.asOwner((tx) =>
    tx.run(
      'truncate intake.homes, intake.answers, intake.no_fixed_residence, intake.uploads, intake.collections restart identity cascade',
    ),
  );
});

describe('a file of homes', () => {
  it('is stored with its answers under keys that are not the ones it came with', async () => {
    const answers = ',true,,Residential Broadband,Yes,Chromebook,Not Shared,School';
    await load(
      file('one.csv', [
        `${HEADER},${SURVEY}`,
        ...tenHomes()
          .slice(1)
          .map((h) => `${h},,,,,,,`),
        aHome({ answers }),
      ]),
    );
    const rows = await stored<{
      student_key: Buffer;
      cell: bigint;
      grade_level: string;
      device: string;
      shard: bigint;
    }>(
      'select h.*, a.device from intake.homes h join intake.answers a using (shard, collection_id, lea_id, student_key)',
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ cell: BigInt(`0x${CELL}`), grade_level: '05', device: 'Chromebook' });
    expect(rows[0]?.student_key).toHaveLength(16);
    expect(rows[0]?.student_key.toString('hex')).not.toContain(key('a', 1).slice(0, 16));
    expect(await homesIn()).toEqual({ '5400030': 10 });
  });

  it('with the same bytes as before changes nothing, and says so', async () => {
    const path = file('same.csv', [HEADER, ...tenHomes()]);
    expect(await load(path)).toMatchObject([{ changed: true, homes: 10 }]);
    const before = await stored('select xmin::text, * from intake.uploads');
    expect(await load(path, { collection: ' Fall  2026' })).toMatchObject([{ changed: false }]);
    expect(await stored('select xmin::text, * from intake.uploads')).toEqual(before);
    expect(await load(path, { collection: 'spring 2027' })).toMatchObject([{ changed: true }]);
  });

  it.each<[string, (cell: string) => string]>([
    ['as an earlier anonymizer wrote it', (cell) => cell],
    ['in capitals', (cell) => cell.toUpperCase()],
    ['with 0x before it', (cell) => `0x${cell}`],
    ['with a zero before it, and spaces', (cell) => ` 0${cell} `],
  ])('of res-9 cells gives the homes of their parents, each cell %s', async (_how, written) => {
    const finer = Array.from({ length: 40 }, (_, n) => latLngToCell(38.35 + n / 700, -81.63 + n / 900, 9));
    const lines = (cellOf: (cell: string) => string) =>
      finer.map((cell, n) => aHome({ student: n, cell: cellOf(cell) }));
    const everything = () =>
      stored('select lea_id, student_key, household_key, cell, shard, grade_level from intake.homes order by 2');
    const notes: string[] = [];
    const noting: Progress = {
      ...silentProgress,
      begin: () => ({ advance: () => undefined, note: (note) => void notes.push(told(note)), done: () => undefined }),
    };
    await load(file('parents.csv', [HEADER, ...lines((cell) => cellToParent(cell, 8))]), {}, noting);
    const homes = await everything();
    expect(homes).toHaveLength(40);
    expect(notes.join()).not.toContain('26 acres');
    expect(await load(file('finer.csv', [HEADER, ...lines(written)]), {}, noting)).toMatchObject([{ changed: true }]);
    expect(await everything()).toEqual(homes);
    expect(notes.join()).toContain('Only the hexagons of about 180 acres around those are kept.');
  });

  it('of res-9 cells changes nothing for a student stored by the parent cell', async () => {
    const finer = Array.from({ length: 12 }, (_, n) => latLngToCell(38.35 + n / 100, -81.63, 9));
    const lines = finer.map((cell, n) => aHome({ student: n, cell: cellToParent(cell, 8) }));
    await load(file('parents.csv', [HEADER, ...lines]));
    const sent = [HEADER, ...finer.map((cell, n) => aHome({ student: n, cell: n === 3 ? OTHER_CELL : cell }))];
    async function* chunks() {
      yield Buffer.from(`${sent.join('\n')}\n`);
    }
    const checked = await checkChunks('sent', chunks(), { rekey: rekeyWith(await dataKey(database.deps)) });
    if (isRefused(checked)) throw checked.refusal;
    const changes = await database.deps.db.as({ role: 'intake' }, (tx) =>
      changesBy(tx, checked, { collectionId: 1, leaId: '5400030' }),
    );
    expect(changes).toEqual({ homesBefore: 12, homesAfter: 12, added: 0, removed: 0, moved: 1, answersChanged: 0 });
  });

  it('that was stored by res-9 cells has them replaced by their parents when the database migrates', async () => {
    const cells = Array.from({ length: 300 }, (_, n) =>
      latLngToCell(((n * 7919) % 1700) / 10 - 85, ((n * 104_729) % 3600) / 10 - 180, n % 10 === 0 ? 8 : 9),
    );
    await load(file('stored.csv', [HEADER, ...cells.map((_, n) => aHome({ student: n }))]));
    await database.deps.db.asOwner(async (tx) => {
      await tx.run(
        `update intake.homes h
         set cell = c.cell
         from unnest($1::bigint[]) with ordinality as c(cell, n)
         join (select student_key, row_number() over (order by student_key) as n from intake.homes) s using (n)
         where h.student_key = s.student_key`,
        [cells.map((cell) => BigInt(`0x${cell}`))],
      );
      await tx.run(readFileSync('migrations/0020_coarsen_homes.sql', 'utf8'));
    });
    const rows = await stored<{ cell: bigint }>('select cell from intake.homes order by student_key');
    expect(rows.map(({ cell }) => cell.toString(16))).toEqual(
      cells.map((cell) => (getResolution(cell) === 9 ? cellToParent(cell, 8) : cell)),
    );
  });

  it('replaces all that its district sent before, and nothing else', async () => {
    await load(file('both.csv', [HEADER, ...tenHomes('5400030'), ...tenHomes('5400060')]));
    await load(file('both.csv', [HEADER, ...tenHomes('5400030')]), { collection: 'fall 2025' });
    await load(file('again.csv', [HEADER, aHome({ lea: '5400030', student: 99, cell: OTHER_CELL })]));
    const rows = await stored<{ name: string; lea_id: string; homes: number }>(
      `select c.name, lea_id, count(*)::int as homes
       from intake.homes join intake.collections c on c.id = collection_id group by 1, 2 order by 1, 2`,
    );
    expect(rows).toEqual([
      { name: 'fall 2025', lea_id: '5400030', homes: 10 },
      { name: 'fall 2026', lea_id: '5400030', homes: 1 },
      { name: 'fall 2026', lea_id: '5400060', homes: 10 },
    ]);
    expect(await load(join(database.dataDir, 'both.csv'))).toMatchObject([{ changed: true }]);
    expect(await homesIn()).toMatchObject({ '5400060': 10 });
  });

  it('loads its good rows, and reports each bad one by line, column and what to do', async () => {
    const report = join(database.dataDir, 'report.csv');
    const path = file('notes.csv', [
      `${HEADER},internetAccessInResidence`,
      ...Array.from({ length: 30 }, (_, i) => aHome({ student: i + 100, answers: ',Yes' })),
      aHome({ student: 1, cell: '882a', answers: ',Yes' }),
      aHome({ student: 2, cell: latLngToCell(38.35, -81.63, 7), answers: ',"Yes"' }),
      aHome({ student: 100, answers: ',Yes' }),
      aHome({ student: 3, answers: ',Yes sometimes' }),
      aHome({ student: 4, grade: 'Q', answers: ',"\n\n"' }),
      aHome({ student: 5 }),
      aHome({ student: 6, cell: '', lea: '54', answers: ',' }),
      ' , , , , ,',
    ]);
    expect(await load(path, { reportPath: report })).toMatchObject([{ homes: 32, findings: 7 }]);
    expect(reportOf(report).map((row) => [row[1], row[2], row[3], row[6], row[7]])).toEqual([
      ['line', 'column', 'kind', 'left out', 'also in'],
      ['32', 'cell', 'not a cell', 'row', ''],
      ['33', 'cell', 'cell of another size', 'row', ''],
      ['34', 'student_key', 'student repeated', 'row', ''],
      ['35', 'internetAccessInResidence', 'unknown code', 'answer', ''],
      ['36', 'grade_level', 'unknown grade', 'answer', ''],
      ['39', '', 'number of values', 'row', ''],
      ['40', 'lea_id', 'not a LEAID', 'row', 'cell'],
    ]);
    const text = readFileSync(report, 'utf8');
    expect(text).toContain('Yes sometimes');
    expect(text).toContain('the same student as on line 2');
    expect(text).not.toContain(key('a', 100));
    expect(await stored('select state, row_count, bad_row_count from intake.uploads')).toEqual([
      { state: 'accepted_with_notes', row_count: 32, bad_row_count: 6 },
    ]);
  });

  it('with more than one bad row in five is refused whole, and what was there stays', async () => {
    await load(file('good.csv', [HEADER, ...tenHomes()]));
    const report = join(database.dataDir, 'bad-report.csv');
    const bad = Array.from({ length: 3 }, (_, i) => aHome({ student: i + 50, cell: 'nowhere' }));
    await expect(load(file('bad.csv', [HEADER, ...tenHomes(), ...bad]), { reportPath: report })).rejects.toMatchObject({
      code: 'homes.too-many-bad-rows',
    });
    expect(await homesIn()).toEqual({ '5400030': 10 });
    expect(reportOf(report)).toHaveLength(4);
  });

  it('is refused when one of its districts is mostly bad, however good the others are', async () => {
    const others = Array.from({ length: 40 }, (_, i) => aHome({ lea: '5400060', student: i + 1 }));
    const bad = Array.from({ length: 3 }, (_, i) => aHome({ student: i + 50, cell: 'nowhere' }));
    await expect(load(file('mixed.csv', [HEADER, ...others, ...tenHomes(), ...bad]))).rejects.toThrow(
      'of district 5400030',
    );
    expect(await homesIn()).toEqual({});
  });

  it('that could identify a family is refused, and no value of it repeated', async () => {
    const report = join(database.dataDir, 'identifying.csv');
    const path = file('addresses.csv', [HEADER, ...tenHomes(), aHome({ student: 70, cell: '12 Example Street' })]);
    const refused = load(path, { reportPath: report });
    await expect(refused).rejects.toMatchObject({ code: 'homes.identifying' });
    await expect(refused).rejects.toThrow(/^(?!.*Example).*column cell look like street addresses/);
    expect(readFileSync(report, 'utf8')).not.toContain('Example');
    expect(await homesIn()).toEqual({});
  });

  it('with a column to ignore is still refused when that column holds coordinates', async () => {
    const path = file('hidden.csv', [`${HEADER},extra`, ...tenHomes('5400030', ',38.349812')]);
    await expect(load(path, { ignoreColumns: ['extra'] })).rejects.toThrow('column extra look like coordinates');
    await load(file('harmless.csv', [`${HEADER},extra`, ...tenHomes('5400030', ',blue')]), {
      ignoreColumns: ['extra'],
    });
    expect(await homesIn()).toEqual({ '5400030': 10 });
  });

  it('with half of its homes in one cell is asked about, and loads when confirmed', async () => {
    const apart = tenHomes().map((line, i) =>
      i < 5 ? line : line.replace(CELL, latLngToCell(38.4 + i / 50, -81.6, 8)),
    );
    const path = file('half.csv', [HEADER, ...apart]);
    await expect(load(path, { refuseOneCell: true })).rejects.toMatchObject({ code: 'homes.one-cell' });
    expect(await homesIn()).toEqual({});
    await load(path);
    expect(await homesIn()).toEqual({ '5400030': 10 });
    const less = apart.map((line, i) => (i === 4 ? line.replace(CELL, OTHER_CELL) : line));
    await load(file('less.csv', [HEADER, ...less]), { refuseOneCell: true });
    expect(await homesIn()).toEqual({ '5400030': 10 });
  });

  it('gets back the leading zeros that its LEAIDs lost, with a note', async () => {
    const notes: string[] = [];
    const progress: Progress = {
      ...silentProgress,
      begin: () => ({ advance: () => undefined, note: (note) => void notes.push(told(note)), done: () => undefined }),
    };
    await load(file('zeros.csv', [HEADER, ...tenHomes('100005')]), {}, progress);
    expect(await homesIn()).toEqual({ '0100005': 10 });
    expect(notes.join()).toContain('leading zero');
  });

  it('with semicolons, a byte order mark and legacy names reads like any other', async () => {
    const lines = [`${HEADER},InternetAccessInResidence,DeviceAccess,DigitalDevice`].concat(
      tenHomes('5400030', ',No – Not Affordable,School Provided - Shared,Tablet'),
    );
    const path = join(database.dataDir, 'legacy.csv');
    writeFileSync(path, `\ufeff${lines.join('\r\n').replaceAll(',', ';')}`);
    await load(path);
    expect(
      await stored(
        'select distinct internet_access, barrier, device, device_access, device_provider from intake.answers',
      ),
    ).toEqual([
      {
        internet_access: false,
        barrier: 'Not Affordable',
        device: 'Tablet',
        device_access: 'Shared',
        device_provider: 'School',
      },
    ]);
    const [{ spellings } = { spellings: {} }] = await stored<{ spellings: object }>(
      'select spellings from intake.uploads',
    );
    expect(spellings).toMatchObject({ internet_access: { 'No – Not Affordable': 'false' } });
  });

  it('that is refused keeps out all files of its import', async () => {
    const good = file('a-good.csv', [HEADER, ...tenHomes()]);
    const bad = file('b-bad.csv', [`${HEADER},latitude`, ...tenHomes('5400060', ',1')]);
    await expect(load([good, bad])).rejects.toThrow('b-bad.csv is refused');
    expect(await homesIn()).toEqual({});
  });

  it('is refused where another file of the import holds the same district', async () => {
    const paths = ['x.csv', 'y.csv'].map((name) => file(name, [HEADER, ...tenHomes()]));
    await expect(load(paths)).rejects.toMatchObject({ code: 'homes.district-twice' });
  });
});

describe('homes for a release', () => {
  it('come by district and cell, with statuses and households numbered without gaps', async () => {
    const connected = ',true,,Residential Broadband,Yes,Chromebook,Not Shared,School';
    const without = ',false,Not Available,,,None,,';
    await load(
      file('release.csv', [
        `${HEADER},${SURVEY}`,
        aHome({ lea: '5400060', student: 1, household: 1, cell: OTHER_CELL, answers: connected }),
        aHome({ lea: '5400030', student: 2, household: 2, cell: OTHER_CELL, answers: without }),
        aHome({ lea: '5400030', student: 3, household: 3, cell: CELL, answers: ',,,,,,,' }),
        aHome({ lea: '5400030', student: 4, household: 2, cell: OTHER_CELL, answers: without }),
      ]),
      { synthetic: true },
    );
    const { collection, homes } = await database.deps.db.as({ role: 'intake' }, async (tx) => {
      const latest = await latestCollection(tx);
      return { collection: latest, homes: await homesForRelease(tx, { collectionId: latest?.id ?? 0 }) };
    });
    expect(collection).toMatchObject({ name: 'fall 2026', homes: 4, districts: 2, synthetic: true });
    expect(homes.count).toBe(4);
    expect(homes.leaIds).toEqual(['5400030', '5400060']);
    expect([...homes.lea]).toEqual([0, 0, 0, 1]);
    const cells = [CELL, OTHER_CELL].map((cell) => BigInt(`0x${cell}`)).sort();
    expect([...homes.cells.slice(0, 3)].every((cell, i, all) => i === 0 || cell >= (all[i - 1] ?? 0n))).toBe(true);
    expect(new Set(homes.cells)).toEqual(new Set(cells));
    expect(new Set(homes.household)).toEqual(new Set([0, 1, 2]));
    const statuses = Array.from(homes.homeStatus, (status) => HOME_STATUSES[status]);
    expect(statuses.toSorted()).toEqual(['connected', 'unanswered', 'unavailable', 'unavailable']);
    expect(statuses[3]).toBe('connected');
    expect(Array.from(homes.deviceStatus, (status) => DEVICE_STATUSES[status]).toSorted()).toEqual([
      'none',
      'none',
      'own',
      'unanswered',
    ]);
  });

  it('are none before anything was sent', async () => {
    await database.deps.db.as({ role: 'intake' }, async (tx) => {
      expect(await latestCollection(tx)).toBeUndefined();
      expect(await collectionNamed(tx, 'fall 2026')).toBeUndefined();
      expect((await homesForRelease(tx, { collectionId: 1 })).count).toBe(0);
    });
  });

  it('come from the collection named, else from the newest', async () => {
    await load(file('named.csv', [HEADER, ...tenHomes()]));
    await load(join(database.dataDir, 'named.csv'), { collection: 'spring 2027' });
    await database.deps.db.as({ role: 'intake' }, async (tx) => {
      expect(await latestCollection(tx)).toMatchObject({ name: 'spring 2027', synthetic: false });
      expect(await collectionNamed(tx, 'FALL 2026')).toMatchObject({ name: 'fall 2026', homes: 10 });
    });
  });
});

describe('a token', () => {
  it('opens what it was made for, and is stored as a hash only', async () => {
    const made = await createToken(database.deps, { role: 'district', leaId: '5400030', label: 'a superintendent' });
    expect(made.link).toBe(`/enter/${made.token}`);
    expect(await openToken(database.deps.db, made.token)).toMatchObject({
      id: made.id,
      caller: { role: 'district', leaId: '5400030' },
      label: 'a superintendent',
    });
    const provider = await createToken(database.deps, {
      role: 'provider',
      stateFips: '54',
      providerId: 130_317,
      label: 'a provider',
      days: 1,
    });
    expect((await openToken(database.deps.db, provider.token))?.caller).toEqual({
      role: 'provider',
      stateFips: '54',
      providerId: 130_317,
    });
    expect(JSON.stringify(await listTokens(database.deps))).not.toContain(made.token.slice(7, 20));
    const rows = await database.deps.db.asOwner((tx) => tx.rows<{ hash: Buffer }>('select hash from accounts.tokens'));
    expect(rows.every((row) => row.hash.length === 32)).toBe(true);
  });

  it('opens nothing once revoked, expired, changed or made up', async () => {
    const { db } = database.deps;
    const revoked = await createToken(database.deps, { role: 'agency', stateFips: '54', label: 'to revoke' });
    await revokeToken(database.deps, revoked.id);
    await expect(revokeToken(database.deps, revoked.id)).rejects.toMatchObject({ code: 'token.unknown' });
    const expired = await createToken(database.deps, { role: 'agency', stateFips: '54', label: 'to expire' });
    await db.asOwner((tx) =>
      tx.run("update accounts.tokens set expires_at = now() - interval '1 second' where id = $1", [expired.id]),
    );
    const labelled = await createToken(database.deps, { role: 'agency', stateFips: '54', label: 'of a demo' });
    expect(await revokeTokensLabelled(database.deps, 'of a demo')).toBe(1);
    const madeUp = `gapmap_${'A'.repeat(43)}`;
    for (const token of [revoked.token, expired.token, labelled.token, madeUp, '', "' or true --"])
      expect(await openToken(db, token)).toBeUndefined();
  });

  it('is not made for an impossible district or provider, nor without an end', async () => {
    const make = (request: Parameters<typeof createToken>[1]) => createToken(database.deps, request);
    await expect(make({ role: 'district', leaId: '54', label: 'x' })).rejects.toMatchObject({ code: 'token.lea-id' });
    await expect(make({ role: 'provider', stateFips: '54', providerId: Number.NaN, label: 'x' })).rejects.toMatchObject(
      {
        code: 'token.provider-id',
      },
    );
    await expect(make({ role: 'agency', stateFips: '54', label: ' ' })).rejects.toMatchObject({ code: 'token.label' });
    await expect(make({ role: 'agency', stateFips: '54', label: 'x', days: 10_000 })).rejects.toMatchObject({
      code: 'token.days',
    });
  });
});
