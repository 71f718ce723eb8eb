import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweepUploads } from '../../server/features/collect/sweep.ts';
import { holdForRelease } from '../../server/features/intake/index.ts';
import { createRelease } from '../../server/features/releasing/index.ts';
import {
  fileOf,
  homelessLine,
  type Office,
  OTHER,
  OWN,
  openOffice,
  type Role,
  SIXTY_OF_OTHER,
  students,
} from '../support/collect.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
let office: Office;
beforeAll(async () => {
  office = await openOffice(database.deps);
});
afterAll(() => office?.app.close());

const ofOwn = fileOf([...students(60), ...[900, 901].map(homelessLine)]);

const takeBack = (role: Role, collection: number) => office.ask(role, 'DELETE', `/collections/${collection}/accepted`);

function asIntake<T extends object>(text: string, parameters: (string | number)[] = []): Promise<T[]> {
  return database.deps.db.as({ role: 'intake' }, (tx) => tx.rows<T>(text, parameters));
}

async function statusOf(role: Role, collection: number, leaId = OWN) {
  const { json } = await office.ask(role, 'GET', `/collections/${collection}`);
  return json.districtStates.find((district: { leaId: string }) => district.leaId === leaId);
}

/** Whose students a release counts. */
async function countedIn(release: number): Promise<string[]> {
  const rows = await asIntake<{ lea_id: string }>(
    'select distinct unnest(lea_ids) as lea_id from published.patches where release_id = $1 order by 1',
    [release],
  );
  return rows.map(({ lea_id }) => lea_id);
}

describe('an accepted file', () => {
  it('that is taken back leaves no home, answer or student of its district in intake', async () => {
    const collection = await office.open('taken back');
    const id = await office.accept('district', collection, ofOwn);
    await office.accept('other', collection, SIXTY_OF_OTHER);
    const taken = await takeBack('district', collection);
    expect(taken).toMatchObject({ status: 200, json: { certificateId: id } });
    const acts = await database.deps.db.asOwner((tx) =>
      tx.rows<{ did: string; thing: string }>(
        "select did, thing from audit.entries where did like 'files.%' and thing like $1 order by id",
        [`%${OWN}%`],
      ),
    );
    const thing = `file of district ${OWN}, collection ${collection}`;
    expect(acts).toEqual(['files.accepted', 'files.taken-back'].map((did) => ({ did, thing })));
    for (const table of ['homes', 'answers', 'no_fixed_residence', 'uploads']) {
      const left = await asIntake<{ lea_id: string }>(
        `select distinct lea_id from intake.${table} where collection_id = $1`,
        [collection],
      );
      expect(left, table).toEqual(table === 'no_fixed_residence' ? [] : [{ lea_id: OTHER }]);
    }
    const own = await statusOf('district', collection);
    expect(own).toMatchObject({ state: 'taken_back', acceptedAt: null, students: null, responseRate: null });
    expect(own).toMatchObject({ takenBackAt: taken.json.takenBackAt, questionRates: {}, warnings: [] });
    expect(await statusOf('coordinator', collection)).toMatchObject({ state: 'taken_back', students: null });
    expect(await statusOf('coordinator', collection, OTHER)).toMatchObject({
      state: 'accepted',
      responseRate: { rate: 0.75 },
    });
    const late = await office.ask('coordinator', 'GET', `/collections/${collection}/reminders.csv`);
    expect(late.body).toContain('taken back');
  });

  it('can be taken back once, and accepted again', async () => {
    const collection = await office.open('there and back');
    expect(await takeBack('district', collection)).toMatchObject({
      status: 409,
      json: { code: 'collect.nothing-accepted' },
    });
    const id = await office.accept('district', collection, ofOwn);
    await takeBack('district', collection);
    expect((await takeBack('district', collection)).status).toBe(409);
    expect((await office.ask('district', 'POST', `/uploads/${id}/accept`, {})).status).toBe(409);
    const again = await office.accept('district', collection, ofOwn);
    expect(again).not.toBe(id);
    expect(await statusOf('district', collection)).toMatchObject({
      takenBackAt: null,
      students: 60,
      certificateId: again,
    });
  });

  it('can be taken back by its own district alone', async () => {
    const collection = await office.open('whose file');
    await office.accept('district', collection, ofOwn);
    for (const [role, status] of [
      ['other', 409],
      ['coordinator', 403],
      ['agency', 403],
    ] as const)
      expect((await takeBack(role, collection)).status, role).toBe(status);
    expect(await statusOf('district', collection)).toMatchObject({ students: 60 });
    const collector = { role: 'collector', leaId: OWN } as const;
    for (const text of [
      'update collect.districts set accepted_at = null',
      'update collect.districts set taken_back_at = now()',
      'update collect.certificates set taken_back_at = now()',
      'delete from intake.homes',
    ])
      await expect(database.deps.db.as(collector, (tx) => tx.run(text))).rejects.toThrow('permission denied');
  });

  it('that replaced another does not bring it back when taken back', async () => {
    const collection = await office.open('replaced before');
    await office.accept('district', collection, fileOf(students(40)));
    const newer = await office.send('district', collection, ofOwn);
    await office.ask('district', 'POST', `/uploads/${newer}/check`);
    await office.ask('district', 'POST', `/uploads/${newer}/accept`, { replace: true });
    await takeBack('district', collection);
    expect(await asIntake('select from intake.homes where collection_id = $1', [collection])).toEqual([]);
    const checked = await office.send('district', collection, fileOf(students(40)));
    const { json } = await office.ask('district', 'POST', `/uploads/${checked}/check`);
    expect(json.replaces).toBeNull();
  });

  it('that is taken back after a check makes its replacement be checked again', async () => {
    const collection = await office.open('checked before');
    await office.accept('district', collection, fileOf(students(40)));
    const newer = await office.send('district', collection, ofOwn);
    await office.ask('district', 'POST', `/uploads/${newer}/check`);
    await takeBack('district', collection);
    expect(await statusOf('district', collection)).toMatchObject({ state: 'received' });
    const refused = await office.ask('district', 'POST', `/uploads/${newer}/accept`, { replace: true });
    expect(refused).toMatchObject({ status: 409, json: { code: 'collect.changed' } });
    await office.ask('district', 'POST', `/uploads/${newer}/check`);
    expect((await office.ask('district', 'POST', `/uploads/${newer}/accept`, {})).status).toBe(200);
  });
});

describe('the certificate of a file that is taken back', () => {
  it('stays true and genuine, and the next copy says that it was taken back', async () => {
    const collection = await office.open('certified');
    const id = await office.accept('district', collection, ofOwn);
    const ask = () => office.ask('district', 'GET', `/uploads/${id}/certificate?format=json`);
    const before = (await ask()).json;
    await takeBack('district', collection);
    const after = (await ask()).json;
    expect(after).toMatchObject({ outcome: before.outcome, deletedAt: before.deletedAt, sha256: before.sha256 });
    expect(after.statement).toContain('The district took back what had been taken in on');
    for (const copy of [before, after])
      expect((await office.ask('coordinator', 'POST', '/certificates/verify', copy)).json).toEqual({ genuine: true });
    const page = await office.ask('district', 'GET', `/uploads/${id}/certificate?format=html`);
    expect(page.body).toContain('Taken back by the district');
    const { json } = await office.ask('coordinator', 'GET', '/disclosures');
    expect(json.disclosures[0]).toMatchObject({ kind: 'certificate', audience: 'district' });
    expect(json.disclosures[0].what).toContain('taken back');
  });

  it('says that raw bytes an operator had kept are deleted now', async () => {
    const collection = await office.open('kept bytes');
    const { config } = database.deps as { config: { keepUploadsHours: number } };
    config.keepUploadsHours = 48;
    const id = await office.accept('district', collection, ofOwn);
    config.keepUploadsHours = 0;
    const certificate = async () =>
      (await office.ask('district', 'GET', `/uploads/${id}/certificate?format=json`)).json;
    expect((await certificate()).deletedAt).toBeNull();
    await takeBack('district', collection);
    expect((await certificate()).deletedAt).not.toBeNull();
    expect(await asIntake('select from collect.chunks where upload_id = $1', [id])).toEqual([]);
    expect(await sweepUploads(database.deps.db)).toBe(0);
  });
});

describe('a release', () => {
  it('made after a file was taken back counts none of its homes; one made before stays as it was', async () => {
    const collection = await office.open('released');
    await office.accept('district', collection, ofOwn);
    await office.accept('other', collection, SIXTY_OF_OTHER);
    const before = await createRelease(database.deps, { name: 'Before', collection: 'released' });
    expect(await countedIn(before.id)).toEqual([OWN, OTHER]);
    await takeBack('district', collection);
    const after = await createRelease(database.deps, { name: 'After', collection: 'released' });
    expect(await countedIn(after.id)).toEqual([OTHER]);
    expect(after.students).toBe(60);
    expect(await asIntake('select from intake.kept_homes where lea_id = $1', [OWN])).toEqual([]);
    expect(await countedIn(before.id)).toEqual([OWN, OTHER]);
  });

  it('that is being made keeps a file from being taken back until it is done', async () => {
    const collection = await office.open('meanwhile');
    await office.accept('district', collection, ofOwn);
    const asked = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    const release = database.deps.db.as({ role: 'intake' }, async (tx) => {
      expect(await holdForRelease(tx, OWN.slice(0, 2))).toBe(true);
      held.resolve();
      await asked.promise;
      return (await tx.one<{ n: number }>(HOMES_LEFT, [collection])).n;
    });
    await held.promise;
    const meanwhile = takeBack('district', collection);
    // The embedded database does one thing at a time: there the file is taken back once the release is done.
    if (database.kind === 'native')
      expect(await meanwhile).toMatchObject({ status: 409, json: { code: 'homes.being-released' } });
    asked.resolve();
    expect(await release).toBe(60);
    await meanwhile;
    expect((await takeBack('district', collection)).status).toBe(database.kind === 'native' ? 200 : 409);
    expect(await asIntake(HOMES_LEFT, [collection])).toEqual([{ n: 0 }]);
  });
});

const HOMES_LEFT = 'select count(*)::int as n from intake.homes where collection_id = $1';
