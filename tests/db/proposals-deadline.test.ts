/** Many submissions with the deadline in their midst, on connections of their own. */
import { connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { testDatabase } from '../support/database.ts';
import { anAlternative, aProposal, apiOf, aRound, NO_LIMITS, qualify, tokenOf } from '../support/round.ts';

const database = testDatabase();
const PROVIDERS = 50;
let app: FastifyInstance;
let tokens: string[] = [];

beforeAll(async () => {
  app = await buildApp({ config: database.deps.config, db: database.deps.db, rates: NO_LIMITS });
  tokens = await Promise.all(
    Array.from({ length: PROVIDERS }, async (_, at) => {
      await qualify(database.deps, at + 1);
      return tokenOf(database.deps, 'provider', at + 1);
    }),
  );
});
afterAll(() => app.close());

const path = (round: number, what: string) => `/api/v1/rounds/${round}/${what}`;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function hashesOf(round: number): Promise<string[] | null> {
  return (await apiOf(app, undefined)('GET', path(round, 'receipts'))).json().hashes;
}

async function untilClosed(round: number): Promise<string[]> {
  for (;;) {
    const hashes = await hashesOf(round);
    if (hashes) return hashes;
    await wait(20);
  }
}

describe('the deadline', () => {
  it('parts 50 submissions at once: every receipt is in the list published at the closing, and nothing else', async () => {
    const sendAll = ({ round, lots }: { round: number; lots: number[] }) =>
      Promise.all(
        tokens.map((token) =>
          apiOf(app, token)('POST', path(round, 'proposal/submit'), {
            amendment: 0,
            proposal: aProposal([anAlternative(lots)]),
          }),
        ),
      );
    await sendAll(await aRound(database.deps));
    const begun = performance.now();
    await sendAll(await aRound(database.deps));
    // Half of what all of them take.
    let window = (performance.now() - begun) / 2;
    let [taken, refused]: [string[], string[]] = [[], []];
    let listed: string[] = [];
    for (let tries = 0; tries < 8 && (taken.length < 10 || refused.length < 10); tries++) {
      if (tries > 0) window *= taken.length < 10 ? 1.4 : 0.6;
      const own = await aRound(database.deps, { closesInMs: window });
      const closing = untilClosed(own.round);
      const answers = await sendAll(own);
      listed = await closing;
      taken = answers.filter(({ statusCode }) => statusCode === 201).map((answer) => answer.json().hash);
      refused = answers.filter(({ statusCode }) => statusCode !== 201).map((answer) => answer.json().code);
      expect(taken.length + refused.length).toBe(PROVIDERS);
      // The list was read once, at the moment of the closing: what came in later than that would be missing.
      expect(listed).toEqual(taken.toSorted());
      expect(new Set(refused)).toEqual(new Set(refused.length > 0 ? ['proposals.closed'] : []));
      expect(await hashesOf(own.round)).toEqual(listed);
    }
    expect(taken.length).toBeGreaterThanOrEqual(10);
    expect(refused.length).toBeGreaterThanOrEqual(10);
  });

  it('refuses a submission whose transaction began before it and is held open across it', async () => {
    const { round, lots } = await aRound(database.deps, { closesInMs: 1500 });
    const proposal = aProposal([anAlternative(lots)]);
    let answer: Promise<{ statusCode: number; json(): { code: string } }> | undefined;
    await database.deps.db.asOwner(async (tx) => {
      // The act of the submission waits for this, after the submission itself was compared and written.
      await tx.run('lock table audit.entries in exclusive mode');
      answer = apiOf(app, tokens[0])('POST', path(round, 'proposal/submit'), { amendment: 0, proposal });
      await wait(2000);
      const { written } = await tx.one<{ written: boolean }>(
        "select exists (select from pg_locks l where not l.granted and l.relation = 'audit.entries'::regclass) as written",
      );
      expect(written).toBe(true);
    });
    const { statusCode, json } = (await answer) ?? { statusCode: 0, json: () => ({ code: '' }) };
    expect([statusCode, json().code]).toEqual([409, 'proposals.closed']);
    expect(await hashesOf(round)).toEqual([]);
  });

  it('refuses a submission whose last bytes come after it', async () => {
    const { round, lots } = await aRound(database.deps, { closesInMs: 1000 });
    const body = JSON.stringify({ amendment: 0, proposal: aProposal([anAlternative(lots)]) });
    const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
    const socket = connect(Number(port), '127.0.0.1');
    const said = new Promise<string>((resolve) => socket.once('data', (data) => resolve(String(data))));
    socket.write(
      [
        `POST ${path(round, 'proposal/submit')} HTTP/1.1`,
        'host: localhost',
        'content-type: application/json',
        `authorization: Bearer ${tokens[1]}`,
        `content-length: ${Buffer.byteLength(body)}`,
        '',
        body.slice(0, 40),
      ].join('\r\n'),
    );
    await wait(1300);
    socket.write(body.slice(40));
    expect((await said).split('\r\n')[0]).toMatch(/^HTTP\/1\.1 409/);
    socket.destroy();
    expect(await hashesOf(round)).toEqual([]);
  });
});
