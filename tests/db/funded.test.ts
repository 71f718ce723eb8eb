/** Land already paid for: a file read, and about how many students live on it, against a question to the tables written apart. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { cellToBoundary, cellToChildren, cellToLatLng, cellToParent } from 'h3-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { ESTIMATE_KEYS } from '../../server/domain/statistic.ts';
import { importFunded } from '../../server/features/funded/index.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { smallStateDatabase } from '../support/database.ts';

const database = smallStateDatabase();
const folder = mkdtempSync(join(tmpdir(), 'gapmap-funded-'));
let app: FastifyInstance;
const BUILD = 'estimated_lever.bead_2022.agreed.100_20.build';
/** The eastern half of the state's land, roughly, so that many patches are in, out and on the line. */
const BOX = [-81.2, 37, -79.5, 40.7] as const;

function fileOf(name: string, properties: object, [west, south, east, north]: readonly number[] = BOX): string {
  const path = join(folder, name);
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const feature = { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
  writeFileSync(path, JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
  return path;
}

function paidShare(hex: string): number {
  const [west, south, east, north] = BOX;
  const inside = cellToChildren(hex, 9).filter((child) => {
    const [lat, lng] = cellToLatLng(child);
    return lng > west && lng < east && lat > south && lat < north;
  });
  return inside.length / 7;
}

const load = (path: string) => importFunded(database.deps, { path, state: 'WV' }, silentProgress);

beforeAll(async () => {
  // The state brings made-up awards of its own.
  await database.deps.db.asOwner((tx) => tx.run('delete from coverage.funded'));
  app = await buildApp(database.deps);
  await app.ready();
}, 600_000);
afterAll(async () => {
  await app?.close();
  rmSync(folder, { recursive: true, force: true });
});

const read = async () => (await app.inject({ url: '/api/v1/funded' })).json();

describe('land already paid for', () => {
  it('is nothing before a file is loaded', async () => {
    expect(await read()).toMatchObject({ areas: [], state: null, counties: [], clusters: [] });
  });

  it('says program, holder, technology, speeds and day as its file does, in the words of its own columns', async () => {
    await load(
      fileOf('rdof.geojson', {
        Program_Name: 'RDOF',
        Winning_Bidder: 'Highgap Communications, LLC',
        Tech: 'Fiber to the premises',
        Max_Down: '1000 Mbps',
        Max_Up: 500,
        Completion_Date: '12/31/2028',
      }),
    );
    expect((await read()).areas).toEqual([
      {
        id: expect.any(Number),
        program: 'RDOF',
        holder: 'Highgap Communications, LLC',
        technology: 50,
        downloadMbps: 1000,
        uploadMbps: 500,
        dueOn: '2028-12-31',
        illustrative: false,
      },
    ]);
  });

  it('holds as many students to build for as shares of locations of the published patches say', async () => {
    const patches = (await app.inject({ url: `/api/v1/patches?limit=1000&statistics=${BUILD}` })).json().patches as {
      h3: string;
      county: string | null;
      estimates: Record<string, number>;
    }[];
    const locations = await database.deps.db.asOwner((tx) =>
      tx.rows<{ h3: string; locations: number }>(
        `select distinct to_hex(s.cell) as h3, s.locations
         from coverage.service s
         join published.sources p using (filing_id)
         where p.release_id = (select release_id from published.current)`,
      ),
    );
    const at = new Map(locations.map((one) => [one.h3, one.locations]));
    let expected = 0;
    for (const { h3, estimates } of patches) {
      const hexes = h3.startsWith('88') ? [h3] : cellToChildren(h3, 8);
      const all = hexes.reduce((sum, hex) => sum + (at.get(hex) ?? 0), 0);
      const paid = hexes.reduce((sum, hex) => sum + (at.get(hex) ?? 0) * paidShare(hex), 0);
      if (all > 0) expected += ((estimates[BUILD] ?? 0) * paid) / all;
    }
    expect(ESTIMATE_KEYS).toContain(BUILD);
    expect(expected).toBeGreaterThan(10);
    expect((await read()).state).toBe(Math.round(expected));
  });

  it.each([5, 7])(
    'says of each hex of level %i how much of its land is paid for, each location in the finest hex around it',
    async (level) => {
      const { percents } = (await app.inject({ url: `/api/v1/funded/hexes?level=${level}` })).json();
      const [hexes, locations] = await database.deps.db.asOwner(async (tx) => [
        await tx.rows<{ h3: string }>(
          `select to_hex(cell) as h3 from published.hexes where audience = 'public' and level = $1
           and release_id = (select release_id from published.current)`,
          [level],
        ),
        await tx.rows<{ h3: string; locations: number }>(
          `select distinct to_hex(s.cell) as h3, s.locations
         from coverage.service s
         join published.sources p using (filing_id)
         where p.release_id = (select release_id from published.current) and s.profile = 'any' and s.locations > 0`,
        ),
      ]);
      const drawn = new Set(hexes.map(({ h3 }) => h3));
      const sums = new Map<string, { all: number; paid: number }>();
      for (const { h3, locations: here } of locations) {
        const around = [8, 7, 6, 5].map((resolution) => cellToParent(h3, resolution)).find((hex) => drawn.has(hex));
        if (around === undefined) continue;
        const { all, paid } = sums.get(around) ?? { all: 0, paid: 0 };
        sums.set(around, { all: all + here, paid: paid + here * paidShare(h3) });
      }
      const expected = [...sums].flatMap(([h3, { all, paid }]) =>
        Math.round((100 * paid) / all) > 0 ? [[h3, Math.round((100 * paid) / all)]] : [],
      );
      expect(expected.length).toBeGreaterThan(20);
      expect(expected.some(([, percent]) => Number(percent) < 100)).toBe(true);
      expect(percents).toEqual(Object.fromEntries(expected));
    },
  );

  it('counts students to build for at the speed and by the filings asked for', async () => {
    const at = async (query: string) => (await app.inject({ url: `/api/v1/funded?${query}` })).json().state;
    expect(await at('tier=100_20&profile=bead_2022&source=agreed')).toBe((await read()).state);
    expect(await at('source=fcc')).not.toBe(await at('source=puc'));
    expect((await app.inject({ url: '/api/v1/funded?tier=1000_100' })).statusCode).toBe(400);
  });

  it('shows no number of students under the floor, in any county', async () => {
    const { counties, floor } = await read();
    expect(counties.length).toBeGreaterThan(5);
    for (const { build } of counties) expect(build === null || build >= floor).toBe(true);
  });

  it('takes the place of the file of the same name before', async () => {
    await load(fileOf('rdof.geojson', { Program: 'RDOF' }, [-81, 38, -80.9, 38.1]));
    expect((await read()).areas).toMatchObject([{ program: 'RDOF', holder: null, dueOn: null }]);
  });

  it('is refused without an area, and nothing changes', async () => {
    const path = join(folder, 'points.geojson');
    const point = {
      type: 'Feature',
      properties: {},
      geometry: { type: 'Point', coordinates: cellToBoundary('882aac4411fffff')[0] },
    };
    writeFileSync(path, JSON.stringify({ type: 'FeatureCollection', features: [point] }));
    await expect(load(path)).rejects.toThrow();
    expect((await read()).areas).toHaveLength(1);
  });
});
