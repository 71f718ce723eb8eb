/** Qualifying once: what a provider applies with, what staff decide, and who reads none of it. */
import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { createToken } from '../../server/features/accounts/index.ts';
import type { ApplicationBody, Qualification } from '../../server/features/qualifications/contract.ts';
import { isQualified } from '../../server/features/qualifications/index.ts';
import { FOR_MANY_FILES } from '../support/collect.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
let app: FastifyInstance;
const tokens: Record<string, string> = {};
let lastProvider = 130_000;

beforeAll(async () => {
  const scope = { stateFips: '54', days: 1 };
  const staff = [
    ['staff', '54'],
    ['neighbor', '51'],
  ] as const;
  for (const [who, stateFips] of staff)
    tokens[who] = (await createToken(database.deps, { ...scope, stateFips, label: who, role: 'agency' })).token;
  app = await buildApp({ ...database.deps, rates: FOR_MANY_FILES });
  await app.ready();
});
afterAll(() => app?.close());

/** @returns the FCC id of a provider that has done nothing yet */
async function newcomer(): Promise<number> {
  const providerId = ++lastProvider;
  const given = { stateFips: '54', days: 1, label: `provider ${providerId}`, role: 'provider', providerId } as const;
  tokens[providerId] = (await createToken(database.deps, given)).token;
  return providerId;
}

const FACTS = {
  legalName: 'Fern Valley Telephone Cooperative',
  frn: '0001234567',
  uei: '',
  address: '1 Main Street, Sutton, WV',
  website: '',
  yearsInService: 40,
  subscribers: 1200,
  technologies: [50],
  experience: 'Built 200 miles of fiber in Braxton County.',
  finances: 'A loan of the Rural Utilities Service.',
};
const APPLICATION: ApplicationBody = {
  facts: FACTS,
  contacts: [{ name: 'Ana Ruiz', part: 'may sign', email: 'ana@fern.example', phone: '' }],
};
const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(2_300_000, 7)]);

async function ask<T>(who: string | number, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object) {
  const isFile = Buffer.isBuffer(payload);
  const response = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: {
      authorization: `Bearer ${tokens[who]}`,
      ...(isFile ? { 'content-type': 'application/octet-stream' } : {}),
    },
    ...(payload ? { payload } : {}),
  });
  const isJson = String(response.headers['content-type']).includes('json');
  return { response, status: response.statusCode, body: isJson ? response.json<T & { code?: string }>() : undefined };
}

const own = (who: number, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path = '', payload?: object) =>
  ask<{ qualification: Qualification }>(who, method, `/qualification${path}`, payload);
const decide = (who: number, payload: object, staff = 'staff') =>
  ask<{ qualifications: Qualification[] }>(staff, 'POST', `/qualifications/${who}/decision`, payload);
const listed = async (staff: string) =>
  (await ask<{ qualifications: Qualification[] }>(staff, 'GET', '/qualifications')).body?.qualifications ?? [];

describe('an application', () => {
  it('is a draft that only its provider reads until it is sent', async () => {
    const who = await newcomer();
    const { body } = await own(who, 'PUT', '', { ...APPLICATION, contacts: [] });
    expect([body?.qualification.standing, body?.qualification.facts]).toEqual(['draft', FACTS]);
    expect((await listed('staff')).some(({ providerId }) => providerId === who)).toBe(false);
    expect((await decide(who, { outcome: 'qualify' })).body?.code).toBe('qualifications.none');
    const early = await own(who, 'POST', '/application', { ...APPLICATION, contacts: [] });
    expect([early.status, early.body?.code]).toEqual([409, 'rounds.is-complete']);
    await own(who, 'POST', '/application', APPLICATION);
    expect((await listed('staff')).find(({ providerId }) => providerId === who)?.standing).toBe('applied');
    expect(await listed('neighbor')).toEqual([]);
  });

  it('is asked about, sent again, qualified for a year, and stays good while its renewal is looked at', async () => {
    const who = await newcomer();
    await own(who, 'POST', '/application', APPLICATION);
    expect((await decide(who, { outcome: 'ask' })).body?.code).toBe('rounds.has-reason');
    await decide(who, { outcome: 'ask', reason: 'Which loan?' });
    expect((await own(who, 'GET')).body?.qualification).toMatchObject({ standing: 'asked', reason: 'Which loan?' });
    await own(who, 'POST', '/application', APPLICATION);
    await decide(who, { outcome: 'qualify' });
    const bidder = { role: 'bidder', stateFips: '54', providerId: who } as const;
    expect(await database.deps.db.as(bidder, isQualified)).toBe(true);
    const good = (await own(who, 'GET')).body?.qualification;
    const days = (Date.parse(good?.goodUntil ?? '') - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(364.9);
    expect(days).toBeLessThan(365.1);
    const renewed = await own(who, 'POST', '/application', APPLICATION);
    expect(renewed.body?.qualification).toMatchObject({ standing: 'applied', isGood: true });
    expect(renewed.body?.qualification.steps.map(({ move }) => move)).toEqual([
      'apply',
      'qualify',
      'apply',
      'ask',
      'apply',
    ]);
    await decide(who, { outcome: 'refuse', reason: 'Insolvent.' });
    expect(await database.deps.db.as(bidder, isQualified)).toBe(false);
    const acts = await database.deps.db.asOwner((tx) =>
      tx.rows<{ did: string }>('select did from audit.entries where thing = $1 order by id', [`provider ${who}`]),
    );
    expect(acts.map(({ did }) => did)).toEqual([
      'qualifications.ask',
      'qualifications.qualify',
      'qualifications.refuse',
    ]);
  });

  it('is not qualified by its own provider, not even as its database role', async () => {
    const who = await newcomer();
    await own(who, 'PUT', '', APPLICATION);
    expect((await ask(who, 'POST', `/qualifications/${who}/decision`, { outcome: 'qualify' })).status).toBe(403);
    const bidder = { role: 'bidder', stateFips: '54', providerId: who } as const;
    await expect(
      database.deps.db.as(bidder, (tx) => tx.run("update rounds.qualifications set standing = 'qualified'")),
    ).rejects.toThrow(/row-level security/);
    await expect(
      database.deps.db.as(bidder, (tx) => tx.run("update rounds.qualifications set good_until = '2030-01-01'")),
    ).rejects.toThrow(/permission denied/);
  });

  it('does not expire early: one whose year is over answers no more', async () => {
    const who = await newcomer();
    await own(who, 'POST', '/application', APPLICATION);
    await decide(who, { outcome: 'qualify' });
    await database.deps.db.asOwner((tx) =>
      tx.run("update rounds.qualifications set good_until = now() - interval '1 second' where provider_id = $1", [who]),
    );
    expect((await own(who, 'GET')).body?.qualification).toMatchObject({ standing: 'qualified', isGood: false });
  });
});

describe('a document', () => {
  it('comes back byte for byte, as a download, to its provider and to staff once the application is sent', async () => {
    const who = await newcomer();
    expect((await own(who, 'POST', '/documents?name=bonds.pdf', PDF)).body?.code).toBe('qualifications.none');
    await own(who, 'PUT', '', APPLICATION);
    const { body } = await own(who, 'POST', '/documents?name=bonds.pdf', PDF);
    const [document] = body?.qualification.documents ?? [];
    expect(document).toMatchObject({
      name: 'bonds.pdf',
      bytes: PDF.length,
      sha256: createHash('sha256').update(PDF).digest('hex'),
    });
    const path = `/qualifications/documents/${document?.id}`;
    expect((await ask('staff', 'GET', path)).status).toBe(404);
    await own(who, 'POST', '/application', APPLICATION);
    for (const reader of [who, 'staff']) {
      const { response } = await ask(reader, 'GET', path);
      expect(response.headers['content-disposition']).toMatch(/^attachment; /);
      expect(response.rawPayload.equals(PDF)).toBe(true);
    }
    expect((await ask(await newcomer(), 'GET', path)).status).toBe(404);
    expect((await ask('neighbor', 'GET', path)).status).toBe(404);
    expect((await own(who, 'DELETE', `/documents/${document?.id}`)).body?.code).toBe('rounds.standing');
  });

  it('is refused when it is no PDF, and deleted while the application is a draft', async () => {
    const who = await newcomer();
    await own(who, 'PUT', '', APPLICATION);
    const page = await own(who, 'POST', '/documents?name=a.pdf', Buffer.from('<html>'));
    expect([page.status, page.body?.code]).toEqual([400, 'qualifications.not-pdf']);
    const { body } = await own(who, 'POST', '/documents?name=a.pdf', PDF);
    const gone = await own(who, 'DELETE', `/documents/${body?.qualification.documents[0]?.id}`);
    expect(gone.body?.qualification.documents).toEqual([]);
  });
});
