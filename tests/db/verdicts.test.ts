/** What filings say of hexes and their children, against SQL written apart from the code that decides it. */
import type { FastifyInstance } from 'fastify';
import { cellToChildren, cellToLatLng, getPentagons, gridDisk } from 'h3-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { cellFromText, shardOf } from '../../server/domain/cell.ts';
import { COMBO_SIZE } from '../../server/domain/verdict-cells.ts';
import { createRelease } from '../../server/features/releasing/index.ts';
import { CHILDREN_A_HEX, type VerdictFilings, verdictsOfLand } from '../../server/features/verdicts/index.ts';
import type { Tx } from '../../server/platform/db.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../support/database.ts';
import { HEX_OF, loadFourTowns } from '../support/four-towns.ts';
import { type Said, verdictsBySql } from '../support/verdicts-by-sql.ts';

const database = testDatabase();
const HEXES = gridDisk(HEX_OF.Ashford, 4);
const PROFILES = ['bead_2022', 'terrestrial', 'wired', 'any'];
const TIERS = ['25_3', '100_20'];

let fcc = 0;
const puc: number[] = [];
let app: FastifyInstance;

const intake = <T>(work: (tx: Tx) => Promise<T>) => database.deps.db.as({ role: 'intake' }, work);

beforeAll(async () => {
  await loadFourTowns(database.deps.db);
  await intake(async (tx) => {
    fcc = await filing(tx, 'fcc', 'Broadband Data Collection');
    for (const [n, hex] of HEXES.entries()) if (n % 11 !== 5) await loadService(tx, hex, n);
    for (const title of ['Highgap', 'Ridgeline']) puc.push(await filing(tx, 'puc', title));
    for (let n = 0; n < 24; n++) await loadArea(tx, puc[n % 2] ?? 0, n);
    await tx.run('insert into coverage.area_parts (area_id, geom) select id, geom from coverage.areas');
  });
  await createRelease(database.deps, { name: 'fall' }, silentProgress);
  app = await buildApp(database.deps);
  await app.ready();
}, 120_000);

afterAll(() => app?.close());

async function filing(tx: Tx, source: string, title: string): Promise<number> {
  const { id } = await tx.one<{ id: number }>(
    `insert into coverage.filings (source, publisher, title, state_fips, as_of, revision, synthetic)
     values ($1, 'Somebody', $2, '54', '2026-06-30', '2026-06-30', true)
     returning id`,
    [source, title],
  );
  return id;
}

/** From none to all of the locations served, so that every verdict comes up. */
function loadService(tx: Tx, hex: string, n: number): Promise<number> {
  const cell = cellFromText(hex);
  const locations = 5 + (n % 7);
  return tx.run(
    `insert into coverage.service
       (shard, filing_id, cell, profile, locations, served_25_3, served_100_20, served_1000_100)
     select $1, $2, $3, profile, $4::int, least($4, ($5::int + at) % ($4 + 3)), least($4, ($5 + at) % ($4 + 3), $5 % ($4 + 1)), 0
     from unnest($6::text[]) with ordinality as p (profile, at)`,
    [shardOf(cell), fcc, cell, locations, n * 5, PROFILES],
  );
}

const TECHNOLOGIES = [10, 40, 50, 61, 70, 71];
const SPEEDS: readonly (readonly [number, number])[] = [
  [1000, 100],
  [100, 20],
  [50, 10],
  [100, 10],
  [10, 1],
];

/** Ovals of half a kilometer to two across, about the middle of the hexes. */
function loadArea(tx: Tx, filingId: number, n: number): Promise<number> {
  const [lat, lng] = cellToLatLng(HEXES[(n * 17) % HEXES.length] ?? '');
  const radius = 0.004 + (n % 5) * 0.003;
  const ring = Array.from({ length: 41 }, (_, i) => {
    const angle = ((i % 40) / 40) * 2 * Math.PI;
    return `${lng + 0.002 + radius * Math.cos(angle)} ${lat - 0.001 + radius * 0.7 * Math.sin(angle)}`;
  });
  const [download = 0, upload = 0] = SPEEDS[n % SPEEDS.length] ?? [];
  return tx.run(
    `insert into coverage.areas
       (filing_id, provider_name, technology, technology_raw, download_mbps, upload_mbps, low_latency, residential, geom)
     values ($1, 'Somebody', $2, 'as filed', $3, $4, $5, $6, ST_Multi(ST_GeomFromText($7, 4326)))`,
    [filingId, TECHNOLOGIES[n % 6] ?? 0, download, upload, n % 9 !== 4, n % 10 !== 7, `POLYGON((${ring.join(', ')}))`],
  );
}

async function compared(filings: VerdictFilings): Promise<{ said: Said[]; ours: Omit<Said, 'agreed'>[] }> {
  return intake(async (tx) => {
    const said = await verdictsBySql(tx, HEXES, { fcc, puc: filings.pucFilingIds });
    const [land] = await verdictsOfLand(tx, BigUint64Array.from(HEXES, cellFromText), [filings]);
    const ours = said.map(({ hex, child, profile, tier }) => {
      const { combos, comboOf } = (child === null ? land?.hexes : land?.children) ?? { combos: [], comboOf: [] };
      const combo = combos[comboOf[child === null ? hex : hex * CHILDREN_A_HEX + child] ?? -1];
      const says = combo?.[PROFILES.indexOf(profile) * TIERS.length + TIERS.indexOf(tier)];
      return { hex, child, profile, tier, fcc: says?.fcc ?? '', puc: says?.puc ?? '', agreed: says?.agreed ?? '' };
    });
    return { said, ours };
  });
}

describe('verdicts of land', () => {
  it('are the FCC’s by hex, the commission’s by child, and for homes those of most children', async () => {
    const { said, ours } = await compared({ fccFilingId: fcc, pucFilingIds: puc });
    expect(said).toHaveLength(HEXES.length * 8 * COMBO_SIZE);
    expect(ours).toEqual(said);
    // The state is mixed enough to tell: every verdict comes up from both, and hexes whose children differ.
    for (const source of ['fcc', 'puc', 'agreed'] as const)
      expect(new Set(said.map((row) => row[source])).size, source).toBeGreaterThanOrEqual(4);
    const ofHexes = said.filter(({ child }) => child === null);
    const alike = (row: Said) =>
      said.filter((one) => one.hex === row.hex && one.profile === row.profile && one.tier === row.tier);
    expect(ofHexes.filter((row) => new Set(alike(row).map((one) => one.puc)).size > 1).length).toBeGreaterThan(20);
  });

  it('follow from each set of filings by itself', async () => {
    for (const pucFilingIds of [puc.slice(0, 1), puc.slice(1)]) {
      const { said, ours } = await compared({ fccFilingId: fcc, pucFilingIds });
      expect(ours).toEqual(said);
    }
    await intake(async (tx) => {
      const hexes = BigUint64Array.from(HEXES, cellFromText);
      const sets = [
        { fccFilingId: fcc, pucFilingIds: [] },
        { fccFilingId: undefined, pucFilingIds: puc },
      ];
      const [fccAlone, pucAlone] = await verdictsOfLand(tx, hexes, sets);
      for (const { combos } of [fccAlone?.hexes, fccAlone?.children].flatMap((each) => each ?? []))
        for (const says of combos.flat()) expect(says).toMatchObject({ puc: 'unknown', agreed: says.fcc });
      for (const { combos } of [pucAlone?.hexes, pucAlone?.children].flatMap((each) => each ?? []))
        for (const says of combos.flat()) expect(says).toMatchObject({ fcc: 'unknown', agreed: says.puc });
      expect(pucAlone?.locations).toBeUndefined();
      const stored = await tx.rows<{ locations: number }>(
        `select coalesce(s.locations, 0) as locations
         from unnest($1::bigint[]) with ordinality as h (cell, position)
         left join coverage.service s on s.cell = h.cell and s.filing_id = $2 and s.profile = 'any'
         order by position`,
        [[...hexes], fcc],
      );
      expect([...(fccAlone?.locations ?? [])]).toEqual(stored.map(({ locations }) => locations));
    });
  });

  it('leave the seventh child of a pentagon empty', async () => {
    const [pentagon = ''] = getPentagons(8);
    const hexes = BigUint64Array.of(cellFromText(pentagon), cellFromText(HEX_OF.Cedar));
    const [land] = await intake((tx) => verdictsOfLand(tx, hexes, [{ fccFilingId: fcc, pucFilingIds: puc }]));
    const places = Array.from(land?.children.comboOf ?? [], (combo) => combo >= 0);
    expect(places).toEqual(Array.from({ length: 14 }, (_, i) => i !== 6));
  });
});

describe('one hex in words', () => {
  it('has the verdicts that homes in it count by, and a child of it its own', async () => {
    const said = await intake((tx) => verdictsBySql(tx, HEXES, { fcc, puc }));
    const asked = said.filter(({ hex, child }) => hex % 6 === 1 && (child === null || child === 2));
    expect(asked.length).toBeGreaterThan(100);
    for (const { hex, child, profile, tier, fcc: byFcc, puc: byPuc, agreed } of asked) {
      const text = HEXES[hex] ?? '';
      const h3 = child === null ? text : cellToChildren(text, 9)[child];
      const response = await app.inject(`/api/v1/cells/${h3}?profile=${profile}&tier=${tier}`);
      expect(response.statusCode, response.body).toBe(200);
      expect(response.json().verdicts, `${h3} ${profile} ${tier}`).toMatchObject({
        fcc: { verdict: byFcc },
        puc: { verdict: byPuc },
        agreed: { verdict: agreed },
      });
    }
  });
});
