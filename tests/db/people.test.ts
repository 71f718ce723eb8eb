/** An administrator's pages, asked over HTTP by people of one state and of another. */
import { parse } from 'csv-parse/sync';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { createToken } from '../../server/features/accounts/index.ts';
import { smallStateDatabase } from '../support/database.ts';
import { signedInAs } from '../support/people.ts';

const database = smallStateDatabase();
let app: FastifyInstance;
type SignedIn = Awaited<ReturnType<typeof signedInAs>>;
let admin: SignedIn;
let elsewhere: SignedIn;
let staff: SignedIn;

beforeAll(async () => {
  app = await buildApp(database.deps);
  await app.ready();
  admin = await signedInAs(database.deps, { role: 'admin', name: 'Ada Admin' });
  staff = await signedInAs(database.deps, { role: 'sea', name: 'Sam Staff' });
  elsewhere = await signedInAs(database.deps, { role: 'admin', stateFips: '51', name: 'Vera Virginia' });
}, 300_000);
afterAll(() => app?.close());

const FORM = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
const textOf = (page: string) => page.replace(/<style>[\s\S]*<\/style>/, '');
const read = async (url: string, who: SignedIn) => {
  const answer = await app.inject({ url, headers: { ...who.headers, accept: 'text/html' } });
  return { status: answer.statusCode, text: textOf(answer.body) };
};
const post = (url: string, who: SignedIn, fields: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url,
    headers: { ...who.headers, ...FORM },
    payload: new URLSearchParams(fields).toString(),
  });
const WISH = { label: 'new@example.org', organization: 'A county', role: 'viewer', leaId: '', providerId: '' };

describe('the page of people', () => {
  it('lists roles and sessions of the administrator’s own state alone', async () => {
    const own = await read('/people', admin);
    expect(own.status).toBe(200);
    expect(own.text).toContain('People who act for organizations of West Virginia.');
    expect(own.text).toContain('Sam Staff');
    expect(own.text).not.toContain('Vera Virginia');
    const others = await read('/people', elsewhere);
    expect(others.text).toContain('Vera Virginia');
    expect(others.text).not.toContain('Sam Staff');
    expect((await read('/people?lang=es', admin)).text).toContain('Invitar a alguien');
  });

  it('makes an invitation whose link it shows once, within the state', async () => {
    const made = await post('/people/invitations', admin, WISH);
    expect(made.statusCode).toBe(200);
    const link =
      /value="http:\/\/localhost(?::\d+)?(\/invite\/gapmap_invitation_[\w-]{43})"/.exec(made.body)?.[1] ?? '';
    expect((await app.inject({ url: link, headers: { host: 'localhost' } })).statusCode).toBe(200);
    const { text } = await read('/people', admin);
    expect(text).toContain('new@example.org');
    expect(text).not.toContain(link);
    expect((await read('/people', elsewhere)).text).not.toContain('new@example.org');
    const id = /\/people\/invitations\/(\d+)\/end/.exec(text)?.[1];
    expect((await post(`/people/invitations/${id}/end`, elsewhere)).statusCode).toBe(404);
    expect((await post(`/people/invitations/${id}/end`, admin)).statusCode).toBe(303);
    expect((await app.inject({ url: link, headers: { host: 'localhost' } })).statusCode).toBe(410);
  });

  it.each([
    ['a district of another state', { role: 'district', leaId: '5100030' }, 'LEAID of seven digits'],
    ['a district without a number', { role: 'district' }, 'LEAID of seven digits'],
    ['a provider without a number', { role: 'provider' }, 'FCC id'],
    ['a guest with a district', { role: 'viewer', leaId: '5400030' }, 'LEAID of seven digits'],
  ])('refuses an invitation for %s', async (_what, wish, said) => {
    const made = await post('/people/invitations', admin, { ...WISH, ...wish });
    expect([made.statusCode, textOf(made.body).includes(said)]).toEqual([422, true]);
  });

  it('ends a session, and a role with all of its sessions', async () => {
    const person = await signedInAs(database.deps, { role: 'puc', name: 'Pat Puc' });
    const me = async () => (await app.inject({ url: '/api/v1/me', headers: person.headers })).json().role;
    expect(await me()).toBe('puc');
    expect((await post(`/people/sessions/${person.sessionId}/end`, elsewhere)).statusCode).toBe(404);
    expect((await post(`/people/roles/${person.membershipId}/end`, elsewhere)).statusCode).toBe(404);
    expect(await me()).toBe('puc');
    expect((await post(`/people/roles/${person.membershipId}/end`, admin)).statusCode).toBe(303);
    expect(await me()).toBe('public');
    const other = await signedInAs(database.deps, { role: 'viewer' });
    expect((await post(`/people/sessions/${other.sessionId}/end`, admin)).statusCode).toBe(303);
    expect((await app.inject({ url: '/api/v1/me', headers: other.headers })).json()).toMatchObject({ ended: true });
  });

  it('keeps the last administrator of a state', async () => {
    const refused = await post(`/people/roles/${elsewhere.membershipId}/end`, elsewhere);
    expect(refused.statusCode).toBe(409);
    expect((await read('/people', elsewhere)).status).toBe(200);
  });

  it('takes no form of another site', async () => {
    const foreign = { ...admin, headers: { ...admin.headers, 'sec-fetch-site': 'cross-site' } };
    expect((await post('/people/invitations', foreign, WISH)).statusCode).toBe(403);
  });
});

describe('the log of acts', () => {
  it('shows who did what, filtered, to administrators of the state', async () => {
    const { text } = await read('/people/log', admin);
    expect(text).toContain('invited somebody');
    expect(text).toContain('Ada Admin');
    expect(text).toContain('ended a role');
    expect((await read('/people/log', elsewhere)).text).not.toContain('Ada Admin');
    const filtered = await read('/people/log?did=people.role-ended&who=ada&from=2020-01-01&to=', admin);
    expect(filtered.text).toContain('Pat Puc');
    expect(filtered.text).not.toContain('<td>invited somebody');
    expect((await read('/people/log?who=nobody-of-that-name', admin)).text).toContain('No act fits.');
    expect((await read('/people/log?from=2026-02-31&to=2020-01-01', admin)).text).toContain('No act fits.');
    expect((await read('/people/log', staff)).status).toBe(403);
  });

  it('is taken along as CSV with the same filters, and says so itself', async () => {
    const csv = await app.inject({ url: '/people/log.csv?did=people.role-ended', headers: admin.headers });
    expect(csv.headers['content-type']).toContain('text/csv');
    const rows: Record<string, string>[] = parse(csv.body, { columns: true, bom: true });
    expect(rows.map(({ who, did, for: forWhom }) => [who, did, forWhom])).toEqual([
      ['Ada Admin', 'people.role-ended', 'Office of admin'],
    ]);
    expect((await read('/people/log?did=people.log-exported', admin)).text).toContain('1 entries');
  });
});

describe('what people do elsewhere', () => {
  it('is in the log too: collections and links of districts, by a person and by whoever holds a link', async () => {
    const { deps } = database;
    const person = await signedInAs(deps, {
      role: 'coordinator',
      name: 'Cora Coordinator',
      organization: 'Regional Agency',
    });
    const { token } = await createToken(deps, { role: 'coordinator', stateFips: '54', label: 'old link', days: 1 });
    const asked = (
      method: 'POST' | 'PATCH' | 'DELETE',
      url: string,
      headers: Record<string, string>,
      payload?: object,
    ) => app.inject({ method, url: `/api/v1/collect${url}`, headers, ...(payload ? { payload } : {}) });
    const window = { name: 'logged', opensOn: '2026-01-01', closesOn: '2026-02-01', questions: ['device'] };
    const opened = await asked('POST', '/collections', person.headers, window);
    expect(opened.statusCode).toBe(201);
    const { id } = opened.json();
    const linkHolder = { authorization: `Bearer ${token}` };
    expect(
      (await asked('PATCH', `/collections/${id}`, linkHolder, { ...window, name: 'logged anew' })).statusCode,
    ).toBe(200);
    const given = await asked('POST', `/collections/${id}/links`, person.headers, { leaIds: ['5400240'] });
    const [{ tokenId }] = given.json().links;
    expect((await asked('DELETE', `/links/${tokenId}`, person.headers)).statusCode).toBe(204);
    const rows = await deps.db.asOwner((tx) =>
      tx.rows<{ who: string; for_whom: string | null; did: string; thing: string }>(
        "select who, for_whom, did, thing from audit.entries where did ~ '^(collections|links)' order by id desc limit 4",
      ),
    );
    const cora = { who: 'Cora Coordinator', for_whom: 'Regional Agency' };
    expect(rows).toEqual([
      { ...cora, did: 'links.ended', thing: `link ${tokenId}` },
      { ...cora, did: 'links.given', thing: `link ${tokenId}, district` },
      { who: 'link “old link”', for_whom: null, did: 'collections.changed', thing: `collection ${id}` },
      { ...cora, did: 'collections.opened', thing: `collection ${id}` },
    ]);
  });
});

describe('a person with several roles', () => {
  it('acts in one of them at a time', async () => {
    const person = await signedInAs(database.deps, { role: 'sea', name: 'Two Roles' });
    const { id } = await database.deps.db.asOwner((tx) =>
      tx.one<{ id: number }>(
        `insert into accounts.memberships (person_id, organization_id, role, state_fips, source)
         select person_id, organization_id, 'puc', state_fips, source
         from accounts.memberships
         where id = $1
         returning id`,
        [person.membershipId],
      ),
    );
    const role = async () => (await app.inject({ url: '/api/v1/me', headers: person.headers })).json().role;
    expect(await role()).toBe('agency');
    expect((await read('/sessions', person)).text).toContain('utility commission');
    expect((await post(`/sessions/roles/${staff.membershipId}`, person)).statusCode).toBe(404);
    expect(await role()).toBe('agency');
    expect((await post(`/sessions/roles/${id}`, person)).statusCode).toBe(303);
    expect(await role()).toBe('puc');
  });
});
