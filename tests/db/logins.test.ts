/**
 * The three logins of a native database. The API's and the worker's are made by the migrations; only a password is given here, as an
 * operator does. The application under test is connected as the API, and asked everything that the owner's is asked.
 */
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { rolesWithoutLogin } from '../../server/commands/logins.ts';
import { type Config, readConfig } from '../../server/config.ts';
import { type Deps, openDeps } from '../../server/deps.ts';
import type { TokenHolder } from '../../server/domain/actor.ts';
import { createToken } from '../../server/features/accounts/index.ts';
import { createRelease, RELEASE_QUEUE, type ReleaseWishes } from '../../server/features/releasing/index.ts';
import { askForRelease } from '../../server/features/releasing/jobs.ts';
import { buildArchive } from '../../server/features/tiles/index.ts';
import { openJobs } from '../../server/platform/jobs.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { fileOf, keyOf, openNow, sha256 } from '../support/collect.ts';
import { type Address, addressesOf, type Known, type Paths } from '../support/crawl.ts';
import { testDatabase } from '../support/database.ts';
import { withoutTransaction } from '../support/postgres.ts';
import { COLLECTION, hexesOf, loadState, PROVIDER, RELEASE, type StateOfTwo, TWO } from '../support/two-states.ts';

const database = testDatabase();
const PASSWORD = 'of-the-test';
const ROLES = ['nobody', 'agency', 'provider', 'district', 'coordinator'] as const;
type Role = (typeof ROLES)[number];
const [OWN] = TWO;

/** The embedded database has a single user. */
const describeNative = describe.runIf(database.kind === 'native');
let config: Config;
let asApi: Deps;
let asWorker: Deps;
let app: FastifyInstance;
const known: Known[] = [];
const tokens = new Map<Role, string>();

beforeAll(async () => {
  const { deps } = database;
  await deps.db.asOwner(async (tx) => {
    for (const login of ['gapmap_api', 'gapmap_worker'])
      await tx.run(`alter role ${login} login password '${PASSWORD}'`);
    expect(await rolesWithoutLogin(tx)).toEqual([]);
  });
  config = readConfig({
    DATABASE_URL: urlAs('gapmap_api'),
    DATABASE_WORKER_URL: urlAs('gapmap_worker'),
    GAPMAP_DATA_DIR: database.dataDir,
    LOG_LEVEL: 'silent',
  });
  asApi = await openDeps(config, {}, 'api');
  asWorker = await openDeps(config, {}, 'worker');
  for (const state of TWO) await loadKnown(deps, state);
  for (const role of ROLES)
    if (role !== 'nobody') tokens.set(role, (await createToken(deps, { ...holder(role), label: role, days: 1 })).token);
  app = await buildApp(asApi);
  await app.ready();
}, 300_000);
afterAll(async () => {
  await app?.close();
  await asApi?.[Symbol.asyncDispose]();
  await asWorker?.[Symbol.asyncDispose]();
});

function urlAs(login: string): string {
  const url = new URL(database.deps.config.databaseUrl ?? '');
  url.username = login;
  url.password = PASSWORD;
  return url.href;
}

function holder(role: Exclude<Role, 'nobody'>): TokenHolder {
  const { fips: stateFips, leaId } = OWN;
  if (role === 'district') return { role, leaId };
  return role === 'provider' ? { role, stateFips, providerId: PROVIDER } : { role, stateFips };
}

async function loadKnown(deps: Deps, state: StateOfTwo): Promise<void> {
  const collection = await loadState(deps.db, state);
  const { id: release } = await createRelease(deps, { name: RELEASE, collection: COLLECTION, state: state.fips });
  const { leaId } = state;
  const link = await createToken(deps, { role: 'district', leaId, label: 'link', days: 1, collectionId: collection });
  known.push(
    await deps.db.as({ role: 'intake' }, async (tx) => ({
      state,
      release,
      collection,
      link: link.id,
      upload: (await tx.one<{ id: string }>('select id from collect.uploads where lea_id = $1', [leaId])).id,
      clusters: (
        await tx.rows<{ id: string }>('select distinct id from published.clusters where release_id = $1', [release])
      ).map(({ id }) => id),
    })),
  );
}

let asked = 0;

/** Each request comes from an address of its own: nobody is told to wait. */
async function ask(
  from: FastifyInstance,
  { method, url }: Pick<Address, 'method' | 'url'>,
  role: Role,
  payload?: object | Buffer,
): Promise<{ status: number; body: string }> {
  const token = tokens.get(role);
  const response = await from.inject({
    method: method as 'GET',
    url,
    remoteAddress: `10.${asked >> 16}.${(asked >> 8) & 255}.${asked++ & 255}`,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(Buffer.isBuffer(payload) ? { 'content-type': 'application/octet-stream' } : {}),
    },
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: response.statusCode, body: response.body };
}

describeNative('the login of the API', () => {
  it('answers every route for every role as the owner’s does', async () => {
    const owners = await buildApp(database.deps);
    await owners.ready();
    const different: string[] = [];
    const statuses = new Set<number>();
    for (const { address, role } of asks()) {
      const [found, expected] = [await ask(app, address, role), await ask(owners, address, role)];
      statuses.add(found.status);
      if (found.status >= 429 || found.status !== expected.status || timeless(found.body) !== timeless(expected.body))
        different.push(`${found.status} for ${expected.status}: ${role} ${address.url}`);
    }
    await owners.close();
    expect(different).toEqual([]);
    expect([...statuses]).toEqual(expect.arrayContaining([200, 302, 401, 403, 404, 409]));
  }, 300_000);

  it('takes a file in, says what another would change, replaces it, takes it back and gives links', async () => {
    const at = (path: string) => `/api/v1/collect${path}`;
    const opened = { ...openNow(), name: 'of the login' };
    const made = await ask(app, { method: 'POST', url: at('/collections') }, 'coordinator', opened);
    const collection: number = JSON.parse(made.body).id;
    const cells = hexesOf(OWN);
    const line = (n: number, cell = cells[n % cells.length]) =>
      `${OWN.leaId},${keyOf('a', n)},${keyOf('b', n)},${cell},,05,true,,,,,,`;
    const lines = Array.from({ length: 30 }, (_, n) => line(n));
    const begin = async (bytes: Buffer) => {
      const uploads = at(`/collections/${collection}/uploads`);
      const whole = { bytes: bytes.length, sha256: sha256(bytes) };
      const { id } = JSON.parse((await ask(app, { method: 'POST', url: uploads }, 'district', whole)).body);
      await ask(app, { method: 'PUT', url: at(`/uploads/${id}?offset=0`) }, 'district', bytes);
      const checked = await ask(app, { method: 'POST', url: at(`/uploads/${id}/check`) }, 'district');
      return { id, checked: JSON.parse(checked.body) };
    };
    const accept = async (id: string) =>
      (await ask(app, { method: 'POST', url: at(`/uploads/${id}/accept`) }, 'district', { replace: true })).status;
    expect(await accept((await begin(fileOf(lines))).id)).toBe(200);
    expect(await homes(collection)).toBe(30);

    const changed = [line(0, cells[9]), ...lines.slice(1, 20), line(40)];
    const second = await begin(fileOf(changed));
    expect(second.checked.replaces).toMatchObject({
      homesBefore: 30,
      homesAfter: 21,
      added: 1,
      removed: 10,
      moved: 1,
      answersChanged: 0,
    });
    expect(await accept(second.id)).toBe(200);
    expect(await homes(collection)).toBe(21);
    const discarded = await begin(fileOf(lines));
    expect((await ask(app, { method: 'DELETE', url: at(`/uploads/${discarded.id}`) }, 'district')).status).toBe(200);

    const accepted = at(`/collections/${collection}/accepted`);
    expect((await ask(app, { method: 'DELETE', url: accepted }, 'district')).status).toBe(200);
    expect(await homes(collection)).toBe(0);

    const give = at(`/collections/${collection}/links`);
    const given = await ask(app, { method: 'POST', url: give }, 'coordinator', { leaIds: [OWN.leaId] });
    expect(given.status).toBe(200);
    const { tokenId } = JSON.parse(given.body).links[0];
    expect((await ask(app, { method: 'DELETE', url: at(`/links/${tokenId}`) }, 'coordinator')).status).toBe(204);
  });

  it('reads no table of homes or of secrets, as itself or as any role it may become', async () => {
    const tables = await tablesOf(['intake', 'accounts']);
    expect(tables).toContain('intake.homes');
    const readable: string[] = [];
    await withClient(urlAs('gapmap_api'), async (client) => {
      const mayBecome = await client.query<{ name: string }>(
        `select rolname as name from pg_roles where pg_has_role(session_user, oid, 'member') and rolname <> session_user order by 1`,
      );
      expect(mayBecome.rows.map(({ name }) => name)).toEqual([
        'gapmap_author',
        'gapmap_bidder',
        'gapmap_buyer',
        'gapmap_collect',
        'gapmap_commission',
        'gapmap_desk',
        'gapmap_issue',
        'gapmap_outbox',
        'gapmap_outreach',
        'gapmap_people',
        'gapmap_planner',
        'gapmap_public',
        'gapmap_receive',
        'gapmap_room',
        'gapmap_signin',
        'gapmap_teller',
      ]);
      for (const role of ['none', ...mayBecome.rows.map(({ name }) => name)])
        for (const table of tables)
          for (const before of [`set role ${role}`, `set role ${role}; set gapmap.lea_id = '${OWN.leaId}'`]) {
            await client.query(before);
            if (await mayRead(client, `select * from ${table} limit 1`)) readable.push(`${role} ${table}`);
          }
    });
    expect([...new Set(readable)].filter((one) => !/^gapmap_(people|signin) accounts\./.test(one))).toEqual([
      'gapmap_collect intake.collections',
      'gapmap_collect accounts.links',
      'gapmap_receive intake.collections',
      'gapmap_receive intake.data_key',
      'gapmap_receive intake.shown_facts',
    ]);
    // Who signs in, and how they are recognized: no token, no session, no home.
    expect([...new Set(readable)].filter((one) => /^gapmap_(people|signin) accounts\./.test(one)).sort()).toEqual([
      ...['memberships', 'organizations', 'people'].map((table) => `gapmap_people accounts.${table}`),
      ...['identities', 'invitations', 'memberships', 'organizations', 'passkeys', 'people'].map(
        (table) => `gapmap_signin accounts.${table}`,
      ),
    ]);
  });

  it('gets nothing back by `reset role`, and becomes neither a job nor the owner', async () => {
    await withClient(urlAs('gapmap_api'), async (client) => {
      await client.query('begin; set local role gapmap_desk');
      await client.query('reset role');
      expect(await mayRead(client, 'select from intake.homes limit 1')).toBe(false);
      await client.query('rollback');
      for (const role of ['gapmap_intake', 'gapmap_worker', new URL(database.deps.config.databaseUrl ?? '').username])
        await expect(client.query(`set role ${role}`)).rejects.toThrow(/permission denied to set role/);
      await expect(client.query('create table public.mine (one integer)')).rejects.toThrow(/permission denied/);
      await expect(client.query('select hash from accounts.tokens')).rejects.toThrow(/permission denied/);
      await expect(client.query('set role gapmap_issue; select hash from accounts.tokens')).rejects.toThrow(
        /permission denied/,
      );
    });
  });

  it('has no right of its own on any table, sequence or function', async () => {
    const rights = await database.deps.db.asOwner((tx) =>
      tx.rows(
        `select 'table' as kind, table_schema || '.' || table_name as name from information_schema.role_table_grants where grantee = 'gapmap_api'
         union all select 'routine', routine_schema || '.' || routine_name from information_schema.role_routine_grants where grantee = 'gapmap_api'
         union all select 'schema', nspname from pg_namespace where nspname !~ '^pg_' and nspname not in ('public', 'information_schema')
           and has_schema_privilege('gapmap_api', oid, 'usage')`,
      ),
    );
    expect(rights).toEqual([]);
  });

  it('counts another district’s students for nobody', async () => {
    const [, other] = TWO;
    const [, theirs] = known;
    await withClient(urlAs('gapmap_api'), async (client) => {
      await client.query(
        `set role gapmap_receive; set gapmap.audience = 'district'; set gapmap.lea_id = '${OWN.leaId}'`,
      );
      const { rows } = await client.query("select * from intake.compare_sent($1, $2, '', '{}')", [
        theirs?.collection,
        other.leaId,
      ]);
      expect(rows).toEqual([{ before: 0, kept: 0, moved: 0, answers_changed: 0 }]);
      const removed = await client.query('select * from intake.remove_sent($1, $2)', [
        theirs?.collection,
        [other.leaId],
      ]);
      expect(removed.rows).toEqual([]);
    });
    expect(await homes(theirs?.collection ?? 0)).toBe(other.students);
  });

  it('is told to have the database migrated where a migration is missing', async () => {
    const forget = (name: string) =>
      database.deps.db.asOwner((tx) =>
        tx.one<{ checksum: string; name: string }>(
          'delete from public.gapmap_migrations where name = $1 returning name, checksum',
          [name],
        ),
      );
    const { name, checksum } = await forget('0002_create_places.sql');
    await expect(openDeps(config, {}, 'api')).rejects.toMatchObject({ code: 'migration.not-owner' });
    await database.deps.db.asOwner((tx) =>
      tx.run('insert into public.gapmap_migrations (name, checksum) values ($1, $2)', [name, checksum]),
    );
    const again = await openDeps(config, {}, 'api');
    await again[Symbol.asyncDispose]();
  });

  it('is no way to the embedded database where only others have an address', async () => {
    const others = readConfig({ DATABASE_WORKER_URL: urlAs('gapmap_worker'), GAPMAP_DATA_DIR: database.dataDir });
    await expect(openDeps(others, {}, 'api')).rejects.toThrow('DATABASE_URL is empty');
  });
});

describeNative('the login of the worker', () => {
  it('makes the release that a command asked for later, and its archive', async () => {
    const [, other] = TWO;
    const wishes = { name: 'Later', collection: COLLECTION, state: other.fips };
    await askForRelease(database.deps.db, wishes);
    const jobs = await openJobs(asWorker.db, [RELEASE_QUEUE], () => undefined);
    const made = Promise.withResolvers<number>();
    await jobs.work<ReleaseWishes>(RELEASE_QUEUE, async (asked) => {
      await createRelease(asWorker, asked).then(({ id }) => made.resolve(id), made.reject);
    });
    const release = await made.promise;
    await jobs.stop();
    const out = `${database.dataDir}/later.pmtiles`;
    await buildArchive(asWorker, { release: String(release), audience: 'public', out, maxZoom: 6 }, silentProgress);
  });

  it('takes over the queue that an owner made before there was a worker’s login', async () => {
    const name = `gapmap_test_queue_${Date.now()}`;
    const url = (login: string) => {
      const own = new URL(login);
      own.pathname = `/${name}`;
      return own.href;
    };
    const owners = url(database.deps.config.databaseUrl ?? '');
    await withoutTransaction(database.deps.config.databaseUrl ?? '', [`create database ${name}`]);
    try {
      const before = new PgBoss({ connectionString: owners });
      await before.start();
      await before.createQueue(RELEASE_QUEUE);
      await before.send(RELEASE_QUEUE, { name: 'of before' });
      await before.stop();
      await (await openDeps(readConfig({ DATABASE_URL: owners })))[Symbol.asyncDispose]();
      const deps = await openDeps(readConfig({ DATABASE_WORKER_URL: url(urlAs('gapmap_worker')) }), {}, 'worker');
      const jobs = await openJobs(deps.db, [RELEASE_QUEUE, 'new'], () => undefined);
      const found = Promise.withResolvers<object>();
      await jobs.work<{ name: string }>(RELEASE_QUEUE, async (asked) => found.resolve(asked));
      expect(await found.promise).toEqual({ name: 'of before' });
      await jobs.stop();
      await deps[Symbol.asyncDispose]();
    } finally {
      await withoutTransaction(database.deps.config.databaseUrl ?? '', [`drop database ${name} with (force)`]);
    }
  });

  it('reads no token, and becomes neither the owner nor a reader of finer views', async () => {
    await withClient(urlAs('gapmap_worker'), async (client) => {
      for (const role of ['none', 'gapmap_intake', 'gapmap_public']) {
        await client.query(`set role ${role}`);
        expect(await mayRead(client, 'select from accounts.tokens limit 1')).toBe(false);
      }
      for (const role of ['gapmap_desk', 'gapmap_collect', 'gapmap_api'])
        await expect(client.query(`set role ${role}`)).rejects.toThrow(/permission denied to set role/);
      await client.query('reset role');
      expect(await mayRead(client, 'select from intake.homes limit 1')).toBe(false);
    });
  });
});

/** Some addresses of each route, in each of its audiences: each as those who might be let in, and as nobody. */
function asks(): { address: Address; role: Role }[] {
  const ofRoute = new Map<string, Address[]>();
  for (const address of addressesOf((app.swagger() as { paths: Paths }).paths, known)) {
    if (address.method !== 'GET') continue;
    const key = `${address.route} ${address.audience}`;
    ofRoute.set(key, [...(ofRoute.get(key) ?? []), address]);
  }
  return [...ofRoute.values()].flatMap((all) =>
    all
      .filter((_, i) => i % Math.ceil(all.length / SOME) === 0)
      .flatMap((address) => {
        const isAnybodys = !/audience=/.test(address.url);
        const roles = isAnybodys ? ROLES : ROLES.filter((role) => role === 'nobody' || role === address.audience);
        return roles.map((role) => ({ address, role }));
      }),
  );
}

const SOME = 5;

/** Without what a clock or a first look decides. */
function timeless(body: string): string {
  return body.replace(/"\d{4}-\d\d-\d\dT[^"]*"/g, '""').replace(/^DTSTAMP:.*$/gm, '');
}

async function homes(collection: number): Promise<number> {
  const { homes } = await database.deps.db.as({ role: 'intake' }, (tx) =>
    tx.one<{ homes: number }>('select count(*)::int as homes from intake.homes where collection_id = $1', [collection]),
  );
  return homes;
}

async function tablesOf(schemas: string[]): Promise<string[]> {
  const rows = await database.deps.db.asOwner((tx) =>
    tx.rows<{ name: string }>(
      `select c.oid::regclass::text as name
       from pg_class c
       where c.relnamespace = any ($1::regnamespace[])
         and c.relkind in ('r', 'p', 'v', 'm')
       order by relnamespace::regnamespace::text desc, name`,
      [schemas],
    ),
  );
  return rows.map(({ name }) => name);
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** Whether the statement is allowed. @throws any error but that it is not */
async function mayRead(client: pg.Client, text: string): Promise<boolean> {
  await client.query('savepoint tried').catch(() => undefined);
  try {
    await client.query(text);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    await client.query('rollback to savepoint tried').catch(() => undefined);
    return false;
  }
}
