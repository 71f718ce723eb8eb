/** Briefs of a small state: PDFs read back against the API, the API against the places' own numbers, and who may ask for what. */

import type { FastifyInstance } from 'fastify';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { createToken } from '../../server/features/accounts/index.ts';
import type { Brief } from '../../server/features/briefs/contract.ts';
import type { PlaceTotals } from '../../server/features/places/contract.ts';
import { smallStateDatabase } from '../support/database.ts';
import { nodesOf, readPdf, withoutSpace } from '../support/read-pdf.ts';

const database = smallStateDatabase();
const LANGUAGES = ['en', 'es'] as const;
const DISTRICTS = Array.from({ length: 17 }, (_, at) => `540${String(at + 1).padStart(2, '0')}`);
let app: FastifyInstance;
let agency: string;
let neighbor: string;

beforeAll(async () => {
  const token = (stateFips: string) =>
    createToken(database.deps, { role: 'agency', stateFips, label: 'broadband office', days: 1 });
  [agency, neighbor] = [(await token('54')).token, (await token('51')).token];
  app = await buildApp(database.deps);
  await app.ready();
}, 300_000);
afterAll(() => app?.close());

async function get<T>(url: string, token?: string): Promise<T> {
  const response = await app.inject({ url, headers: token ? { authorization: `Bearer ${token}` } : {} });
  expect([url, response.statusCode]).toEqual([url, 200]);
  return response.json();
}

async function bytesAt(url: string): Promise<Buffer> {
  const response = await app.inject({ url });
  expect([url, response.statusCode]).toEqual([url, 200]);
  return response.rawPayload;
}

const digits = (text: string) => Number(text.replaceAll(',', ''));

describe('the PDF of each senate district', () => {
  const all = DISTRICTS.flatMap((id) => LANGUAGES.map((language) => [id, language] as const));

  it.each(all)('says what the API says, tagged and in order: %s in %s', async (id, language) => {
    const address = `/api/v1/briefs/senate_district/${id}`;
    const brief = await get<Brief>(`${address}?lang=${language}`);
    const pdf = await readPdf(await bytesAt(`${address}/page.pdf?lang=${language}`));
    expect(pdf).toMatchObject({
      language,
      isMarked: true,
      saysUa: true,
      pages: 1,
      title: `${brief.title}: ${brief.above}`,
    });

    const headings = nodesOf(pdf.nodes, /^H\d$/);
    const asked = brief.ask.rows.length > 0 ? [brief.ask.title] : [];
    expect(headings.map(({ role, text }) => `${role} ${text}`)).toEqual([
      `H1 ${brief.title}`,
      ...[brief.why, brief.answers, brief.clusters, brief.providers].map(({ title }) => `H2 ${title}`),
      ...asked.map((title) => `H2 ${title}`),
      `H2 ${brief.sources.title}`,
    ]);
    expect(nodesOf(pdf.nodes, /^Figure$/).map(({ alt }) => alt)).toEqual([brief.map.alt, brief.link.qrAlt]);
    expect(brief.map.alt.endsWith(brief.sentence)).toBe(true);

    const tables = [brief.why, brief.answers, brief.clusters].filter(({ rows }) => rows.length > 0);
    const cells = (role: RegExp) =>
      nodesOf(pdf.nodes, /^Table$/).map((table) => nodesOf([table], role).map(({ text }) => withoutSpace(text)));
    expect(cells(/^TH$/)).toEqual(tables.map(({ head }) => head.map(withoutSpace)));
    expect(cells(/^TD$/)).toEqual(tables.map(({ rows }) => rows.flat().map(withoutSpace)));

    const text = withoutSpace(pdf.nodes.map((node) => node.text).join(' '));
    const order = [
      brief.title,
      brief.sentence,
      brief.figure.value,
      brief.figure.what,
      brief.figure.change,
      ...brief.small.flatMap(({ value, what }) => [value, what]),
      brief.why.title,
      brief.sources.title,
      ...brief.sources.lines,
      brief.link.address,
    ];
    let from = 0;
    for (const said of order.map(withoutSpace)) {
      const at = text.indexOf(said, from);
      expect([said, at]).toEqual([said, expect.any(Number)]);
      expect([said, at >= from]).toEqual([said, true]);
      from = at + said.length;
    }
  });

  it.each(DISTRICTS)('rests on the numbers of the place itself: %s', async (id) => {
    const { totals } = await get<PlaceTotals>(`/api/v1/places/senate_district/${id}?statistics=all`);
    const { figure, small, why } = await get<Brief>(`/api/v1/briefs/senate_district/${id}`);
    expect(digits(small[0]?.value ?? '')).toBe(totals?.students);
    const levers = ['build', 'upgrade', 'connect'].map((lever) => totals?.counts[`lever.${lever}`] ?? null);
    const shown = levers.filter((count) => count !== null);
    const estimates = ['build', 'upgrade', 'connect'].map(
      (lever) => totals?.estimates[`estimated_lever.bead_2022.agreed.100_20.${lever}`] ?? 0,
    );
    const estimate = estimates.reduce((sum, count) => sum + count, 0);
    const [lead, number] =
      shown.length === 0
        ? estimate < 10
          ? ['fewer than', 10]
          : ['about', estimate]
        : [shown.length < 3 ? 'at least about' : 'about', shown.reduce((sum, count) => sum + count, 0)];
    expect([figure.lead, digits(figure.value)]).toEqual([lead, number]);
    const keys = [
      ...['build', 'upgrade', 'connect', 'check', 'ask'].map((lever) => `lever.${lever}`),
      'home.connected',
    ];
    const words = { low: 'few or none', high: 'nearly all', either: 'too few to say' };
    expect(why.rows.map(([, value]) => value)).toEqual(
      keys.map((key) => totals?.counts[key]?.toLocaleString('en-US') ?? words[totals?.hidden[key] ?? 'either']),
    );
  });
});

describe('briefs of a kind', () => {
  it('come as a zip of PDFs, District 2 before District 10', async () => {
    const files = unzipSync(new Uint8Array(await bytesAt('/api/v1/briefs/senate_district/all.zip?lang=es')));
    expect(Object.keys(files)).toEqual(DISTRICTS.map((id) => `senate_district-${id}-es.pdf`));
    const { sentence } = await get<Brief>('/api/v1/briefs/senate_district/54002?lang=es');
    const { nodes } = await readPdf(files['senate_district-54002-es.pdf'] ?? new Uint8Array());
    expect(withoutSpace(nodes.map(({ text }) => text).join(''))).toContain(withoutSpace(sentence));
  });

  it('come as one document with an outline', async () => {
    const pdf = await readPdf(await bytesAt('/api/v1/briefs/senate_district/all.pdf'));
    expect(pdf.pages).toBe(18);
    expect(pdf.bookmarks).toEqual([
      'Briefs, Senate district: West Virginia',
      ...DISTRICTS.map((_, at) => `Senate District ${at + 1}`),
    ]);
    expect([pdf.saysUa, pdf.isMarked]).toEqual([true, true]);
  });

  it('are refused where the release counts none', async () => {
    const response = await app.inject({ url: '/api/v1/briefs/congressional_district/all.zip?lang=es' });
    expect([response.statusCode, response.json().code]).toEqual([404, 'brief.none-of-kind']);
    expect(response.json().detail).toContain('no cuenta ningún lugar');
  });
});

describe('a brief', () => {
  it.each(['state/54', 'county/54015', 'school_district/5400240'])(
    'is made of every counted kind: %s',
    async (place) => {
      const brief = await get<Brief>(`/api/v1/briefs/${place}`);
      expect(brief.sentence).toContain(brief.title);
      expect((await readPdf(await bytesAt(`/api/v1/briefs/${place}/page.pdf`))).pages).toBe(1);
      expect((await readPdf(await bytesAt(`/api/v1/briefs/${place}/slide.pdf`))).pages).toBe(1);
    },
  );

  it('is refused of a school and of what is not there', async () => {
    const { places } = await get<{ places: { id: string }[] }>('/api/v1/places?kind=school&limit=1');
    const codes = [];
    for (const place of [`school/${places[0]?.id}`, 'county/54999'])
      codes.push((await app.inject({ url: `/api/v1/briefs/${place}` })).json().code);
    expect(codes).toEqual(['brief.not-counted', 'place.unknown']);
  });

  it('has a map with scale, roads and schools', async () => {
    const svg = (await bytesAt('/api/v1/briefs/county/54015/map.svg')).toString();
    expect(svg).toMatch(/^<svg /);
    expect(svg).toMatch(/miles?<\/text>/);
    expect(svg).toContain('>Road</text>');
    expect(svg).toContain('>School</text>');
  });

  it('shows a shared link the public’s picture', async () => {
    const png = await bytesAt('/api/v1/briefs/county/54015/picture.png');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1_200, 630]);
  });
});

describe('the ask', () => {
  const ASK = { dollars: 4_200_000, program: 'BEAD', due: '2027-03-01', isPublic: false };
  const address = '/api/v1/briefs/senate_district/54003';
  const write = (payload: object, token?: string) =>
    app.inject({
      method: 'PUT',
      url: `${address}/ask`,
      payload,
      headers: token ? { authorization: `Bearer ${token}` } : {},
    });
  const shown = async (token?: string) =>
    (await get<Brief>(`${address}${token ? '?audience=agency' : ''}`, token)).asked;

  it('is written by the agency, and by nobody else', async () => {
    expect((await write(ASK)).statusCode).toBe(401);
    expect((await write(ASK, neighbor)).json().code).toBe('place.unknown');
    expect((await write({ ...ASK, due: '2027-02-30' }, agency)).json()).toMatchObject({
      code: 'brief.due',
      status: 400,
    });
    expect(await shown(agency)).toBeNull();
    expect((await write(ASK, agency)).json().asked).toMatchObject({ ...ASK, writtenBy: 'broadband office' });
  });

  it('is the agency’s alone until it is public, and then says nobody’s name', async () => {
    expect([await shown(), (await shown(agency))?.dollars]).toEqual([null, 4_200_000]);
    await write({ ...ASK, isPublic: true }, agency);
    expect(await shown()).toMatchObject({ ...ASK, isPublic: true, writtenBy: null });
    const { ask } = await get<Brief>(`${address}?lang=es`);
    expect(ask.rows).toEqual([
      ['Monto', '$4,200,000'],
      ['Programa', 'BEAD'],
      ['Antes del', '1 mar 2027'],
    ]);
    const pdf = await readPdf(await bytesAt(`${address}/page.pdf`));
    expect(withoutSpace(pdf.nodes.map(({ text }) => text).join(''))).toContain('$4,200,000');
  });

  it('does not show an older one in place of one that is no longer public', async () => {
    await write({ ...ASK, dollars: 5_000_000 }, agency);
    expect([await shown(), (await shown(agency))?.dollars]).toEqual([null, 5_000_000]);
  });

  it('is taken back by one without words, and every step is kept', async () => {
    await write({ dollars: null, program: null, due: null, isPublic: true }, agency);
    expect([await shown(), await shown(agency)]).toEqual([null, null]);
    const kept = await database.deps.db.asOwner((tx) =>
      tx.rows<{ dollars: bigint | null; by: string }>('select dollars, written_by as by from briefs.asks order by id'),
    );
    expect(kept.map(({ dollars }) => Number(dollars))).toEqual([4_200_000, 4_200_000, 5_000_000, 0]);
    expect(new Set(kept.map(({ by }) => by))).toEqual(new Set(['broadband office']));
  });

  it('cannot be written for another state, nor read from its table', async () => {
    const { db } = database.deps;
    const foreign = db.as({ role: 'author', stateFips: '51' }, (tx) =>
      tx.run(
        "insert into briefs.asks (state_fips, kind, place_id, is_public, written_by) values ('54', 'county', '54015', true, 'x')",
      ),
    );
    await expect(foreign).rejects.toThrow();
    for (const actor of [
      { role: 'public' },
      { role: 'agency', stateFips: '54' },
      { role: 'author', stateFips: '54' },
    ] as const)
      await expect(db.as(actor, (tx) => tx.rows('select * from briefs.asks'))).rejects.toThrow('permission denied');
  });
});
