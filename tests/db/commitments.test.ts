/** A commitment from the signature to the filing that shows it, over HTTP, as its provider, staff, another provider and everybody. */
import exifr from 'exifr';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { cellGeometry } from '../../server/domain/antimeridian.ts';
import { cellToText } from '../../server/domain/cell.ts';
import type { Commitment, Commitments, Committed } from '../../server/features/commitments/contract.ts';
import { lookAfterCommitments } from '../../server/features/commitments/index.ts';
import type { DemandPage } from '../../server/features/room/contract.ts';
import { smallStateDatabase } from '../support/database.ts';
import { signedInAs } from '../support/people.ts';
import { photographWithPlace } from '../support/photograph.ts';
import { awardTo, fileLater, roundWithLots } from '../support/rounds.ts';

const database = smallStateDatabase();
const OWN = 130_001;
const OTHER = 130_002;
let app: FastifyInstance;
let made: Awaited<ReturnType<typeof roundWithLots>>;
type SignedIn = Awaited<ReturnType<typeof signedInAs>>;
const people: Record<string, SignedIn> = {};

const day = (fromToday: number) => new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);
const OFFER = {
  technology: 50,
  downloadMbps: 100,
  uploadMbps: 20,
  latencyMs: 50,
  share: 95,
  pricePerMonth: 55,
  install: 0,
  termMonths: 24,
  start: day(-10),
  finish: day(200),
  milestones: [
    { percent: 40, day: day(100) },
    { percent: 100, day: day(200) },
  ],
};

beforeAll(async () => {
  made = await roundWithLots(database.deps, { standing: 'awarded', lots: 3 });
  await awardTo(database.deps, {
    round: made.round,
    lots: made.lots.slice(0, 2).map(({ id }) => id),
    provider: OWN,
    offer: OFFER,
  });
  await awardTo(database.deps, {
    round: made.round,
    lots: [made.lots[2]?.id ?? 0],
    provider: OTHER,
    offer: { ...OFFER, milestones: [] },
  });
  await database.deps.db.asOwner((tx) =>
    tx.run(
      `insert into rounds.qualifications (state_fips, provider_id, standing, facts, contacts)
       values ('54', $1, 'qualified', '{}', '[{"name": "Pat", "email": "pat@provider.example", "language": "es"}, {"name": "No", "email": "no address"}]')`,
      [OWN],
    ),
  );
  app = await buildApp(database.deps);
  await app.ready();
  people.staff = await signedInAs(database.deps, { role: 'sea', name: 'Sam Staff' });
  people.own = await signedInAs(database.deps, { role: 'provider', providerId: OWN, name: 'Olga Own' });
  people.other = await signedInAs(database.deps, { role: 'provider', providerId: OTHER });
  const [most] = await database.deps.db.asOwner((tx) =>
    tx.rows<{ id: number }>('select provider_id as id from coverage.offers group by 1 order by count(*) desc limit 1'),
  );
  people.served = await signedInAs(database.deps, { role: 'provider', providerId: most?.id ?? 0 });
  people.elsewhere = await signedInAs(database.deps, { role: 'sea', stateFips: '51' });
}, 300_000);
afterAll(() => app?.close());

async function ask<Answer>(
  who: keyof typeof people | undefined,
  url: string,
  { method = 'GET', payload, bytes }: { method?: 'GET' | 'POST'; payload?: object; bytes?: Buffer } = {},
) {
  const answer = await app.inject({
    method,
    url,
    headers: {
      host: 'localhost',
      ...(who ? people[who]?.headers : {}),
      ...(bytes ? { 'content-type': 'application/octet-stream' } : {}),
    },
    ...(bytes ? { payload: bytes } : payload ? { payload } : {}),
  });
  return { status: answer.statusCode, raw: answer.rawPayload, json: () => answer.json<Answer>() };
}

const list = async (who: keyof typeof people) => (await ask<Commitments>(who, '/api/v1/commitments')).json();
const one = async (who: keyof typeof people, id: number) =>
  (await ask<Commitment>(who, `/api/v1/commitments/${id}`)).json();
const post = <Answer = Commitment>(who: keyof typeof people, url: string, payload: object) =>
  ask<Answer>(who, url, { method: 'POST', payload });
const add = (who: keyof typeof people, id: number, kind: string, file: string, bytes: Buffer) =>
  ask<Commitment>(who, `/api/v1/commitments/${id}/evidence?kind=${kind}&file=${file}`, { method: 'POST', bytes });
const moveDays = (id: number, days: number) =>
  database.deps.db.asOwner((tx) =>
    tx.run('update commitments.milestones set due_on = due_on + $2::integer where commitment_id = $1', [id, days]),
  );
const TESTS = Buffer.from(
  'Tester,Address,Download (Mbps),Upload (Mbps),Ping ms\nJane,1 Main St,110,25,12\nJoe,2 Main St,79,25,30\nAnn,3 Main St,82,15,9\n',
);

/** An area of each hex, as a provider's own program writes it. */
function coverageOf(cells: readonly string[], more: Record<string, unknown> = {}): Buffer {
  const features = cells.map((cell) => ({
    type: 'Feature',
    properties: { provider: 'Own', technology: 50, maxdown: 100, maxup: 20, ...more },
    geometry: cellGeometry(cellToText(BigInt(cell))),
  }));
  return Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }));
}

describe('a commitment', () => {
  let id = 0;
  const sent = { words: 'Built along Route 4.' };

  it('is signed by its own provider alone, once, with the count of locations kept', async () => {
    const { toSign } = await list('own');
    expect(toSign.map(({ lot }) => lot)).toEqual(made.lots.slice(0, 2).map((lot) => lot.id));
    expect(toSign[0]).toMatchObject({ homes: 57, ask: 900_000, milestones: [{ percent: 40 }, { percent: 100 }] });
    const [lot] = made.lots;
    expect((await post('other', '/api/v1/commitments', { lot: lot?.id })).status).toBe(404);
    expect((await post('staff', '/api/v1/commitments', { lot: lot?.id })).status).toBe(403);
    const signed = await post<{ id: number }>('own', '/api/v1/commitments', { lot: lot?.id });
    expect(signed.status).toBe(201);
    id = signed.json().id;
    expect((await post('own', '/api/v1/commitments', { lot: lot?.id })).status).toBe(404);
    const { milestones, ...own } = await one('own', id);
    expect(own).toMatchObject({ standing: 'signed', homes: 57, percent: 0, tier: 0, signedBy: 'Olga Own' });
    const all = milestones[1]?.ofLocations ?? 0;
    expect(all).toBeGreaterThan(0);
    expect(milestones.map(({ locations }) => locations)).toEqual([Math.ceil(all * 0.38), Math.ceil(all * 0.95)]);
    expect(milestones[0]?.countedAsOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('is read by its provider and staff of its state, and nobody else', async () => {
    expect((await one('staff', id)).provider).toBeTruthy();
    expect((await ask('other', `/api/v1/commitments/${id}`)).status).toBe(404);
    expect((await ask('elsewhere', `/api/v1/commitments/${id}`)).status).toBe(404);
    expect((await ask(undefined, `/api/v1/commitments/${id}`)).status).toBe(401);
    expect((await list('other')).commitments).toEqual([]);
  });

  it('is reported with evidence only, of which nothing that names a person or a place is kept', async () => {
    const url = `/api/v1/commitments/${id}`;
    expect((await post('own', `${url}/reports`, sent)).status).toBe(409);
    expect((await add('other', id, 'speed-tests', 'tests.csv', TESTS)).status).toBe(404);
    expect((await add('own', id, 'speed-tests', 'tests.csv', Buffer.from('a,b\n1,2\n'))).status).toBe(422);
    expect((await add('own', id, 'photograph', 'a.jpg', TESTS)).status).toBe(415);
    const photo = photographWithPlace();
    expect(await exifr.gps(photo)).toMatchObject({ latitude: 38.5 });
    expect((await add('own', id, 'photograph', 'pole.jpg', photo)).status).toBe(201);
    const added = await add('own', id, 'speed-tests', 'tests.csv', TESTS);
    const [tests, picture] = (added.json().milestones[0]?.evidence ?? []).toReversed();
    expect(tests?.found).toEqual({ tests: 3, meeting: 1 });
    const kept = await ask('staff', `${url}/evidence/${tests?.id}`);
    expect(kept.raw.toString().replace('\ufeff', '')).toBe(
      'download_mbps,upload_mbps,latency_ms\n110,25,12\n79,25,30\n82,15,9\n'.replaceAll('\n', '\r\n'),
    );
    const shown = (await ask('staff', `${url}/evidence/${picture?.id}`)).raw;
    expect(await exifr.parse(shown, { jfif: false, xmp: true, iptc: true, icc: true })).toBeUndefined();
    expect(shown.toString('latin1')).not.toContain('Canary');
    expect((await ask('other', `${url}/evidence/${picture?.id}`)).status).toBe(404);
    expect((await post('own', `${url}/reports`, sent)).json().standing).toBe('reported');
    expect((await add('own', id, 'speed-tests', 'late.csv', TESTS)).status).toBe(409);
  });

  it('goes back with a reason, of which its provider is told by mail in the language of each contact, and is accepted by staff alone', async () => {
    const url = `/api/v1/commitments/${id}`;
    expect((await post('staff', `${url}/decision`, { ruling: 'returned' })).status).toBe(422);
    expect((await post('own', `${url}/decision`, { ruling: 'accepted' })).status).toBe(403);
    const returned = await post('staff', `${url}/decision`, { ruling: 'returned', reason: 'The map is missing.' });
    expect(returned.json()).toMatchObject({ standing: 'returned' });
    const mail = await database.deps.db.asOwner((tx) =>
      tx.rows<{ recipient: string; language: string; state: string; words: string }>(
        "select recipient, language, state, words from mail.messages where template = 'evidenceReturned' order by recipient",
      ),
    );
    expect(mail.map(({ recipient, language, state }) => [recipient, language, state])).toEqual([
      ['no address', 'en', 'refused'],
      ['pat@provider.example', 'es', 'waiting'],
    ]);
    expect(mail[1]?.words).toContain('El estado devolvió');
    expect(mail[1]?.words).toContain('The map is missing.');
    expect((await post('own', `${url}/reports`, sent)).json().standing).toBe('reported');
    const accepted = await post('staff', `${url}/decision`, { ruling: 'accepted' });
    expect(accepted.json()).toMatchObject({ standing: 'signed', percent: 40 });
    expect(accepted.json().milestones[0]?.reports.map(({ decision }) => decision)).toEqual(['returned', 'accepted']);
    expect((await post('staff', `${url}/decision`, { ruling: 'accepted' })).status).toBe(409);
  });

  it('becomes due and late as days pass, by tiers, with one reminder each', async () => {
    await moveDays(id, -185);
    await lookAfterCommitments(database.deps.db);
    await lookAfterCommitments(database.deps.db);
    expect(await one('own', id)).toMatchObject({ standing: 'due', tier: 0 });
    await moveDays(id, -30);
    await lookAfterCommitments(database.deps.db);
    await lookAfterCommitments(database.deps.db);
    expect(await one('own', id)).toMatchObject({ standing: 'late', tier: 4, percent: 40 });
    const mail = await database.deps.db.asOwner((tx) =>
      tx.rows<{ template: string; language: string; page: string }>(
        `select template, language, page
         from mail.messages
         where template in ('milestoneDue', 'overdue') and recipient = 'pat@provider.example'
         order by id`,
      ),
    );
    expect(mail).toEqual([
      { template: 'milestoneDue', language: 'es', page: `/commitments/${id}` },
      { template: 'overdue', language: 'es', page: `/commitments/${id}` },
    ]);
  });

  it('is shown to everybody with homes in fives and no hex finer than the public’s own', async () => {
    const { commitments, clusters } = (await ask<Committed>(undefined, '/api/v1/committed')).json();
    expect(commitments).toMatchObject([{ id, homes: 55, standing: 'late', percent: 40 }]);
    expect(clusters.some(({ percent }) => percent === 100)).toBe(true);
    const whole = clusters.filter(({ of, percent }) => of === 'unserved' && percent === 100);
    const near = (await ask<DemandPage>('served', '/api/v1/room/clusters?of=unserved&miles=60')).json();
    expect(near.signed).toBeGreaterThan(0);
    expect(near.clusters.length).toBe(near.near);
    expect(near.clusters.filter(({ id }) => whole.some((one) => one.id === id))).toEqual([]);
    expect(clusters.every(({ confirmed }) => confirmed === 0)).toBe(true);
    expect(commitments[0]?.seenAsOf).toBeNull();
    const shapes = (
      await ask<{ features: { geometry: { coordinates: number[][][][] } }[] }>(
        undefined,
        '/api/v1/committed?format=geojson',
      )
    ).json();
    const { finer, cells } = await database.deps.db.asOwner(async (tx) => ({
      cells: (
        await tx.one<{ cells: string[] }>(
          'select public_cells::text[] as cells from commitments.commitments where id = $1',
          [id],
        )
      ).cells,
      finer: await tx.rows(
        `select cell
         from commitments.commitments c, unnest(c.public_cells) as cell
         where c.id = $1
           and not exists (
             select from published.patches p
             where p.release_id = $2 and p.audience = 'public' and p.cell = cell
           )`,
        [id, made.release],
      ),
    }));
    expect(finer).toEqual([]);
    expect(shapes.features[0]?.geometry.coordinates).toHaveLength(cells.length);
    expect(cells.every((cell) => cellToText(BigInt(cell)).startsWith('88'))).toBe(false);
    const text = JSON.stringify([commitments, shapes]);
    for (const hidden of ['900000', '"students"', 'Olga', 'pat@']) expect(text).not.toContain(hidden);
  });

  it('is seen by itself when a release rests on a later filing that shows it', async () => {
    await fileLater(database.deps, { release: made.release, provider: OWN, cells: made.lots[0]?.cells ?? [] });
    await lookAfterCommitments(database.deps.db);
    const seen = await one('own', id);
    expect(seen).toMatchObject({ standing: 'seen', seen: { asOf: '2027-06-30', percent: 100 } });
    expect(seen.steps.at(-1)).toMatchObject({ move: 'see', who: 'database clock' });
  });

  it('is confirmed for everybody from then on: in the list, on the map and in its cluster', async () => {
    const { commitments, clusters } = (await ask<Committed>(undefined, '/api/v1/committed')).json();
    expect(commitments).toMatchObject([{ id, standing: 'seen', seenAsOf: '2027-06-30' }]);
    expect(clusters.filter(({ confirmed }) => confirmed === 100).length).toBeGreaterThan(0);
    for (const { percent, confirmed } of clusters) expect(confirmed).toBeLessThanOrEqual(percent);
    const { features } = (
      await ask<{ features: { properties: object }[] }>(undefined, '/api/v1/committed?format=geojson')
    ).json();
    expect(features).toMatchObject([{ properties: { id, standing: 'seen' } }]);
  });

  it('that fails gives its lot back to the list', async () => {
    const { id: second } = (await post<{ id: number }>('own', '/api/v1/commitments', { lot: made.lots[1]?.id })).json();
    const of = async () => (await ask<Committed>(undefined, '/api/v1/committed')).json().clusters.length;
    const before = await of();
    expect((await post('own', `/api/v1/commitments/${second}/default`, { reason: 'x' })).status).toBe(403);
    const failed = await post('staff', `/api/v1/commitments/${second}/default`, { reason: 'Nothing was built.' });
    expect(failed.json()).toMatchObject({ standing: 'default', reason: 'Nothing was built.' });
    expect(await of()).toBeLessThan(before);
    expect((await post('staff', `/api/v1/commitments/${second}/default`, { reason: 'again' })).status).toBe(409);
  });

  it('without milestones of its own has the usual four', async () => {
    const [award] = (await list('other')).toSign;
    expect(award?.milestones.map(({ percent }) => percent)).toEqual([40, 60, 80, 100]);
    expect(award?.milestones.at(-1)?.dueOn).toBe(OFFER.finish);
  });

  it('is in the log of acts at each step, without an address or a word of the report', async () => {
    const acts = await database.deps.db.asOwner((tx) =>
      tx.rows<{ did: string; text: string }>(
        "select did, concat_ws(' ', who, thing, note) as text from audit.entries where did like 'commitments.%' order by id",
      ),
    );
    expect(acts.map(({ did }) => did.replace('commitments.', ''))).toEqual([
      'sign',
      'evidence',
      'evidence',
      'report',
      'return',
      'report',
      'accept',
      'due',
      'late',
      'see',
      'sign',
      'default',
    ]);
    for (const { text } of acts) expect(text).not.toMatch(/@|Route 4/);
  });
});

describe('a coverage file', () => {
  it('is read row by row and its reach computed; a bad one is refused with its row and column, and nothing of it is kept', async () => {
    const [, , lot] = made.lots;
    const { id: second } = (await post<{ id: number }>('other', '/api/v1/commitments', { lot: lot?.id })).json();
    const half = (lot?.cells ?? []).slice(0, Math.ceil((lot?.cells.length ?? 0) / 2));
    const whole = await add('other', second, 'coverage', 'built.geojson', coverageOf(lot?.cells ?? []));
    expect(whole.status, whole.raw.toString()).toBe(201);
    const part = await add('other', second, 'coverage', 'half.geojson', coverageOf(half));
    const [ofPart, ofWhole] = (part.json().milestones[0]?.evidence ?? [])
      .toSorted((one, other) => other.id - one.id)
      .map(({ found }) => found);
    expect(ofWhole?.areas).toBe(lot?.cells.length);
    expect(ofWhole?.percent).toBeGreaterThanOrEqual(95);
    expect(ofPart?.areas).toBe(half.length);
    expect(ofPart?.percent).toBeLessThan(ofWhole?.percent ?? 0);
    expect(ofPart?.percent).toBeGreaterThan(0);
    const bad = await add(
      'other',
      second,
      'coverage',
      'bad.geojson',
      coverageOf(half, { technology: 'string and tin' }),
    );
    expect([bad.status, bad.raw.toString()]).toEqual([422, expect.stringContaining('string and tin')]);
    expect(bad.raw.toString()).toMatch(/technology/i);
    expect((await add('other', second, 'coverage', 'bad.geojson', Buffer.from('{"type":'))).status).toBe(400);
    expect((await one('other', second)).milestones[0]?.evidence).toHaveLength(2);
  });
});
