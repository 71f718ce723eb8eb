/** Opens the table of an export, CSV or workbook, told by its bytes and not by its name. No Node here. */
import { type ExportEncoding, encodingOf, type Rereadable, readExport } from '../csv/export.ts';
import type { CsvRow } from '../csv/records.ts';
import { isWorkbook, readWorkbook } from './read.ts';

export interface OpenTable {
  /** In batches, title lines and header among them. Can be asked for again: the same rows come. */
  readonly rows: () => AsyncIterable<readonly CsvRow[]>;
  readonly notes: readonly string[];
}

/**
 * @param bytes the file from its beginning, each time it is asked for
 * @throws Refusal csv.* and sheet.*
 */
export async function openTable(bytes: Rereadable): Promise<OpenTable> {
  if (isWorkbook(await firstOf(bytes()))) {
    const { rows, notes } = await readWorkbook(await allOf(bytes()));
    return {
      notes,
      rows: async function* () {
        yield rows;
      },
    };
  }
  const encoding = await encodingOf(bytes);
  return { notes: encodingNotes(encoding), rows: () => readExport(bytes(), encoding) };
}

function encodingNotes(encoding: ExportEncoding): string[] {
  if (encoding === 'utf-8') return [];
  const name = encoding === 'windows-1252' ? 'Windows-1252' : 'UTF-16';
  return [
    `The file is written in ${name}, not in UTF-8. It was read as such; look at names with accents in the preview of your columns.`,
  ];
}

async function firstOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  for await (const chunk of chunks) if (chunk.length > 0) return chunk;
  return new Uint8Array();
}

async function allOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
