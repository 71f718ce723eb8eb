/** Rounds: lots of whole patches and their numbers, moves by the table, amendments near the end, and what each party reads. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { QUALIFICATION_STANDINGS, ROUND_STANDINGS } from '../../server/domain/round/standings.ts';
import { NO_TERMS } from '../../server/domain/round/terms.ts';
import { createToken } from '../../server/features/accounts/index.ts';
import type { PublicRound, Round } from '../../server/features/rounds/contract.ts';
import type { Candidates, Lot } from '../../server/features/rounds/contract-lots.ts';
import { FOR_MANY_FILES } from '../support/collect.ts';
import { smallStateDatabase } from '../support/database.ts';

const database = smallStateDatabase();
const [ONE, TWO] = [130_001, 130_002];
let app: FastifyInstance;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  const { deps } = database;
  const scope = { stateFips: '54', days: 1 };
  const made = {
    staff: await createToken(deps, { ...scope, label: 'staff', role: 'agency' }),
    neighbor: await createToken(deps, { ...scope, label: 'neighbor', role: 'agency', stateFips: '51' }),
    one: await createToken(deps, { ...scope, label: 'one', role: 'provider', providerId: ONE }),
    two: await createToken(deps, { ...scope, label: 'two', role: 'provider', providerId: TWO }),
  };
  for (const [who, { token }] of Object.entries(made)) tokens[who] = token;
  app = await buildApp({ ...deps, rates: FOR_MANY_FILES });
  await app.ready();
}, 300_000);
afterAll(() => app?.close());

async function ask<T>(
  who: string,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  payload?: object,
) {
  const response = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: who === 'nobody' ? {} : { authorization: `Bearer ${tokens[who]}` },
    ...(payload ? { payload } : {}),
  });
  return { status: response.statusCode, body: response.json<T & { code?: string }>() };
}

const soon = (seconds: number) => new Date(Date.now() + 1000 * seconds).toISOString();
const TERMS = { ...NO_TERMS, pricePerMonth: 30, finishBy: '2028-06-30' };
const SETTINGS = {
  title: 'Homes first',
  terms: TERMS,
  scoring: [
    { name: 'Students connected', weight: 60 },
    { name: 'Price', weight: 40 },
  ],
  budget: 2_000_000,
  showsReference: true,
  allowsRepair: true,
  marginSeconds: 259_200,
  protestSeconds: 0,
  questionsCloseAt: null as string | null,
  closesAt: null as string | null,
};

async function draft(): Promise<Round> {
  const { status, body } = await ask<Round>('staff', 'POST', '/rounds', {
    title: 'Homes first',
    measure: 'underserved',
  });
  expect(status).toBe(201);
  return body;
}

/** A draft with a lot of a county each. */
async function withLots(count: number): Promise<Round> {
  let round = await draft();
  const { body } = await ask<Candidates>('staff', 'GET', `/rounds/${round.id}/candidates`);
  const counties = body.places.filter(({ kind }) => kind === 'county');
  for (const { kind, id } of counties.slice(0, count))
    round = (await ask<Round>('staff', 'POST', `/rounds/${round.id}/lots`, { place: { kind, id } })).body;
  expect(round.lots).toHaveLength(count);
  return round;
}

async function opened(closesIn: number, settings: Partial<typeof SETTINGS> = {}): Promise<Round> {
  const { id } = await withLots(1);
  await ask('staff', 'PUT', `/rounds/${id}`, { ...SETTINGS, closesAt: soon(closesIn), ...settings });
  const { status, body } = await ask<Round>('staff', 'POST', `/rounds/${id}/moves/open`, {});
  expect([status, body.standing]).toEqual([200, 'open']);
  return body;
}

/** Sums of the provider's view, by another way than the feature's. */
async function published(patches: readonly number[]) {
  return database.deps.db.asOwner((tx) =>
    tx.one<{ students: number; households: number; unavailable: number; hidden: number }>(
      `select sum(students)::integer as students, sum(households)::integer as households,
         coalesce(sum(counts[r.at]), 0)::integer as unavailable, count(*) filter (where counts[r.at] is null)::integer as hidden
       from published.patches p
       join published.current c using (release_id)
       cross join (
         select array_position(statistics, 'home.unavailable') as at
         from published.releases
         join published.current on release_id = id
       ) as r
       where audience = 'provider'
         and patch = any ($1)`,
      [patches],
    ),
  );
}

async function matches(lot: Lot): Promise<void> {
  const truth = await published(lot.patches);
  expect([lot.students, lot.households]).toEqual([truth.students, truth.households]);
  expect(lot.counts['home.unavailable']).toEqual({ least: truth.unavailable, hidden: truth.hidden });
}

describe('lots', () => {
  it('of counties hold whole patches with their published sums, and say which patches hide an answer', async () => {
    const { lots } = await withLots(2);
    for (const lot of lots) await matches(lot);
    expect(lots.some(({ counts }) => (counts['home.unavailable']?.hidden ?? 0) > 0)).toBe(true);
    expect(lots.every(({ referenceAmount, estimate }) => referenceAmount === null || estimate?.fiber)).toBe(true);
  });

  it('of clusters hold the patches of the cluster', async () => {
    const { id } = await draft();
    const { body } = await ask<Candidates>('staff', 'GET', `/rounds/${id}/candidates`);
    const [cluster] = body.clusters;
    const { body: round } = await ask<Round>('staff', 'POST', `/rounds/${id}/lots`, { clusters: [cluster?.id] });
    expect(round.lots.map(({ name }) => name)).toEqual([cluster?.name]);
    expect(round.lots[0]?.patches).toHaveLength(cluster?.patches ?? 0);
    for (const lot of round.lots) await matches(lot);
  });

  it('of a school district hold what no lot has of it, as those of counties', async () => {
    const { id } = await draft();
    const { body } = await ask<Candidates>('staff', 'GET', `/rounds/${id}/candidates`);
    const district = body.places.find(({ kind }) => kind === 'school_district');
    const lots = `/rounds/${id}/lots`;
    const place = { kind: 'school_district', id: district?.id };
    const { body: round } = await ask<Round>('staff', 'POST', lots, { place });
    expect(round.lots.map(({ name }) => name)).toEqual([district?.name]);
    for (const lot of round.lots) await matches(lot);
    const again = await ask('staff', 'POST', lots, { place });
    expect([again.status, again.body.code]).toEqual([409, 'rounds.nothing-left']);
    const { body: now } = await ask<Candidates>('staff', 'GET', `/rounds/${id}/candidates`);
    expect(now.places.some(({ kind, id }) => kind === 'school_district' && id === district?.id)).toBe(false);
    const tribal = await ask('staff', 'POST', lots, { place: { kind: 'tribal', id: '9999R' } });
    expect([tribal.status, tribal.body.code]).toEqual([422, 'rounds.patch-unknown']);
  });

  it('of hexes of the map hold the whole areas that these touch, and take in others one by one', async () => {
    const { id, release } = await draft();
    const hexes = await database.deps.db.asOwner((tx) =>
      tx.rows<{ patch: number; hex: string }>(
        `select patch, to_hex(cell) as hex
         from published.patches
         where release_id = $1 and audience = 'provider'
         order by resolution desc, patch`,
        [release.id],
      ),
    );
    const [first, ...others] = hexes;
    const { body: round } = await ask<Round>('staff', 'POST', `/rounds/${id}/lots`, {
      hexes: [first?.hex],
      name: 'Picked',
    });
    const [lot] = round.lots;
    expect(lot).toMatchObject({ name: 'Picked' });
    expect(lot?.patches).toContain(first?.patch);
    const next = others.find(({ patch }) => !lot?.patches.includes(patch));
    const { body: grown } = await ask<Round>('staff', 'PATCH', `/rounds/${id}/lots/${lot?.id}`, { hexes: [next?.hex] });
    expect(grown.lots[0]?.patches).toEqual(expect.arrayContaining([...(lot?.patches ?? []), next?.patch]));
    for (const one of grown.lots) await matches(one);
    for (const [body, code] of [
      [{ hexes: [first?.hex] }, 'rounds.lots-how'],
      [{ hexes: [first?.hex], name: 'Twice' }, 'rounds.nothing-left'],
      [{ hexes: ['88754e6499fffff'], name: 'At sea' }, 'rounds.hex-unknown'],
      [{ hexes: ['8fffffffffffff'.padEnd(15, '0')], name: 'No hex' }, 'rounds.hex-unknown'],
    ] as const)
      expect((await ask('staff', 'POST', `/rounds/${id}/lots`, body)).body.code, JSON.stringify(body)).toBe(code);
  });

  it('are split, merged, and lose and gain whole patches without one counted twice', async () => {
    const { id, lots } = await withLots(2);
    const [large, other] = [...lots].sort((a, b) => b.patches.length - a.patches.length);
    const [first = -1, ...rest] = large?.patches ?? [];
    const before = lots.flatMap(({ patches }) => patches).sort();
    const split = await ask<Round>('staff', 'POST', `/rounds/${id}/lots/${large?.id}/split`, {
      patches: [first],
      name: 'A',
    });
    expect(split.body.lots.map(({ patches }) => patches.length).sort()).toEqual(
      [1, rest.length, other?.patches.length].sort(),
    );
    for (const lot of split.body.lots) await matches(lot);
    const own = split.body.lots.find(({ name }) => name === 'A');
    const taken = await ask('staff', 'PATCH', `/rounds/${id}/lots/${other?.id}`, { add: [first] });
    expect([taken.status, taken.body.code]).toEqual([409, 'rounds.patch-taken']);
    const merged = await ask<Round>('staff', 'POST', `/rounds/${id}/merged-lots`, {
      lots: [other?.id, own?.id],
      name: 'B',
    });
    const both = merged.body.lots.find(({ name }) => name === 'B');
    expect(both?.patches).toEqual([...(other?.patches ?? []), first].sort((a, b) => a - b));
    for (const lot of merged.body.lots) await matches(lot);
    const moved = await ask<Round>('staff', 'PATCH', `/rounds/${id}/lots/${both?.id}`, {
      drop: [first],
      referenceAmount: 90_000,
    });
    expect(moved.body.lots.find(({ name }) => name === 'B')).toMatchObject({
      patches: other?.patches,
      referenceAmount: 90_000,
    });
    const back = await ask<Round>('staff', 'PATCH', `/rounds/${id}/lots/${large?.id}`, { add: [first] });
    expect(back.body.lots.flatMap(({ patches }) => patches).sort()).toEqual(before);
  });

  it('are refused where a patch is not whole in the view of providers, not there, or the last', async () => {
    const { id, lots } = await withLots(1);
    const lot = lots[0];
    const codes = async (payload: object) =>
      (await ask('staff', 'PATCH', `/rounds/${id}/lots/${lot?.id}`, payload)).body.code;
    expect(await codes({ add: [2_000_000] })).toBe('rounds.patch-unknown');
    expect(await codes({ drop: [2_000_000] })).toBe('rounds.patch-elsewhere');
    expect(await codes({ drop: lot?.patches })).toBe('rounds.patch-elsewhere');
    const all = await ask('staff', 'POST', `/rounds/${id}/lots/${lot?.id}/split`, {
      patches: lot?.patches,
      name: 'all',
    });
    expect(all.body.code).toBe('rounds.patch-elsewhere');
  });

  it('stay as they are once the round has opened, for the API and for the database role', async () => {
    const { id, lots } = await opened(3600);
    const renamed = await ask('staff', 'PATCH', `/rounds/${id}/lots/${lots[0]?.id}`, { name: 'another' });
    expect([renamed.status, renamed.body.code]).toEqual([409, 'rounds.frozen']);
    const touched = await database.deps.db.as({ role: 'buyer', stateFips: '54' }, (tx) =>
      tx.run("update rounds.lots set name = 'another' where round_id = $1", [id]),
    );
    expect(touched).toBe(0);
    const { body } = await ask<Round>('staff', 'GET', `/rounds/${id}`);
    expect(body.lots).toEqual(lots);
  });
});

describe('a round', () => {
  it('opens only with lots, weights of 100, terms and a deadline ahead', async () => {
    const code = async (id: number, settings: object) => {
      await ask('staff', 'PUT', `/rounds/${id}`, { ...SETTINGS, ...settings });
      return (await ask('staff', 'POST', `/rounds/${id}/moves/open`, {})).body.code;
    };
    expect(await code((await draft()).id, { closesAt: soon(60) })).toBe('rounds.has-lots');
    const { id } = await withLots(1);
    const closesAt = soon(3600);
    expect(await code(id, { closesAt, scoring: SETTINGS.scoring.slice(1) })).toBe('rounds.weights-100');
    expect(await code(id, { closesAt, terms: NO_TERMS })).toBe('rounds.terms-complete');
    expect(await code(id, {})).toBe('rounds.window-ahead');
    expect(await code(id, { closesAt: soon(-60) })).toBe('rounds.window-ahead');
    expect(await code(id, { closesAt, questionsCloseAt: soon(7200) })).toBe('rounds.questions-within');
    expect(await code(id, { closesAt })).toBeUndefined();
  });

  it('closes by the clock of the database, and takes no amendment afterwards', async () => {
    const { id } = await opened(1);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const { body } = await ask<Round>('staff', 'GET', `/rounds/${id}`);
    expect([body.standing, body.steps[0]?.move, body.steps[0]?.who]).toEqual(['closed', 'close', 'database clock']);
    const late = await ask('staff', 'POST', `/rounds/${id}/amendments`, amendment({}));
    expect([late.status, late.body.code]).toEqual([409, 'rounds.standing']);
    const acts = await database.deps.db.asOwner((tx) =>
      tx.rows<{ did: string }>('select did from audit.entries where thing = $1 order by id', [`round ${id}`]),
    );
    expect(acts.map(({ did }) => did)).toEqual([
      'rounds.draft',
      'rounds.lots',
      'rounds.change',
      'rounds.open',
      'rounds.close',
    ]);
  });

  it('is cancelled only with a reason', async () => {
    const { id } = await opened(3600);
    expect((await ask('staff', 'POST', `/rounds/${id}/moves/cancel`, {})).body.code).toBe('rounds.has-reason');
    const { body } = await ask<Round>('staff', 'POST', `/rounds/${id}/moves/cancel`, { reason: 'No money.' });
    expect([body.standing, body.reason]).toEqual(['cancelled', 'No money.']);
    expect((await ask('staff', 'POST', `/rounds/${id}/moves/open`, {})).body.code).toBe('rounds.standing');
  });

  it('is moved by another state’s staff and by providers not at all', async () => {
    const { id } = await withLots(1);
    expect((await ask('neighbor', 'GET', `/rounds/${id}`)).status).toBe(404);
    expect((await ask('neighbor', 'POST', `/rounds/${id}/moves/share`, {})).status).toBe(404);
    expect((await ask('one', 'POST', `/rounds/${id}/moves/share`, {})).status).toBe(403);
    expect((await ask('one', 'GET', `/rounds/${id}`)).status).toBe(404);
  });
});

const amendment = (changes: object) => ({
  reason: 'Longer lines.',
  terms: TERMS,
  scoring: SETTINGS.scoring,
  questionsCloseAt: null,
  closesAt: soon(3600),
  ...changes,
});

describe('an amendment', () => {
  it('is numbered, says what it changed, and moves a deadline that is nearer than the margin', async () => {
    const { id, closesAt } = await opened(60, { marginSeconds: 600 });
    const terms = { ...TERMS, pricePerMonth: 25 };
    const { body } = await ask<Round>('staff', 'POST', `/rounds/${id}/amendments`, amendment({ terms, closesAt }));
    expect(body.amendment).toBe(1);
    const left = (Date.parse(body.closesAt ?? '') - Date.parse(body.now)) / 1000;
    expect(left).toBeGreaterThan(598);
    expect(left).toBeLessThanOrEqual(600);
    expect(body.amendments[0]?.before).toEqual({ terms: TERMS, closesAt });
    expect(body.amendments[0]?.after).toEqual({ terms, closesAt: body.closesAt });
  });

  it('leaves a deadline that is far enough, and is refused when it changes nothing or has no reason', async () => {
    const { id, closesAt } = await opened(7200, { marginSeconds: 600 });
    const same = await ask('staff', 'POST', `/rounds/${id}/amendments`, amendment({ closesAt }));
    expect(same.body.code).toBe('rounds.nothing-changed');
    const terms = { ...TERMS, latencyMs: 80 };
    const without = await ask('staff', 'POST', `/rounds/${id}/amendments`, amendment({ terms, closesAt, reason: ' ' }));
    expect(without.status).toBe(400);
    const { body } = await ask<Round>('staff', 'POST', `/rounds/${id}/amendments`, amendment({ terms, closesAt }));
    expect([body.amendment, body.closesAt, body.terms.latencyMs]).toEqual([1, closesAt, 80]);
  });
});

describe('a provider', () => {
  it('says of a shared draft what it would bid on, and reads of others nothing', async () => {
    const { id, lots } = await withLots(2);
    await ask('staff', 'POST', `/rounds/${id}/moves/share`, {});
    const said = await ask<Round>('one', 'PUT', `/rounds/${id}/interests`, { lots: [lots[0]?.id] });
    expect(said.body.lots.map(({ isWanted }) => isWanted)).toEqual([true, false]);
    const { body: other } = await ask<Round>('two', 'GET', `/rounds/${id}`);
    expect(other.lots.map(({ wanted, isWanted }) => [wanted, isWanted])).toEqual([
      [[], false],
      [[], false],
    ]);
    const { body: staff } = await ask<Round>('staff', 'GET', `/rounds/${id}`);
    expect(staff.lots.map(({ wanted }) => wanted.length)).toEqual([1, 0]);
    expect(other.budget).toBeNull();
    expect(other.lots[0]?.estimate).toBeNull();
  });

  it('reads reference amounts only where the round shows them', async () => {
    const shown = await opened(3600);
    const hidden = await opened(3600, { showsReference: false });
    const amounts = async ({ id }: Round) =>
      (await ask<Round>('one', 'GET', `/rounds/${id}`)).body.lots.map((lot) => lot.referenceAmount);
    expect(await amounts(shown)).toEqual(shown.lots.map((lot) => lot.referenceAmount));
    expect(shown.lots[0]?.referenceAmount).not.toBeNull();
    expect(await amounts(hidden)).toEqual([null]);
  });

  it('asks, and everybody reads question and answer without the asker', async () => {
    const { id } = await opened(3600);
    await ask('one', 'POST', `/rounds/${id}/questions`, { question: 'Are poles ours?' });
    const before = await ask<Round>('two', 'GET', `/rounds/${id}`);
    expect(before.body.questions).toEqual([]);
    const { body: staff } = await ask<Round>('staff', 'GET', `/rounds/${id}`);
    const path = `/rounds/${id}/questions/${staff.questions[0]?.id}/answer`;
    expect((await ask('staff', 'PUT', path, { answer: 'Yes.' })).status).toBe(200);
    expect((await ask('staff', 'PUT', path, { answer: 'No.' })).body.code).toBe('rounds.question-answered');
    const { body: other } = await ask<Round>('two', 'GET', `/rounds/${id}`);
    expect(other.questions).toMatchObject([
      { question: 'Are poles ours?', answer: 'Yes.', askedBy: null, isOwn: false },
    ]);
    const { body: everybody } = await ask<{ rounds: PublicRound[] }>('nobody', 'GET', '/rounds');
    expect(everybody.rounds.find((round) => round.id === id)?.answers).toMatchObject([{ answer: 'Yes.' }]);
  });

  it('asks no more when the time for questions is over', async () => {
    const { id } = await opened(3600, { questionsCloseAt: soon(1) });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const late = await ask('one', 'POST', `/rounds/${id}/questions`, { question: 'Late?' });
    expect([late.status, late.body.code]).toEqual([409, 'rounds.questions-over']);
  });
});

describe('the tables of rounds', () => {
  it('accept the standings of the domain alone', async () => {
    const rows = await database.deps.db.asOwner((tx) =>
      tx.rows<{ name: string; words: string }>(
        `select conrelid::regclass::text as name, pg_get_constraintdef(oid) as words
         from pg_constraint
         where conname in ('rounds_standing_check', 'qualifications_standing_check')
         order by name`,
      ),
    );
    const accepted = rows.map(({ words }) => [...words.matchAll(/'([a-z-]+)'/g)].map(([, word]) => word));
    expect(accepted).toEqual([[...QUALIFICATION_STANDINGS], [...ROUND_STANDINGS]]);
  });
});

describe('everybody', () => {
  it('reads of a round its title, standing, counties and times, and of a draft nothing', async () => {
    const hidden = await withLots(1);
    const { id } = await opened(3600);
    const { body } = await ask<{ rounds: PublicRound[] }>('nobody', 'GET', '/rounds?state=54');
    expect(body.rounds.some((round) => round.id === hidden.id)).toBe(false);
    const round = body.rounds.find((one) => one.id === id);
    expect(round).toMatchObject({ standing: 'open', title: 'Homes first' });
    expect(round?.counties).toHaveLength(1);
    expect(Object.keys(round ?? {}).sort()).toEqual([
      'amendment',
      'answers',
      'closesAt',
      'counties',
      'endedAt',
      'id',
      'openedAt',
      'protestUntil',
      'questionsCloseAt',
      'repairs',
      'sharedAt',
      'standing',
      'title',
    ]);
  });
});
