/** A plain availability table, and what must hold of each of its rows. */
import { TECHNOLOGY_CODES, type TechnologyCode } from '../../../domain/technology.ts';
import { literal } from './duck.ts';
import { COLUMNS, type ColumnName } from './header.ts';

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

/** Columns that are numbers; the others are text. As numbers, leading zeros may be lost on the way through other tools. */
const TYPES: Partial<Record<ColumnName, string>> = {
  frn: 'ubigint',
  provider_id: 'integer',
  location_id: 'bigint',
  technology: 'utinyint',
  max_advertised_download_speed: 'integer',
  max_advertised_upload_speed: 'integer',
  low_latency: 'utinyint',
  block_geoid: 'ubigint',
};

/** Every row: each column as text (`raw_frn`) and typed (`frn`, null where it cannot be), and `cell`. */
export function typedRows(table: Table, others: readonly string[] = []): string {
  const columns = COLUMNS.flatMap((column) => {
    const text = table.columns.includes(column) ? column : 'null::varchar';
    const type = TYPES[column];
    return [`${text} as raw_${column}`, type ? `try_cast(${text} as ${type}) as ${column}` : `${text} as ${column}`];
  });
  return `select ${[...others, ...columns, `${CELL} as cell`].join(', ')} from ${csvSource(table)}`;
}

/** The cell of the text column; null when the text is no hexadecimal number. */
const CELL = "try_cast('0x' || h3_res8_id as ubigint)";

/**
 * All columns are read as text: as a number, DuckDB reads "1.5E+09" as one location of many, and 24.6 Mbps as 25, and says
 * nothing.
 */
function csvSource(table: Table): string {
  const columns = table.columns.map((name) => `${name}: 'varchar'`).join(', ');
  return `read_csv(${literal(table.path)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', columns = {${columns}})`;
}

/**
 * What must hold of each column of every row, as SQL over the columns of `typedRows`. Null fails every one.
 *
 * @param writing how numbers may be written: `plain`, as the FCC does, is a quarter quicker to check than `whole`, which
 *   allows spaces, leading zeros and a fraction of zero, as in 100.0: nothing is lost by those
 */
export function rowChecks(table: Table, writing: 'plain' | 'whole' = 'whole'): Record<ColumnName, string> {
  const technologies = table.technology === undefined ? TECHNOLOGY_CODES : [table.technology];
  const whole = (column: ColumnName) => {
    const isPlain = `${column}::varchar = raw_${column}`;
    return writing === 'plain' ? isPlain : `(${isPlain} or regexp_full_match(raw_${column}, '\\s*[0-9]+([.]0*)?\\s*'))`;
  };
  // Numbers of a fixed length, which mostly begin with a zero. One cut to that very length has a point in it: 5.40390002E+14.
  const code = (column: ColumnName, digits: number) => {
    const isPlain = `(strlen(raw_${column}) = ${digits} and not contains(raw_${column}, '.'))`;
    return writing === 'plain'
      ? isPlain
      : `(${isPlain} or regexp_full_match(raw_${column}, '\\s*[0-9]{1,${digits}}([.]0*)?\\s*'))`;
  };
  const speed = (column: ColumnName) => `${column} between 0 and ${MOST_MBPS} and ${whole(column)}`;
  return {
    frn: `frn between 1 and 9999999999 and ${code('frn', 10)}`,
    provider_id: `provider_id between 1 and ${MOST_PROVIDER_ID} and ${whole('provider_id')}`,
    brand_name: 'brand_name is not null',
    location_id: `location_id > 0 and ${whole('location_id')}`,
    technology: `technology in (${technologies.join(', ')}) and ${whole('technology')}`,
    max_advertised_download_speed: speed('max_advertised_download_speed'),
    max_advertised_upload_speed: speed('max_advertised_upload_speed'),
    low_latency: `low_latency in (0, 1) and ${whole('low_latency')}`,
    business_residential_code: "business_residential_code in ('B', 'R', 'X')",
    state_usps: `state_usps = ${literal(table.usps)}`,
    // Mode 1, resolution 8, and the digits below it unused; the digits above need the grid (prepare.ts).
    h3_res8_id: 'length(h3_res8_id) = 15 and cell >> 52 = 136 and cell & 2097151 = 2097151',
    // In nothing that is counted; but a spreadsheet that cut it has had the other columns in its hands too.
    block_geoid: `raw_block_geoid is null or (block_geoid between 1 and 999999999999999 and ${code('block_geoid', 15)})`,
  };
}
