import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { cellFromText, shardOf } from '../../server/domain/cell.ts';
import { importFcc, importProviders } from '../../server/features/coverage/index.ts';
import { type Progress, silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../support/database.ts';
import { told } from '../support/told.ts';
import { CELL, csv, fileName, folderOf, newFolder, OTHER_CELL, zipOf } from '../unit/coverage-fcc/availability.ts';

const database = testDatabase();
const rows = <Row extends object>(text: string) => database.deps.db.as({ role: 'public' }, (tx) => tx.rows<Row>(text));
const load = (paths: string[], options = {}) => importFcc(database.deps, { paths, ...options }, silentProgress);

beforeEach(async () => {
  await forgetFilings();
  await database.deps.db.as({ role: 'intake' }, (tx) => tx.run('delete from coverage.providers'));
});

function forgetFilings(): Promise<void> {
  return database.deps.db.as({ role: 'intake' }, async (tx) => {
    for (const table of ['offers', 'service', 'filings']) await tx.run(`delete from coverage.${table}`);
  });
}

/** Locations and locations served at 25/3, 100/20, 1000/100 of a cell at each profile. */
async function serviceOf(cell: string): Promise<Record<string, number[]>> {
  const found = await rows<{ profile: string; counts: number[] }>(
    `select profile, array[locations, served_25_3, served_100_20, served_1000_100] as counts
     from coverage.service where cell = ${cellFromText(cell)}`,
  );
  return Object.fromEntries(found.map((row) => [row.profile, row.counts]));
}

const filings = () =>
  rows<{ revision: string; as_of: string; superseded: boolean; offers: number }>(
    `select as_of, revision, superseded,
       (select sum(locations)::integer from coverage.offers o where o.filing_id = f.id) as offers
     from coverage.filings f order by as_of, revision`,
  );

describe('a vintage of the FCC', () => {
  it('becomes locations served per cell, each row judged by itself and each location counted once', async () => {
    const cable = [
      { locationId: 1, downloadMbps: 1000, uploadMbps: 100 },
      // Two rows that would meet 100/20 together and do not alone.
      { locationId: 2, downloadMbps: 100, uploadMbps: 3 },
      { locationId: 2, downloadMbps: 25, uploadMbps: 20, code: 'X' },
      // Fast, but for businesses; fast, but slow to answer.
      { locationId: 3, downloadMbps: 1000, uploadMbps: 1000, code: 'B' },
      { locationId: 4, downloadMbps: 1000, uploadMbps: 1000, lowLatency: 0 },
    ];
    const satellite = [1, 2, 3, 4, 5].map((locationId) => ({
      locationId,
      technology: 61,
      providerId: 430076,
      brandName: 'Starlink',
      downloadMbps: 220,
      uploadMbps: 25,
    }));
    const wireless = [
      { locationId: 5, technology: 70, downloadMbps: 100, uploadMbps: 20, code: 'X' },
      { locationId: 6, technology: 70, cell: OTHER_CELL, downloadMbps: 10, uploadMbps: 1 },
    ];
    const licensed = [{ locationId: 3, technology: 71, downloadMbps: 25, uploadMbps: 3 }];
    await load([
      folderOf({
        [fileName('Cable')]: csv(cable),
        [fileName('NGSOSatellite')]: csv(satellite),
        [fileName('UnlicensedFixedWireless')]: csv(wireless),
        [fileName('LicensedFixedWireless')]: csv(licensed),
      }),
    ]);
    expect(await serviceOf(CELL)).toEqual({
      bead_2022: [5, 3, 1, 1],
      terrestrial: [5, 4, 2, 1],
      wired: [5, 2, 1, 1],
      any: [5, 5, 5, 1],
    });
    expect(await serviceOf(OTHER_CELL)).toEqual({
      bead_2022: [1, 0, 0, 0],
      terrestrial: [1, 0, 0, 0],
      wired: [1, 0, 0, 0],
      any: [1, 0, 0, 0],
    });
    const offers = await rows(
      `select technology, provider_id, brand_name, locations, locations_25_3, locations_100_20, locations_1000_100,
         max_download_mbps, max_upload_mbps, shard
       from coverage.offers where cell = ${cellFromText(CELL)} and technology in (40, 61) order by technology`,
    );
    const shard = shardOf(cellFromText(CELL));
    expect(offers).toEqual([
      {
        technology: 40,
        provider_id: 130317,
        brand_name: 'Xfinity',
        locations: 3,
        locations_25_3: 2,
        locations_100_20: 1,
        locations_1000_100: 1,
        max_download_mbps: 1000,
        max_upload_mbps: 1000,
        shard,
      },
      {
        technology: 61,
        provider_id: 430076,
        brand_name: 'Starlink',
        locations: 5,
        locations_25_3: 5,
        locations_100_20: 5,
        locations_1000_100: 0,
        max_download_mbps: 220,
        max_upload_mbps: 25,
        shard,
      },
    ]);
  });

  it('may come plain, gzipped, zipped, or as one archive of all technologies, with the same result', async () => {
    const cable = csv([{ locationId: 1 }, { locationId: 2 }]);
    const copper = csv([{ locationId: 2, technology: 10, downloadMbps: 10, uploadMbps: 1 }]);
    const names = [fileName('Cable'), fileName('Copper')] as const;
    const given = [
      folderOf({ [names[0]]: cable, [names[1]]: copper }),
      folderOf({ [`${names[0]}.gz`]: gzipSync(cable), [`${names[1]}.zip`]: zipOf({ [names[1]]: copper }) }),
      folderOf({ 'all.zip': zipOf({ [names[0]]: cable, [`in/a/folder/${names[1]}`]: copper, 'readme.txt': 'x' }) }),
    ];
    for (const folder of given) {
      await forgetFilings();
      await load([folder]);
      expect((await serviceOf(CELL)).bead_2022).toEqual([2, 2, 2, 0]);
      expect(await rows('select technology, locations from coverage.offers order by technology')).toEqual([
        { technology: 10, locations: 1 },
        { technology: 40, locations: 2 },
      ]);
    }
  });

  it('changes nothing when the same files come again, and says so', async () => {
    const folder = folderOf({ [fileName()]: csv([{}]) });
    expect(await load([folder])).toMatchObject([{ outcome: 'new' }]);
    const said: string[] = [];
    const progress: Progress = { ...silentProgress, print: (line) => void said.push(told(line)) };
    const before = await rows('select id, loaded_at from coverage.filings');
    expect(await importFcc(database.deps, { paths: [folder] }, progress)).toMatchObject([{ outcome: 'unchanged' }]);
    expect(said.join()).toContain('nothing changed');
    expect(await rows('select id, loaded_at from coverage.filings')).toEqual(before);
  });

  it('gives way to a newer revision, keeps older vintages, and is the same in whatever order they come', async () => {
    const files = {
      older: { [fileName('Cable', 'D24')]: csv([{}]) },
      first: { [fileName('Cable', 'D25', '14jul2026')]: csv([{}, { locationId: 2 }]) },
      second: { [fileName('Cable', 'D25', '10nov2026')]: csv([{}, { locationId: 2 }, { locationId: 3 }]) },
    };
    const expected = [
      { as_of: '2024-12-31', revision: '2026-07-14', superseded: false, offers: 1 },
      { as_of: '2025-12-31', revision: '2026-07-14', superseded: true, offers: 2 },
      { as_of: '2025-12-31', revision: '2026-11-10', superseded: false, offers: 3 },
    ];
    for (const order of [
      ['older', 'first', 'second'],
      ['second', 'first', 'older'],
    ] as const) {
      await forgetFilings();
      for (const name of order) await load([folderOf(files[name])]);
      expect(await filings()).toEqual(expected);
    }
    await forgetFilings();
    await load([folderOf({ ...files.second, ...files.first, ...files.older })]);
    expect(await filings()).toEqual(expected);
  });

  it('may come in parts, with the result of one import', async () => {
    const cable = { [fileName('Cable')]: csv([{}]) };
    const copper = { [fileName('Copper')]: csv([{ technology: 10 }, { technology: 10, locationId: 2 }]) };
    await load([folderOf(cable)]);
    expect(await load([folderOf(copper)])).toMatchObject([{ outcome: 'reload' }]);
    expect((await serviceOf(CELL)).any?.[0]).toBe(2);
    expect(await load([folderOf({ ...cable, ...copper })])).toMatchObject([{ outcome: 'unchanged' }]);
    expect((await filings()).length).toBe(1);
  });

  it('may take its state and dates from flags', async () => {
    const folder = folderOf({ 'all.csv': csv([{}, { technology: 50, locationId: 2 }]) });
    await load([folder], { stateFips: '54', asOf: '2025-12-31', revision: '2026-07-14', synthetic: true });
    expect(await rows('select state_fips, as_of, revision, synthetic from coverage.filings')).toEqual([
      { state_fips: '54', as_of: '2025-12-31', revision: '2026-07-14', synthetic: true },
    ]);
  });

  it('leaves nothing behind when one file of several is bad: no rows, no filing, no temporary file', async () => {
    const folder = folderOf({
      [fileName('Cable', 'D24')]: csv([{}]),
      [`${fileName('Cable', 'D25')}.gz`]: gzipSync(csv([{}, { cell: 'nowhere' }])),
    });
    await expect(load([folder])).rejects.toThrow(`${fileName('Cable', 'D25')}.gz, line 3, column h3_res8_id`);
    expect(await filings()).toEqual([]);
    expect(await rows('select from coverage.offers')).toEqual([]);
    const temporary = join(database.dataDir, 'tmp');
    expect(existsSync(temporary) ? readdirSync(temporary) : []).toEqual([]);
  });
});

describe('the provider list', () => {
  const header = 'provider_id,holding_company,frn,provider_name,operation_type';
  const file = (text: string) => {
    const path = join(newFolder(), 'providers.csv');
    writeFileSync(path, text);
    return path;
  };
  const list = (path: string) => importProviders(database.deps, { path }, silentProgress);
  const known = () => rows('select provider_id, name, holding_company, frns, operation_type from coverage.providers');

  it('gives each provider one row with all of its registration numbers, and changes nothing the second time', async () => {
    const path = file(
      `${header}\n130317,"Comcast, Corp",3768165,"Comcast Cable, LLC",Non-ILEC\n130317,"Comcast, Corp",0001234567,"Comcast Cable, LLC",ILEC\n`,
    );
    expect(await list(path)).toEqual({ providers: 1, changed: 1 });
    expect(await known()).toEqual([
      {
        provider_id: 130317,
        name: 'Comcast Cable, LLC',
        holding_company: 'Comcast, Corp',
        frns: ['0001234567', '0003768165'],
        operation_type: 'ILEC, Non-ILEC',
      },
    ]);
    expect(await list(path)).toEqual({ providers: 1, changed: 0 });
  });

  it('may call the holding company an affiliation and shorten 400000 to 4e+05, as the download of 2024 does', async () => {
    const path = file(
      '"provider_name","affiliation","operation_type","frn","provider_id"\n"A","B","ILEC","0019000462",4e+05\n',
    );
    await list(path);
    expect(await known()).toMatchObject([{ provider_id: 400000, holding_company: 'B' }]);
  });

  it('is refused with line and column when a row cannot be used, and changes nothing', async () => {
    const path = file(`${header}\n1,A,1,A,ILEC\nabc,A,1,A,ILEC\n`);
    await expect(list(path)).rejects.toThrow('providers.csv, line 3, column provider_id: found text of 3 characters');
    await expect(list(file('a,b\n1,2\n'))).rejects.toMatchObject({ code: 'providers.header' });
    expect(await known()).toEqual([]);
  });
});
