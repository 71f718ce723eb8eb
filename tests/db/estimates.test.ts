/** Estimates follow from what each reader is given, and from nothing else. */
import type { FastifyInstance } from 'fastify';
import { cellToParent } from 'h3-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { createToken, type TokenHolder } from '../../server/features/accounts/index.ts';
import type { PlaceTotals } from '../../server/features/places/contract.ts';
import type { Patch, PatchPage, Release } from '../../server/features/releases/contract.ts';
import { createRelease } from '../../server/features/releases/index.ts';
import type { CellVerdict } from '../../server/features/verdicts/contract.ts';
import { DISTRICTS, loadBorderState } from '../support/border-state.ts';
import { testDatabase } from '../support/database.ts';
import {
  type AreaGiven,
  estimatesOf,
  landsOf,
  type PatchGiven,
  type RatesGiven,
  ratesOf,
} from '../support/estimate-oracle.ts';

const VIEWS = ['public', 'provider', 'agency', 'district'] as const;
type View = (typeof VIEWS)[number];
const HOLDERS: Record<Exclude<View, 'public'>, TokenHolder> = {
  provider: { role: 'provider', providerId: 130_001 },
  agency: { role: 'agency' },
  district: { role: 'district', leaId: DISTRICTS[0] },
};
const PLACES = [
  ['county', '54001'],
  ['county', '54003'],
  ['school_district', DISTRICTS[0]],
  ['school_district', DISTRICTS[1]],
  ['senate_district', '54001'],
  ['state', '54'],
] as const;

const database = testDatabase();
const headers: Partial<Record<View, Record<string, string>>> = {};
let app: FastifyInstance;

beforeAll(async () => {
  await loadBorderState(database.deps.db);
  await createRelease(database.deps, { name: 'border' });
  for (const view of ['provider', 'agency', 'district'] as const) {
    const { token } = await createToken(database.deps, { ...HOLDERS[view], label: 'test', days: 1 });
    headers[view] = { authorization: `Bearer ${token}` };
  }
  app = await buildApp(database.deps);
  await app.ready();
}, 240_000);

afterAll(() => app?.close());

async function text(path: string, view: View): Promise<string> {
  const url = `${path}${path.includes('?') ? '&' : '?'}audience=${view}&statistics=all`;
  const { statusCode, body } = await app.inject({ url, headers: headers[view] ?? {} });
  expect(statusCode, `${url}: ${body.slice(0, 300)}`).toBe(200);
  return body;
}

async function get<Body>(path: string, view: View): Promise<Body> {
  return JSON.parse(await text(path, view)) as Body;
}

async function patchesOf(view: View, place?: string): Promise<Patch[]> {
  const page = await get<PatchPage>(`/api/v1/patches?limit=1000${place ? `&place=${place}` : ''}`, view);
  expect(page.next).toBeNull();
  return page.patches;
}

/** Hexes drawn at each level, with the patches drawn there. */
function hexesOf(view: View, patches: readonly Patch[]): { h3: string; level: number; own: Patch[] }[] {
  if (view === 'district') return [];
  const levels = view === 'public' ? [5, 6, 7] : [5, 6, 7, 8];
  return levels.flatMap((level) => {
    const drawn = new Map<string, Patch[]>();
    for (const patch of patches) {
      const h3 = patch.resolution > level ? cellToParent(patch.h3, level) : patch.h3;
      drawn.set(h3, [...(drawn.get(h3) ?? []), patch]);
    }
    return [...drawn].map(([h3, own]) => ({ h3, level, own }));
  });
}

const cellOf = (h3: string, level: number, view: View) => get<CellVerdict>(`/api/v1/cells/${h3}?level=${level}`, view);
const placeOf = (kind: string, id: string, view: View) => get<PlaceTotals>(`/api/v1/places/${kind}/${id}`, view);

/** What a reader may know of lands: public outlines and the filings the release names for its view. */
async function landsFor(patches: readonly PatchGiven[], view: View) {
  const audience = view === 'district' ? 'public' : view;
  return database.deps.db.asOwner(async (tx) => {
    const sources = await tx.rows<{ id: number; source: string }>(
      'select filing_id as id, source from published.sources where audience = $1 order by filing_id',
      [audience],
    );
    const fcc = sources.find(({ source }) => source === 'fcc')?.id ?? -1;
    return landsOf(tx, patches, { fcc, puc: sources.filter(({ source }) => source === 'puc').map(({ id }) => id) });
  });
}

async function ratesFor(view: View): Promise<RatesGiven> {
  const patches = await patchesOf(view);
  const counties = new Map<string, AreaGiven>();
  for (const id of ['54001', '54003']) counties.set(id, (await placeOf('county', id, view)).totals as AreaGiven);
  const state = (await get<Release>('/api/v1/release', view)).totals as AreaGiven;
  // Levers are counted by public filings, for every audience.
  return ratesOf(state, counties, patches as PatchGiven[], await landsFor(patches as PatchGiven[], 'public'));
}

describe.each(VIEWS)('the estimates of the %s view', (view) => {
  it('are what its own numbers, outlines and filings come to, in every format', async () => {
    const patches = (await patchesOf(view)) as (Patch & PatchGiven)[];
    expect(patches.length).toBeGreaterThan(3);
    const lands = await landsFor(patches, view);
    const rates = await ratesFor(view === 'district' ? 'public' : view);
    for (const patch of patches)
      expect(patch.estimates, `patch ${patch.patch}`).toEqual(estimatesOf(patch, [patch], lands, rates, false));

    for (const { h3, level, own } of hexesOf(view, patches)) {
      const { students } = await cellOf(h3, level, view);
      const area = students as unknown as AreaGiven;
      expect(students?.estimates, `${h3} at level ${level}`).toEqual(
        estimatesOf(area, own as PatchGiven[], lands, rates, false),
      );
    }

    for (const [kind, id] of PLACES) {
      const { totals } = await placeOf(kind, id, view);
      const isOwn = view !== 'district' || id === DISTRICTS[0];
      if (!isOwn) {
        expect(totals).toEqual((await placeOf(kind, id, 'public')).totals);
        continue;
      }
      const own = view === 'district' ? patches : await patchesOf(view, `${kind}:${id}`);
      expect(totals?.estimates, `${kind} ${id}`).toEqual(
        estimatesOf(totals as AreaGiven, own as PatchGiven[], lands, rates, true),
      );
    }

    const features = await get<{ features: { properties: Record<string, unknown> }[] }>(
      '/api/v1/patches?limit=1000&format=geojson',
      view,
    );
    const [head = '', ...lines] = (await text('/api/v1/patches?limit=1000&format=csv', view)).trim().split(/\r?\n/);
    const columns = head.replace(/^\uFEFF/, '').split(',');
    for (const [i, { estimates }] of patches.entries())
      for (const [key, students] of Object.entries(estimates)) {
        expect(features.features[i]?.properties[key]).toBe(students);
        expect(lines[i]?.split(',')[columns.indexOf(key)]).toBe(String(students));
      }
  });

  it('are of several verdicts, and follow counties on both sides of a line', async () => {
    const patches = await patchesOf(view);
    const mixed = patches.filter(
      ({ students, estimates }) => (estimates['estimated_verdict.bead_2022.fcc.100_20.served'] ?? 0) % (students ?? 1),
    );
    expect(mixed.length).toBeGreaterThan(1);
    expect(new Set(patches.map(({ county }) => county)).size).toBe(2);
    const keys = Object.keys(patches[0]?.estimates ?? {});
    expect(keys).toHaveLength(220);
    for (const patch of patches) {
      expect(Object.keys(patch.counts).some((key) => key.startsWith('estimated_'))).toBe(false);
      const served = SUMMED.reduce((sum, said) => sum + (patch.estimates[`${ONE}.${said}`] ?? 0), 0);
      expect(Math.abs(served - (patch.students ?? 0))).toBeLessThanOrEqual(2);
    }
  });
});

const ONE = 'estimated_verdict.bead_2022.agreed.100_20';
const SUMMED = ['served', 'underserved', 'unserved', 'partly', 'unknown'];

describe('estimates', () => {
  it('of the agency differ where its own filing says otherwise, and those of provider and district do not', async () => {
    const [agency, provider, district] = [
      await patchesOf('agency'),
      await patchesOf('provider'),
      await patchesOf('district'),
    ];
    expect(agency.map(({ counts }) => counts)).toEqual(provider.map(({ counts }) => counts));
    expect(agency.map(({ estimates }) => estimates)).not.toEqual(provider.map(({ estimates }) => estimates));
    const verdicts = ({ estimates }: Patch) => Object.entries(estimates).filter(([key]) => key.includes('verdict'));
    for (const patch of district) {
      const same = provider.find(({ patch: number }) => number === patch.patch);
      expect(verdicts(patch)).toEqual(same && verdicts(same));
    }
  });

  it('rest on a speed that the release names', async () => {
    expect((await get<Release>('/api/v1/release', 'public')).benchmark).toBe('100_20');
  });

  it('of a lever are asked for by that name below county', async () => {
    const { statusCode, body } = await app.inject('/api/v1/patches?statistics=lever.build');
    expect(statusCode).toBe(400);
    expect(body).toContain('estimated_lever.bead_2022.agreed.100_20.build');
    const { totals } = await get<PlaceTotals>('/api/v1/places/county/54001', 'public');
    expect(totals?.counts).toHaveProperty('lever.build');
  });
});

/** Everything one view is given, as bytes. */
async function exported(view: View): Promise<Record<string, string>> {
  const dump: Record<string, string> = {};
  const paths = ['json', 'geojson', 'csv'].map((format) => `/api/v1/patches?limit=1000&format=${format}`);
  paths.push('/api/v1/release', ...PLACES.map(([kind, id]) => `/api/v1/places/${kind}/${id}`));
  for (const { h3, level } of hexesOf(view, await patchesOf(view))) paths.push(`/api/v1/cells/${h3}?level=${level}`);
  for (const path of paths) dump[path] = await text(path, view);
  return dump;
}

/** Puts random numbers in the place of everything in the store that a view cannot read. */
function scramble(view: View): Promise<void> {
  const own = {
    public: "audience <> 'public'",
    provider: "audience not in ('public', 'provider')",
    agency: "audience not in ('public', 'agency')",
    district: "audience <> 'public'",
  }[view];
  const patches =
    view === 'district' ? `(${own}) and not (audience = 'provider' and lea_ids = array['${DISTRICTS[0]}'])` : own;
  const places =
    view === 'district'
      ? `(${own}) and not (audience = 'provider' and kind = 'school_district' and id = '${DISTRICTS[0]}')`
      : own;
  const random = (count: number) =>
    `(select array_agg((random() * 900)::integer) from generate_series(1, ${count} + 0 * t.students))`;
  const combos = view === 'district' ? `(${own}) and audience <> 'provider'` : own;
  return database.deps.db.asOwner(async (tx) => {
    for (const [table, count, where] of [
      ['patches', 12, patches],
      ['hexes', 12, own],
      ['place_totals', 17, places],
      ['totals', 17, own],
    ] as const)
      await tx.run(
        `update published.${table} t
         set students = (random() * 900)::integer + 10, households = 5, counts = ${random(count)}, hidden = repeat('.', ${count})
         where students is not null and ${where}`,
      );
    await tx.run(
      `update published.lands t set weights = (select array_agg((random() * 900)::integer + 1) from unnest(t.weights)), county = '54003'
       where ${patches}`,
    );
    await tx.run(`update published.combos set verdicts = translate(verdicts, 'slupn', 'uslnp') where ${combos}`);
    await tx.run(`update published.place_patches set patches = array[0] where ${own}`);
    await tx.run("update intake.answers set internet_access = random() < 0.5, barrier = null, performance = 'No'");
    await tx.run('update intake.homes set cell = (select min(cell) from intake.homes), household_key = student_key');
    await tx.run('delete from intake.kept_homes');
    if (view !== 'agency')
      await tx.run(
        "update coverage.areas set technology = 10 where filing_id in (select id from coverage.filings where confidentiality = 'agency')",
      );
  });
}

const SCRAMBLED = ['patches', 'hexes', 'place_totals', 'totals', 'lands', 'combos', 'place_patches'];

/** Each view's scrambling begins with the release as it was made. */
async function restore(isFirst: boolean): Promise<void> {
  await database.deps.db.asOwner(async (tx) => {
    if (isFirst) await tx.run('create schema made');
    for (const table of SCRAMBLED) {
      if (isFirst) await tx.run(`create table made.${table} as table published.${table}`);
      await tx.run(`delete from published.${table}`);
      await tx.run(`insert into published.${table} select * from made.${table}`);
    }
  });
  await app.close();
  app = await buildApp(database.deps);
  await app.ready();
}

describe.each(VIEWS)('what the %s view is given', (view) => {
  it('stays the same to the byte when everything it cannot read is another number', async () => {
    await restore(view === VIEWS[0]);
    const before = await exported(view);
    await scramble(view);
    await app.close();
    app = await buildApp(database.deps);
    await app.ready();
    const after = await exported(view);
    for (const [path, bytes] of Object.entries(before)) expect(after[path], path).toBe(bytes);
  });
});
