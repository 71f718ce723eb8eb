/**
 * An availability file of any size, reproducible. Eight rows per location, 24 locations per res-8 cell, forty
 * providers: about the proportions of Indiana's vintage (12.65 million rows over some 3 million locations and 127,000 cells).
 */
import { DuckDBInstance } from '@duckdb/node-api';
import { literal } from '../../../server/features/coverage/fcc/duck.ts';

export async function writeAvailabilityCsv(path: string, rows: number): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '2GB' });
  const duck = await instance.connect();
  await duck.run(`copy (${availability(rows)}) to ${literal(path)} (header, delimiter ',')`);
  duck.closeSync();
  instance.closeSync();
}

/** Digits 8 down to 2 of the cell count up with the location; the base cell is 21, in the eastern United States. */
function availability(rows: number): string {
  const digits = Array.from(
    { length: 7 },
    (_, digit) => `((location // ${24 * 7 ** digit}) % 7)::ubigint << ${21 + 3 * digit}`,
  );
  return `
    with numbered as (
      select range as i, range // ${rows / 8} as slot, range % ${rows / 8} as location
      from range(${rows})
    ),
    offered as (
      select *, (slot * 5 + (location // 5000) % 5) % 40 as provider, (hash(i) % 8)::integer + 1 as speed
      from numbered
    )
    select lpad((10000000 + provider * 977)::varchar, 10, '0') as frn,
      130000 + provider * 37 as provider_id,
      ['Alpha Cable', 'Beta', 'Gamma, LLC', 'Delta', 'Epsilon Home Internet'][provider % 5 + 1]
        || case when provider >= 5 then ' ' || (provider // 5)::varchar else '' end as brand_name,
      1000000000 + location * 7 as location_id,
      [40, 10, 50, 61, 60, 71, 70, 50][slot + 1] as technology,
      [0, 10, 25, 50, 100, 300, 1000, 2000][speed] as max_advertised_download_speed,
      [0, 1, 3, 10, 20, 20, 100, 200][speed] as max_advertised_upload_speed,
      case when slot = 4 then 0 else 1 end as low_latency,
      ['X', 'R', 'X', 'B', 'X', 'X', 'R', 'X'][(hash(i + 1) % 8)::integer + 1] as business_residential_code,
      'WV' as state_usps,
      '54' || lpad((location // 24)::varchar, 7, '0') || '002027' as block_geoid,
      lower(to_hex('0x880000000000000'::ubigint + (21::ubigint << 45) + 2097151 + (${digits.join(') + (')}))) as h3_res8_id
    from offered`;
}
