/** What the API says of changes: which filings are compared, what is coming, places, hexagons, and releases side by side. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import {
  CHANGES_QUEUE,
  type ChangesJob,
  lookAfterChanges,
  makeAsked,
  makeDue,
} from '../../server/features/changes/index.ts';
import { importFcc } from '../../server/features/coverage/index.ts';
import { createRelease } from '../../server/features/releasing/index.ts';
import { openJobs } from '../../server/platform/jobs.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { archivesOf, changingRows } from '../support/changing-filings.ts';
import { testDatabase } from '../support/database.ts';
import { loadFourTowns } from '../support/four-towns.ts';
import { csv, fileName, folderOf } from '../unit/coverage-fcc/availability.ts';

const database = testDatabase();
const [first = [], second = [], third = []] = changingRows(11, 3);
let app: FastifyInstance;

beforeAll(async () => {
  const { deps } = database;
  await loadFourTowns(deps.db);
  await load('first', archivesOf(first, 'J25', '18nov2025'));
  await createRelease(deps, { name: 'Fall 2025', collection: 'fall 2026', keepCurrent: false }, silentProgress);
  await load('second', archivesOf(second, 'D25', '21apr2026'));
  await load('third', archivesOf(third, 'D25', '19may2026'));
  await deps.db.as({ role: 'intake' }, async (tx) => {
    await tx.run("insert into coverage.awaited values ('54', '2026-06-30', '2026-11-10')");
    for (const [id, w, e] of [
      ['54039', -83, -82.766],
      ['54041', -82.766, -82],
    ] as const)
      await tx.run(
        `insert into places.places (kind, id, name, state_fips, label_point, geom)
         values ('county', $1, 'County ' || $1, '54', ST_SetSRID(ST_MakePoint($2, 39.2), 4326), ST_Multi(ST_MakeEnvelope($2, 39, $3, 40, 4326)))`,
        [id, w, e],
      );
  });
  app = await buildApp(deps);
});
afterAll(() => app?.close());

async function load(name: string, files: Record<string, string | Uint8Array>, options = {}): Promise<void> {
  const folder = join(database.dataDir, name);
  mkdirSync(folder);
  await importFcc(database.deps, { paths: [folderOf(files, folder)], ...options }, silentProgress);
}

async function ask(path: string) {
  const response = await app.inject({ method: 'GET', url: `/api/v1/changes${path}` });
  return {
    status: response.statusCode,
    body: response.headers['content-type']?.includes('json') ? response.json() : response.body,
  };
}

const standings = async () =>
  (await ask('')).body.comparisons.map(
    ({ from, to, standing }: { from: { name: string }; to: { name: string }; standing: string }) =>
      `${from.name} ${to.name} ${standing}`,
  );

describe('changes over HTTP', () => {
  it('say which filings wait to be compared, and which are on their way, before anything is made', async () => {
    expect(await standings()).toEqual([
      '2025-06-30 2025-12-31 waiting',
      '2025-12-31@2026-04-21 2025-12-31@2026-05-19 waiting',
    ]);
    expect((await ask('')).body.awaited).toEqual([{ asOf: '2026-06-30', revision: '2026-11-10' }]);
    expect((await ask('/places')).body).toMatchObject({ code: 'changes.not-made', status: 404 });
  });

  it('say that a comparison is being made, and give none of its rows away', async () => {
    await database.deps.db.as({ role: 'intake' }, (tx) =>
      tx.run(
        `insert into coverage.comparisons (from_filing, to_filing, of)
         select f.id, g.id, 'as_of' from coverage.filings f, coverage.filings g where f.as_of = '2025-06-30' and g.revision = '2026-05-19'`,
      ),
    );
    expect(await standings()).toContain('2025-06-30 2025-12-31 making');
    const seen = await database.deps.db.as({ role: 'public' }, async (tx) => {
      return tx.rows('select from coverage.place_changes');
    });
    expect(seen).toEqual([]);
    await database.deps.db.as({ role: 'intake' }, (tx) => tx.run('delete from coverage.comparisons'));
  });

  it('are made by a worker’s job once for each pair, and again only where it is not made', async () => {
    const { deps } = database;
    const jobs = await openJobs(deps.db, [CHANGES_QUEUE], () => undefined);
    const asked = async () =>
      (await deps.db.asOwner((tx) => tx.rows('select from pgboss.job where name = $1', [CHANGES_QUEUE]))).length;
    try {
      await lookAfterChanges(deps, jobs);
      await lookAfterChanges(deps, jobs);
      expect(await asked()).toBe(2);
      await jobs.work<ChangesJob>(CHANGES_QUEUE, (job) => makeAsked(deps, job));
      await expect
        .poll(standings, { timeout: 60_000, interval: 200 })
        .not.toContainEqual(expect.stringMatching(/waiting|making/));
      await lookAfterChanges(deps, jobs);
      expect(await asked()).toBe(2);
    } finally {
      await jobs.stop();
    }
    expect(await makeDue(deps, silentProgress)).toBe(0);
    expect(await standings()).toEqual([
      '2025-06-30 2025-12-31 made',
      '2025-12-31@2026-04-21 2025-12-31@2026-05-19 made',
    ]);
  });

  it('rank places by their net gain, as JSON and as CSV with a column for every class', async () => {
    const { body } = await ask('/places?kind=county');
    const nets = body.places.map(
      ({ counts }: { counts: Record<string, number> }) => (counts.gained_100_20 ?? 0) - (counts.lost_100_20 ?? 0),
    );
    expect(nets).toHaveLength(2);
    expect(nets).toEqual([...nets].sort((a, b) => b - a));
    const csvText = String((await ask('/places?kind=county&format=csv')).body);
    expect(csvText.split('\r\n')[0]).toContain('built,upgraded,withdrawn,refiled,list_added,list_gone,listed');
    expect(csvText.split('\r\n')[0]).not.toContain('removed');
  });

  it('tell one place by provider and technology, and the state where none is named', async () => {
    const county = (await ask('/place?place=county:54039')).body;
    const state = (await ask('/place')).body;
    expect(county.place.name).toBe('County 54039');
    expect(county.providers.length).toBeGreaterThan(5);
    expect(county.place.counts.built).toBeLessThan(state.place.counts.built);
    expect(state.place.counts).toEqual((await ask('')).body.comparisons[0].totals);
    expect((await ask('/place?place=county:99999')).status).toBe(404);
  });

  it('call rows of a re-issue removed or restored, never built or withdrawn', async () => {
    const { body } = await ask('/place?from=2025-12-31@2026-04-21&to=2025-12-31@2026-05-19');
    const { counts } = body.place;
    expect([counts.removed > 0, counts.restored > 0, counts.refiled > 0]).toEqual([true, true, true]);
    expect(Object.keys(counts)).not.toEqual(expect.arrayContaining(['built']));
    for (const change of ['built', 'upgraded', 'withdrawn', 'list_added', 'list_gone'])
      expect(counts).not.toHaveProperty(change);
  });

  it('list hexagons page by page, whose sums are the state’s', async () => {
    let next: string | null = '';
    const sums: Record<string, number> = {};
    while (next !== null) {
      const { body }: { body: { cells: { counts: Record<string, number> }[]; next: string | null } } = await ask(
        `/cells?limit=5${next ? `&cursor=${next}` : ''}`,
      );
      for (const { counts } of body.cells)
        for (const [change, locations] of Object.entries(counts)) sums[change] = (sums[change] ?? 0) + locations;
      next = body.next;
    }
    expect(sums).toEqual((await ask('/place')).body.place.counts);
  });

  it('refuse what is no filing, one alone, two in the wrong order, and one that is not loaded', async () => {
    const code = async (query: string) => (await ask(`/place?${query}`)).body.code;
    expect(await code('from=2025-13-40&to=2025-12-31')).toBe('changes.edition');
    expect(await code('from=2025-06-30')).toBe('changes.half');
    expect(await code('from=2025-12-31&to=2025-06-30')).toBe('changes.order');
    expect(await code('from=2024-06-30&to=2025-06-30')).toBe('changes.no-filing');
  });

  it('leave out a technology that only one of the two has a file of, and say so', async () => {
    await load(
      'fourth',
      { [fileName('Cable', 'J26', '10nov2026')]: csv(third.filter(({ technology }) => technology === 40)) },
      { without: 'Copper,FibertothePremises,NGSOSatellite,LicensedFixedWireless' },
    );
    await makeDue(database.deps, silentProgress);
    const [newest] = (await ask('')).body.comparisons;
    expect(newest).toMatchObject({ standing: 'made', notCompared: [10, 50, 61, 71] });
    // The same rows as before: nothing is withdrawn, and no location is gone.
    expect(Object.keys(newest.totals)).toEqual(['listed']);
  });

  it('go with a filing that an import replaces, and are made anew', async () => {
    const changed = third.filter(({ technology }, i) => technology === 40 && i % 3 > 0);
    await load('fifth', { [fileName('Cable', 'J26', '10nov2026')]: csv(changed) }, { replace: true });
    expect((await standings())[0]).toBe('2025-12-31 2026-06-30 waiting');
    await makeDue(database.deps, silentProgress);
    expect((await ask('/place?from=2025-12-31&to=2026-06-30')).body.place.counts.list_gone).toBeGreaterThan(0);
  });
});

describe('releases side by side', () => {
  it('stand in the order of their filings, with counts as each published them, and say where the method changes', async () => {
    const { deps } = database;
    await createRelease(deps, { name: 'By the newest filing', collection: 'fall 2026' }, silentProgress);
    await createRelease(deps, { name: 'At 25/3', collection: 'fall 2026', benchmark: '25_3' }, silentProgress);
    const { body } = await ask('/releases');
    type Point = { release: { name: string }; breaks: string[]; sameAnswers: boolean; totals: { counts: object } };
    expect(body.points.map(({ release, breaks, sameAnswers }: Point) => [release.name, breaks, sameAnswers])).toEqual([
      ['Fall 2025', [], false],
      ['By the newest filing', ['technologies'], true],
      ['At 25/3', ['benchmark'], true],
    ]);
    for (const { release, totals } of body.points) {
      const told = await app.inject({ method: 'GET', url: `/api/v1/release?release=${release.id}` });
      expect(told.json().totals.counts).toMatchObject(totals.counts);
    }
  });

  it('keep a hidden count hidden, and give no number of a place without one', async () => {
    const { body } = await ask('/releases?place=county:54039');
    for (const { totals, unserved } of body.points) expect([totals, unserved]).toEqual([null, null]);
    const state = (await ask('/releases')).body.points[0].totals;
    for (const [key, count] of Object.entries(state.counts))
      if (count === null) expect(state.hidden).toHaveProperty([key]);
  });
});
