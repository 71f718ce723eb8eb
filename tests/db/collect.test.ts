import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../server/domain/actor.ts';
import { importHomes } from '../../server/features/intake/index.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { fileOf, type Office, OTHER, OWN, openNow, openOffice, students } from '../support/collect.ts';
import { testDatabase } from '../support/database.ts';
import { cookiesOf, pressOpen } from '../support/enter.ts';

const database = testDatabase();
let office: Office;
beforeAll(async () => {
  office = await openOffice(database.deps);
});
afterAll(() => office?.app.close());

const stateOf = (detail: { districtStates: { leaId: string; state: string }[] }) =>
  Object.fromEntries(detail.districtStates.map(({ leaId, state }) => [leaId, state]));

describe('a collection', () => {
  it('is planned by a coordinator and seen by districts, each finding itself alone', async () => {
    const made = await office.ask('coordinator', 'POST', '/collections', { ...openNow(), name: '  Fall   2030 ' });
    expect(made).toMatchObject({ status: 201, json: { name: 'Fall 2030', state: 'open', synthetic: false } });
    expect(made.json.districts).toEqual({ total: 2, notStarted: 2, prepared: 0, received: 0, accepted: 0 });
    const seenByDistrict = await office.ask('district', 'GET', `/collections/${made.json.id}`);
    expect(stateOf(seenByDistrict.json)).toEqual({ [OWN]: 'not_started' });
    expect(seenByDistrict.json.districts.total).toBe(1);
    const seenByCoordinator = await office.ask('coordinator', 'GET', `/collections/${made.json.id}`);
    expect(stateOf(seenByCoordinator.json)).toEqual({ [OWN]: 'not_started', [OTHER]: 'not_started' });
    expect(
      seenByCoordinator.json.districtStates.find((d: { leaId: string }) => d.leaId === OWN).lastSeenAt,
    ).toBeTruthy();
  });

  it('opens and closes by its window', async () => {
    const id = await office.open('window');
    const change = async (opensOn: string, closesOn: string) =>
      (
        await office.ask('coordinator', 'PATCH', `/collections/${id}`, {
          ...openNow(),
          name: 'window',
          opensOn,
          closesOn,
        })
      ).json.state;
    expect(await change('2020-01-01', '2020-02-01')).toBe('closed');
    expect(
      await office.ask('district', 'POST', `/collections/${id}/uploads`, { bytes: 1, sha256: 'a'.repeat(64) }),
    ).toMatchObject({
      status: 409,
      json: { code: 'collect.closed' },
    });
    expect(await change('2120-01-01', '2120-02-01')).toBe('planned');
    expect(
      await office.ask('district', 'POST', `/collections/${id}/uploads`, { bytes: 1, sha256: 'a'.repeat(64) }),
    ).toMatchObject({
      status: 409,
      json: { code: 'collect.not-open' },
    });
  });

  it.each([
    [{ name: 'window twice', opensOn: '2030-02-30' }, 422, 'collect.day'],
    [{ name: 'backwards', opensOn: '2031-01-01', closesOn: '2030-01-01' }, 422, 'collect.window'],
    [{ name: 'FALL  2030' }, 409, 'collect.name-taken'],
    [{ name: ' ' }, 422, 'collect.name'],
    [{ name: 'no questions', questions: [] }, 400, 'request.invalid'],
    [{ name: 'other questions', questions: ['shoe_size'] }, 400, 'request.invalid'],
  ])('is refused as %j', async (fields, status, code) => {
    const made = await office.ask('coordinator', 'POST', '/collections', { ...openNow(), ...fields });
    expect(made).toMatchObject({ status, json: { code } });
  });

  it('is open to coordinators and districts, each for their own part', async () => {
    const id = await office.open('parts');
    const body = { ...openNow(), name: 'by a district' };
    expect((await office.ask('district', 'POST', '/collections', body)).status).toBe(403);
    expect((await office.ask('agency', 'GET', '/collections')).status).toBe(403);
    expect((await office.app.inject('/api/v1/collect/collections')).statusCode).toBe(401);
    expect((await office.ask('coordinator', 'POST', `/collections/${id}/prepared`, { students: 3 })).status).toBe(403);
    expect((await office.ask('district', 'POST', `/collections/${id}/links`, { leaIds: [OWN] })).status).toBe(403);
    expect((await office.ask('coordinator', 'GET', '/collections/999999')).status).toBe(404);
  });

  it('records that a district has prepared its file', async () => {
    const id = await office.open('prepared');
    expect(await office.ask('district', 'POST', `/collections/${id}/prepared`, { students: 412 })).toMatchObject({
      json: { state: 'prepared' },
    });
    const detail = await office.ask('coordinator', 'GET', `/collections/${id}`);
    expect(stateOf(detail.json)).toEqual({ [OWN]: 'prepared', [OTHER]: 'not_started' });
    expect(detail.json.districts).toMatchObject({ prepared: 1, notStarted: 1 });
    expect(detail.json.districtStates.find((d: { leaId: string }) => d.leaId === OWN).students).toBeNull();
    expect((await office.ask('district', 'GET', `/collections/${id}`)).json.districtStates[0].students).toBe(410);
  });

  it('is never kept by a cache', async () => {
    for (const url of ['/api/v1/collect/me', '/api/v1/collect/collections', '/api/v1/collect/disclosures.csv']) {
      const response = await office.app.inject({
        url,
        headers: { authorization: `Bearer ${office.tokens.coordinator}` },
      });
      expect(response.statusCode).toBe(200);
      expect(response.headers['cache-control']).toBe('private, no-store');
      expect(response.headers.vary).toContain('authorization, cookie');
    }
  });
});

describe('a link', () => {
  it('opens the collection for its district, in place of the one before, until it is ended', async () => {
    const id = await office.open('links');
    const first = await office.ask('coordinator', 'POST', `/collections/${id}/links`, { leaIds: [OWN] });
    const second = await office.ask('coordinator', 'POST', `/collections/${id}/links`, {
      leaIds: [OWN, OTHER],
      days: 3,
    });
    const [own] = second.json.links;
    const path = (url: string) => new URL(url).pathname + new URL(url).search;
    expect((await office.app.inject(path(first.json.links[0].url))).statusCode).toBe(401);
    const entered = await pressOpen(office.app, path(own.url));
    expect(entered.headers.location).toBe('/collect');
    const cookie = cookiesOf(entered);
    const me = () => office.app.inject({ url: '/api/v1/collect/me', headers: { cookie } });
    expect((await me()).json()).toMatchObject({ role: 'district', leaId: OWN, districtName: 'Ash County Schools' });
    const detail = await office.ask('coordinator', 'GET', `/collections/${id}`);
    expect(detail.json.districtStates[0].link ?? detail.json.districtStates[1].link).toMatchObject({
      id: expect.any(Number),
    });
    expect(detail.body).not.toContain('gapmap_');
    expect((await office.ask('coordinator', 'DELETE', `/links/${own.tokenId}`)).status).toBe(204);
    expect((await me()).statusCode).toBe(401);
    expect((await office.ask('coordinator', 'DELETE', `/links/${own.tokenId}`)).status).toBe(404);
  });

  it('is good for two weeks after the window', async () => {
    const id = await office.open('two weeks');
    const { json } = await office.ask('coordinator', 'POST', `/collections/${id}/links`, { leaIds: [OWN] });
    const days = (Date.parse(json.links[0].expiresAt) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBeGreaterThanOrEqual(34);
    expect(Math.round(days)).toBeLessThanOrEqual(35);
  });

  it('is not made for a number that is no district', async () => {
    const id = await office.open('no such district');
    const refused = await office.ask('coordinator', 'POST', `/collections/${id}/links`, { leaIds: [OWN, '9999999'] });
    expect(refused).toMatchObject({ status: 422, json: { code: 'collect.unknown-district' } });
    expect(refused.json.detail).toContain('9999999');
  });

  it('leads to pages of our own only', async () => {
    const response = await office.app.inject(`/enter/${office.tokens.district}?to=//elsewhere.example`);
    expect(response.statusCode).toBe(400);
    const pressed = await pressOpen(office.app, `/enter/${office.tokens.district}?to=//elsewhere.example`);
    expect(pressed.statusCode).toBe(400);
    const home = await pressOpen(office.app, `/enter/${office.tokens.coordinator}`);
    expect(home.headers.location).toBe('/collect');
  });
});

describe('a write with the cookie', () => {
  it('is taken from our own pages and from nowhere else', async () => {
    const id = await office.open('foreign');
    const cookie = cookiesOf(await pressOpen(office.app, `/enter/${office.tokens.district}`));
    const write = (headers: Record<string, string>) =>
      office.app.inject({
        method: 'POST',
        url: `/api/v1/collect/collections/${id}/prepared`,
        headers: { cookie, host: 'gapmap.example', ...headers },
        payload: { students: 1 },
      });
    expect((await write({ 'sec-fetch-site': 'cross-site' })).json()).toMatchObject({
      status: 403,
      code: 'access.foreign-origin',
    });
    expect((await write({ 'sec-fetch-site': 'same-site' })).statusCode).toBe(403);
    expect((await write({ origin: 'https://elsewhere.example' })).statusCode).toBe(403);
    expect((await write({ origin: 'null' })).statusCode).toBe(403);
    expect((await write({})).statusCode).toBe(403);
    expect((await write({ origin: 'http://gapmap.example' })).statusCode).toBe(200);
    expect((await write({ 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200);
  });
});

describe('reminders', () => {
  it('name who is late, and hold no formula and no token', async () => {
    const id = await office.open('+late');
    await office.ask('coordinator', 'POST', `/collections/${id}/links`, { leaIds: [OWN, OTHER] });
    await office.ask('district', 'POST', `/collections/${id}/prepared`, { students: 5 });
    const all = await office.ask('coordinator', 'GET', `/collections/${id}/reminders.csv`);
    const lines = all.body.trimEnd().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines.join()).toContain("'=Birch County Schools,'+late,not started");
    expect(all.body).not.toContain('gapmap_');
    const prepared = await office.ask('coordinator', 'GET', `/collections/${id}/reminders.csv?only=prepared`);
    expect(prepared.body).toContain(OWN);
    expect(prepared.body).not.toContain(OTHER);
    expect((await office.ask('coordinator', 'GET', `/collections/${id}/reminders.csv?only=asleep`)).status).toBe(400);
  });
});

describe('enrollment', () => {
  it('is the base of response rates, and can be removed', async () => {
    const path = `${database.dataDir}/enrolled.csv`;
    writeFileSync(path, fileOf(students(40)));
    await importHomes(database.deps, { paths: [path], collection: 'enrolled' }, silentProgress);
    const { json } = await office.ask('coordinator', 'GET', '/collections');
    const { id } = json.collections.find(({ name }: { name: string }) => name === 'enrolled');
    const rate = async () => (await office.ask('district', 'GET', `/collections/${id}`)).json.districtStates[0];
    expect(await rate()).toMatchObject({
      state: 'accepted',
      students: 40,
      enrolled: null,
      responseRate: { rate: 0.75 },
    });
    const put = (enrolled: number | null) =>
      office.ask('coordinator', 'PUT', `/collections/${id}/enrollment`, { districts: [{ leaId: OWN, enrolled }] });
    expect((await put(60)).status).toBe(204);
    expect(await rate()).toMatchObject({ enrolled: 60, responseRate: { rate: 0.5 }, rateOf: 'enrolled' });
    const warnings = async () => (await rate()).warnings.map(({ kind }: { kind: string }) => kind);
    expect(await warnings()).toEqual([]);
    await put(25);
    expect(await rate()).toMatchObject({ enrolled: 25, responseRate: { rate: 0.75 }, rateOf: 'sent' });
    expect(await warnings()).toEqual(['enrollment']);
    await put(null);
    expect(await rate()).toMatchObject({ enrolled: null, responseRate: { rate: 0.75 }, rateOf: 'sent', warnings: [] });
    expect((await rate()).questionRates).toMatchObject({
      internet_access: { rate: 0.75 },
      barrier: { rate: 1 },
      device: { rate: 0.75 },
    });
  });
});

describe('the database', () => {
  const as = (actor: Actor, text: string) => database.deps.db.as(actor, (tx) => tx.rows(text));
  const actors: Record<string, Actor> = {
    public: { role: 'public' },
    agency: { role: 'agency', stateFips: '54' },
    provider: { role: 'provider', stateFips: '54', providerId: 1 },
    district: { role: 'district', leaId: OWN },
  };

  it.each(Object.keys(actors))('gives the %s view nothing of intake, of collections or of the log', async (name) => {
    const actor = actors[name] as Actor;
    for (const table of [
      'intake.homes',
      'intake.answers',
      'intake.collections',
      'collect.districts',
      'collect.chunks',
      'disclosures.entries',
      'accounts.links',
    ])
      await expect(as(actor, `select * from ${table}`)).rejects.toThrow('permission denied');
  });

  it.each<[string, Actor]>([
    ['coordinator', { role: 'coordinator', stateFips: '54' }],
    ['district', { role: 'collector', leaId: OWN }],
  ])('gives a %s no home and no answer', async (_name, actor) => {
    for (const table of ['intake.homes', 'intake.answers', 'intake.uploads', 'accounts.tokens'])
      await expect(as(actor, `select * from ${table}`)).rejects.toThrow('permission denied');
  });

  it('gives a district its own rows of every table of a collection', async () => {
    const id = await office.open('own rows');
    await office.send('district', id, fileOf(students(30)));
    await office.send('other', id, fileOf(students(30, { lea: OTHER })));
    for (const table of ['collect.districts', 'collect.uploads', 'collect.chunks']) {
      const rows = await as({ role: 'collector', leaId: OWN }, `select distinct lea_id from ${table}`);
      expect(rows).toEqual([{ lea_id: OWN }]);
    }
    expect(
      await as(
        { role: 'coordinator', stateFips: '54' },
        `select distinct lea_id from collect.districts where collection_id = ${id} order by 1`,
      ),
    ).toEqual([{ lea_id: OWN }, { lea_id: OTHER }]);
    for (const table of ['collect.uploads', 'collect.chunks', 'collect.figures'])
      expect(await as({ role: 'coordinator', stateFips: '54' }, `select * from ${table}`)).toEqual([]);
  });

  it('lets a district write no row of another, and no figure of a file', async () => {
    const own: Actor = { role: 'collector', leaId: OWN };
    const id = await office.open('others’ rows');
    await office.ask('other', 'POST', `/collections/${id}/prepared`, { students: 7 });
    await expect(
      as(own, `insert into collect.districts (collection_id, lea_id) values (${id}, '${OTHER}')`),
    ).rejects.toThrow('row-level security');
    await as(own, `update collect.districts set prepared_students = 0 where collection_id = ${id}`);
    expect(
      await as(
        { role: 'coordinator', stateFips: '54' },
        `select prepared_students from collect.districts where collection_id = ${id} and lea_id = '${OTHER}'`,
      ),
    ).toEqual([{ prepared_students: 10 }]);
    for (const change of [
      'districts set accepted_at = now()',
      "districts set shown = '{}'",
      'figures set response_rate = 1',
    ])
      await expect(as(own, `update collect.${change}`)).rejects.toThrow('permission denied');
    await expect(as(own, 'delete from collect.uploads')).rejects.toThrow('permission denied');
    await expect(as(own, `update intake.collections set name = 'mine' where id = ${id} returning id`)).resolves.toEqual(
      [],
    );
  });
});

describe('the log of disclosures', () => {
  it('is written with each link, added to by a coordinator and changed by nobody', async () => {
    const entry = {
      who: '=Department of Broadband',
      what: 'counts by county',
      audience: 'agency',
      basis: '34 CFR 99.31(b)',
    };
    expect(await office.ask('coordinator', 'POST', '/disclosures', entry)).toMatchObject({
      status: 201,
      json: { ...entry, kind: 'other', note: null, enteredBy: 'coordinator of the test' },
    });
    const { json } = await office.ask('coordinator', 'GET', '/disclosures?limit=1');
    expect(json.disclosures).toHaveLength(1);
    expect(json.next).toBeTruthy();
    const csv = await office.ask('coordinator', 'GET', '/disclosures.csv');
    expect(csv.body).toContain("'=Department of Broadband");
    expect(csv.body).toContain('a link to run collections');
    expect(csv.body).toContain(`a link for Ash County Schools (district ${OWN}), `);
    expect(csv.body).toMatch(/,\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z,/);
    expect(csv.body).not.toContain('gapmap_');
    for (const role of ['district', 'agency'] as const)
      expect((await office.ask(role, 'GET', '/disclosures')).status).toBe(403);
    for (const change of [
      "update disclosures.entries set who = 'nobody'",
      'delete from disclosures.entries',
      'truncate disclosures.entries',
    ])
      await expect(database.deps.db.asOwner((tx) => tx.run(change))).rejects.toThrow('never changed');
    await expect(
      database.deps.db.as({ role: 'coordinator', stateFips: '54' }, (tx) =>
        tx.run(
          "insert into disclosures.entries (kind, who, what, audience, basis, entered_by) values ('release', 'a', 'b', 'public', 'c', 'Gapmap')",
        ),
      ),
    ).rejects.toThrow('row-level security');
  });
});
