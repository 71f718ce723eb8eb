/** Opened proposals: what staff ask and a bidder answers, and the points of evaluators, as each of them, another bidder and everybody. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import type { ProposalRoom } from '../../server/features/proposals/contract.ts';
import type { Evaluation } from '../../server/features/proposals/contract-staff.ts';
import { testDatabase } from '../support/database.ts';
import {
  anAlternative,
  aProposal,
  apiOf,
  aRound,
  NO_LIMITS,
  passDeadline,
  qualify,
  tokenOf,
} from '../support/round.ts';

const database = testDatabase();
const CANARY = 'pylons of the northern ridge';
const SCORING = [
  { name: 'Price', weight: 60 },
  { name: 'Time', weight: 40 },
];
let app: FastifyInstance;
const as: Record<string, ReturnType<typeof apiOf>> = {};

beforeAll(async () => {
  app = await buildApp({ config: database.deps.config, db: database.deps.db, rates: NO_LIMITS });
  for (const [name, role, provider] of [
    ['ada', 'agency', 0],
    ['bo', 'agency', 0],
    ['kestrel', 'provider', 1],
    ['merlin', 'provider', 2],
  ] as const)
    as[name] = apiOf(app, await tokenOf(database.deps, role, provider));
  as.public = apiOf(app, undefined);
  for (const provider of [1, 2]) await qualify(database.deps, provider);
});
afterAll(() => app.close());

function api(who: string) {
  const found = as[who];
  if (!found) throw new Error(`${who} is nobody`);
  return found;
}

async function codeOf(answer: ReturnType<ReturnType<typeof apiOf>>): Promise<string> {
  const { statusCode, ...rest } = await answer;
  return statusCode < 300 ? String(statusCode) : rest.json().code;
}

const path = (round: number, what: string) => `/api/v1/rounds/${round}/${what}`;
const evaluationOf = async (who: string, round: number) =>
  (await api(who)('GET', path(round, 'evaluation'))).json<Evaluation>();
const roomOf = async (who: string, round: number) =>
  (await api(who)('GET', path(round, 'proposal'))).json<ProposalRoom>();
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

/** A closed round with a proposal of each of the two. */
async function closedRound() {
  const { round, lots } = await aRound(database.deps, { scoring: SCORING });
  for (const who of ['kestrel', 'merlin']) {
    const proposal = aProposal([anAlternative(lots)]);
    expect(await codeOf(api(who)('POST', path(round, 'proposal/submit'), { amendment: 0, proposal }))).toBe('201');
  }
  await passDeadline(database.deps, round);
  const own = async (who: string) => (await roomOf(who, round)).begun?.id ?? 0;
  return { round, kestrel: await own('kestrel'), merlin: await own('merlin') };
}

async function openedRound() {
  const made = await closedRound();
  for (const who of ['ada', 'bo']) expect(await codeOf(api(who)('POST', path(made.round, 'unseal'), {}))).toBe('204');
  return made;
}

const ask = (round: number, proposal: number, body: object = {}, who = 'ada') =>
  codeOf(
    api(who)('POST', path(round, `proposals/${proposal}/clarifications`), {
      question: `What of the ${CANARY}?`,
      answerBy: inHours(1),
      ...body,
    }),
  );
const answer = (who: string, round: number, id: number, text = 'They stand.') =>
  codeOf(api(who)('POST', path(round, `proposal/clarifications/${id}/answer`), { answer: text }));
const score = (round: number, proposal: number, scores: object[], { who = 'ada', alternative = 1 } = {}) =>
  codeOf(api(who)('PUT', path(round, `proposals/${proposal}/scores`), { alternative, scores }));

describe('a clarification', () => {
  it('is asked once the round is unsealed, one at a time, until a time ahead', async () => {
    const { round, kestrel } = await closedRound();
    expect(await ask(round, kestrel)).toBe('proposals.not-unsealed');
    for (const who of ['ada', 'bo']) await api(who)('POST', path(round, 'unseal'), {});
    expect(await ask(round, 999_999)).toBe('proposals.unknown');
    expect(await ask(round, kestrel, { answerBy: inHours(-1) })).toBe('proposals.clarification-past');
    expect(await ask(round, kestrel, {}, 'merlin')).toBe('access.other-role');
    expect(await ask(round, kestrel)).toBe('204');
    expect(await ask(round, kestrel)).toBe('proposals.clarification-waits');
  });

  it('is answered by its own bidder, once and in time; the proposal stays as it was submitted', async () => {
    const { round, kestrel, merlin } = await openedRound();
    const before = (await evaluationOf('ada', round)).opened;
    expect(await ask(round, kestrel)).toBe('204');
    const [asked] = (await roomOf('kestrel', round)).begun?.clarifications ?? [];
    expect(asked).toMatchObject({ question: `What of the ${CANARY}?`, isWaiting: true, askedBy: null, answer: null });
    const id = asked?.id ?? 0;
    expect(await answer('merlin', round, id)).toBe('proposals.clarification-unknown');
    expect(await answer('ada', round, id)).toBe('access.other-role');
    expect(await answer('kestrel', round, id)).toBe('204');
    expect(await answer('kestrel', round, id, 'They fell.')).toBe('proposals.clarification-answered');
    const after = (await evaluationOf('bo', round)).opened;
    expect(after.find((one) => one.id === kestrel)?.clarifications).toMatchObject([
      { id, answer: 'They stand.', isWaiting: false, answeredBy: 'link “provider 1”' },
    ]);
    const bare = (all: Evaluation['opened']) => all.map(({ clarifications: _, ...one }) => one);
    expect(bare(after)).toEqual(bare(before));
    expect(after.find((one) => one.id === merlin)?.clarifications).toEqual([]);
    expect(await ask(round, kestrel)).toBe('204');
  });

  it('is told to nobody else, in no log and no mail, but that it happened', async () => {
    const { round, kestrel } = await openedRound();
    await database.deps.db.asOwner((tx) =>
      tx.run(
        `update rounds.qualifications set contacts = '[{"name": "Mo", "part": "x", "email": "mo@merlin.example"}]' where provider_id = 2`,
      ),
    );
    expect(await ask(round, kestrel)).toBe('204');
    const { begun } = await roomOf('kestrel', round);
    expect(await answer('kestrel', round, begun?.clarifications[0]?.id ?? 0, `The ${CANARY} stand.`)).toBe('204');
    for (const [who, url] of [
      ['merlin', path(round, 'proposal')],
      ['merlin', path(round, '').slice(0, -1)],
      ['merlin', path(round, 'evaluation')],
      ['public', path(round, 'receipts')],
      ['public', '/api/v1/rounds'],
      ['ada', path(round, `proposals/${kestrel}/redacted.json`)],
    ] as const)
      expect((await api(who)('GET', url)).body, `${who} ${url}`).not.toContain(CANARY);
    const { acts, mail } = await database.deps.db.asOwner(async (tx) => ({
      acts: await tx.rows<{ did: string; text: string }>(
        "select did, concat_ws(' ', who, thing, note) as text from audit.entries where did in ('proposals.clarify', 'proposals.answer') and thing like $1 order by id",
        [`%round ${round},%`],
      ),
      mail: await tx.rows<{ recipient: string; words: string; page: string }>(
        "select recipient, words, page from mail.messages where template = 'clarify' and page = $1",
        [`/proposal/${round}`],
      ),
    }));
    expect(acts.map(({ did }) => did)).toEqual(['proposals.clarify', 'proposals.answer']);
    expect(mail.map(({ recipient }) => recipient)).toEqual(['eve@kestrel.example']);
    expect(JSON.stringify([acts, mail])).not.toContain(CANARY);
  });

  it('is not answered after its time, by the clock of the database', async () => {
    const { round, kestrel } = await openedRound();
    expect(await ask(round, kestrel)).toBe('204');
    const id = (await roomOf('kestrel', round)).begun?.clarifications[0]?.id ?? 0;
    await database.deps.db.asOwner((tx) =>
      tx.run(
        "update proposals.clarifications set asked_at = now() - interval '2 hours', answer_by = now() - interval '1 hour' where id = $1",
        [id],
      ),
    );
    expect(await answer('kestrel', round, id)).toBe('proposals.clarification-over');
    expect(await ask(round, kestrel)).toBe('204');
  });

  it('keeps its bidder from an intended award until it is answered', async () => {
    const { round, kestrel } = await openedRound();
    const rules = { budget: 500_000, mustHave: [], excluded: [] };
    const chosen = { rules, chosen: [`${kestrel}.1`], reason: 'Most students.' };
    expect(await codeOf(api('ada')('POST', path(round, 'choices'), chosen))).toBe('204');
    expect(await ask(round, kestrel)).toBe('204');
    expect(await codeOf(api('ada')('POST', path(round, 'intend')))).toBe('proposals.clarification-waits');
    const id = (await roomOf('kestrel', round)).begun?.clarifications[0]?.id ?? 0;
    expect(await answer('kestrel', round, id)).toBe('204');
    expect(await codeOf(api('ada')('POST', path(round, 'intend')))).toBe('204');
    expect(await ask(round, kestrel)).toBe('rounds.standing');
    expect(await score(round, kestrel, [{ criterion: 1, points: 5, reason: 'late' }])).toBe('rounds.standing');
  });
});

describe('points', () => {
  it('are given by evaluators, each with a reason, and come to a total by the weights of the opening', async () => {
    const { round, kestrel, merlin } = await openedRound();
    const price = (points: number, reason = 'Low for so few.') => ({ criterion: 1, points, reason });
    expect(await score(round, kestrel, [price(80)])).toBe('204');
    expect(await score(round, kestrel, [price(91), { criterion: 2, points: 40, reason: 'Slow.' }], { who: 'bo' })).toBe(
      '204',
    );
    const { scores } = await evaluationOf('ada', round);
    const own = scores.find(({ proposal }) => proposal === kestrel);
    expect(own).toMatchObject({ alternative: 1, total: 67.3 });
    expect(own?.criteria).toMatchObject([
      {
        name: 'Price',
        weight: 60,
        mean: 85.5,
        given: [
          { points: 80, isOwn: true },
          { points: 91, isOwn: false },
        ],
      },
      { name: 'Time', weight: 40, mean: 40, given: [{ reason: 'Slow.', isOwn: false }] },
    ]);
    expect(scores.find(({ proposal }) => proposal === merlin)).toMatchObject({ total: null });
    expect(await score(round, kestrel, [price(60, 'Read again.')])).toBe('204');
    const again = (await evaluationOf('ada', round)).scores.find(({ proposal }) => proposal === kestrel);
    expect(again?.criteria[0]).toMatchObject({ mean: 75.5 });
    expect(again?.criteria[0]?.given.filter(({ isOwn }) => isOwn)).toMatchObject([
      { points: 60, reason: 'Read again.' },
    ]);
  });

  it('are refused before the round is unsealed, for what is not there, without a reason, and from anybody else', async () => {
    const { round, kestrel } = await closedRound();
    const good = { criterion: 1, points: 50, reason: 'x' };
    expect(await score(round, kestrel, [good])).toBe('proposals.not-unsealed');
    for (const who of ['ada', 'bo']) await api(who)('POST', path(round, 'unseal'), {});
    expect(await score(round, 999_999, [good])).toBe('proposals.unknown');
    expect(await score(round, kestrel, [good], { alternative: 2 })).toBe('proposals.unknown');
    expect(await score(round, kestrel, [{ ...good, criterion: 3 }])).toBe('proposals.criterion-unknown');
    expect(await score(round, kestrel, [good, good])).toBe('proposals.criterion-unknown');
    expect(await score(round, kestrel, [{ ...good, points: 101 }])).not.toBe('204');
    expect(await score(round, kestrel, [{ ...good, reason: ' ' }])).not.toBe('204');
    expect(await score(round, kestrel, [good], { who: 'kestrel' })).toBe('access.other-role');
    expect((await evaluationOf('ada', round)).scores.every(({ total }) => total === null)).toBe(true);
    expect(await api('kestrel')('GET', path(round, 'proposal')).then(({ body }) => body)).not.toContain('"points"');
  });

  it('are in the log without their reasons', async () => {
    const acts = await database.deps.db.asOwner((tx) =>
      tx.rows<{ text: string }>(
        "select concat_ws(' ', thing, note) as text from audit.entries where did = 'proposals.score'",
      ),
    );
    expect(acts.length).toBeGreaterThan(0);
    for (const { text } of acts) expect(text).toMatch(/^proposal \d+ of round \d+, alternative \d$/);
  });
});
