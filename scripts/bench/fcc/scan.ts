/** The baseline: DuckDB reads every value of all twelve columns of the file, with explicit types. */
import { DuckDBInstance } from '@duckdb/node-api';
import { literal } from '../../../server/features/coverage/fcc/duck.ts';

const COLUMNS = {
  frn: 'varchar',
  provider_id: 'integer',
  brand_name: 'varchar',
  location_id: 'bigint',
  technology: 'utinyint',
  max_advertised_download_speed: 'integer',
  max_advertised_upload_speed: 'integer',
  low_latency: 'utinyint',
  business_residential_code: 'varchar',
  state_usps: 'varchar',
  block_geoid: 'varchar',
  h3_res8_id: 'varchar',
};

export async function scanSeconds(path: string): Promise<number> {
  const startedAt = performance.now();
  const instance = await DuckDBInstance.create(':memory:');
  const duck = await instance.connect();
  const types = Object.entries(COLUMNS).map(([name, type]) => `${name}: '${type}'`);
  // Hashes all columns, because a count alone would let DuckDB skip values.
  await duck.run(
    `select count(*), bit_xor(hash(${Object.keys(COLUMNS).join(', ')}))
     from read_csv(${literal(path)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
       columns = {${types.join(', ')}})`,
  );
  duck.closeSync();
  instance.closeSync();
  return (performance.now() - startedAt) / 1000;
}
