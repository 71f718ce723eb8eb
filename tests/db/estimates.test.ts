/** Estimates follow from what each reader is given and from filings: here they are worked out once more. */
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../server/domain/actor.ts';
import type { PlaceTotals } from '../../server/features/places/contract.ts';
import type { Patch, Release } from '../../server/features/releases/contract.ts';
import { DISTRICTS } from '../support/border-state.ts';
import { borderViews, hexesOf, PLACES, VIEWS, type View } from '../support/border-views.ts';
import { testDatabase } from '../support/database.ts';
import { landsOf } from '../support/estimate-lands.ts';
import { type AreaGiven, estimatesOf, type PatchGiven, type RatesGiven, ratesOf } from '../support/estimate-oracle.ts';

const database = testDatabase();
const { get, text, patchesOf, cellOf, placeOf } = borderViews(database);

/** What a reader may know of lands: public outlines and the filings the release names for its view. */
async function landsFor(patches: readonly PatchGiven[], view: View) {
  const audience = view === 'district' ? 'public' : view;
  return database.deps.db.asOwner(async (tx) => {
    const sources = await tx.rows<{ id: number; source: string }>(
      'select filing_id as id, source from published.sources where audience = $1 order by filing_id',
      [audience],
    );
    const fcc = sources.find(({ source }) => source === 'fcc')?.id ?? -1;
    const puc = sources.filter(({ source }) => source === 'puc').map(({ id }) => id);
    const key = JSON.stringify([fcc, puc, patches.map(({ h3, leaIds }) => [h3, leaIds])]);
    const lands = known.get(key) ?? (await landsOf(tx, patches, { fcc, puc }));
    known.set(key, lands);
    return lands;
  });
}

const known = new Map<string, Awaited<ReturnType<typeof landsOf>>>();

async function ratesFor(view: View): Promise<RatesGiven> {
  const patches = await patchesOf(view);
  const counties = new Map<string, AreaGiven>();
  for (const id of ['54001', '54003']) counties.set(id, (await placeOf('county', id, view)).totals as AreaGiven);
  const state = (await get<Release>('/api/v1/release', view)).totals as AreaGiven;
  // Levers are counted by public filings, for every audience.
  return ratesOf(state, counties, patches as PatchGiven[], await landsFor(patches as PatchGiven[], 'public'));
}

describe.each(VIEWS)('the estimates of the %s view', (view) => {
  it('follow from its own numbers, outlines and filings, in every format', async () => {
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

  it('cover patches of several verdicts, in counties on both sides of a line', async () => {
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

  it('are computed from land that each role reads of its own view only', async () => {
    const read = (actor: Actor) =>
      database.deps.db.as(actor, (tx) =>
        tx.rows<{ audience: string; ids: string | null }>(
          `select distinct audience, case when audience <> 'public' then array_to_string(lea_ids, ' ') end as ids
           from published.lands
           union
           select distinct audience, null from published.combos
           order by audience, ids`,
        ),
      );
    const audiences = async (actor: Actor) => [...new Set((await read(actor)).map(({ audience }) => audience))];
    expect(await audiences({ role: 'public' })).toEqual(['public']);
    expect(await audiences({ role: 'agency', stateFips: '54' })).toEqual(['agency', 'public']);
    expect(await audiences({ role: 'provider', stateFips: '54', providerId: 130_001 })).toEqual(['provider', 'public']);
    expect(await audiences({ role: 'collector', leaId: DISTRICTS[0] }).catch(() => 'refused')).toBe('refused');
    expect(await read({ role: 'district', leaId: DISTRICTS[0] })).toEqual([
      { audience: 'provider', ids: DISTRICTS[0] },
      { audience: 'provider', ids: null },
      { audience: 'public', ids: null },
    ]);
  });

  it('rest on a speed that the release names', async () => {
    expect((await get<Release>('/api/v1/release', 'public')).benchmark).toBe('100_20');
  });

  it('of a lever have a count beside them at places alone', async () => {
    const { totals } = await get<PlaceTotals>('/api/v1/places/county/54001', 'public');
    expect(totals?.counts).toHaveProperty('lever.build');
    expect((await patchesOf('public'))[0]?.counts).not.toHaveProperty('lever.build');
  });
});
