/** The round and the outreach of the demo: made once by the features' own moves, and something in it for each person. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { spreadAnswers } from '../../server/demo/answers.ts';
import { COLLECTION_UNDER_WAY } from '../../server/demo/collection.ts';
import { loadDemoOutreach } from '../../server/demo/outreach.ts';
import { loadDemoRound } from '../../server/demo/round.ts';
import type { ProposalRoom } from '../../server/features/proposals/contract.ts';
import type { Qualification } from '../../server/features/qualifications/contract.ts';
import type { PublicRound, Round } from '../../server/features/rounds/contract.ts';
import { smallStateDatabase } from '../support/database.ts';
import { apiOf, tokenOf } from '../support/round.ts';

const database = smallStateDatabase();
let app: FastifyInstance;
let providers: number[];

beforeAll(async () => {
  await loadDemoRound(database.deps);
  app = await buildApp(database.deps);
  providers = await database.deps.db.asOwner(async (tx) =>
    (
      await tx.rows<{ id: number }>('select provider_id as id from coverage.providers order by provider_id limit 3')
    ).map(({ id }) => id),
  );
}, 300_000);
afterAll(() => app?.close());

const as = async (role: 'agency' | 'provider', provider?: number) =>
  apiOf(app, await tokenOf(database.deps, role, provider));

async function openRound(): Promise<PublicRound> {
  const { rounds } = (await apiOf(app, undefined)('GET', '/api/v1/rounds')).json<{ rounds: PublicRound[] }>();
  const [round, ...others] = rounds;
  if (!round || others.length > 0) throw new Error(`${rounds.length} rounds`);
  return round;
}

describe('the round of the demo', () => {
  it('is open for everybody to see, and says that it is made up', async () => {
    const round = await openRound();
    expect(round).toMatchObject({ standing: 'open', amendment: 0 });
    expect(round.title).toContain('made up');
    expect(round.counties.length).toBeGreaterThan(0);
    expect(Date.parse(round.closesAt ?? '')).toBeGreaterThan(Date.now() + 20 * 86_400_000);
  });

  it('has lots of published areas for staff, a question to answer and a provider to decide about', async () => {
    const api = await as('agency');
    const { id } = await openRound();
    const round = (await api('GET', `/api/v1/rounds/${id}`)).json<Round>();
    expect(round.lots.length).toBeGreaterThan(0);
    for (const lot of round.lots) expect(lot.students).toBeGreaterThanOrEqual(10);
    expect(round.terms.words).toContain('made up');
    expect(round.scoring.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    expect(round.questions).toMatchObject([{ answer: null }]);
    const { qualifications } = (await api('GET', '/api/v1/qualifications')).json<{ qualifications: Qualification[] }>();
    expect(qualifications.map(({ standing }) => standing).toSorted()).toEqual(['applied', 'qualified', 'qualified']);
  });

  it('has a draft of the first provider that the second does not see', async () => {
    const { id } = await openRound();
    const roomOf = async (provider: number | undefined) =>
      (await (await as('provider', provider))('GET', `/api/v1/rounds/${id}/proposal`)).json<ProposalRoom>();
    const [first, second] = [await roomOf(providers[0]), await roomOf(providers[1])];
    expect(first).toMatchObject({ isQualified: true, begun: { standing: 'draft' }, form: { from: 'draft' } });
    expect(first.form.proposal.alternatives[0]?.lots.length).toBeGreaterThan(0);
    expect(second).toMatchObject({ isQualified: true, begun: null, form: { from: 'profile' } });
  });

  it('is made once: again changes nothing, and what was cut short is continued', async () => {
    const counts = () =>
      database.deps.db.asOwner((tx) =>
        tx.one(
          `select (select count(*)::integer from rounds.rounds) as rounds, (select count(*)::integer from rounds.lots) as lots,
             (select count(*)::integer from rounds.qualifications) as providers, (select count(*)::integer from rounds.questions) as questions,
             (select count(*)::integer from proposals.drafts) as drafts, (select count(*)::integer from audit.entries) as acts`,
        ),
      );
    const before = await counts();
    await loadDemoRound(database.deps);
    expect(await counts()).toEqual(before);
    await database.deps.db.asOwner((tx) => tx.run('delete from proposals.proposals'));
    await loadDemoRound(database.deps);
    expect(await counts()).toMatchObject({ rounds: 1, drafts: 1, questions: 1 });
  });

  it('is in the log of acts as made by the demo, not by a person', async () => {
    const acts = await database.deps.db.asOwner((tx) =>
      tx.rows<{ did: string; who: string }>(
        "select did, who from audit.entries where split_part(did, '.', 1) in ('rounds', 'qualifications', 'proposals') order by id",
      ),
    );
    expect(new Set(acts.map(({ who }) => who))).toEqual(new Set(['the demo (made up)']));
    expect(acts.map(({ did }) => did)).toEqual(
      expect.arrayContaining([
        'rounds.draft',
        'rounds.lots',
        'rounds.open',
        'qualifications.qualify',
        'proposals.save',
      ]),
    );
  });
});

describe('the outreach of the demo', () => {
  it('has made-up people to call, messages of two days and answers of several days, and is made once', async () => {
    const { db } = database.deps;
    const districts = await db.asOwner(async (tx) => {
      const { id } = await tx.one<{ id: number }>(
        `insert into intake.collections (name, state_fips, opens_on, closes_on, synthetic)
         values ($1, '54', current_date - 16, current_date + 31, true)
         returning id`,
        [COLLECTION_UNDER_WAY],
      );
      return tx.run(
        `insert into collect.districts (collection_id, lea_id, last_seen_at, accepted_at)
         select $1, id, now(), now() from places.places where kind = 'school_district'`,
        [id],
      );
    });
    expect(districts).toBeGreaterThan(2);
    const found = () =>
      db.asOwner((tx) =>
        tx.one<{ people: number; sent: number; days: number; answered: number }>(
          `select (select count(*)::integer from outreach.contacts) as people, (select count(*)::integer from outreach.sendings) as sent,
             (select count(distinct sent_at::date)::integer from outreach.sendings where message <> 'call') as days,
             (select count(distinct at::date)::integer from collect.steps) as answered`,
        ),
      );
    await spreadAnswers(db, COLLECTION_UNDER_WAY);
    await loadDemoOutreach(database.deps);
    const first = await found();
    expect(first.people).toBeGreaterThan(districts / 2);
    expect(first.days).toBe(2);
    expect(first.answered).toBeGreaterThan(1);
    const emails = await db.asOwner((tx) => tx.rows<{ email: string }>('select email from outreach.contacts'));
    for (const { email } of emails) expect(email).toMatch(/\.example$/);
    await spreadAnswers(db, COLLECTION_UNDER_WAY);
    await loadDemoOutreach(database.deps);
    expect(await found()).toEqual(first);
  });
});
