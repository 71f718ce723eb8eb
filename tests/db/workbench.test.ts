/** The workbench against a question to the raw filings, written apart: where a provider's two filings disagree. */
import { cellToChildren, cellToLatLng, gridDisk, latLngToCell } from 'h3-js';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import type { Actor } from '../../server/domain/actor.ts';
import { cellFromText, shardOf } from '../../server/domain/cell.ts';
import { COUNT_KEYS } from '../../server/domain/statistic.ts';
import { createToken } from '../../server/features/accounts/index.ts';
import { ensureClaims } from '../../server/features/coverage/index.ts';
import { disagreements, hexesOf } from '../../server/features/workbench/disagreement.ts';
import { byCounty, EVIDENCE_COLUMNS, evidenceOf } from '../../server/features/workbench/evidence.ts';
import { areasOf, filingLines } from '../../server/features/workbench/filings.ts';
import { doubts, endNote, writeNote } from '../../server/features/workbench/notes.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
const STATE = '54';
const ASKED = { stateFips: STATE, profile: 'bead_2022', tier: '100_20' } as const;
const PUC: Actor = { role: 'puc', stateFips: STATE };
const SEA: Actor = { role: 'agency', stateFips: STATE };
const PROVIDER: Actor = { role: 'provider', stateFips: STATE, providerId: 1 };
const CENTER = latLngToCell(38.5, -80.7, 8);
const LAND = gridDisk(CENTER, 8);
const NOTE = { kind: 'doubt', provider: { id: 1, name: 'One' }, words: 'No line was ever built there.' } as const;

/** Filings by confidentiality: [provider id, name, box in degrees, technology, download, upload]. */
const FILED = {
  public: [
    [1, 'One', [-80.75, 38.46, -80.68, 38.53], 50, 1000, 1000],
    [1, 'One', [-80.7, 38.49, -80.64, 38.52], 50, 100, 20],
    [1, 'One', [-80.9, 38.3, -80.5, 38.7], 60, 100, 20],
    [2, 'Two', [-80.72, 38.48, -80.66, 38.54], 10, 25, 3],
    [6, 'Six', [-80.75, 38.46, -80.68, 38.53], 50, 25, 3],
    [7, 'Seven', [-80.75, 38.46, -80.68, 38.53], 50, 100, 20],
  ],
  agency: [[3, 'Three', [-80.71, 38.44, -80.66, 38.5], 40, 300, 30]],
  restricted: [[4, 'Secret Four', [-80.74, 38.5, -80.7, 38.56], 50, 500, 500]],
} as const;

beforeAll(() =>
  database.deps.db.asOwner(async (tx) => {
    const { id: fcc } = await tx.one<{ id: number }>(
      `insert into coverage.filings (source, state_fips, publisher, title, as_of, revision)
       values ('fcc', $1, 'FCC', 'Broadband Data Collection', '2025-12-31', '2026-05-01')
       returning id`,
      [STATE],
    );
    for (const [at, text] of LAND.entries()) {
      const cell = cellFromText(text);
      await tx.run(
        "insert into coverage.service select $1, $2, $3, profile, 10, 8, 8, 0 from unnest(array['bead_2022', 'any']) as profile",
        [shardOf(cell), fcc, cell],
      );
      for (const [provider, technology, said] of [
        [1, 50, at % 3 === 0 ? 0 : 9],
        [1, 10, at % 5 === 0 ? 4 : 0],
        [3, 40, at < 60 ? 10 : 0],
        [5, 50, at < 20 ? 2 : 0],
        [6, 50, at < 10 ? 1 : 0],
        [7, 50, 0],
      ] as const)
        await tx.run(
          `insert into coverage.offers (shard, filing_id, cell, provider_id, technology, brand_name, locations, locations_25_3,
             locations_100_20, locations_1000_100, max_download_mbps, max_upload_mbps)
           values ($1, $2, $3, $4::integer, $5, 'brand', 10, $6, $6, 0, 100, 20)`,
          [shardOf(cell), fcc, cell, provider, technology, said],
        );
    }
    for (const [confidentiality, areas] of Object.entries(FILED)) {
      const { id } = await tx.one<{ id: number }>(
        `insert into coverage.filings (source, state_fips, publisher, title, as_of, revision, confidentiality)
         values ('puc', $1, 'PUC', $2, '2026-06-30', '2026-06-30', $2)
         returning id`,
        [STATE, confidentiality],
      );
      for (const [provider, name, box, technology, download, upload] of areas)
        await tx.run(
          `with area as (
             insert into coverage.areas (filing_id, provider_id, provider_name, technology, technology_raw, download_mbps,
               upload_mbps, low_latency, residential, geom)
             values ($1, $2, $3, $4, 'raw', $5, $6, true, true, st_multi(st_makeenvelope($7, $8, $9, $10, 4326)))
             returning id, geom
           )
           insert into coverage.area_parts (area_id, geom)
           select id, st_subdivide(geom, 8)
           from area`,
          [id, provider, name, technology, download, upload, ...box],
        );
    }
    await tx.run(
      `insert into published.releases (name, floor_students, floor_households, synthetic, statistics, benchmark, state_fips, state_name, collection_name)
       values ('fall', 10, 5, true, '{}', '100_20', $1, 'West Virginia', 'fall')`,
      [STATE],
    );
  }),
);
beforeAll(() => database.deps.db.as({ role: 'intake' }, (tx) => ensureClaims(tx, STATE)));

/** Hexagons by provider, from outlines and offers alone. */
async function bySql(confidentialities: readonly string[]) {
  const hexes = [...new Set([...LAND, ...gridDisk(CENTER, 25)])];
  const points = hexes.flatMap((hex) => cellToChildren(hex, 9).map((child) => ({ hex, at: cellToLatLng(child) })));
  return database.deps.db.asOwner((tx) =>
    tx.rows<{ key: string; fcc: number; puc: number; both: number; fccOnlyLocations: number }>(
      `with point as (
         select hex, st_setsrid(st_makepoint(lng, lat), 4326) as geom
         from unnest($1::text[], $2::float8[], $3::float8[]) as p (hex, lng, lat)
       ),
       state_says as (
         select distinct a.provider_id, hex
         from coverage.areas a
         join coverage.filings f on f.id = a.filing_id and f.confidentiality = any($4)
         join point on st_contains(a.geom, point.geom) and hex in (select to_hex(cell) from coverage.service)
         where a.technology in (10, 40, 50, 71, 72)
           and a.download_mbps >= 100
           and a.upload_mbps >= 20
       ),
       fcc_says as (
         select provider_id, to_hex(cell) as hex, max(locations_100_20) as locations
         from coverage.offers
         where locations_100_20 > 0
         group by 1, 2
       )
       select
         provider_id::text as key,
         count(f.locations)::integer as fcc,
         (count(*) filter (where s.hex is not null))::integer as puc,
         (count(*) filter (where s.hex is not null and f.locations is not null))::integer as both,
         coalesce(sum(f.locations) filter (where s.hex is null), 0)::integer as "fccOnlyLocations"
       from fcc_says f
       full join (select provider_id, hex, hex as here from state_says) s using (provider_id, hex)
       group by provider_id
       order by 1`,
      [points.map(({ hex }) => hex), points.map(({ at }) => at[1]), points.map(({ at }) => at[0]), confidentialities],
    ),
  );
}

const linesOf = async (actor: Actor) =>
  (await database.deps.db.as(actor, (tx) => disagreements(tx, ASKED)))
    .map(({ key, fccHexes, pucHexes, bothHexes, fccOnlyLocations }) => ({
      key,
      fcc: fccHexes,
      puc: pucHexes,
      both: bothHexes,
      fccOnlyLocations,
    }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));

describe('where filings disagree', () => {
  it('equals a question to outlines and offers, for the commission with its restricted filings', async () => {
    expect(await linesOf(PUC)).toEqual(await bySql(['public', 'agency', 'restricted']));
  });

  it('equals it for the education agency without them', async () => {
    expect(await linesOf(SEA)).toEqual(await bySql(['public', 'agency']));
  });

  it('lists the provider first that both name and that they disagree about most', async () => {
    const lines = await database.deps.db.as(PUC, (tx) => disagreements(tx, ASKED));
    expect(lines.map(({ key, filedBy }) => [key, filedBy])).toEqual([
      ['1', 'both'],
      ['7', 'both'],
      ['3', 'both'],
      ['6', 'both'],
      ['4', 'puc'],
      ['5', 'fcc'],
    ]);
    expect(lines[0]?.share).toBeCloseTo(
      ((lines[0]?.fccOnlyHexes ?? 0) + (lines[0]?.pucOnlyHexes ?? 0)) /
        ((lines[0]?.fccOnlyHexes ?? 0) + (lines[0]?.pucOnlyHexes ?? 0) + (lines[0]?.bothHexes ?? 0)),
    );
  });

  it('takes a filing that claims nothing at this speed for one that disagrees, not for a missing one', async () => {
    const lines = await database.deps.db.as(PUC, (tx) => disagreements(tx, ASKED));
    const silent = lines.map(({ key, filedBy, claimsNothing, share }) => ({ key, filedBy, claimsNothing, share }));
    expect(silent.filter(({ key }) => ['5', '6', '7'].includes(key)).sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual([
      { key: '5', filedBy: 'fcc', claimsNothing: null, share: 1 },
      { key: '6', filedBy: 'both', claimsNothing: 'puc', share: 1 },
      { key: '7', filedBy: 'both', claimsNothing: 'fcc', share: 1 },
    ]);
  });

  it('names every hexagon once, with who claims it', async () => {
    const hexes = await database.deps.db.as(PUC, (tx) => hexesOf(tx, ASKED, '1'));
    const [line] = (await linesOf(PUC)).filter(({ key }) => key === '1');
    expect(new Set(hexes.map(({ h3 }) => h3)).size).toBe(hexes.length);
    expect(hexes.filter(({ says }) => says === 'both')).toHaveLength(line?.both ?? 0);
    expect(hexes.filter(({ says }) => says === 'fcc')).toHaveLength((line?.fcc ?? 0) - (line?.both ?? 0));
  });
});

describe('a restricted filing', () => {
  const secret = async (actor: Actor) =>
    JSON.stringify(
      await database.deps.db.as(actor, async (tx) => [
        await disagreements(tx, ASKED),
        await hexesOf(tx, ASKED, '4'),
        await areasOf(tx, STATE, '4'),
        await filingLines(tx, STATE),
        await doubts(tx),
        await tx.rows('select provider_name from coverage.claims'),
      ]),
      (_, value) => (typeof value === 'bigint' ? String(value) : value),
    );

  it('reaches the commission in every part, and no other role in any', async () => {
    const title = { source: 'puc', publisher: 'PUC', title: 'restricted', asOf: '2026-06-30' } as const;
    await database.deps.db.as(PUC, (tx) =>
      writeNote(tx, { ...NOTE, filing: title, provider: { id: 4, name: 'Secret Four' } }, 'PUC staff'),
    );
    expect(await secret(PUC)).toContain('Secret Four');
    for (const other of [SEA, { role: 'agency', stateFips: '51' }, { role: 'puc', stateFips: '51' }] as Actor[]) {
      expect(await secret(other)).not.toContain('Secret');
      expect(await secret(other)).not.toContain('restricted');
    }
    const claims = (actor: Actor) =>
      database.deps.db.as(actor, (tx) =>
        tx.rows<{ name: string }>('select provider_name as name from coverage.claims'),
      );
    expect((await claims(PROVIDER)).map(({ name }) => name)).not.toContain('Secret Four');
    await expect(claims({ role: 'public' })).rejects.toThrow(/permission denied/);
  });
});

describe('a doubt', () => {
  const filing = { source: 'fcc', publisher: 'FCC', title: 'Broadband Data Collection', asOf: '2025-12-31' } as const;
  const reasons = async (actor: Actor) =>
    (await database.deps.db.as(actor, doubts)).filter(({ key }) => key === '1').map(({ reason }) => reason);

  it('is read by staff of its state until it is ended, and by no provider or other state', async () => {
    const id = await database.deps.db.as(SEA, (tx) => writeNote(tx, { ...NOTE, filing }, 'broadband office'));
    expect(await reasons(SEA)).toEqual([NOTE.words]);
    expect(await reasons(PUC)).toEqual([NOTE.words]);
    expect(await reasons(PROVIDER)).toEqual([]);
    expect(await reasons({ role: 'agency', stateFips: '51' })).toEqual([]);
    await expect(
      database.deps.db.as({ role: 'agency', stateFips: '51' }, (tx) => endNote(tx, id)),
    ).rejects.toMatchObject({ code: 'workbench.no-note' });
    await database.deps.db.as(PUC, (tx) => endNote(tx, id));
    expect(await reasons(SEA)).toEqual([]);
  });

  it('of a filing that the writer may not know is refused like one of none', async () => {
    const hidden = { source: 'puc', publisher: 'PUC', title: 'restricted', asOf: '2026-06-30' } as const;
    await expect(
      database.deps.db.as(SEA, (tx) => writeNote(tx, { ...NOTE, filing: hidden }, 'office')),
    ).rejects.toMatchObject({ code: 'workbench.no-filing' });
  });

  it('is not written by a provider', async () => {
    await expect(database.deps.db.as(PROVIDER, (tx) => writeNote(tx, { ...NOTE, filing }, 'One'))).rejects.toThrow(
      /row-level security/,
    );
  });
});

describe('evidence for a challenge', () => {
  it('is where the published "Not Available" is shown and the provider claims four fifths; a rest and a hidden count are none', async () => {
    const told = { shown: LAND[1], hidden: LAND[2], rest: LAND[4], unclaimed: LAND[3] };
    const counts = (unavailable: number | null) =>
      COUNT_KEYS.map((key) => (key === 'home.unavailable' ? unavailable : 0));
    await database.deps.db.asOwner(async (tx) => {
      const { id } = await tx.one<{ id: number }>('select id from published.releases');
      for (const [at, [what, text]] of Object.entries(told).entries()) {
        const cell = cellFromText(text ?? '');
        await tx.run(
          `insert into published.patches (release_id, audience, shard, patch, cell, resolution, rest, lea_ids, students, households, counts, hidden)
           values ($1, 'agency', $2, $3, $4, 8, $5, '{5400030}', 40, 20, $6, '')`,
          [id, shardOf(cell), at, cell, what === 'rest', counts(what === 'hidden' ? null : 15)],
        );
        await tx.run(
          `insert into published.lands (shard, release_id, audience, patch, lea_ids, county, combos, weights)
           values ($1, $2, 'agency', $3, '{5400030}', '54001', '{}', '{}')`,
          [shardOf(cell), id, at],
        );
      }
    });
    const evidence = await database.deps.db.as(PUC, async (tx) => {
      const { id } = await tx.one<{ id: number }>('select id from published.releases');
      return evidenceOf(tx, ASKED, id, '1');
    });
    const fccSaysServed = (hex: string | undefined) => LAND.indexOf(hex ?? '') % 3 !== 0;
    expect(fccSaysServed(told.shown)).toBe(true);
    expect(evidence.filter(({ fccShare }) => fccShare >= 0.8).map(({ cell }) => cell.toString(16))).toEqual([
      told.shown,
    ]);
    expect(byCounty(evidence.slice(0, 1), new Map([['54001', 'Barbour County']]))).toEqual([
      { id: '54001', name: 'Barbour County', patches: 1, students: 15 },
    ]);
  });

  const fileOf = async (provider: string) => {
    const app = await buildApp(database.deps);
    const { token } = await createToken(database.deps, { role: 'agency', label: 'office', days: 1, stateFips: STATE });
    await database.deps.db.asOwner((tx) =>
      tx.run(
        'insert into published.current (state_fips, release_id) select $1, id from published.releases on conflict do nothing',
        [STATE],
      ),
    );
    const answer = await app.inject({
      url: `/api/v1/workbench/evidence?provider=${provider}`,
      headers: { authorization: `Bearer ${token}` },
    });
    await app.close();
    expect(answer.statusCode).toBe(200);
    const [headings = '', ...rows] = answer.body.replace('\uFEFF', '').trim().split('\r\n');
    return { headings: headings.split(','), rows: rows.map((row) => row.split(',')) };
  };

  it('names the technologies by which the provider itself claims the hexagon, and no other’s', async () => {
    const { headings, rows } = await fileOf('3');
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => row[headings.indexOf('technology_codes')]))).toEqual(new Set(['40']));
  });

  it('names the provider, which filing says served, and how few may read the state’s', async () => {
    const { headings, rows } = await fileOf('3');
    const known = await database.deps.db.asOwner((tx) =>
      tx.rows<{ confidentiality: string; name: string }>(
        `select distinct f.confidentiality, a.provider_name as name
         from coverage.areas a join coverage.filings f on f.id = a.filing_id
         where a.provider_id = 3 and not f.superseded`,
      ),
    );
    const column = (name: string) => rows.map((row) => row[headings.indexOf(name)] ?? '');
    const percent = (name: string) => column(name).map(Number);
    const [fcc, puc] = [percent('fcc_says_served_percent'), percent('puc_says_served_percent')];
    expect(column('filing_that_says_served')).toEqual(
      fcc.map((share, at) => (share < 80 ? 'puc' : (puc[at] ?? 0) < 80 ? 'fcc' : 'both')),
    );
    expect(new Set(column('state_filing_is'))).toEqual(
      new Set(known.length > 0 ? known.map(({ confidentiality }) => confidentiality) : ['']),
    );
    expect(column('provider_name').every((name) => name !== '')).toBe(true);
  });

  it('comes with its headings where no hexagon qualifies', async () => {
    expect(await fileOf('999')).toEqual({ headings: [...EVIDENCE_COLUMNS], rows: [] });
  });
});
