import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isGenuine } from '../../server/features/collect/certificate.ts';
import { forget, wouldForget } from '../../server/features/collect/forget.ts';
import { forgetCertificate } from '../../server/features/collect/forget-certificate.ts';
import {
  cellOf,
  householdOf,
  recordsIn,
  STUDENT_AT,
  sizeOf,
  statusesIn,
  studentOf,
} from '../../server/features/intake/home-record.ts';
import { dataKey } from '../../server/features/intake/index.ts';
import { keyNumber } from '../../server/features/intake/key-index.ts';
import { createRelease } from '../../server/features/releasing/index.ts';
import { messagesIn } from '../../server/platform/messages.ts';
import {
  CELL_OF_OTHER,
  fileOf,
  homelessLine,
  lineOf,
  type Office,
  OTHER,
  OWN,
  openOffice,
  SIXTY_OF_OTHER,
  students,
} from '../support/collect.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
let office: Office;
let first: number;
let pseudonyms: Set<string>;

/** Sixty homes of its own, four among the other district's, and twelve students without a home. */
const ofOwn = fileOf([
  ...students(60),
  ...[800, 801, 802, 803].map((n) => lineOf(n, { cell: CELL_OF_OTHER })),
  ...Array.from({ length: 12 }, (_, n) => homelessLine(900 + n)),
]);

const asIntake = <T extends object>(text: string, values: (string | number)[] = []) =>
  database.deps.db.as({ role: 'intake' }, (tx) => tx.rows<T>(text, values));

/** Pseudonyms of a district, as hexadecimal text. */
async function pseudonymsOf(leaId: string): Promise<Set<string>> {
  const rows = await asIntake<{ key: Buffer }>(
    `select student_key as key from intake.homes where lea_id = $1
     union select household_key from intake.homes where lea_id = $1
     union select student_key from intake.no_fixed_residence where lea_id = $1`,
    [leaId],
  );
  return new Set(rows.map(({ key }) => key.toString('hex')));
}

/** Tables with any of these in any column of any row. */
async function tablesWith(wanted: ReadonlySet<string>): Promise<string[]> {
  return database.deps.db.asOwner(async (tx) => {
    const tables = await tx.rows<{ name: string }>(
      `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name
       from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
       order by 1`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      // Bytes come out as hexadecimal text.
      const rows = await tx.rows<{ line: string }>(`select t::text as line from ${name} t`);
      const has = rows.some(({ line }) => [...wanted].some((key) => line.includes(key)));
      if (has) found.push(name);
    }
    return found;
  });
}

beforeAll(async () => {
  office = await openOffice(database.deps);
  first = await office.open('fall');
  await office.accept('district', first, ofOwn);
  await office.accept('other', first, SIXTY_OF_OTHER);
  pseudonyms = await pseudonymsOf(OWN);
  await createRelease(database.deps, { name: 'Before' });
  await office.send('district', first, fileOf(students(30)));
});
afterAll(() => office?.app.close());

const wishes = { stateFips: '54', district: OWN, by: 'the test' };

describe('forgetting a district', () => {
  it('says first what it would delete, and deletes nothing', async () => {
    expect(pseudonyms.size).toBeGreaterThan(100);
    const before = await tablesWith(pseudonyms);
    expect(before).toEqual([
      'intake.answers',
      'intake.homes',
      'intake.kept_homes',
      'intake.kept_no_fixed_residence',
      'intake.no_fixed_residence',
    ]);
    expect(await wouldForget(database.deps.db, wishes)).toMatchObject({
      homes: 64,
      unplaced: 12,
      files: 1,
      uploads: 2,
      keptStudents: 76,
    });
    expect(await tablesWith(pseudonyms)).toEqual(before);
  });

  it('is refused for what is not there', async () => {
    const refused = (asked: object) =>
      wouldForget(database.deps.db, { ...wishes, ...asked }).then(
        () => 'done',
        (error) => error.code,
      );
    expect(await refused({ district: '5400999' })).toBe('collect.nothing-to-forget');
    expect(await refused({ collection: 'winter' })).toBe('collect.unknown');
  });

  it('leaves no pseudonym of it in any table, and a certificate that is genuine', async () => {
    const published = await asIntake<{ n: number }>('select count(*)::int as n from published.patches');
    const released = await asIntake('select * from intake.released_tables order by 1, 2, 3, 4');
    const forgotten = await forget(database.deps.db, wishes);
    expect(forgotten).toMatchObject({ leaId: OWN, districtName: 'Ash County Schools', collection: null });
    expect(await tablesWith(pseudonyms)).toEqual([]);
    expect(await asIntake('select from intake.uploads where lea_id = $1', [OWN])).toEqual([]);
    expect(await asIntake('select from collect.uploads where lea_id = $1', [OWN])).toEqual([]);
    expect(await asIntake('select from collect.chunks where lea_id = $1', [OWN])).toEqual([]);
    expect((await pseudonymsOf(OTHER)).size).toBeGreaterThan(0);
    expect(await asIntake('select count(*)::int as n from published.patches')).toEqual(published);
    expect(await asIntake('select * from intake.released_tables order by 1, 2, 3, 4')).toEqual(released);

    const secret = await dataKey(database.deps);
    for (const language of ['en', 'es'] as const) {
      const messages = messagesIn(language).certificate;
      const certificate = forgetCertificate(forgotten, { secret, config: database.deps.config, messages });
      expect(certificate).toMatchObject({ homes: 64, unplaced: 12, uploads: 2, deletedBy: 'the test' });
      expect(certificate.statement).toContain('Ash County Schools (5400030)');
      const copy = JSON.parse(JSON.stringify(certificate));
      expect(isGenuine(copy, { secret })).toBe(true);
      expect(isGenuine({ ...copy, homes: 63 }, { secret })).toBe(false);
      const { json } = await office.ask('coordinator', 'POST', '/certificates/verify', copy);
      expect(json).toEqual({ genuine: true });
    }
    const { json } = await office.ask('coordinator', 'GET', '/disclosures');
    expect(json.disclosures[0].what).toContain(forgotten.id);
    expect(await asIntake('select lea_id from collect.forgettings')).toEqual([{ lea_id: OWN }]);
  });

  it('lets the next release do without it, and it may send again', async () => {
    const after = await createRelease(database.deps, { name: 'After' });
    const counted = await asIntake<{ lea_id: string }>(
      'select distinct unnest(lea_ids) as lea_id from published.patches where release_id = $1',
      [after.id],
    );
    expect(counted).toEqual([{ lea_id: OTHER }]);
    await office.accept('district', first, ofOwn);
    expect(await pseudonymsOf(OWN)).toEqual(pseudonyms);
  });
});

describe('forgetting a collection', () => {
  it('deletes what every district sent for it, and nothing of others', async () => {
    const spring = await office.open('spring');
    await office.accept('other', spring, SIXTY_OF_OTHER);
    const { counts, collection } = await forget(database.deps.db, { stateFips: '54', collection: ' SPRING ', by: 'x' });
    expect([collection, counts.homes, counts.files]).toEqual(['spring', 60, 1]);
    expect(await asIntake('select from intake.homes where collection_id = $1', [spring])).toEqual([]);
    expect((await asIntake('select from intake.homes where collection_id = $1', [first])).length).toBe(124);
  });

  it('takes only the pseudonyms of students in an area that others share, and what noise follows from stays', async () => {
    const few = '5400090';
    const [{ area } = { area: 0 }] = await asIntake<{ area: number }>(
      'select area from intake.kept_homes where lea_id = $1 limit 1',
      [OTHER],
    );
    const collection = await office.open('shared');
    const household = randomBytes(16);
    const records = Buffer.concat(
      Array.from({ length: 8 }, (_, n) => {
        const cell = Buffer.alloc(8);
        cell.writeBigUInt64BE(BigInt(`0x${CELL_OF_OTHER}`));
        return Buffer.concat([cell, n < 2 ? household : randomBytes(16), randomBytes(16), Buffer.from([1, 2])]);
      }),
    );
    await database.deps.db.as({ role: 'intake' }, (tx) =>
      tx.run('insert into intake.kept_homes values ($1, $2, $3, $4, $5)', ['54', area, few, collection, records]),
    );
    const { counts } = await forget(database.deps.db, { stateFips: '54', district: few, by: 'x' });
    expect(counts).toMatchObject({ homes: 0, keptStudents: 8, masked: 8 });
    const [row] = await asIntake<{ records: Buffer }>('select records from intake.kept_homes where lea_id = $1', [few]);
    const [before, after] = [records, row?.records ?? Buffer.alloc(0)].map((all) => [...recordsIn(all)]);
    expect(after).toHaveLength(8);
    for (const [n, was] of (before ?? []).entries()) {
      const is = after?.[n] ?? Buffer.alloc(0);
      expect([cellOf(is), statusesIn(is), keyNumber(is, STUDENT_AT)]).toEqual([
        cellOf(was),
        statusesIn(was),
        keyNumber(was, STUDENT_AT),
      ]);
      expect(studentOf(is)).not.toBe(studentOf(was));
      expect(householdOf(is)).not.toBe(householdOf(was));
    }
    expect(sizeOf(after ?? [])).toEqual(sizeOf(before ?? []));
    expect(await asIntake('select from intake.kept_homes where lea_id = $1', [OTHER])).not.toEqual([]);
  });
});
