/** The first line of a table: its columns and their order. */
import { closeSync, openSync, readSync } from 'node:fs';
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
