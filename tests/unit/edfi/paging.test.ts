import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { discover } from '../../../server/features/edfi/discovery.ts';
import { readAll } from '../../../server/features/edfi/pages.ts';
import { EdfiSession } from '../../../server/features/edfi/session.ts';
import type { Patience } from '../../../server/platform/http-client/patience.ts';
import { Secret } from '../../../server/platform/secret.ts';
import { anAssociation } from '../../support/edfi-documents.ts';
import { type EdfiServerOptions, edfiServer } from '../../support/edfi-server.ts';
import { told } from '../../support/told.ts';

const ASSOCIATIONS = 'studentEducationOrganizationAssociations';
const HASTY: Patience = { tries: 3, firstWaitMs: 1, longestWaitMs: 2_000, timeoutMs: 300 };

const students = (count: number) => Array.from({ length: count }, (_, i) => anAssociation(`s${i}`));

/** Reads all associations of such an API. */
async function reading(
  options: Partial<EdfiServerOptions>,
  { secret, pageSize = 10 }: { secret?: string; pageSize?: number } = {},
) {
  await using server = await edfiServer({ resources: { [ASSOCIATIONS]: students(35) }, ...options });
  const waits: string[] = [];
  const addresses = await discover({ baseUrl: server.baseUrl }, HASTY);
  const credentials = { clientId: server.clientId, secret: new Secret(secret ?? server.secret) };
  const session = new EdfiSession(addresses.token, credentials, HASTY, (why) => waits.push(told(why)));
  const result = await readAll(session, new URL(`ed-fi/${ASSOCIATIONS}`, addresses.data), ASSOCIATIONS, { pageSize });
  return { ...result, ids: idsOf(result.documents), requests: server.requests, tokens: server.tokensGiven(), waits };
}

function idsOf(documents: readonly unknown[]): string[] {
  return documents.map(
    (document) => (document as { studentReference: { studentUniqueId: string } }).studentReference.studentUniqueId,
  );
}

const all = Array.from({ length: 35 }, (_, i) => `s${i}`);

describe('an Ed-Fi API read by offset', () => {
  it('gives every document once, page by page', async () => {
    const { ids, requests } = await reading({});
    expect(ids).toEqual(all);
    expect(requests.filter((request) => request.includes('?')).map((request) => request.split('?')[1])).toEqual([
      'limit=10&totalCount=true',
      'limit=10&offset=9',
      'limit=10&offset=18',
      'limit=10&offset=27',
      'limit=10&offset=34',
    ]);
  });

  it('loses nothing when it sends shorter pages than asked for', async () => {
    expect((await reading({ mostSent: 4 })).ids).toEqual(all);
  });

  it('is asked for small pages when it refuses large ones', async () => {
    const { ids, requests } = await reading({ maxLimit: 25 }, { pageSize: 500 });
    expect(ids).toEqual(all);
    expect(requests.filter((request) => request.includes('limit=500'))).toHaveLength(1);
  });

  it.each([
    ['vanishes', (now: unknown[]) => now.splice(0, 1), all.slice(1)],
    ['appears', (now: unknown[]) => now.unshift(anAssociation('new')), ['new', ...all]],
    [
      'is replaced',
      (now: unknown[]) => now.splice(3, 1) && now.push(anAssociation('new')),
      [...all.toSpliced(3, 1), 'new'],
    ],
  ])('is read again from the start when a document before the page %s meanwhile', async (_, change, expected) => {
    const { ids } = await reading({
      resources: { [ASSOCIATIONS]: students(35) },
      beforePage: (_resource, request, now) => {
        if (request === 3) change(now);
      },
    });
    expect(ids).toEqual(expected);
  });

  it('is given up when it keeps changing', async () => {
    const beforePage = (_resource: string, _request: number, now: unknown[]) => void now.shift();
    await expect(reading({ resources: { [ASSOCIATIONS]: students(100) }, beforePage })).rejects.toThrow(
      /keep changing while they are read.*Run it again/s,
    );
  });
});

describe('an Ed-Fi API that offers cursors', () => {
  it('is read by them, and never by offset', async () => {
    const { ids, requests } = await reading({ paging: 'cursor' });
    expect(ids).toEqual(all);
    expect(requests.some((request) => request.includes('offset='))).toBe(false);
    expect(requests.filter((request) => request.includes('pageToken=')).every((r) => r.includes('pageSize=10'))).toBe(
      true,
    );
  });

  it('is left when its cursor leads back to where it was', async () => {
    await expect(reading({ paging: 'cursor', leadsBack: true })).rejects.toThrow(/back to one that was read before/);
  });

  it('loses nobody when a document is met again, and keeps it once', async () => {
    const { ids, repeated } = await reading({
      paging: 'cursor',
      resources: { [ASSOCIATIONS]: students(35) },
      beforePage: (_, request, now) => {
        if (request === 2) now.unshift(anAssociation('new'));
      },
    });
    expect(ids).toEqual(all);
    expect(repeated).toBe(1);
  });
});

describe('a token', () => {
  it('that ends between two pages is renewed, and the page asked for again', async () => {
    const { ids, tokens } = await reading({ tokenLasts: 2 });
    expect(ids).toEqual(all);
    expect(tokens).toBe(3);
  });

  it('that is about to end is renewed before it does', async () => {
    const { ids, tokens, requests } = await reading({ tokenSeconds: 0 });
    expect(ids).toEqual(all);
    expect(tokens).toBe(requests.filter((request) => request.includes('?')).length);
  });

  it.each([
    ['without a type', 'application/json', { expires_in: 1800 }],
    ['of another type', 'application/json', { token_type: 'Example', expires_in: 1800 }],
    ['whose life is written as text', 'application/json', { token_type: 'bearer', expires_in: '1800' }],
    ['whose life is no number', 'application/json', { token_type: 'bearer', expires_in: 'soon' }],
    ['without a life', 'application/json', { token_type: 'bearer', expires_in: null }],
    ['with fields of other kinds beside it', 'application/json', { scope: null, id_token: 7, refresh_token: [] }],
    ['sent as a page', 'text/html', { token_type: 'bearer', expires_in: 1800 }],
  ])('%s is taken from a sloppy server', async (_, contentType, fields) => {
    const sloppyToken = (text: string) => ({ contentType, body: JSON.stringify({ access_token: text, ...fields }) });
    const { ids, tokens } = await reading({ sloppyToken });
    expect(ids).toEqual(all);
    expect(tokens).toBe(1);
  });

  it.each([
    ['is no text', '{"access_token":7}'],
    ['is empty', '{"access_token":""}'],
    ['is missing', '{"token":"canary-token"}'],
    ['is no JSON', '<p>canary-token</p>'],
  ])('that %s ends the reading, and no error holds the answer', async (_, body) => {
    const refusal = await reading({ sloppyToken: () => ({ contentType: 'application/json', body }) }).catch(
      (error: unknown) => error,
    );
    expect(refusal).toMatchObject({ name: 'Refusal' });
    expect(inspect(refusal, { depth: 9 })).not.toContain('canary-token');
  });

  it('is requested with id and secret unchanged', async () => {
    const { ids } = await reading({ secret: 'a secret/with+signs:-_.~%' }, { secret: 'a secret/with+signs:-_.~%' });
    expect(ids).toEqual(all);
  });

  it('that is refused at once ends the reading with the reason', async () => {
    await expect(reading({ tokenLasts: 0 })).rejects.toThrow('refused a token it had just given out');
  });

  it('is not given for a wrong secret, which no message repeats', async () => {
    const secret = 'not-the-secret';
    const refusal = await reading({}, { secret }).catch((error: unknown) => error);
    expect(String(refusal)).toContain('did not accept the client id and secret (401)');
    expect(String(refusal)).not.toContain(secret);
  });
});

describe('a server in trouble', () => {
  it.each([
    ['answers 500 once', { 2: { status: 500 } }, 'the server failed (500)'],
    [
      'asks for patience with 429',
      { 2: { status: 429, retryAfter: '1' } },
      'too many requests (429); asking again in 1 s',
    ],
    ['hangs up', { 3: 'hang up' }, 'no connection'],
    ['sends half a page', { 2: 'half' }, 'no complete JSON'],
    ['does not answer in time', { 2: 'silence' }, 'no answer in time'],
  ] as const)('that %s is asked again, with nothing lost', async (_, mishaps, words) => {
    const { ids, waits } = await reading({ mishaps });
    expect(ids).toEqual(all);
    expect(waits).toHaveLength(1);
    expect(waits[0]).toContain(words);
  });

  it('is given up after several times, with nothing written', async () => {
    const mishaps = { 2: { status: 503 }, 3: { status: 503 }, 4: { status: 503 } };
    await expect(reading({ mishaps })).rejects.toThrow(
      `The API did not give ${ASSOCIATIONS}: the server failed (503), 3 times in a row. Nothing was written; run it again later.`,
    );
  });

  it('is given up at once when it asks to come back much later', async () => {
    await expect(reading({ mishaps: { 1: { status: 429, retryAfter: '86400' } } })).rejects.toThrow(
      'asks to wait 86400 s',
    );
  });

  it('that denies a resource is not asked again, and the message says what to do', async () => {
    await expect(reading({ forbidden: [ASSOCIATIONS] })).rejects.toThrow(
      /may not read studentEducationOrganizationAssociations \(urn:ed-fi:api:security:authorization:access-denied\).*claim set/s,
    );
  });

  it('that has no such resource says that the address may be wrong', async () => {
    await expect(reading({ resources: {} })).rejects.toThrow(
      /has no studentEducationOrganizationAssociations.*--base-url/s,
    );
  });
});

describe('the address of an API', () => {
  it('must be https unless it is this machine, as the secret goes there', async () => {
    await expect(discover({ baseUrl: 'http://api.example.org' }, HASTY)).rejects.toThrow(
      /api.example.org without https/,
    );
    await expect(discover({ baseUrl: 'ftp://api.example.org' }, HASTY)).rejects.toThrow('--base-url is no address');
  });

  it('that describes nothing is refused with the ways out', async () => {
    await using server = await edfiServer({ resources: {} });
    await expect(discover({ baseUrl: `${server.baseUrl}/nothing` }, HASTY)).rejects.toThrow(
      /--token-url and --data-url/,
    );
  });

  it('behind a proxy that ends https is reached by https, though it calls itself http', async () => {
    const urls = { oauth: 'http://api.example.org/oauth/token', dataManagementApi: 'http://api.example.org/data/v3' };
    const asked = vi.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json({ urls }));
    const found = await discover({ baseUrl: 'https://api.example.org' }, HASTY);
    asked.mockRestore();
    expect([found.token, found.data]).toEqual([
      'https://api.example.org/oauth/token',
      'https://api.example.org/data/v3/',
    ]);
  });

  it('says where data, tokens and changes are, and which data standard it speaks', async () => {
    await using server = await edfiServer({ resources: {}, dataStandard: '6.0.0' });
    expect(await discover({ baseUrl: server.baseUrl }, HASTY)).toEqual({
      token: `${server.baseUrl}/oauth/token`,
      data: `${server.baseUrl}/data/v3/`,
      changes: `${server.baseUrl}/changeQueries/v1/`,
      dataStandard: 6,
    });
  });
});
