/** Stories of a small state: the same words as the briefs, one camera over both maps, a handout read back, and links that end. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { createToken } from '../../server/features/accounts/index.ts';
import type { Brief } from '../../server/features/briefs/contract.ts';
import type { Story } from '../../server/features/stories/contract.ts';
import { smallStateDatabase } from '../support/database.ts';
import { nodesOf, readPdf, withoutSpace } from '../support/read-pdf.ts';

const database = smallStateDatabase();
const PLACE = 'senate_district/54003';
let app: FastifyInstance;
let agency: string;
let neighbor: string;
let sampled: Brief;

beforeAll(async () => {
  const token = (stateFips: string) =>
    createToken(database.deps, { role: 'agency', stateFips, label: 'broadband office', days: 1 });
  [agency, neighbor] = [(await token('54')).token, (await token('51')).token];
  app = await buildApp(database.deps);
  await app.ready();
  sampled = await get<Brief>(`/api/v1/briefs/${PLACE}`);
}, 300_000);
afterAll(() => app?.close());

async function get<T>(url: string): Promise<T> {
  const response = await app.inject({ url });
  expect([url, response.statusCode]).toEqual([url, 200]);
  return response.json();
}

const stepNamed = (story: Story, id: string) => {
  const step = story.steps.find((one) => one.id === id);
  if (!step) throw new Error(`no step ${id}`);
  return step;
};

describe('a story', () => {
  it.each(['en', 'es'])('says what the briefs of the place and of its state say: %s', async (lang) => {
    const story = await get<Story>(`/api/v1/stories/${PLACE}?lang=${lang}`);
    const place = await get<Brief>(`/api/v1/briefs/${PLACE}?lang=${lang}`);
    const state = await get<Brief>(`/api/v1/briefs/state/54?lang=${lang}`);
    expect(story.steps.map(({ id }) => id)).toEqual(['title', 'state', 'where', 'why', 'district', 'ask', 'thanks']);
    for (const [id, brief] of [
      ['state', state],
      ['district', place],
    ] as const) {
      const { figure, sentences } = stepNamed(story, id);
      expect([figure?.lead, figure?.value, figure?.what]).toEqual([
        brief.figure.lead,
        brief.figure.value,
        brief.figure.what,
      ]);
      expect(sentences).toEqual([brief.sentence, brief.figure.change]);
    }
    expect(stepNamed(story, 'where').rows).toEqual(place.clusters.rows.slice(0, 3));
    expect(stepNamed(story, 'why').rows).toEqual(place.why.rows.slice(0, 3));
    expect(story.sources).toEqual(place.sources.lines);
    expect(story.steps.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(480);
    for (const { source } of story.steps) for (const mark of place.marks) expect(source).toContain(mark);
  });

  it('lays the place’s map where it lies in the state’s, and shows one of the two', async () => {
    const { steps, drawings } = await get<Story>(`/api/v1/stories/${PLACE}`);
    expect(drawings.map(({ svg }) => svg.slice(0, 5))).toEqual(['<svg ', '<svg ']);
    const at = (id: string, drawing: number) => steps.find((step) => step.id === id)?.map.cameras[drawing];
    expect(at('state', 0)).toEqual({ drawing: 'state-54', zoom: 1, x: 0, y: 0, isShown: true });
    expect(at('district', 1)).toEqual({ drawing: 'senate_district-54003', zoom: 1, x: 0, y: 0, isShown: true });
    const small = at('state', 1);
    const [zoom, x, y] = [small?.zoom ?? 0, small?.x ?? -1, small?.y ?? -1];
    expect([zoom < 1, x > 0, y > 0, x + 100 * zoom < 100, y + 100 * zoom < 100]).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    // The other way around is the same camera.
    expect((at('district', 0)?.zoom ?? 0) * zoom).toBeCloseTo(1, 1);
    for (const { map } of steps) expect(map.cameras.filter(({ isShown }) => isShown)).toHaveLength(1);
  });

  it('of the state itself has one map and no step for a district', async () => {
    const { steps, drawings } = await get<Story>('/api/v1/stories/state/54');
    expect([drawings.length, steps.some(({ id }) => id === 'district')]).toEqual([1, false]);
  });

  it('leaves the ask out until one is written, and then asks what the brief asks', async () => {
    const before = stepNamed(await get<Story>(`/api/v1/stories/${PLACE}`), 'ask');
    expect([before.isEmpty, before.rows]).toEqual([true, []]);
    await app.inject({
      method: 'PUT',
      url: `/api/v1/briefs/${PLACE}/ask`,
      payload: { dollars: 4_200_000, program: 'BEAD', due: null, isPublic: true },
      headers: { authorization: `Bearer ${agency}` },
    });
    const after = stepNamed(await get<Story>(`/api/v1/stories/${PLACE}`), 'ask');
    expect([after.isEmpty, after.rows]).toEqual([false, (await get<Brief>(`/api/v1/briefs/${PLACE}`)).ask.rows]);
  });

  it('is refused of what is not there', async () => {
    expect((await app.inject({ url: '/api/v1/stories/county/54999' })).json().code).toBe('place.unknown');
  });
});

describe('the handout', () => {
  it.each(['en', 'es'])('has the same steps in the order asked for, tagged: %s', async (lang) => {
    const story = await get<Story>(`/api/v1/stories/${PLACE}?lang=${lang}`);
    const response = await app.inject({
      url: `/api/v1/stories/${PLACE}/handout.pdf?steps=title,district,why,state&lang=${lang}`,
    });
    const pdf = await readPdf(response.rawPayload);
    expect(pdf).toMatchObject({ language: lang, isMarked: true, saysUa: true, pages: 1 });
    const told = ['district', 'why', 'state'].map((id) => stepNamed(story, id));
    const headings = nodesOf(pdf.nodes, /^H\d$/).map(({ role, text }) => `${role} ${text}`);
    expect(headings.slice(0, -1)).toEqual([`H1 ${story.title}`, ...told.map(({ title }) => `H2 ${title}`)]);
    const text = withoutSpace(pdf.nodes.map((node) => node.text).join(' '));
    for (const { sentences, note } of told) {
      for (const sentence of sentences) expect(text).toContain(withoutSpace(sentence));
      expect(text).not.toContain(withoutSpace(note));
    }
  });

  it.each(['title,title', 'title,nonsense'])('is refused with steps that a story does not have: %s', async (steps) => {
    const response = await app.inject({ url: `/api/v1/stories/${PLACE}/handout.pdf?steps=${steps}` });
    expect([response.statusCode, response.json().code]).toEqual([400, 'story.steps']);
  });
});

describe('a link to a story', () => {
  const BODY = {
    release: 1,
    audience: 'public',
    place: { kind: 'senate_district', id: '54003' },
    title: 'For the committee',
    steps: 'title,district,thanks',
    endsOn: null as string | null,
  };
  const ask = (method: 'GET' | 'POST' | 'DELETE', url: string, token: string, payload?: object) =>
    app.inject({ method, url, headers: { authorization: `Bearer ${token}` }, ...(payload ? { payload } : {}) });
  const share = async (body: object) => {
    const response = await ask('POST', '/api/v1/shared-stories', agency, body);
    expect(response.statusCode).toBe(201);
    return new URL(response.json().address).pathname;
  };

  it('opens what was shared, for everybody, and leads to its page', async () => {
    const path = await share({ ...BODY, release: sampled.release });
    const code = path.slice(3);
    expect(await get(`/api/v1/shared-stories/${code}`)).toEqual({
      release: sampled.release,
      audience: 'public',
      kind: 'senate_district',
      id: '54003',
      title: 'For the committee',
      steps: 'title,district,thanks',
      endsOn: null,
    });
    const { headers } = await app.inject({ url: `${path}?lang=es` });
    expect(headers.location).toBe(`/story/${PLACE}?release=${sampled.release}&shared=${code}&lang=es`);
  });

  it('is listed to its own state, ended by it, and then opens nothing; both acts are in the log', async () => {
    const code = (await share(BODY)).slice(3);
    const listed = async (token: string) =>
      (await ask('GET', '/api/v1/shared-stories', token)).json().stories.map((one: { code: string }) => one.code);
    expect([(await listed(agency)).includes(code), await listed(neighbor)]).toEqual([true, []]);
    expect((await ask('DELETE', `/api/v1/shared-stories/${code}`, neighbor)).statusCode).toBe(404);
    expect((await ask('DELETE', `/api/v1/shared-stories/${code}`, agency)).statusCode).toBe(204);
    expect((await app.inject({ url: `/api/v1/shared-stories/${code}` })).json().code).toBe('story.link');
    const acts = await database.deps.db.asOwner((tx) =>
      tx.rows<{ did: string }>('select did from audit.entries where thing = $1 order by id', [`story ${code}`]),
    );
    expect(acts.map(({ did }) => did)).toEqual(['stories.shared', 'stories.ended']);
  });

  it('is over the day after its last', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const code = (await share({ ...BODY, endsOn: today })).slice(3);
    expect((await app.inject({ url: `/s/${code}` })).statusCode).toBe(302);
    await database.deps.db.asOwner((tx) =>
      tx.run('update briefs.shared_stories set ends_on = ends_on - 1 where code = $1', [code]),
    );
    expect((await app.inject({ url: `/s/${code}` })).statusCode).toBe(404);
  });

  it.each([
    ['a day that is gone', { endsOn: '2020-01-01' }, 'story.ends-on'],
    ['a day that is none', { endsOn: '2099-02-30' }, 'story.ends-on'],
    ['a step twice', { steps: 'title,title' }, 'story.steps'],
  ])('is not made with %s', async (_what, part, code) => {
    const response = await ask('POST', '/api/v1/shared-stories', agency, { ...BODY, ...part });
    expect([response.statusCode, response.json().code]).toEqual([400, code]);
  });
});

describe('two places side by side', () => {
  const OTHER = 'county:54001';

  it.each(['en', 'es'])('are one step with the map and the numbers of each brief: %s', async (lang) => {
    const story = await get<Story>(`/api/v1/stories/${PLACE}?lang=${lang}&beside=${OTHER}`);
    const briefs = [
      await get<Brief>(`/api/v1/briefs/${PLACE}?lang=${lang}`),
      await get<Brief>(`/api/v1/briefs/county/54001?lang=${lang}`),
    ];
    const { halves, title } = stepNamed(story, 'beside');
    for (const [at, { figure, why, map, title: name }] of briefs.entries()) {
      const half = halves[at];
      expect(half).toMatchObject({ title: name, alt: map.alt, rows: why.rows.slice(0, 3) });
      expect(half?.figure.value).toBe(figure.value);
      expect(half?.svg).toMatch(/^<svg /);
      expect(title).toContain(name);
    }
    expect(halves[0]?.svg).not.toBe(halves[1]?.svg);
  });

  it('stand in the handout, tagged, with both maps and both numbers', async () => {
    const steps = `title,district,beside:${OTHER},why`;
    const story = await get<Story>(`/api/v1/stories/${PLACE}?beside=${OTHER}`);
    const response = await app.inject({ url: `/api/v1/stories/${PLACE}/handout.pdf?steps=${steps}` });
    const pdf = await readPdf(response.rawPayload);
    expect(pdf).toMatchObject({ isMarked: true, saysUa: true, pages: 1 });
    const { halves } = stepNamed(story, 'beside');
    expect(nodesOf(pdf.nodes, /^H3$/).map(({ text }) => text)).toEqual(halves.map(({ title }) => title));
    const words = withoutSpace(pdf.nodes.map(({ text }) => text).join(' '));
    for (const { figure } of halves) expect(words).toContain(withoutSpace(figure.value));
    for (const { alt } of halves) expect(JSON.stringify(pdf.nodes)).toContain(alt);
  });

  it('are kept by a link, and refused where the second is no place', async () => {
    const steps = `title,beside:${OTHER}`;
    const headers = { authorization: `Bearer ${agency}` };
    const body = { release: sampled.release, audience: 'public', title: 'Two', steps, endsOn: null };
    const payload = { ...body, place: { kind: 'senate_district', id: '54003' } };
    const made = await app.inject({ method: 'POST', url: '/api/v1/shared-stories', headers, payload });
    const code = (made.json() as { address: string }).address.split('/').pop();
    expect((await get<{ steps: string }>(`/api/v1/shared-stories/${code}`)).steps).toBe(steps);
    const code400 = async (url: string) => (await app.inject({ url })).json().code;
    expect(await code400(`/api/v1/stories/${PLACE}?beside=moon:1`)).toBe('place.invalid');
    expect(await code400(`/api/v1/stories/${PLACE}?beside=county:54999`)).toBe('place.unknown');
    expect(await code400(`/api/v1/stories/${PLACE}/handout.pdf?steps=title,beside`)).toBe('story.steps');
  });
});
