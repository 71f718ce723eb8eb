/** Mail about new clusters near a provider: to whom it asked for, once a release, and about what its room marks as new. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../server/domain/actor.ts';
import { createRelease, publishDraft, withdrawRelease } from '../../server/features/releasing/index.ts';
import type { Alert, DemandPage } from '../../server/features/room/contract.ts';
import { lookAfterAlerts } from '../../server/features/room/index.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { smallStateDatabase } from '../support/database.ts';
import { type OpenRoom, openRoom } from '../support/room.ts';

const database = smallStateDatabase();
const FAR = 60;
const TO = { email: 'pat@provider.example', miles: FAR, language: 'en' } as const;
let app: FastifyInstance;
let tokens: OpenRoom['tokens'];
let own = 0;
let other = 0;

beforeAll(async () => {
  const { deps } = database;
  const found = await deps.db.as({ role: 'intake' }, (tx) =>
    tx.rows<{ id: number }>(
      `select provider_id as id
       from coverage.offers
       where technology not in (60, 61) and locations > 0
       group by provider_id
       order by count(*) desc, provider_id`,
    ),
  );
  [own, other] = [found[0]?.id ?? 0, found[1]?.id ?? 0];
  ({ app, tokens } = await openRoom(deps, own, other));
}, 300_000);
afterAll(() => app?.close());

function ask(who: string, path: string, method: 'GET' | 'POST' | 'DELETE' = 'GET', payload?: object) {
  return app.inject({
    method,
    url: `/api/v1/room/${path}`,
    headers: { authorization: `Bearer ${tokens[who]}` },
    ...(payload ? { payload } : {}),
  });
}

const add = (who: string, body: object = TO) => ask(who, 'alerts', 'POST', body);
const listed = async (who: string) => (await ask(who, 'alerts')).json<{ alerts: Alert[] }>().alerts;
const codeOf = (answer: Awaited<ReturnType<typeof ask>>) => [answer.statusCode, answer.json<{ code: string }>().code];
const near = async (miles: number) =>
  (await ask('own', `clusters?miles=${miles}`))
    .json<DemandPage>()
    .clusters.map(({ id, name, isNew, miles, students }) => ({
      id,
      name,
      isNew,
      miles,
      students,
    }));
const look = () => lookAfterAlerts(database.deps.db);
const mail = () =>
  database.deps.db.asOwner((tx) =>
    tx.rows<{ recipient: string; language: string; subject: string; words: string; page: string; fips: string }>(
      `select recipient, language, subject, words, page, state_fips as fips
       from mail.messages
       where template = 'newNear'
       order by id`,
    ),
  );
/** As if so many more lay where one lies, which the release before does not have. */
const withNew = (release: number, { id }: { readonly id: string }, count: number) =>
  database.deps.db.asOwner(async (tx) => {
    await tx.run(
      `insert into published.clusters
       select release_id, of, id || '-' || n, name || ' ' || n, area_km2, cells, places, providers_present, nearest_served, center, outline
       from published.clusters, generate_series(1, $3) as n
       where release_id = $1 and of = 'unserved' and id = $2`,
      [release, id, count],
    );
    await tx.run(
      `insert into published.cluster_standings
       select release_id, audience, of, source, id || '-' || n, rank + 100 * n, 4 * n, students, households, patches, agreement, changed, rank_parts
       from published.cluster_standings, generate_series(1, $3) as n
       where release_id = $1 and of = 'unserved' and id = $2`,
      [release, id, count],
    );
  });
const current = async () =>
  (
    await database.deps.db.asOwner((tx) =>
      tx.one<{ id: number }>("select release_id as id from published.current where state_fips = '54'"),
    )
  ).id;

describe('whom a provider wants written to', () => {
  it('is listed for its own people, by the number of each', async () => {
    const answer = await add('own', { ...TO, email: ` ${TO.email} ` });
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({ alerts: [TO] });
    expect(await listed('own')).toMatchObject([TO]);
  });

  it('is one address, which is not there yet, at a distance that the room has', async () => {
    for (const email of ['nobody', 'Pat <pat@provider.example>', 'a@b.example, c@d.example'])
      expect(codeOf(await add('own', { ...TO, email }))).toEqual([422, 'room.alert-address']);
    expect(codeOf(await add('own', { ...TO, email: TO.email.toUpperCase() }))).toEqual([409, 'room.alert-known']);
    for (const wrong of [{ email: ' ' }, { miles: 0 }, { miles: FAR + 1 }, { language: 'fr' }])
      expect((await add('own', { ...TO, ...wrong })).statusCode).toBe(400);
    expect(await listed('own')).toHaveLength(1);
  });

  it('is read and stopped by nobody else: another provider, the same one in another state, the agency', async () => {
    const [{ id } = { id: 0 }] = await listed('own');
    for (const who of ['other', 'elsewhere']) {
      expect([who, await listed(who)]).toEqual([who, []]);
      expect(codeOf(await ask(who, `alerts/${id}`, 'DELETE'))).toEqual([404, 'room.alert-unknown']);
    }
    expect((await ask('agency', 'alerts')).statusCode).toBe(403);
    const actors: Actor[] = [
      { role: 'resident', stateFips: '54', providerId: other },
      { role: 'resident', stateFips: '51', providerId: own },
      { role: 'provider', stateFips: '54', providerId: own },
      { role: 'bidder', stateFips: '54', providerId: own },
      { role: 'agency', stateFips: '54' },
      { role: 'intake' },
      { role: 'keeper' },
      { role: 'public' },
    ];
    const seen = await Promise.all(
      actors.map((actor) =>
        database.deps.db
          .as(actor, (tx) => tx.rows('select email from rooms.alerts'))
          .catch((error: Error) => /permission denied/.test(error.message) && 'denied'),
      ),
    );
    expect(seen).toEqual([[], [], ...Array.from({ length: 6 }, () => 'denied')]);
    expect(await listed('own')).toHaveLength(1);
  });

  it('is ten addresses at most, also of those who come at once, and each is stopped by its number', async () => {
    const answers = await Promise.all(
      Array.from({ length: 13 }, (_, n) => add('other', { ...TO, email: `a${n}@other.example` })),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(10);
    expect(codeOf(await add('other', { ...TO, email: 'more@other.example' }))).toEqual([409, 'room.alerts-enough']);
    const ten = await listed('other');
    expect(ten).toHaveLength(10);
    for (const { id } of ten) expect((await ask('other', `alerts/${id}`, 'DELETE')).statusCode).toBe(200);
    expect(await listed('other')).toEqual([]);
  });

  it('is in the log of acts by its number alone', async () => {
    const acts = await database.deps.db.asOwner((tx) =>
      tx.rows<{ did: string; text: string }>(
        "select did, e::text as text from audit.entries e where did like 'rooms.alert-%' order by id",
      ),
    );
    expect(new Set(acts.map(({ did }) => did))).toEqual(new Set(['rooms.alert-added', 'rooms.alert-ended']));
    expect(acts).toHaveLength(21);
    expect(acts.filter(({ text }) => text.includes('@'))).toEqual([]);
  });
});

describe('a message about new clusters', () => {
  let nearest = { id: '', miles: 0 };
  let close = 0;

  it('is not written of the release that was current when somebody asked, nor of a draft', async () => {
    const all = await near(FAR);
    nearest = all[0] ?? nearest;
    const farthest = all.at(-1) ?? nearest;
    close = Math.max(1, Math.ceil(nearest.miles));
    expect(farthest.miles).toBeGreaterThan(close);
    await add('own', { email: 'ana@provider.example', miles: close, language: 'es' });
    await look();
    const draft = { name: 'Second', collection: 'fall 2026', draft: true };
    const { id } = await createRelease(database.deps, draft, silentProgress);
    await withNew(id, nearest, 8);
    await withNew(id, farthest, 4);
    await look();
    expect(await mail()).toEqual([]);
  }, 300_000);

  it('is written once when the release is published, however many look, with what the room marks as new', async () => {
    await publishDraft(database.deps.db, { release: 'Second' });
    await Promise.all([look(), look(), look()]);
    await look();
    const fresh = (await near(FAR)).filter(({ isNew }) => isNew);
    expect(fresh).toHaveLength(12);
    expect((await near(close)).filter(({ isNew }) => isNew)).toHaveLength(8);
    const written = await mail();
    expect(written.map(({ words: _, ...line }) => line)).toEqual([
      {
        recipient: TO.email,
        language: 'en',
        subject: '12 new clusters near what you serve in West Virginia',
        page: `/room?miles=${FAR}`,
        fips: '54',
      },
      {
        recipient: 'ana@provider.example',
        language: 'es',
        subject: '8 grupos nuevos cerca de lo que usted atiende en West Virginia',
        page: `/room?miles=${close}`,
        fips: '54',
      },
    ]);
    const lines = (written[0]?.words ?? '').split('\n').filter((line) => line.startsWith('- '));
    const students = (count: number) => (count < 10 ? 'fewer than 10' : `about ${count}`);
    expect(lines).toEqual([
      ...fresh
        .slice(0, 10)
        .map((one) => `- ${one.name}: ${one.miles.toFixed(1)} miles, ${students(one.students)} students`),
      '- and 2 more',
    ]);
  });

  it('is not written again, nor of a later release without new ones', async () => {
    await createRelease(database.deps, { name: 'Third', collection: 'fall 2026' }, silentProgress);
    expect((await near(FAR)).filter(({ isNew }) => isNew)).toEqual([]);
    await look();
    expect(await mail()).toHaveLength(2);
  }, 300_000);

  it('is not written of a release that was withdrawn before anybody looked', async () => {
    const third = await current();
    const { id } = await createRelease(database.deps, { name: 'Fourth', collection: 'fall 2026' }, silentProgress);
    await withNew(id, (await near(close))[0] ?? nearest, 1);
    expect((await near(FAR)).filter(({ isNew }) => isNew)).toHaveLength(1);
    await withdrawRelease(database.deps.db, { release: 'Fourth', reason: 'of the test' });
    expect(await current()).toBe(third);
    await look();
    expect(await mail()).toHaveLength(2);
  }, 300_000);

  it('is not written to whoever stopped it, while others go on', async () => {
    const [first] = await listed('own');
    await ask('own', `alerts/${first?.id}`, 'DELETE');
    const { id } = await createRelease(database.deps, { name: 'Fifth', collection: 'fall 2026' }, silentProgress);
    await withNew(id, (await near(close))[0] ?? nearest, 1);
    await look();
    expect((await mail()).slice(2).map(({ recipient }) => recipient)).toEqual(['ana@provider.example']);
  }, 300_000);

  it('is not written of a release that is current again because a later one was withdrawn', async () => {
    await withdrawRelease(database.deps.db, { release: 'Fifth', reason: 'of the test' });
    await withNew(await current(), (await near(close))[0] ?? nearest, 1);
    expect((await near(FAR)).filter(({ isNew }) => isNew)).toHaveLength(1);
    await look();
    expect(await mail()).toHaveLength(3);
  });
});
