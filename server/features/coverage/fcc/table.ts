/** A plain availability table, and what must hold of each of its rows. */
import { TECHNOLOGY_CODES, type TechnologyCode } from '../../../domain/technology.ts';
import { literal } from './duck.ts';
import type { ColumnName } from './header.ts';

/** A plain CSV ready to be read. */
export interface Table {
  /** What people call the file. */
  readonly name: string;
  readonly path: string;
  /** Of the header, in the file's order. */
  readonly columns: readonly string[];
  /** Undefined: any. */
  readonly technology: TechnologyCode | undefined;
  readonly usps: string;
}

/** Provider ids have six digits; this many leave room for the technology in 32 bits. */
const MOST_PROVIDER_ID = 2 ** 25 - 1;

/** More than any network sells: ten terabits a second. */
const MOST_MBPS = 10_000_000;

export const TYPES: Readonly<Record<string, string>> = {
  // As numbers: leading zeros may be lost on the way through other tools, and ten digits still fit.
  frn: 'ubigint',
  provider_id: 'integer',
  location_id: 'bigint',
  technology: 'utinyint',
  // Whole numbers by the specification. A fraction would be rounded; reading fractions costs a tenth of the import.
  max_advertised_download_speed: 'integer',
  max_advertised_upload_speed: 'integer',
  low_latency: 'utinyint',
};

/** `read_csv` of one table with the types given; unknown columns are text. */
export function csvSource(table: Table, types: Readonly<Record<string, string>> = TYPES): string {
  const columns = table.columns.map((name) => `${name}: '${types[name] ?? 'varchar'}'`).join(', ');
  return `read_csv(${literal(table.path)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', columns = {${columns}})`;
}

/** What must hold of each column of every row, as SQL over typed columns and `cell`. Null fails every one. */
export function rowChecks(table: Table): Record<ColumnName, string> {
  const technologies = table.technology === undefined ? TECHNOLOGY_CODES : [table.technology];
  return {
    frn: 'frn between 1 and 9999999999',
    provider_id: `provider_id between 1 and ${MOST_PROVIDER_ID}`,
    brand_name: 'brand_name is not null',
    location_id: 'location_id > 0',
    technology: `technology in (${technologies.join(', ')})`,
    max_advertised_download_speed: `max_advertised_download_speed between 0 and ${MOST_MBPS}`,
    max_advertised_upload_speed: `max_advertised_upload_speed between 0 and ${MOST_MBPS}`,
    low_latency: 'low_latency in (0, 1)',
    business_residential_code: "business_residential_code in ('B', 'R', 'X')",
    state_usps: `state_usps = ${literal(table.usps)}`,
    // Mode 1, resolution 8, and the digits below it unused; the digits above need the grid (prepare.ts).
    h3_res8_id: 'length(h3_res8_id) = 15 and cell >> 52 = 136 and cell & 2097151 = 2097151',
  };
}

/** The cell of the text column; null when the text is no hexadecimal number. */
export const CELL = "try_cast('0x' || h3_res8_id as ubigint)";
