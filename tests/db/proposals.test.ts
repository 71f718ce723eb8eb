import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import type { Proposal } from '../../server/domain/round/proposal.ts';
import type { ProposalRoom, Receipt } from '../../server/features/proposals/contract.ts';
import type { Evaluation, Tried } from '../../server/features/proposals/contract-staff.ts';
import { receiptOf } from '../../server/features/proposals/receipt.ts';
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
let app: FastifyInstance;
const as: Record<string, ReturnType<typeof apiOf>> = {};
const api = (who: string) => {
  const found = as[who];
  if (!found) throw new Error(`${who} is nobody`);
  return found;
};

beforeAll(async () => {
  app = await buildApp({ config: database.deps.config, db: database.deps.db, rates: NO_LIMITS });
  for (const [name, role, provider] of [
    ['ada', 'agency', 0],
    ['bo', 'agency', 0],
    ['cy', 'agency', 0],
    ['kestrel', 'provider', 1],
    ['merlin', 'provider', 2],
    ['osprey', 'provider', 3],
  ] as const)
    as[name] = apiOf(app, await tokenOf(database.deps, role, provider));
  as.public = apiOf(app, undefined);
  for (const provider of [1, 2]) await qualify(database.deps, provider);
});
afterAll(() => app.close());

async function submitted(who: string, round: number, proposal: Proposal, amendment = 0): Promise<Receipt> {
  const answer = await api(who)('POST', `/api/v1/rounds/${round}/proposal/submit`, { amendment, proposal });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json();
}

async function roomOf(who: string, round: number): Promise<ProposalRoom> {
  const answer = await api(who)('GET', `/api/v1/rounds/${round}/proposal`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

async function evaluationOf(round: number): Promise<Evaluation> {
  const answer = await api('ada')('GET', `/api/v1/rounds/${round}/evaluation`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

async function hashesOf(round: number): Promise<string[] | null> {
  return (await api('public')('GET', `/api/v1/rounds/${round}/receipts`)).json().hashes;
}

async function codeOf(answer: ReturnType<ReturnType<typeof apiOf>>): Promise<string> {
  const { statusCode, ...rest } = await answer;
  return statusCode < 300 ? String(statusCode) : rest.json().code;
}

const path = (round: number, what: string) => `/api/v1/rounds/${round}/${what}`;

async function opened(round: number): Promise<void> {
  await passDeadline(database.deps, round);
  for (const who of ['ada', 'bo']) expect(await codeOf(api(who)('POST', path(round, 'unseal'), {}))).toBe('204');
}

describe('a proposal', () => {
  it('begins with the profile, is saved as typed, and is one’s own', async () => {
    const { round, lots } = await aRound(database.deps);
    const first = await roomOf('kestrel', round);
    expect(first.form).toMatchObject({ from: 'profile', proposal: { signer: { email: 'eve@kestrel.example' } } });
    const typed = aProposal([anAlternative(lots.slice(0, 1), { finish: '' })], { words: 'half a sentence' });
    expect(await codeOf(api('kestrel')('PUT', path(round, 'proposal/draft'), typed))).toBe('200');
    expect((await roomOf('kestrel', round)).form).toMatchObject({ from: 'draft', proposal: typed });
    expect((await roomOf('merlin', round)).form.from).toBe('profile');
  });

  it('has a version and a receipt each time, whose hash anybody can work out and which the closing publishes', async () => {
    const { round, lots } = await aRound(database.deps);
    const one = await submitted('kestrel', round, aProposal([anAlternative(lots)]));
    const two = await submitted('kestrel', round, aProposal([anAlternative(lots, { share: 90 })]));
    const gone = await submitted('merlin', round, aProposal([anAlternative(lots)]));
    expect([one.version, two.version, gone.version]).toEqual([1, 2, 1]);
    expect(receiptOf(two).toString('hex')).toBe(two.hash);
    expect(JSON.parse(two.body).alternatives[0].share).toBe(90);
    expect(await codeOf(api('merlin')('POST', path(round, 'proposal/withdraw')))).toBe('204');
    expect(await hashesOf(round)).toBe(null);
    await passDeadline(database.deps, round);
    expect(await hashesOf(round)).toEqual([one.hash, two.hash, gone.hash].toSorted());
  });

  it('is stale after an amendment until it is confirmed, and is submitted only by whoever read it', async () => {
    const { round, lots } = await aRound(database.deps);
    const proposal = aProposal([anAlternative(lots)]);
    await submitted('kestrel', round, proposal);
    await submitted('merlin', round, proposal);
    await database.deps.db.asOwner((tx) => tx.run('update rounds.rounds set amendment = 1 where id = $1', [round]));
    expect((await roomOf('kestrel', round)).begun?.isStale).toBe(true);
    const late = api('kestrel')('POST', path(round, 'proposal/submit'), { amendment: 0, proposal });
    expect(await codeOf(late)).toBe('proposals.amended');
    expect(await codeOf(api('osprey')('POST', path(round, 'proposal/withdraw')))).toBe('proposals.none');
    const unread = api('kestrel')('POST', path(round, 'proposal/confirm'), { amendment: 0 });
    expect(await codeOf(unread)).toBe('proposals.amended');
    expect(await codeOf(api('kestrel')('POST', path(round, 'proposal/confirm'), { amendment: 1 }))).toBe('204');
    expect((await roomOf('kestrel', round)).begun?.isStale).toBe(false);
    const again = api('kestrel')('POST', path(round, 'proposal/confirm'), { amendment: 1 });
    expect(await codeOf(again)).toBe('proposals.none');
    await opened(round);
    const { opened: all, offers } = await evaluationOf(round);
    expect(all.map(({ isStale }) => isStale).toSorted()).toEqual([false, true]);
    expect(offers.length).toBe(6);
    const tried = await api('ada')('POST', path(round, 'choices/trial'), {
      rules: { budget: 1e6, mustHave: [], excluded: [] },
      byHand: [],
    });
    const { best, forced } = tried.json() as Tried;
    expect(best?.chosen.length).toBe(1);
    expect(forced).toEqual([]);
  });

  it('is refused from whoever is not qualified, when it is incomplete, and after the deadline', async () => {
    const { round, lots } = await aRound(database.deps);
    const submit = (who: string, proposal: Proposal) =>
      codeOf(api(who)('POST', path(round, 'proposal/submit'), { amendment: 0, proposal }));
    expect(await submit('osprey', aProposal([anAlternative(lots)]))).toBe('proposals.not-qualified');
    expect(await submit('kestrel', aProposal([anAlternative(lots, { finish: '2028-02-30' })]))).toBe(
      'proposals.incomplete',
    );
    expect(await submit('kestrel', aProposal([anAlternative([...lots, 999_999])]))).toBe('proposals.incomplete');
    expect(await codeOf(api('kestrel')('POST', path(round, 'proposal/withdraw')))).toBe('proposals.none');
    await submitted('kestrel', round, aProposal([anAlternative(lots)]));
    await passDeadline(database.deps, round);
    expect(await submit('kestrel', aProposal([anAlternative(lots)]))).toBe('proposals.closed');
    for (const [method, what, body] of [
      ['POST', 'proposal/withdraw', undefined],
      ['POST', 'proposal/confirm', { amendment: 0 }],
      ['PUT', 'proposal/draft', aProposal([])],
      ['POST', 'proposal/attachments?name=a.pdf&kind=pdf', Buffer.from('%PDF-1.7')],
    ] as const)
      expect(await codeOf(api('kestrel')(method, path(round, what), body)), what).toBe('proposals.closed');
    expect((await hashesOf(round))?.length).toBe(1);
  });

  it('takes a PDF, reads a coverage file row by row, and gives files back as downloads alone', async () => {
    const { round, lots } = await aRound(database.deps);
    const send = (kind: string, name: string, bytes: Buffer) =>
      api('kestrel')('POST', path(round, `proposal/attachments?kind=${kind}&name=${name}`), bytes);
    expect(await codeOf(send('pdf', 'a.pdf', Buffer.from('GIF89a')))).toBe('proposals.not-pdf');
    const coverage = Buffer.from(
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            properties: { provider: 'Kestrel', technology: 50, maxdown: 500, maxup: 100 },
            geometry: {
              type: 'Polygon',
              coordinates: [
                [
                  [-81, 38],
                  [-80.9, 38],
                  [-80.9, 38.1],
                  [-81, 38],
                ],
              ],
            },
          },
        ],
      }),
    );
    const read = await send('coverage', 'plan.geojson', coverage);
    expect(read.json().rows, read.body).toEqual([
      { provider: 'Kestrel', technology: 50, downloadMbps: 500, uploadMbps: 100 },
    ]);
    const pdf = Buffer.concat([Buffer.from('%PDF-1.7 '), Buffer.alloc(2_300_000, 'route ')]);
    const { attachment } = (await send('pdf', 'a.pdf', pdf)).json();
    await submitted('kestrel', round, aProposal([anAlternative(lots)], { attachments: [attachment] }));
    const id = (await roomOf('kestrel', round)).begun?.id;
    const file = path(round, `proposals/${id}/files/${attachment.id}`);
    const got = await api('kestrel')('GET', file);
    expect(got.rawPayload.equals(pdf)).toBe(true);
    expect(got.headers['content-disposition']).toMatch(/^attachment;/);
    for (const who of ['ada', 'merlin'])
      expect(await codeOf(api(who)('GET', file))).toBe('proposals.attachment-unknown');
    const foreign = api('merlin')('POST', path(round, 'proposal/submit'), {
      amendment: 0,
      proposal: aProposal([anAlternative(lots)], { attachments: [attachment] }),
    });
    expect(await codeOf(foreign)).toBe('proposals.attachment-unknown');
    await opened(round);
    expect((await api('ada')('GET', file)).rawPayload.equals(pdf)).toBe(true);
  });
});

describe('a round', () => {
  it('is opened by two different people after the deadline, and by no one before', async () => {
    const { round, lots } = await aRound(database.deps);
    await submitted('kestrel', round, aProposal([anAlternative(lots)], { words: 'poles', confidential: ['words'] }));
    const unseal = (who: string) => codeOf(api(who)('POST', path(round, 'unseal'), {}));
    expect(await unseal('ada')).toBe('proposals.unseal-closed');
    await passDeadline(database.deps, round);
    expect(await unseal('ada')).toBe('204');
    expect(await unseal('ada')).toBe('proposals.unseal-same');
    expect((await evaluationOf(round)).opened).toEqual([]);
    expect(await unseal('bo')).toBe('204');
    expect(await unseal('cy')).toBe('proposals.unseal-closed');
    const { opened: all, seal, round: head } = await evaluationOf(round);
    expect(head.standing).toBe('unsealed');
    expect(seal.unsealings.length).toBe(2);
    expect(all).toMatchObject([{ isProven: true, proposal: { words: 'poles' } }]);
    const copy = await api('ada')('GET', path(round, `proposals/${all[0]?.id}/redacted.json`));
    expect(copy.json()).toMatchObject({ words: null, signer: { name: 'Eve Signer' } });
    expect(copy.headers['content-disposition']).toMatch(/^attachment;/);
  });

  it('is opened by the passphrases of any two of three openers, without which the server holds no key', async () => {
    const { round, lots } = await aRound(database.deps, { standing: 'shared' });
    const become = (who: string, passphrase: string) =>
      codeOf(api(who)('POST', path(round, 'openers'), { passphrase }));
    expect(await become('ada', 'a passphrase of Ada')).toBe('204');
    expect(await become('ada', 'another one of Ada')).toBe('proposals.opener-twice');
    const isOpener = async (who: string) =>
      (await api(who)('GET', path(round, 'evaluation'))).json<Evaluation>().seal.isOpener;
    expect(await isOpener('ada')).toBe(true);
    expect(await isOpener('bo')).toBe(false);
    expect(await become('bo', 'a passphrase of Bo')).toBe('204');
    expect(await become('cy', 'a passphrase of Cy')).toBe('204');
    await database.deps.db.asOwner((tx) =>
      tx.run("update rounds.rounds set standing = 'open', opened_at = now() where id = $1", [round]),
    );
    const proposal = aProposal([anAlternative(lots)], { words: 'pylons' });
    expect(await codeOf(api('kestrel')('PUT', path(round, 'proposal/draft'), proposal))).toBe('200');
    await submitted('kestrel', round, proposal);
    const room = await roomOf('kestrel', round);
    expect(room).toMatchObject({ heldBy: 'openers', begun: { standing: 'submitted' } });
    expect(JSON.stringify(room)).not.toContain('pylons');
    const held = await database.deps.db.asOwner((tx) =>
      tx.one('select wrapped from proposals.seals where round_id = $1', [round]),
    );
    expect(held).toEqual({ wrapped: null });
    const { drafts } = await database.deps.db.asOwner((tx) =>
      tx.one<{ drafts: number }>(
        `select count(*)::integer as drafts
         from proposals.drafts d
         join proposals.proposals p on p.id = d.proposal_id
         where p.round_id = $1`,
        [round],
      ),
    );
    expect(drafts).toBe(0);
    await passDeadline(database.deps, round);
    const unseal = (who: string, passphrase?: string) =>
      codeOf(api(who)('POST', path(round, 'unseal'), { passphrase }));
    expect(await unseal('cy')).toBe('proposals.passphrase');
    expect(await unseal('cy', 'a passphrase of Bo')).toBe('proposals.passphrase');
    expect(await unseal('cy', 'a passphrase of Cy')).toBe('204');
    expect(await unseal('cy', 'a passphrase of Cy')).toBe('proposals.unseal-same');
    expect((await evaluationOf(round)).opened).toEqual([]);
    expect(await unseal('ada', 'a passphrase of Ada')).toBe('204');
    expect((await evaluationOf(round)).opened).toMatchObject([{ isProven: true, proposal: { words: 'pylons' } }]);
  });

  it('is chosen with reasons, awarded after the protests, and repaired for what is left', async () => {
    const { round, lots } = await aRound(database.deps, { protestSeconds: 1 });
    const [a = 0, b = 0, c = 0] = lots;
    const kestrel = aProposal([anAlternative([a, b]), anAlternative([c], { bundle: 'each' })]);
    await submitted('kestrel', round, kestrel);
    await submitted('merlin', round, aProposal([anAlternative([b, c], { bundle: 'each', share: 50 })]));
    await opened(round);
    const { opened: all, offers } = await evaluationOf(round);
    const ids = new Map(all.map(({ id, proposal }) => [proposal.alternatives.length, id]));
    const [k, m] = [ids.get(2), ids.get(1)];
    const first = offers.find(({ lot, proposal }) => lot === b && proposal === m);
    expect(first).toMatchObject({
      students: 30,
      households: 15,
      perStudent: 50_000 / 30,
      perHomeMonth: 50_000 / 15 / 24,
      percentOfReference: 50,
      overlaps: [`${k}.1`],
      departures: [],
    });
    const rules = { budget: 120_000, mustHave: [], excluded: [] };
    const tried = (await api('ada')('POST', path(round, 'choices/trial'), { rules, byHand: [`${k}.2.${c}`] })).json();
    expect((tried as Tried).best).toMatchObject({ chosen: [`${k}.1`], students: 100, cost: 100_000, isProven: true });
    const merlinsC = (tried as Tried).forced.find(({ bid }) => bid === `${m}.1.${c}`);
    expect(merlinsC).toMatchObject({ fewerStudents: 60, choice: { students: 40 } });
    expect((tried as Tried).byHand).toMatchObject({ students: 20, broken: [] });
    const decide = (chosen: string[], more = {}) =>
      codeOf(
        api('ada')('POST', path(round, 'choices'), { rules: { ...rules, ...more }, chosen, reason: 'Most students.' }),
      );
    expect(await codeOf(api('ada')('POST', path(round, 'intend')))).not.toBe('204');
    expect(await decide([`${k}.1`, `${m}.1.${b}`])).toBe('proposals.choice-broken');
    expect(await decide(['999.1'])).toBe('proposals.bid-unknown');
    expect(await decide([`${k}.1`])).toBe('204');
    expect(await codeOf(api('ada')('POST', path(round, 'award')))).not.toBe('204');
    expect((await roomOf('kestrel', round)).awards).toEqual([]);
    expect(await codeOf(api('ada')('POST', path(round, 'intend')))).toBe('204');
    expect((await roomOf('kestrel', round)).awards.map(({ lot }) => lot)).toEqual([a, b]);
    expect((await roomOf('merlin', round)).awards).toEqual([]);
    await expect.poll(() => codeOf(api('bo')('POST', path(round, 'award'))), { timeout: 10_000 }).toBe('204');
    const repaired = await api('ada')('POST', path(round, 'repair'));
    expect(repaired.statusCode, repaired.body).toBe(201);
    const next = repaired.json().round as number;
    expect((await evaluationOf(next)).lots).toMatchObject([{ name: 'Lot 3', students: 20 }]);
    await database.deps.db.asOwner((tx) =>
      tx.run(
        `update rounds.rounds set standing = 'open', opened_at = now(), closes_at = now() + interval '1 hour' where id = $1`,
        [next],
      ),
    );
    const carried = (await roomOf('merlin', next)).form;
    expect(carried.from).toBe('last-round');
    expect(carried.proposal.alternatives.map(({ lots }) => lots.length)).toEqual([1]);
    const log = await database.deps.db.asOwner((tx) =>
      tx.rows<{ did: string }>('select did from audit.entries where thing like $1', [`%round ${round}%`]),
    );
    expect(new Set(log.map(({ did }) => did))).toEqual(
      new Set([
        'proposals.submit',
        'rounds.close',
        'rounds.unseal-step',
        'rounds.unseal',
        'rounds.evaluate',
        'rounds.decide',
        'rounds.intend',
        'rounds.award',
        'rounds.repair',
      ]),
    );
  });
});
