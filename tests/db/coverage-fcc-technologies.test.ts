/** Vintages kept by technology: what counts when revisions bring some technologies, and what is kept of each file. */
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { statusInWords } from '../../server/commands/status.ts';
import type { Phrase } from '../../server/domain/messages/phrase.ts';
import { importFcc } from '../../server/features/coverage/index.ts';
import { messagesIn } from '../../server/platform/messages.ts';
import { type Progress, silentProgress, silentStep } from '../../server/platform/progress.ts';
import { testDatabase } from '../support/database.ts';
import { told } from '../support/told.ts';
import { CELL, csv, fileName, folderOf, OTHER_CELL } from '../unit/coverage-fcc/availability.ts';

const database = testDatabase();
const rows = <Row extends object>(text: string) => database.deps.db.as({ role: 'intake' }, (tx) => tx.rows<Row>(text));
const load = (files: Record<string, string | Uint8Array>, options = {}, progress = silentProgress) =>
  importFcc(database.deps, { paths: [folderOf(files)], ...options }, progress);

/** An import's notes and lines. */
async function said(files: Record<string, string | Uint8Array>, options = {}): Promise<string> {
  const heard: string[] = [];
  const print = (line: Phrase | string) => void heard.push(told(line));
  const progress: Progress = { begin: () => ({ ...silentStep, note: print }), print };
  await load(files, options, progress);
  return heard.join('\n');
}

beforeEach(forget);

async function forget(): Promise<void> {
  await database.deps.db.asOwner((tx) =>
    tx.run('truncate coverage.filings, coverage.offers, coverage.service cascade'),
  );
  rmSync(join(database.dataDir, 'fcc'), { recursive: true, force: true });
}

const keptFiles = () => readdirSync(join(database.dataDir, 'fcc')).sort();

/** Technologies and their revisions in each filing, newest filing last. */
async function made(): Promise<[string, boolean, string][]> {
  const filings = await rows<{ of: string; superseded: boolean; files: string }>(
    `select f.as_of || ' ' || f.revision as of, superseded,
       (select string_agg(distinct ff.technology || ' ' || ff.revision, ', ') from coverage.filing_files ff where ff.filing_id = f.id) as files
     from coverage.filings f where not replaced order by f.as_of, f.revision`,
  );
  return filings.map(({ of, superseded, files }) => [of, superseded, files]);
}

const REVISIONS = ['10jan2026', '14jul2026', '10nov2026'] as const;
const TECHNOLOGIES = { Cable: 40, Copper: 10, NGSOSatellite: 61 } as const;
const FIRST = '2026-01-10';
const LAST = '2026-11-10';

describe('a newer revision that brings some technologies', () => {
  it('does not take the others away: each technology counts by its newest file', async () => {
    await load({
      [fileName('Cable', 'D25', '10jan2026')]: csv([{ locationId: 1 }, { locationId: 2 }]),
      [fileName('Copper', 'D25', '10jan2026')]: csv([
        { technology: 10, locationId: 2 },
        { technology: 10, locationId: 3 },
      ]),
    });
    await load({ [fileName('Cable', 'D25', '10nov2026')]: csv([{ locationId: 4 }]) });
    expect(await made()).toEqual([
      [`2025-12-31 ${FIRST}`, true, `10 ${FIRST}, 40 ${FIRST}`],
      [`2025-12-31 ${LAST}`, false, `10 ${FIRST}, 40 ${LAST}`],
    ]);
    // Locations 2 and 3 by copper, 4 by cable; 1 was taken back.
    expect(
      await rows(
        "select locations, served_100_20 from coverage.service s join coverage.filings f on f.id = s.filing_id where not superseded and profile = 'wired'",
      ),
    ).toEqual([{ locations: 3, served_100_20: 3 }]);
  });

  it('ends in the same state whatever the order, equal to counting the newest file of each technology at once', async () => {
    const row = fc.record({
      locationId: fc.integer({ min: 1, max: 4 }),
      cell: fc.constantFrom(CELL, OTHER_CELL),
      providerId: fc.constantFrom(130317, 130318),
      downloadMbps: fc.constantFrom(10, 25, 100, 1000),
      uploadMbps: fc.constantFrom(1, 3, 20, 100),
      lowLatency: fc.constantFrom(0, 1),
      code: fc.constantFrom('B', 'R', 'X'),
    });
    const table = fc.option(fc.array(row, { minLength: 1, maxLength: 5 }), { nil: undefined });
    const revision = fc
      .record({ Cable: table, Copper: table, NGSOSatellite: table })
      .filter((tables) => Object.values(tables).some((found) => found !== undefined));
    await fc.assert(
      fc.asyncProperty(fc.tuple(revision, revision, revision), async (given) => {
        const files = given.map((tables, position) =>
          Object.entries(tables).flatMap(([word, of]) =>
            of
              ? [
                  {
                    word,
                    name: fileName(word, 'D25', REVISIONS[position]),
                    text: csv(
                      of.map((values) => ({ ...values, technology: TECHNOLOGIES[word as keyof typeof TECHNOLOGIES] })),
                    ),
                  },
                ]
              : [],
          ),
        );
        const newest = new Map(files.flat().map((file) => [file.word, file]));
        const expected = await countedApart([...newest.values()].map(({ text }) => text));
        let state: unknown;
        for (const order of [
          [0, 1, 2],
          [0, 2, 1],
          [1, 0, 2],
          [1, 2, 0],
          [2, 0, 1],
          [2, 1, 0],
        ]) {
          await forget();
          for (const position of order)
            await load(Object.fromEntries((files[position] ?? []).map(({ name, text }) => [name, text])));
          expect(await counted()).toEqual(expected);
          const end = await made();
          expect(end).toEqual(state ?? end);
          state = end;
        }
      }),
      { numRuns: 3 },
    );
  });

  it('keeps the release made before as it was, when a technology is added to a revision', async () => {
    await load({ [fileName('Cable')]: csv([{ locationId: 1 }]) });
    await database.deps.db.asOwner((tx) =>
      tx.run(`with r as (
          insert into published.releases (name, floor_students, floor_households, synthetic, statistics, state_fips, state_name, collection_name, benchmark)
          values ('made', 10, 5, false, '{}', '54', 'West Virginia', 'fall', '100_20') returning id
        )
        insert into published.sources (release_id, audience, filing_id, source, publisher, title, as_of, revision, synthetic)
        select r.id, 'public', f.id, 'fcc', publisher, title, as_of, revision, synthetic from r, coverage.filings f`),
    );
    await load({ [fileName('Copper')]: csv([{ technology: 10, locationId: 2 }]) });
    const released = await rows(
      `select locations from coverage.service where profile = 'any'
         and filing_id = (select max(filing_id) from published.sources where source = 'fcc')`,
    );
    expect(released).toEqual([{ locations: 1 }]);
    expect((await counted()).service).toContainEqual(expect.objectContaining({ profile: 'any', locations: 2 }));
    await database.deps.db.asOwner((tx) => tx.run('truncate published.releases cascade'));
  });
});

/** Offers and service of the filing that counts. */
async function counted() {
  const of = 'in (select id from coverage.filings where not superseded)';
  return {
    offers: await rows(
      `select cell::text, provider_id, technology, brand_name, locations, locations_25_3, locations_100_20, locations_1000_100, max_download_mbps, max_upload_mbps
       from coverage.offers where filing_id ${of} order by cell, provider_id, technology`,
    ),
    service: await rows(
      `select cell::text, profile, locations, served_25_3, served_100_20, served_1000_100
       from coverage.service where filing_id ${of} order by cell, profile collate "C"`,
    ),
  };
}

/** The same out of the CSV texts, written apart: plain SQL over all rows at once. */
async function countedApart(texts: readonly string[]) {
  const folder = folderOf(Object.fromEntries(texts.map((text, position) => [`${position}.csv`, text])));
  const duck = await (await DuckDBInstance.create(':memory:')).connect();
  const at = (down: number, up: number) =>
    `business_residential_code <> 'B' and low_latency = 1 and max_advertised_download_speed >= ${down} and max_advertised_upload_speed >= ${up}`;
  const distinct = (where: string) => `count(distinct location_id) filter (${where})::integer`;
  await duck.run(
    `create table rows as select *, ('0x' || h3_res8_id)::bigint::varchar as cell from read_csv('${folder}/*.csv', all_varchar = false)`,
  );
  const offers = await duck.runAndReadAll(
    `select cell, provider_id::integer as provider_id, technology::integer as technology, min(brand_name) as brand_name,
       count(distinct location_id)::integer as locations, ${distinct(at(25, 3))} as locations_25_3,
       ${distinct(at(100, 20))} as locations_100_20, ${distinct(at(1000, 100))} as locations_1000_100,
       max(max_advertised_download_speed)::integer as max_download_mbps, max(max_advertised_upload_speed)::integer as max_upload_mbps
     from rows where business_residential_code <> 'B' group by all order by cell, provider_id, technology`,
  );
  const profile = (name: string, codes: string) =>
    `select cell, '${name}' as profile, count(distinct location_id)::integer as locations, ${distinct(`technology in ${codes} and ${at(25, 3)}`)} as served_25_3,
       ${distinct(`technology in ${codes} and ${at(100, 20)}`)} as served_100_20, ${distinct(`technology in ${codes} and ${at(1000, 100)}`)} as served_1000_100
     from rows group by cell`;
  const service = await duck.runAndReadAll(
    `select * from (${[
      profile('any', '(0, 10, 40, 50, 60, 61, 70, 71, 72)'),
      profile('bead_2022', '(10, 40, 50, 71, 72)'),
      profile('terrestrial', '(0, 10, 40, 50, 70, 71, 72)'),
      profile('wired', '(10, 40, 50)'),
    ].join(' union all ')}) order by cell, profile`,
  );
  duck.closeSync();
  return { offers: offers.getRowObjects(), service: service.getRowObjects() };
}

describe('a vintage that lacks a technology the last one had', () => {
  const before = {
    [fileName('Cable', 'J25', '10jan2026')]: csv([{}]),
    [fileName('Copper', 'J25', '10jan2026')]: csv([{ technology: 10 }]),
  };
  const copper = { [fileName('Copper', 'D25')]: csv([{ technology: 10 }]) };

  it('is refused with the flag to add, and nothing of the older vintage counts for it', async () => {
    await load(before);
    await expect(load(copper)).rejects.toMatchObject({ code: 'fcc.incomplete' });
    await expect(load(copper)).rejects.toThrow('no file of Cable, which the vintage as of 2025-06-30 has');
    await expect(load(copper)).rejects.toThrow('--without Cable');
    expect((await made()).length).toBe(1);
    await load(copper, { without: 'cable' });
    expect((await made()).at(-1)).toEqual(['2025-12-31 2026-07-14', false, '10 2026-07-14']);
    // Said once for the vintage: its next revision is not asked about again.
    await load({ [fileName('Copper', 'D25', '10nov2026')]: csv([{ technology: 10, locationId: 5 }]) });
  });

  it('is refused when both come together, and named when the older one comes later', async () => {
    await expect(load({ ...before, ...copper })).rejects.toMatchObject({ code: 'fcc.incomplete' });
    expect(await made()).toEqual([]);
    await load(copper);
    expect(await said(before)).toContain('The vintage as of 2025-12-31, loaded before, has no Cable');
  });

  it('is refused --without for a technology it has, and for one nobody knows', async () => {
    await expect(load(copper, { without: 'Copper' })).rejects.toThrow(fileName('Copper', 'D25'));
    await expect(load(copper, { without: 'Carrier' })).rejects.toThrow('FibertothePremises');
  });
});

describe('the rows of an imported file', () => {
  it('are kept with their location ids, in a file whose size is said', async () => {
    const text = await said({
      [fileName('Cable')]: csv([{ locationId: 1037392925 }, { locationId: 1037392926, block: '050110102002027' }]),
    });
    const [name = ''] = keptFiles();
    expect(name).toMatch(/^54-2025-12-31-2026-07-14-Cable-[0-9a-f]{64}\.parquet$/);
    expect(text).toMatch(/The rows of 1 file are kept in .*fcc, \d/);
    const duck = await (await DuckDBInstance.create(':memory:')).connect();
    const kept = await duck.runAndReadAll(
      `select location_id, frn, provider_id, brand_name, technology, block_geoid, cell from '${join(database.dataDir, 'fcc', name)}' order by 1`,
    );
    duck.closeSync();
    expect(kept.getRows()).toEqual([
      [1037392925n, 3768165n, 130317, 'Xfinity', 40, 540390002002027n, BigInt(`0x${CELL}`)],
      [1037392926n, 3768165n, 130317, 'Xfinity', 40, 50110102002027n, BigInt(`0x${CELL}`)],
    ]);
    const [recorded] = await rows<{ kept_name: string; bytes: number }>(
      'select kept_name, kept_bytes::float8 as bytes from coverage.filing_files',
    );
    expect(recorded).toEqual({ kept_name: name, bytes: readFileSync(join(database.dataDir, 'fcc', name)).length });
    expect(await statusInWords(database.deps, messagesIn('en'))).toMatch(/as of 2025-12-31: 1 file, [\d.]+ (kB|bytes)/);
  });

  it('are asked for by file name when gone or damaged and needed, and kept when the file comes again', async () => {
    const first = {
      [fileName('Cable', 'D25', '10jan2026')]: csv([{}]),
      [fileName('Copper', 'D25', '10jan2026')]: csv([{ technology: 10 }]),
    };
    const newer = { [fileName('Cable', 'D25', '10nov2026')]: csv([{ locationId: 5 }]) };
    await load(first);
    const copper = join(database.dataDir, 'fcc', keptFiles().find((name) => name.includes('Copper')) ?? '');
    const spoilers: [string, () => void][] = [
      ['missing', () => rmSync(copper)],
      ['damaged', () => truncateSync(copper, 100)],
      [
        'damaged',
        () =>
          writeFileSync(
            copper,
            readFileSync(copper).map((byte, at) => (at === 50 ? byte ^ 1 : byte)),
          ),
      ],
    ];
    for (const [state, spoil] of spoilers) {
      spoil();
      await expect(load(newer)).rejects.toMatchObject({ code: 'fcc.not-kept' });
      await expect(load(newer)).rejects.toThrow(fileName('Copper', 'D25', '10jan2026'));
      await expect(load(newer)).rejects.toThrow(state);
      expect((await made()).length).toBe(1);
      if (state === 'missing') expect(await statusInWords(database.deps, messagesIn('en'))).toContain('missing');
      expect(await said(first)).toContain('its rows are kept again');
    }
    await load(newer);
    expect((await made()).at(-1)).toEqual([`2025-12-31 ${LAST}`, false, `10 ${FIRST}, 40 ${LAST}`]);
  });

  it('are not asked for when every technology of theirs has a newer file', async () => {
    await load({ [fileName('Cable', 'D25', '10jan2026')]: csv([{}]) });
    rmSync(join(database.dataDir, 'fcc'), { recursive: true });
    await load({ [fileName('Cable', 'D25', '10nov2026')]: csv([{}]) });
    expect((await made()).length).toBe(2);
  });

  it('leave nothing behind when the import is refused', async () => {
    await load({
      [fileName('Cable', 'J25', '10jan2026')]: csv([{}]),
      [fileName('Copper', 'J25', '10jan2026')]: csv([{ technology: 10 }]),
    });
    const before = keptFiles();
    await expect(load({ [fileName('Cable')]: csv([{}]) })).rejects.toMatchObject({ code: 'fcc.incomplete' });
    expect(keptFiles()).toEqual(before);
  });
});

describe('a kept file', () => {
  it('of an import that was cut off is taken as it is when it is whole, and written anew when it is not', async () => {
    const files = { [fileName('Cable')]: csv([{}, { locationId: 2 }]) };
    await load(files);
    const [name = ''] = keptFiles();
    const path = join(database.dataDir, 'fcc', name);
    const whole = readFileSync(path);
    const forgotten = () =>
      database.deps.db.asOwner((tx) => tx.run('truncate coverage.filings, coverage.offers, coverage.service cascade'));
    await forgotten();
    await load(files);
    expect(readFileSync(path).equals(whole)).toBe(true);
    await forgotten();
    truncateSync(path, 100);
    await load(files);
    expect(await load({ [fileName('Copper')]: csv([{ technology: 10 }]) })).toMatchObject([{ outcome: 'reload' }]);
  });
});

describe('another file of what is loaded', () => {
  it('is refused without --replace, and the same rows packed otherwise change nothing', async () => {
    const name = fileName('Cable');
    await load({ [name]: csv([{}, { locationId: 2 }]) });
    const other = { [name.replace('.csv', ' (1).csv')]: csv([{}]) };
    await expect(load(other)).rejects.toThrow('(2 rows)');
    await expect(load(other)).rejects.toThrow('--replace');
    const packed = zipSync({ [name]: new TextEncoder().encode(csv([{ locationId: 2 }, {}])) });
    expect(await load({ [`${name}.zip`]: packed })).toMatchObject([{ outcome: 'unchanged' }]);
    expect(await load(other, { replace: true })).toMatchObject([{ outcome: 'reload' }]);
    expect(await rows('select locations from coverage.offers')).toEqual([{ locations: 1 }]);
  });
});

describe('synthetic rows', () => {
  it('stay marked as synthetic when counted together with others', async () => {
    await load(
      {
        [fileName('Cable', 'D25', '10jan2026')]: csv([{}]),
        [fileName('Copper', 'D25', '10jan2026')]: csv([{ technology: 10 }]),
      },
      { synthetic: true },
    );
    await load({ [fileName('Cable', 'D25', '10nov2026')]: csv([{}]) });
    expect(await rows('select synthetic from coverage.filings')).toEqual([{ synthetic: true }, { synthetic: true }]);
  });
});
