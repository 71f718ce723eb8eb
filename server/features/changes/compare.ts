/**
 * Finds how two filings differ, from their kept rows by location id, in DuckDB. Location ids never leave it: the result counts
 * locations by hexagon and by place.
 *
 * One pass over the rows of both sides makes two tables: `locations`, of all rows, and `keys`, of what differs in the rows for homes
 * of one provider and technology at one location.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Change, Compared } from '../../domain/change.ts';
import { SPEED_TIERS } from '../../domain/speed.ts';
import { DEFAULT_PROFILE, PROFILE_TECHNOLOGIES } from '../../domain/technology.ts';
import { type RowsOf, rowsOf } from '../coverage/index.ts';

/** The rows of the technologies that both filings have a file of. */
export interface Sides {
  readonly of: Compared;
  readonly from: readonly RowsOf[];
  readonly to: readonly RowsOf[];
}

/** The tiers at which locations gain and lose service. */
const TIERS = ['25_3', '100_20'] as const;

/** Makes the table `locations` and the view `facts`: one row a location that a change holds for. */
export async function compare(duck: DuckDBConnection, { of, from, to }: Sides): Promise<void> {
  await duck.run(`create view both_sides as ${side(0, from)} union all ${side(1, to)}`);
  await duck.run(`create table locations as ${locations()}`);
  await duck.run(`create table changed as ${changed(of)}`);
  await duck.run(`create view facts as ${facts(of)}`);
}

/** Every hexagon of either filing. */
export async function cellsCompared(duck: DuckDBConnection): Promise<BigUint64Array> {
  const found = await duck.runAndReadAll('select distinct cell from locations order by cell');
  return BigUint64Array.from(found.getColumns()[0] as bigint[]);
}

/** Columns: cell, provider, technology, change, number of locations; sorted by cell. */
export const OF_CELLS = `
  select cell, provider, technology, change, count(*)::integer
  from facts
  group by all
  order by cell`;

/** Columns: kind, id, provider, technology, change, number of locations. The table `place_of` says where the middle of a hexagon lies. */
export const OF_PLACES = `
  select kind, id, provider, technology, change, count(*)::integer
  from facts
  join place_of using (cell)
  group by all
  order by kind, id`;

function side(number: 0 | 1, files: readonly RowsOf[]): string {
  return `
    select ${number} as side, location_id as location, cell::bigint as cell, provider_id::integer as provider, technology::smallint as technology,
      max_advertised_download_speed as down, max_advertised_upload_speed as up, low_latency,
      business_residential_code in ('R', 'X') as for_homes,
      hash(frn, brand_name, max_advertised_download_speed, max_advertised_upload_speed, low_latency, business_residential_code) as row_hash
    from (${rowsOf(files)})`;
}

/** A location that moved to another hexagon counts where it is now. */
function locations(): string {
  const served = TIERS.flatMap((tier) => [
    `bool_or(side = 0 and ${serves(tier)}) as before_${tier}`,
    `bool_or(side = 1 and ${serves(tier)}) as after_${tier}`,
  ]);
  return `
    select location, coalesce(min(cell) filter (side = 1), min(cell)) as cell,
      bool_or(side = 0) as was, bool_or(side = 1) as stands, ${served.join(', ')}
    from both_sides
    group by location`;
}

/** One row must meet download, upload and latency by itself (domain/speed.ts, meetsTier). */
function serves(tier: (typeof TIERS)[number]): string {
  const { downloadMbps, uploadMbps } = SPEED_TIERS[tier];
  const technologies = PROFILE_TECHNOLOGIES[DEFAULT_PROFILE].join(', ');
  return `for_homes and low_latency = 1 and down >= ${downloadMbps} and up >= ${uploadMbps} and technology in (${technologies})`;
}

function changed(of: Compared): string {
  const known = of === 'as_of' ? 'was and stands' : 'true';
  return `
    select cell, location, provider, technology, ${changeOfKey(of)} as change
    from (
      select location, provider, technology,
        bool_or(side = 0) as had, bool_or(side = 1) as has,
        max(down) filter (side = 0) as old_down, max(down) filter (side = 1) as new_down,
        max(up) filter (side = 0) as old_up, max(up) filter (side = 1) as new_up,
        max(low_latency) filter (side = 0) as old_latency, max(low_latency) filter (side = 1) as new_latency,
        sum(row_hash) filter (side = 0) as old_rows, sum(row_hash) filter (side = 1) as new_rows
      from both_sides
      where for_homes
      group by location, provider, technology
    ) as keys
    join locations using (location)
    where ${known} and (not had or not has or old_rows <> new_rows)`;
}

function changeOfKey(of: Compared): string {
  const names: Record<'came' | 'went' | 'faster', Change> =
    of === 'as_of'
      ? { came: 'built', went: 'withdrawn', faster: 'upgraded' }
      : { came: 'restored', went: 'removed', faster: 'refiled' };
  return `case
      when not had then '${names.came}'
      when not has then '${names.went}'
      when new_down >= old_down and new_up >= old_up and new_latency >= old_latency and new_down + new_up > old_down + old_up
      then '${names.faster}'
      else 'refiled'
    end`;
}

function facts(of: Compared): string {
  const known = of === 'as_of' ? 'was and stands' : 'true';
  const each: readonly (readonly [Change, string])[] = [
    ...(of === 'as_of'
      ? ([
          ['list_added', 'stands and not was'],
          ['list_gone', 'was and not stands'],
        ] as const)
      : []),
    ['listed', known],
    ...TIERS.flatMap((tier): [Change, string][] => [
      [`gained_${tier}`, `${known} and after_${tier} and not before_${tier}`],
      [`lost_${tier}`, `${known} and before_${tier} and not after_${tier}`],
    ]),
  ];
  return [
    'select cell, provider, technology, change, location from changed',
    'select distinct cell, null, null, change, location from changed',
    ...each.map(([change, holds]) => `select cell, null, null, '${change}', location from locations where ${holds}`),
  ].join(' union all ');
}
