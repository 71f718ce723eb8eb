/**
 * How two filings differ, found again from the files as the FCC gives them: CSV inside zip archives, read by DuckDB as text, joined by
 * location id. Written apart from server/features/changes, which reads kept Parquet in one pass: this one asks a question a class.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { unzipSync } from 'fflate';

/** `provider technology change`, with `- -` for all together, to the ids of locations. */
export type Found = Map<string, Set<string>>;

export interface OracleSides {
  readonly of: 'as_of' | 'revision';
  /** Zip archives of each side. */
  readonly from: readonly Uint8Array[];
  readonly to: readonly Uint8Array[];
  /** An empty folder. */
  readonly folder: string;
}

const LATER = `
  select n.location_id, n.provider_id, n.technology
  from best_new n join best_old o using (location_id, provider_id, technology)`;

export async function changesByHand({ of, from, to, folder }: OracleSides): Promise<{
  found: Found;
  cellOf: Map<string, string>;
}> {
  const instance = await DuckDBInstance.create(':memory:');
  const duck = await instance.connect();
  const ask = async (sql: string) => (await duck.runAndReadAll(sql)).getRows().map((row) => row.map(String));
  await duck.run(table('old_rows', from, folder));
  await duck.run(table('new_rows', to, folder));
  for (const side of ['old', 'new'] as const) {
    await duck.run(`create table ${side}_list as select distinct location_id from ${side}_rows`);
    await duck.run(`create table ${side}_home as select * from ${side}_rows where business_residential_code <> 'B'`);
    await duck.run(
      `create table ${side}_key as select distinct location_id, provider_id, technology from ${side}_home`,
    );
    await duck.run(`create table best_${side} as
      select location_id, provider_id, technology, max(max_advertised_download_speed::int) as d, max(max_advertised_upload_speed::int) as u, max(low_latency::int) as l,
        string_agg(concat_ws('|', frn, brand_name, max_advertised_download_speed, max_advertised_upload_speed, low_latency, business_residential_code), ';'
          order by frn, brand_name, max_advertised_download_speed, max_advertised_upload_speed, low_latency, business_residential_code) as text
      from ${side}_home group by all`);
    for (const [tier, down, up] of [
      ['25_3', 25, 3],
      ['100_20', 100, 20],
    ] as const)
      await duck.run(`create table ${side}_${tier} as select distinct location_id from ${side}_home
        where max_advertised_download_speed::int >= ${down} and max_advertised_upload_speed::int >= ${up} and low_latency = '1'
          and technology in ('10', '40', '50', '71', '72')`);
  }
  const stayed =
    of === 'as_of'
      ? '(select location_id from old_list intersect select location_id from new_list)'
      : '(select location_id from old_list union select location_id from new_list)';
  const kept = (sql: string) => `select * from (${sql}) where location_id in ${stayed}`;
  const came = kept('select * from new_key except select * from old_key');
  const went = kept('select * from old_key except select * from new_key');
  const faster = kept(`${LATER} where n.d >= o.d and n.u >= o.u and n.l >= o.l and (n.d > o.d or n.u > o.u)`);
  const changed = kept(`${LATER} where n.text <> o.text`);
  const slower = `${changed} except ${faster}`;
  const keyed: Record<string, string> =
    of === 'as_of'
      ? { built: came, withdrawn: went, upgraded: faster, refiled: slower }
      : { restored: came, removed: went, refiled: changed };
  const alone: Record<string, string> = {
    listed: `select location_id from ${stayed}`,
    ...(of === 'as_of' && {
      list_added: 'select * from new_list except select * from old_list',
      list_gone: 'select * from old_list except select * from new_list',
    }),
  };
  for (const tier of ['25_3', '100_20']) {
    alone[`gained_${tier}`] = kept(`select * from new_${tier} except select * from old_${tier}`);
    alone[`lost_${tier}`] = kept(`select * from old_${tier} except select * from new_${tier}`);
  }
  const found: Found = new Map();
  const add = (key: string, location: string) => found.set(key, (found.get(key) ?? new Set()).add(location));
  for (const [change, sql] of Object.entries(keyed))
    for (const [location = '', provider, technology] of await ask(sql)) {
      add(`${provider} ${technology} ${change}`, location);
      add(`- - ${change}`, location);
    }
  for (const [change, sql] of Object.entries(alone))
    for (const [location = ''] of await ask(sql)) add(`- - ${change}`, location);
  const cells = [
    ...(await ask('select location_id, min(h3_res8_id) from old_rows group by 1')),
    ...(await ask('select location_id, min(h3_res8_id) from new_rows group by 1')),
  ];
  duck.closeSync();
  instance.closeSync();
  return { found, cellOf: new Map(cells.map(([location = '', cell = '']) => [location, cell])) };
}

function table(name: string, archives: readonly Uint8Array[], folder: string): string {
  const paths = archives.flatMap((archive, i) =>
    Object.entries(unzipSync(archive)).map(([member, bytes]) => {
      const path = join(folder, `${name}-${i}-${member}`);
      writeFileSync(path, bytes);
      return `'${path}'`;
    }),
  );
  return `create table ${name} as select * from read_csv([${paths.join(', ')}], header = true, all_varchar = true)`;
}

/** Sums the oracle's sets by what `groupOf` says of a location; null counts nowhere. */
export function summed(found: Found, groupOf: (location: string) => string | null): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [key, locations] of found)
    for (const location of locations) {
      const group = groupOf(location);
      if (group !== null) sums.set(`${group} ${key}`, (sums.get(`${group} ${key}`) ?? 0) + 1);
    }
  return sums;
}
