/** Many who ask for the same thing at the same moment, as a mail merge or an impatient person does. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createToken } from '../../server/features/accounts/index.ts';
import { fileOf, type Office, OTHER, OWN, openNow, openOffice, sha256, students } from '../support/collect.ts';
import { testDatabase } from '../support/database.ts';

const AT_ONCE = 40;
/** Forty wait for eight connections, and a busy machine may take its time: what is asked here is who wins. */
const WAITING = { wait: 100_000, lock: 100_000, statement: 100_000, transaction: 100_000 };
const PATIENT = { reading: WAITING, loading: WAITING };
const database = testDatabase();
let office: Office;
let app: FastifyInstance;
beforeAll(async () => {
  office = await openOffice({ ...database.deps, limits: PATIENT });
  app = office.app;
});
afterAll(() => app?.close());

const each = <T>(ask: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: AT_ONCE }, (_, n) => ask(n)));

const statuses = (answers: readonly { status: number }[]) => [...new Set(answers.map(({ status }) => status))].sort();

async function unfinished(collection: number): Promise<number> {
  const { count } = await database.deps.db.as({ role: 'intake' }, (tx) =>
    tx.one<{ count: number }>(
      `select count(*)::integer as count
       from collect.uploads
       where collection_id = $1 and state in ('receiving', 'received', 'checked')`,
      [collection],
    ),
  );
  return count;
}

describe('a district that begins forty uploads at once', () => {
  it('is left with three unfinished ones, and none of the forty is an error', async () => {
    const id = await office.open('forty uploads');
    const answers = await each((n) =>
      office.ask('district', 'POST', `/collections/${id}/uploads`, {
        bytes: 5,
        sha256: n.toString(16).padStart(64, '0'),
      }),
    );
    expect(statuses(answers)).toEqual([201]);
    expect(await unfinished(id)).toBe(3);
  });

  it('has never more than three, and each given up with bytes is certified', async () => {
    const id = await office.open('forty with bytes');
    const files = Array.from({ length: AT_ONCE }, (_, n) => Buffer.from(`file ${n}`));
    const counts: number[] = [];
    const answers = await Promise.all(
      files.map(async (bytes) => {
        const begun = await office.ask('district', 'POST', `/collections/${id}/uploads`, {
          bytes: bytes.length + 1,
          sha256: sha256(bytes),
        });
        const sent = await office.ask('district', 'PUT', `/uploads/${begun.json.id}?offset=0`, bytes);
        counts.push(await unfinished(id));
        return [begun.status, sent.status];
      }),
    );
    expect([...new Set(answers.map(([begun]) => begun))]).toEqual([201]);
    expect(
      [...new Set(answers.map(([, sent]) => sent))].filter((status) => ![200, 404, 409].includes(status ?? 0)),
    ).toEqual([]);
    expect(Math.max(...counts)).toBeLessThanOrEqual(3);
    const given = answers.filter(([, sent]) => sent === 200).length;
    const certified = await database.deps.db.as({ role: 'intake' }, (tx) =>
      tx.one<{ count: number }>(
        "select count(*)::integer as count from collect.certificates where collection_id = $1 and outcome = 'abandoned'",
        [id],
      ),
    );
    expect(certified.count).toBe(given - (await withBytes(id)));
  });

  it('goes on with one and the same upload when it is the same file', async () => {
    const id = await office.open('one file');
    const answers = await each(() =>
      office.ask('district', 'POST', `/collections/${id}/uploads`, { bytes: 5, sha256: 'c'.repeat(64) }),
    );
    expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1);
    expect(await unfinished(id)).toBe(1);
  });
});

async function withBytes(collection: number): Promise<number> {
  const { count } = await database.deps.db.as({ role: 'intake' }, (tx) =>
    tx.one<{ count: number }>(
      `select count(*)::integer as count
       from collect.uploads
       where collection_id = $1 and received > 0 and state in ('receiving', 'received', 'checked')`,
      [collection],
    ),
  );
  return count;
}

describe('a coordinator who asks for a link forty times at once', () => {
  it('gets forty, of which one opens', async () => {
    const id = await office.open('forty links');
    const answers = await each(() =>
      office.ask('coordinator', 'POST', `/collections/${id}/links`, { leaIds: [OWN, OTHER] }),
    );
    expect(statuses(answers)).toEqual([200]);
    const good = await database.deps.db.asOwner((tx) =>
      tx.rows<{ lea_id: string; count: number }>(
        `select lea_id, count(*)::integer as count
         from accounts.tokens
         where collection_id = $1 and revoked_at is null
         group by lea_id
         order by lea_id`,
        [id],
      ),
    );
    expect(good).toEqual([
      { lea_id: OWN, count: 1 },
      { lea_id: OTHER, count: 1 },
    ]);
  });

  it('ends no link of another collection', async () => {
    const [one, other] = [await office.open('link of one'), await office.open('link of another')];
    const link = async (id: number) =>
      (await office.ask('coordinator', 'POST', `/collections/${id}/links`, { leaIds: [OWN] })).json.links[0];
    const before = await link(one);
    await link(other);
    expect((await office.ask('coordinator', 'DELETE', `/links/${before.tokenId}`)).status).toBe(204);
  });
});

describe('writers of the same thing at once', () => {
  it('make one collection of a name; the others are told that it is taken', async () => {
    const answers = await each(() =>
      office.ask('coordinator', 'POST', '/collections', { ...openNow(), name: 'of forty' }),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(statuses(answers)).toEqual([201, 409]);
    expect(new Set(answers.flatMap(({ status, json }) => (status === 409 ? [json.code] : [])))).toEqual(
      new Set(['collect.name-taken']),
    );
  });

  it('rename collections to one name; one is renamed and the others are told that it is taken', async () => {
    const ids = [];
    for (let n = 0; n < 8; n++) ids.push(await office.open(`renamed ${n}`));
    const answers = await Promise.all(
      ids.map((id) => office.ask('coordinator', 'PATCH', `/collections/${id}`, { ...openNow(), name: 'renamed' })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(statuses(answers)).toEqual([200, 409]);
  });

  it('write enrollments of the same districts in any order', async () => {
    const id = await office.open('enrollments');
    const districts = [OWN, OTHER].map((leaId) => ({ leaId, enrolled: 100 }));
    const answers = await each((n) =>
      office.ask('coordinator', 'PUT', `/collections/${id}/enrollment`, {
        districts: n % 2 === 0 ? districts : [...districts].reverse(),
      }),
    );
    expect(statuses(answers).filter((status) => status !== 204 && status !== 409)).toEqual([]);
    expect(answers.some(({ status }) => status === 204)).toBe(true);
  });

  it('accept one file once', async () => {
    const id = await office.open('accepted once');
    const upload = await office.send('district', id, fileOf(students(40)));
    expect((await office.ask('district', 'POST', `/uploads/${upload}/check`)).json.state).toBe('checked');
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => office.ask('district', 'POST', `/uploads/${upload}/accept`, {})),
    );
    expect(statuses(answers)).toEqual([200]);
    expect(new Set(answers.map(({ json }) => json.certificateId))).toEqual(new Set([upload]));
  });

  it('prepare, see and begin for a district that was never seen', async () => {
    const id = await office.open('never seen');
    const answers = await each((n) =>
      n % 2 === 0
        ? office.ask('district', 'POST', `/collections/${id}/prepared`, { students: n })
        : office.ask('district', 'GET', `/collections/${id}`),
    );
    expect(statuses(answers)).toEqual([200]);
  });
});

describe('a token made for a collection', () => {
  it('ends the one before in its own transaction', async () => {
    const id = await office.open('by command');
    const make = () =>
      createToken(database.deps, { role: 'district', leaId: OWN, label: 'x', days: 1, collectionId: id });
    const [first, second] = [await make(), await make()];
    expect((await app.inject(`${first.link}?to=/collect`)).statusCode).toBe(401);
    expect((await app.inject(`${second.link}?to=/collect`)).statusCode).not.toBe(401);
  });
});
