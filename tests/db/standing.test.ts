import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { statusInWords } from '../../server/commands/status.ts';
import type { Actor } from '../../server/domain/actor.ts';
import { createToken } from '../../server/features/accounts/index.ts';
import {
  createRelease,
  publishDraft,
  type ReleaseSummary,
  withdrawRelease,
} from '../../server/features/releasing/index.ts';
import { ensureArchive, removeArchives } from '../../server/features/tiles/index.ts';
import { messagesIn } from '../../server/platform/messages.ts';
import type { Refusal } from '../../server/platform/problem.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../support/database.ts';
import { HEXES, loadPatchyState } from '../support/patchy-state.ts';

const database = testDatabase();
const REASON = 'The filings of June were read twice.';
const HEX = HEXES[0] ?? '';

type Who = 'nobody' | 'agency' | 'provider' | 'district' | 'elsewhere';
const tokens: Partial<Record<Who, string>> = {};
let app: FastifyInstance;
let first: ReleaseSummary;
let draft: ReleaseSummary;

beforeAll(async () => {
  const { deps } = database;
  await loadPatchyState(deps.db);
  first = await createRelease(deps, { name: 'First' });
  draft = await createRelease(deps, { name: 'Second', draft: true, by: 'the broadband office' });
  const asked = { label: 'test', days: 1 } as const;
  tokens.agency = (await createToken(deps, { ...asked, role: 'agency', stateFips: '54' })).token;
  tokens.elsewhere = (await createToken(deps, { ...asked, role: 'agency', stateFips: '51' })).token;
  tokens.provider = (await createToken(deps, { ...asked, role: 'provider', stateFips: '54', providerId: 1 })).token;
  tokens.district = (await createToken(deps, { ...asked, role: 'district', leaId: '5400030' })).token;
  app = await buildApp(deps);
  await app.ready();
}, 300_000);
afterAll(() => app?.close());

const AUDIENCE: Record<Who, string> = {
  nobody: 'public',
  agency: 'agency',
  provider: 'provider',
  district: 'district',
  elsewhere: 'agency',
};

function ask(who: Who, url: string, headers: Record<string, string> = {}) {
  const joined = `${url}${url.includes('?') ? '&' : '?'}audience=${AUDIENCE[who]}`;
  const token = tokens[who];
  return app.inject({
    url: who === 'nobody' ? url : joined,
    headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) },
  });
}

/** Every address that names a release. */
const addressesOf = (id: number) => [
  `/api/v1/release?release=${id}`,
  `/api/v1/privacy?release=${id}`,
  `/api/v1/patches?release=${id}`,
  `/api/v1/patches?release=${id}&format=csv`,
  `/api/v1/patches?release=${id}&format=geojson`,
  `/api/v1/clusters?release=${id}`,
  `/api/v1/clusters?release=${id}&format=csv`,
  `/api/v1/clusters/c0?release=${id}`,
  `/api/v1/cells/${HEX}?release=${id}`,
  `/api/v1/places/county/54015?release=${id}`,
  `/tiles/hexes.json?release=${id}`,
  tileOf(id, 'hexes', 'mvt'),
  tileOf(id, 'hexes', 'arrow'),
  tileOf(id, 'coverage', 'arrow'),
  tileOf(id, 'areas', 'mvt'),
  tileOf(id, 'clusters', 'mvt'),
];
const tileOf = (id: number, layer: string, encoding: string) => `/tiles/${id}/${layer}/7/35/49.${encoding}`;

async function statusesOf(who: Who, id: number): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const url of addressesOf(id)) found[url] = (await ask(who, url)).statusCode;
  return found;
}

const refusalOf = (asked: Promise<unknown>): Promise<Refusal> =>
  asked.then(
    () => expect.fail('it was done'),
    (error: Refusal) => error,
  );

const rows = <T extends object>(actor: Actor, text: string, values: number[] = []) =>
  database.deps.db.as(actor, (tx) => tx.rows<T>(text, values));

const current = async () =>
  (await app.inject('/api/v1/release')).json<{ name?: string; code?: string; detail?: string }>();

describe('a draft', () => {
  it('is answered to its state’s agency, and is not there for anybody else', async () => {
    for (const [url, status] of Object.entries(await statusesOf('agency', draft.id)))
      expect([url, status >= 200 && (status < 300 || (status === 404 && url.includes('/c0?')))]).toEqual([url, true]);
    for (const who of ['nobody', 'provider', 'district', 'elsewhere'] as const)
      expect([who, new Set(Object.values(await statusesOf(who, draft.id)))]).toEqual([who, new Set([404])]);
    expect(await current()).toMatchObject({ name: 'First', standing: 'published' });
    expect((await ask('agency', `/api/v1/release?release=${draft.id}`)).json()).toMatchObject({ standing: 'draft' });
  });

  it('has no row that the database gives to another role', async () => {
    const tables = (
      await database.deps.db.asOwner((tx) =>
        tx.rows<{ name: string }>(
          `select table_name as name from information_schema.columns where table_schema = 'published' and column_name = 'release_id' order by 1`,
        ),
      )
    ).map(({ name }) => name);
    expect(tables).toContain('hexes');
    const readers: Actor[] = [
      { role: 'public' },
      { role: 'provider', stateFips: '54', providerId: 1 },
      { role: 'district', leaId: '5400030' },
      { role: 'agency', stateFips: '51' },
    ];
    const counted: { table: string; role: string; found: number }[] = [];
    for (const table of tables)
      for (const actor of readers) {
        const mayRead = `select has_table_privilege(current_user, 'published.${table}', 'select') as may`;
        const [{ may } = { may: false }] = await rows<{ may: boolean }>(actor, mayRead);
        if (!may) continue;
        const found = await rows(actor, `select from published.${table} where release_id = $1 limit 1`, [draft.id]);
        counted.push({ table, role: actor.role, found: found.length });
      }
    expect(counted.filter(({ found }) => found > 0)).toEqual([]);
    expect(counted.length).toBeGreaterThan(40);
  });

  it('is listed for the agency, with who made it, and for nobody else', async () => {
    const listed = async (who: Who) =>
      (await ask(who, '/api/v1/releases')).json<{ releases: { name: string }[]; log?: object[] }>();
    expect((await listed('nobody')).releases.map(({ name }) => name)).toEqual(['First']);
    expect((await listed('nobody')).log).toBeUndefined();
    expect((await listed('provider')).releases.map(({ name }) => name)).toEqual(['First']);
    const { releases, log } = await listed('agency');
    expect(releases).toContainEqual(expect.objectContaining({ name: 'Second', standing: 'draft', current: false }));
    expect(log?.[0]).toMatchObject({ name: 'Second', standing: 'draft', by: 'the broadband office', reason: null });
    const elsewhere = await listed('elsewhere');
    expect([elsewhere.releases, elsewhere.log]).toEqual([[], []]);
  });

  it('has no tile archive and no export', async () => {
    await ensureArchive(database.deps, draft.id, silentProgress);
    expect(readdirSync(join(database.dataDir, 'archives'))).toEqual([]);
  });

  it('becomes current when it is published, by the same numbers, and is in all three logs', async () => {
    const before = await ask('agency', `/api/v1/patches?release=${draft.id}`);
    await publishDraft(database.deps.db, { release: 'Second', by: 'the director' });
    expect(await current()).toMatchObject({ name: 'Second', standing: 'published' });
    expect((await ask('agency', `/api/v1/patches?release=${draft.id}`)).json()).toEqual(before.json());
    expect((await ask('nobody', tileOf(draft.id, 'hexes', 'arrow'))).statusCode).toBe(200);
    const { log } = (await ask('agency', '/api/v1/releases')).json<{ log: object[] }>();
    expect(log[0]).toMatchObject({ name: 'Second', standing: 'published', by: 'the director', current: draft.id });
    const acts = await database.deps.db.asOwner((tx) =>
      tx.rows('select did, who, state_fips from audit.entries where thing = $1 order by id', [`release ${draft.id}`]),
    );
    expect(acts).toEqual([
      { did: 'releases.draft', who: expect.any(String), state_fips: '54' },
      { did: 'releases.published', who: 'the director', state_fips: '54' },
    ]);
    const told = await database.deps.db.asOwner((tx) =>
      tx.rows<{ audience: string }>(`select audience from disclosures.entries where what like '%"Second"' order by id`),
    );
    expect(told.map(({ audience }) => audience)).toEqual(['agency', 'provider', 'public']);
  });

  it('does not take the place of a later release', async () => {
    const early = await createRelease(database.deps, { name: 'Early', draft: true });
    const late = await createRelease(database.deps, { name: 'Late' });
    const refused = await refusalOf(publishDraft(database.deps.db, { release: String(early.id) }));
    expect(refused).toMatchObject({ code: 'release.later-is-current', status: 409 });
    await withdrawRelease(database.deps.db, { release: 'Late', reason: 'A test.' });
    expect(await refusalOf(publishDraft(database.deps.db, { release: 'Late' }))).toMatchObject({
      code: 'release.no-draft',
    });
    expect(late.id).toBeGreaterThan(early.id);
  });

  it('that is discarded is gone for the agency, with the reason, and was never there for others', async () => {
    await withdrawRelease(database.deps.db, { release: 'Early', reason: REASON });
    const told = await ask('agency', '/api/v1/release?release=3');
    expect([told.statusCode, told.json().reason]).toEqual([410, REASON]);
    for (const who of ['nobody', 'provider', 'district', 'elsewhere'] as const)
      expect(new Set(Object.values(await statusesOf(who, 3)))).toEqual(new Set([404]));
    expect(await refusalOf(publishDraft(database.deps.db, { release: 'Early' }))).toMatchObject({
      code: 'release.no-draft',
    });
  });
});

describe('a withdrawn release', () => {
  it('is refused without a reason, and where there is none of that name', async () => {
    const { db } = database.deps;
    expect(await refusalOf(withdrawRelease(db, { release: 'Second', reason: ' ' }))).toMatchObject({
      code: 'release.no-reason',
    });
    expect(await refusalOf(withdrawRelease(db, { release: 'Sceond', reason: REASON }))).toMatchObject({
      code: 'release.unknown',
      status: 404,
    });
    expect(await current()).toMatchObject({ name: 'Second' });
  });

  it('is answered 410 with the reason at every address, warm tiles within seconds, and the one before is current', async () => {
    for (const url of addressesOf(draft.id)) expect((await ask('nobody', url)).statusCode).not.toBe(410);
    const [agencyTile, publicTile] = [tileOf(draft.id, 'hexes', 'arrow'), tileOf(draft.id, 'hexes', 'mvt')];
    const { etag } = (await ask('nobody', publicTile)).headers;
    expect((await ask('agency', agencyTile)).statusCode).toBe(200);
    expect(await withdrawRelease(database.deps.db, { release: 'Second', reason: REASON, by: 'the director' })).toEqual({
      id: draft.id,
      name: 'Second',
      wasDraft: false,
      current: 'First',
    });
    await expect.poll(async () => (await ask('nobody', publicTile)).statusCode, { timeout: 8000 }).toBe(410);
    await expect.poll(async () => (await ask('agency', agencyTile)).statusCode, { timeout: 8000 }).toBe(410);
    for (const who of ['nobody', 'agency', 'provider'] as const)
      expect([who, new Set(Object.values(await statusesOf(who, draft.id)))]).toEqual([who, new Set([410])]);
    expect((await ask('nobody', publicTile, { 'if-none-match': String(etag) })).statusCode).toBe(410);
    const told = await ask('nobody', `/api/v1/patches?release=${draft.id}`, { 'accept-language': 'es' });
    expect(told.json()).toMatchObject({ code: 'release.withdrawn', name: 'Second', reason: REASON });
    expect(told.json().detail).toMatch(/se retiró el .*\. La razón que se dio: The filings/);
    expect(told.headers['cache-control']).toBe('private, no-store');
    expect(await current()).toMatchObject({ name: 'First' });
    expect((await app.inject('/tiles/current/hexes/7/35/49.mvt')).headers.location).toContain(`/tiles/${first.id}/`);
  });

  it('is told to a browser as a page with the reason, in both languages', async () => {
    const pageIn = async (lang: string) =>
      (await app.inject({ url: `/api/v1/release?release=${draft.id}&lang=${lang}`, headers: { accept: 'text/html' } }))
        .body;
    for (const [lang, words] of [
      ['en', 'withdrawn'],
      ['es', 'retiró'],
    ] as const) {
      const page = await pageIn(lang);
      expect([lang, page.includes(REASON), page.includes(words)]).toEqual([lang, true, true]);
    }
  });

  it('loses its tile archive', async () => {
    const folder = join(database.dataDir, 'archives');
    mkdirSync(folder, { recursive: true });
    for (const id of [first.id, draft.id]) writeFileSync(join(folder, `release-${id}.pmtiles`), 'tiles');
    expect(await removeArchives(database.deps)).toEqual([join(folder, `release-${draft.id}.pmtiles`)]);
    expect(existsSync(join(folder, `release-${first.id}.pmtiles`))).toBe(true);
  });

  it('keeps its rows, and its numbers bind later releases: the next one says the same of the same homes', async () => {
    const kept = () =>
      rows(
        { role: 'intake' },
        `select (select count(*)::int from published.patches where release_id = ${draft.id}) as patches,
           (select count(*)::int from intake.released_questions) as questions,
           (select count(*)::int from intake.kept_areas) as areas`,
      );
    const [before] = await kept();
    expect(before).not.toMatchObject({ patches: 0 });
    const third = await createRelease(database.deps, { name: 'Third' });
    expect(await kept()).toEqual([before]);
    const said = `select audience, patch, cell, lea_ids, students, households, counts, hidden from published.patches where release_id =`;
    expect(await rows({ role: 'intake' }, `${said} ${draft.id} except ${said} ${third.id}`)).toEqual([]);
    expect(await current()).toMatchObject({ name: 'Third' });
  });

  it('is in the status, with who, when and why', async () => {
    expect(await statusInWords(database.deps, messagesIn('en'))).toMatch(
      /2 "Second", .*drafted \S+ by the broadband office; published \S+ by the director; withdrawn \S+ by the director, because: The filings/,
    );
  });

  it('leaves no current one where it was the only one, and everything says so', async () => {
    const { db } = database.deps;
    await withdrawRelease(db, { release: 'Third', reason: 'Wrong.' });
    expect(await withdrawRelease(db, { release: 'First', reason: REASON })).toMatchObject({ current: undefined });
    expect(await current()).toMatchObject({ code: 'release.none' });
    expect((await current()).detail).toContain('No release is current');
    expect((await current()).detail).toContain(REASON);
    expect((await app.inject('/readyz')).statusCode).toBe(200);
    expect(await refusalOf(withdrawRelease(db, { release: 'First', reason: REASON }))).toMatchObject({
      code: 'release.is-withdrawn',
    });
    expect(await refusalOf(createRelease(database.deps, { name: 'First' }))).toMatchObject({
      code: 'release.name-taken',
    });
  });
});

describe('the log of releases', () => {
  it('is only ever added to, and nothing else changes what is read', async () => {
    for (const statement of [
      `update published.releases set standing = 'published'`,
      `insert into published.releases (name, standing, floor_students, floor_households, synthetic, statistics, state_fips, state_name, collection_name, benchmark)
       values ('x', 'published', 10, 5, true, '{}', '54', 'x', 'x', '100_20')`,
      `update published.steps set by = 'somebody else'`,
      'delete from published.steps',
      `insert into published.current (state_fips, release_id) values ('54', 1)`,
      'delete from published.current',
    ])
      await expect(database.deps.db.as({ role: 'intake' }, (tx) => tx.run(statement))).rejects.toThrow(
        'permission denied',
      );
    const back = `insert into published.steps (release_id, standing, by) values (${first.id}, 'published', 'x')`;
    await expect(database.deps.db.as({ role: 'intake' }, (tx) => tx.run(back))).rejects.toThrow(
      'that is withdrawn does not become published',
    );
  });
});
