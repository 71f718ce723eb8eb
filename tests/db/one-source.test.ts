/** A state for which only one of the two sources filed anything, in every view of it. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { decodeCellTile } from '../../server/domain/cell-tile.ts';
import { VERDICTS, type Verdict } from '../../server/domain/verdict.ts';
import { createToken } from '../../server/features/accounts/index.ts';
import type { ClusterPage } from '../../server/features/clusters/contract.ts';
import { clusterRows } from '../../server/features/clusters/index.ts';
import type { PatchPage, Release } from '../../server/features/releases/contract.ts';
import type { PrivacyReport } from '../../server/features/releases/contract-report.ts';
import { patchRows } from '../../server/features/releases/index.ts';
import { createRelease } from '../../server/features/releasing/index.ts';
import type { CellVerdict } from '../../server/features/verdicts/contract.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../support/database.ts';
import { type FilingsWanted, HEX_OF, loadFilings, loadFourTowns, type Town } from '../support/four-towns.ts';
import { told } from '../support/told.ts';

const database = testDatabase();
const headers: Record<string, Record<string, string>> = {};
let app: FastifyInstance;

beforeAll(async () => {
  await loadFourTowns(database.deps.db);
  for (const of of [
    { role: 'agency', stateFips: '54' },
    { role: 'district', leaId: '5400030' },
  ] as const) {
    const { token } = await createToken(database.deps, { ...of, label: 'test', days: 1 });
    headers[of.role] = { authorization: `Bearer ${token}` };
  }
  app = await buildApp(database.deps);
  await app.ready();
}, 120_000);

afterAll(() => app?.close());

async function release(filings: FilingsWanted): Promise<string[]> {
  const said: string[] = [];
  await loadFilings(database.deps.db, filings);
  const name = `${filings.fcc} ${filings.puc}`;
  await createRelease(database.deps, { name }, { ...silentProgress, print: (line) => void said.push(told(line)) });
  return said;
}

type Audience = 'public' | 'agency' | 'district';

function ask(path: string, audience: Audience = 'public') {
  const url = `${path}${path.includes('?') ? '&' : '?'}audience=${audience}`;
  return app.inject({ url, headers: headers[audience] ?? {} });
}

async function get<Body>(path: string, audience?: Audience): Promise<Body> {
  const response = await ask(path, audience);
  expect(response.statusCode, response.body.slice(0, 300)).toBe(200);
  return response.json<Body>();
}

const key = (source: string, verdict: Verdict) => `estimated_verdict.bead_2022.${source}.100_20.${verdict}`;

/** Each town is one hexagon that filings say one thing of, and a patch: estimates of verdicts are exact. */
async function expectVerdicts(source: string, truth: Partial<Record<Verdict, number>>, audience?: Audience) {
  const { totals } = await get<Release>('/api/v1/release?statistics=all', audience);
  for (const verdict of VERDICTS)
    expect(totals?.estimates[key(source, verdict)], `${verdict} by ${source} for ${audience ?? 'public'}`).toBe(
      truth[verdict] ?? 0,
    );
}

const cellOf = (town: Town, audience?: Audience) =>
  get<CellVerdict>(`/api/v1/cells/${HEX_OF[town]}?statistics=all`, audience);

const FCC_SAYS = { served: 300, underserved: 300, unserved: 300, unknown: 300 };
const PUC_SAYS = { served: 900, unserved: 300 };
const BOTH_SAY = { served: 300, partly: 300, unserved: 300, unknown: 300 };

describe('with FCC filings alone', () => {
  beforeAll(() => release({ fcc: true, puc: 'none' }));

  it('both sources agree on what the FCC says, and the release says so', async () => {
    await expectVerdicts('fcc', FCC_SAYS);
    await expectVerdicts('agreed', FCC_SAYS);
    await expectVerdicts('agreed', FCC_SAYS, 'agency');
    const { totals, agreedBy, statistics } = await get<Release>('/api/v1/release?statistics=all');
    expect(agreedBy).toEqual(['fcc']);
    for (const [statistic, students] of Object.entries(totals?.estimates ?? {}))
      if (statistic.includes('.agreed.'))
        expect(students, statistic).toBe(totals?.estimates[statistic.replace('.agreed.', '.fcc.')]);
    expect([...Object.keys(totals?.counts ?? {}), ...Object.keys(totals?.estimates ?? {})]).toEqual(statistics);
    expect(statistics.filter((one) => one.includes('.puc.'))).toEqual([]);
  });

  it('the first question asked is answered: how many have nothing to buy, by lists, tiles and exports alike', async () => {
    const build = 'estimated_lever.bead_2022.agreed.100_20.build';
    const { totals } = await get<Release>('/api/v1/release');
    for (const students of [totals?.counts['lever.build'], totals?.estimates[build]])
      expect(Math.abs((students ?? 0) - 210)).toBeLessThanOrEqual(7);
    const { patches, agreedBy } = await get<PatchPage>('/api/v1/patches');
    expect(agreedBy).toEqual(['fcc']);
    const inPatches = patches.reduce((sum, { estimates }) => sum + (estimates[build] ?? 0), 0);
    expect(Math.abs(inPatches - 210)).toBeLessThanOrEqual(7);
    const exported: Record<string, unknown>[] = [];
    for await (const { properties } of patchRows(database.deps.db, { release: 'current', audience: 'public' }))
      exported.push(properties);
    expect(exported.reduce((sum, row) => sum + (Number(row[build]) || 0), 0)).toBe(inPatches);
    expect(await drawn(build)).toBe(inPatches);
  });

  it('clusters without service are ranked, and all their hexes rest on one source', async () => {
    const page = await get<ClusterPage>('/api/v1/clusters');
    expect(page).toMatchObject({ source: 'agreed', agreedBy: ['fcc'] });
    expect(page.clusters).toMatchObject([{ estimated: 300, students: 300, wholePatches: 1 }]);
    expect(page.clusters.map(({ agreement }) => agreement)).toEqual([{ agree: 0, contradict: 0, oneSided: 1 }]);
    const byFcc = await get<ClusterPage>('/api/v1/clusters?source=fcc');
    expect(page.clusters).toEqual(byFcc.clusters);
    const sources = new Set<unknown>();
    for await (const row of clusterRows(database.deps.db, { release: 'current', audience: 'public' }))
      sources.add(row.properties.source);
    expect(sources).toEqual(new Set(['fcc', 'agreed']));
  });

  it('a hex says that the other source has filed nothing', async () => {
    const { verdicts } = await cellOf('Cedar');
    expect(verdicts.agreed.verdict).toBe('unserved');
    expect(verdicts.puc).toEqual({ verdict: 'unknown', reason: 'no utility commission filing is public' });
    expect(verdicts.agreed.reason).toMatch(/to any of 10 locations; no utility commission filing is public$/);
    expect((await cellOf('Dale')).verdicts.agreed.verdict).toBe('unknown');
  });

  it('questions to the other source are refused with what can be asked', async () => {
    for (const path of [
      '/api/v1/clusters?source=puc',
      `/api/v1/release?statistics=${key('puc', 'unserved')}`,
      `/api/v1/patches?statistics=equip,${key('puc', 'unserved')}`,
      `/api/v1/cells/${HEX_OF.Cedar}?statistics=${key('puc', 'unserved')}`,
    ]) {
      const refused = await ask(path);
      expect([path, refused.statusCode]).toEqual([path, 404]);
      expect(refused.json<{ detail: string }>().detail).toBe(
        'No utility commission filing is public. Ask by fcc or agreed, which say the same here.',
      );
    }
  });

  it('tiles and the privacy report say on whose word the numbers rest', async () => {
    const json = await get<{ vector_layers: { fields: Record<string, string> }[] }>('/tiles/hexes.json');
    expect(json.vector_layers[0]?.fields[key('agreed', 'unserved')]).toMatch(
      /by FCC filings alone, as no utility commission filing is public, by share of locations\.$/,
    );
    expect((await get<PrivacyReport>('/api/v1/privacy')).agreedBy).toEqual(['fcc']);
  });

  it('families alone can dispute what the FCC says, and only where it says served', async () => {
    const { totals } = await get<Release>('/api/v1/release');
    // 60 say "Not Available", and a quarter of all students lives where service is reported.
    expect(Math.abs((totals?.estimates['estimated_disputed.bead_2022'] ?? 0) - 15)).toBeLessThanOrEqual(2);
    const { patches } = await get<PatchPage>('/api/v1/patches');
    expect(patches.map(({ estimates }) => estimates['estimated_disputed.bead_2022'])).toEqual([0, 0, 0, 0]);
  });
});

describe('with filings of the utility commission alone', () => {
  beforeAll(() => release({ fcc: false, puc: 'public' }));

  it('both sources agree on what the commission says', async () => {
    await expectVerdicts('puc', PUC_SAYS);
    await expectVerdicts('agreed', PUC_SAYS);
    expect((await get<Release>('/api/v1/release')).agreedBy).toEqual(['puc']);
    const { clusters } = await get<ClusterPage>('/api/v1/clusters');
    expect(clusters).toMatchObject([{ estimated: 300, students: 300 }]);
    const { verdicts } = await cellOf('Dale');
    expect(verdicts.agreed).toMatchObject({ verdict: 'served' });
    expect(verdicts.agreed.reason).toMatch(/^no FCC filing is in this release; the PUC filing shows Highgap/);
    expect((await ask('/api/v1/clusters?source=fcc')).statusCode).toBe(404);
  });
});

describe('with no filing at all', () => {
  beforeAll(() => release({ fcc: false, puc: 'none' }));

  it('students and answers are published, and every question about service is refused', async () => {
    const { totals, agreedBy, statistics } = await get<Release>('/api/v1/release');
    expect(agreedBy).toEqual([]);
    expect(totals?.students).toBe(1200);
    expect(Math.abs((totals?.counts['home.unavailable'] ?? 0) - 60)).toBeLessThanOrEqual(7);
    expect(statistics.every((one) => /^(home\.|device\.|equip$)/.test(one))).toBe(true);
    expect(Object.keys(totals?.counts ?? {})).toEqual(statistics);
    const refused = await ask('/api/v1/clusters');
    expect(refused.statusCode).toBe(404);
    expect(refused.json<{ detail: string }>().detail).toBe(
      'No FCC filing is in this release and no utility commission filing is public. Only what families answered can be asked for: statistics home.*, device.* and equip.',
    );
    expect((await cellOf('Cedar')).verdicts.agreed).toEqual({
      verdict: 'unknown',
      reason: 'no FCC filing is in this release; no utility commission filing is public',
    });
  });
});

describe('with a filing of the commission that is not public', () => {
  beforeAll(() => release({ fcc: true, puc: 'agency' }));

  it('the public reads what the FCC says, and not that there is another filing', async () => {
    await expectVerdicts('agreed', FCC_SAYS);
    const open = await get<Release>('/api/v1/release');
    expect(open.agreedBy).toEqual(['fcc']);
    expect((await cellOf('Birch')).verdicts.agreed.verdict).toBe('underserved');
    expect((await cellOf('Birch')).verdicts.puc.reason).toBe('no utility commission filing is public');
    expect((await ask('/api/v1/clusters?source=puc')).statusCode).toBe(404);
  });

  it('the agency reads what both say', async () => {
    await expectVerdicts('agreed', BOTH_SAY, 'agency');
    await expectVerdicts('puc', PUC_SAYS, 'agency');
    expect((await get<Release>('/api/v1/release', 'agency')).agreedBy).toEqual(['fcc', 'puc']);
    expect((await cellOf('Birch', 'agency')).verdicts.agreed.verdict).toBe('partly');
    expect((await cellOf('Dale', 'agency')).verdicts.agreed.verdict).toBe('unknown');
    expect((await get<ClusterPage>('/api/v1/clusters?source=puc', 'agency')).clusters).toHaveLength(1);
  });

  it('a district reads about the same filings as the public', async () => {
    const own = await get<Release>('/api/v1/release', 'district');
    expect(own.agreedBy).toEqual(['fcc']);
    expect(own.sources.map(({ source }) => source)).toEqual(['fcc']);
    expect((await cellOf('Cedar', 'district')).verdicts.fcc.verdict).toBe('unserved');
  });
});

describe('with both filed', () => {
  it('a home of which one of them says nothing stays unknown, for everybody', async () => {
    expect(await release({ fcc: true, puc: 'public' })).toEqual([]);
    for (const audience of ['public', 'agency'] as const) await expectVerdicts('agreed', BOTH_SAY, audience);
    expect((await get<Release>('/api/v1/release')).agreedBy).toEqual(['fcc', 'puc']);
  });
});

describe('with a filing that no audience may read, or that lies in another state', () => {
  it.each(['restricted', 'elsewhere'] as const)('the FCC’s word stands alone: %s', async (puc) => {
    const said = await release({ fcc: true, puc });
    for (const audience of ['public', 'agency'] as const) await expectVerdicts('agreed', FCC_SAYS, audience);
    expect((await cellOf('Cedar', 'agency')).verdicts.puc.reason).toBe(
      'no utility commission filing is in this release',
    );
    expect(said.join()).toMatch(
      puc === 'elsewhere' ? /^Commission Highgap has no area of home service in the state/ : /^$/,
    );
  });
});

/** Students by an estimate in the tiles over the state, where each hex is drawn once. */
async function drawn(estimate: string): Promise<number> {
  const { id } = await get<Release>('/api/v1/release');
  let sum = 0;
  for (let x = 69; x <= 71; x++)
    for (let y = 97; y <= 99; y++) {
      const { rawPayload } = await app.inject({ url: `/tiles/${id}/hexes/8/${x}/${y}.arrow` });
      const column = rawPayload.length > 0 ? decodeCellTile(rawPayload).estimate(estimate) : undefined;
      for (const students of column ?? []) sum += students;
    }
  return sum;
}
