/** A plain availability table: its first line, and the invariants of each of its rows. */
import { closeSync, openSync, readSync } from 'node:fs';
import { TECHNOLOGY_CODES, type TechnologyCode } from '../../../domain/technology.ts';
import { literal } from './duck.ts';
import { fccErrors } from './errors.ts';

/** Columns the import needs. */
const NEEDED = [
  'frn',
  'provider_id',
  'brand_name',
  'location_id',
  'technology',
  'max_advertised_download_speed',
  'max_advertised_upload_speed',
  'low_latency',
  'business_residential_code',
  'state_usps',
  'h3_res8_id',
] as const;
/** Columns the import reads; a file without the block is still accepted. */
export const COLUMNS = [...NEEDED, 'block_geoid'] as const;
export type ColumnName = (typeof COLUMNS)[number];

const LONGEST_HEADER = 64 * 1024;

export interface Header {
  /** In file order; columns unknown to the import are named by position. */
  readonly columns: readonly string[];
  /** The same names as the file spells them. */
  readonly given: readonly string[];
}

/**
 * Column names of a plain CSV.
 *
 * @param name of the file, for the refusal
 */
export function readHeader(path: string, name: string): Header {
  const line = firstLine(path);
  if (line.trim() === '') throw fccErrors.empty(name);
  const given = line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  const names = given.map((column) => column.toLowerCase());
  const missing = NEEDED.filter((column) => !names.includes(column));
  if (missing.length > 0) throw fccErrors.header(name, missing);
  const columns = names.map((column, position) =>
    isColumn(column) && names.indexOf(column) === position ? column : `column_${position + 1}`,
  );
  return { columns, given };
}

function isColumn(name: string): name is ColumnName {
  return (COLUMNS as readonly string[]).includes(name);
}

function firstLine(path: string): string {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(LONGEST_HEADER);
    const text = buffer.toString('utf8', 0, readSync(file, buffer, 0, LONGEST_HEADER, 0));
    return text.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? '';
  } finally {
    closeSync(file);
  }
}

/** A plain CSV ready to be read. */
export interface Table {
  /** Display name of the file. */
  readonly name: string;
  readonly path: string;
  /** From the header, in file order. */
  readonly columns: readonly string[];
  /** Undefined: any technology. */
  readonly technology: TechnologyCode | undefined;
  readonly usps: string;
}

/** Provider ids have six digits; this limit leaves room for the technology in 32 bits. */
const MOST_PROVIDER_ID = 2 ** 25 - 1;

/** Faster than any network sells: ten terabits a second. */
const MOST_MBPS = 10_000_000;

/** Numeric columns; the others are text. Other tools may drop leading zeros of numbers. */
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

/** The cell of the text column; null when the text is not hexadecimal. */
const CELL = "try_cast('0x' || h3_res8_id as ubigint)";

/**
 * Reads all columns as text. As numbers, DuckDB would silently read "1.5E+09" as one location of many, and 24.6 Mbps as
 * 25.
 */
function csvSource(table: Table): string {
  const columns = table.columns.map((name) => `${name}: 'varchar'`).join(', ');
  return `read_csv(${literal(table.path)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', columns = {${columns}})`;
}

/**
 * The invariants of each column of every row, as SQL over the columns of `typedRows`. Null fails each.
 *
 * @param writing allowed notation of numbers: `plain`, the FCC's own, is a quarter quicker to check than `whole`, which
 *   also allows spaces, leading zeros and a zero fraction, as in 100.0: these lose nothing
 */
export function rowChecks(table: Table, writing: 'plain' | 'whole' = 'whole'): Record<ColumnName, string> {
  const technologies = table.technology === undefined ? TECHNOLOGY_CODES : [table.technology];
  const whole = (column: ColumnName) => {
    const isPlain = `${column}::varchar = raw_${column}`;
    return writing === 'plain' ? isPlain : `(${isPlain} or regexp_full_match(raw_${column}, '\\s*[0-9]+([.]0*)?\\s*'))`;
  };
  // Numbers of a fixed length, most with leading zeros. One truncated to that very length contains a point: 5.40390002E+14.
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
    // Mode 1, resolution 8, and the unused digits below it; the digits above need the grid (prepare.ts).
    h3_res8_id: 'length(h3_res8_id) = 15 and cell >> 52 = 136 and cell & 2097151 = 2097151',
    // Nothing counts this column; but a spreadsheet that truncated it has touched the others too.
    block_geoid: `raw_block_geoid is null or (block_geoid between 1 and 999999999999999 and ${code('block_geoid', 15)})`,
  };
}
