/** Opens a chosen file as a table: its header line, its values, its mapping. */

import {
  type Guess,
  guessAnswersMapping,
  guessMapping,
  HEADER_WITHIN,
  headerAt,
  severalValuesAt,
} from '../../../../server/domain/anonymize/index.ts';
import { phrase } from '../../../../server/domain/messages/phrase.ts';
import { Failed, type Ticket } from '../../lib/work.ts';
import type { Column, Opened } from './protocol.ts';
import type { RowSource, SourceRow } from './rows.ts';

export interface OpenFile {
  readonly source: RowSource;
  readonly header: { readonly line: number; readonly names: readonly string[] };
}

export interface Opening {
  /** Physical line that names the columns, from 1. @default detected */
  readonly headerLine?: number | undefined;
  /** @default an export */
  readonly as?: 'export' | 'answers';
}

const SAMPLE_ROWS = 200;
const SAMPLES_SHOWN = 3;
/** At least a student number and a place. */
const LEAST_COLUMNS = 2;

/** @throws Failed prepare.*, when the file holds no table */
export async function openFile(
  source: RowSource,
  { signal, progress }: Ticket,
  { headerLine, as = 'export' }: Opening,
): Promise<{ readonly file: OpenFile; readonly opened: Opened }> {
  const first: SourceRow[] = [];
  const enough = HEADER_WITHIN + SAMPLE_ROWS;
  for await (const rows of source.rows(signal, (share) => progress({ share, said: phrase('work.columns') }))) {
    for (const row of rows) if (row.fields.some((value) => value.trim() !== '')) first.push(row);
    if (first.length >= enough) break;
  }
  const lines = first.map(({ fields }) => fields);
  const found = headerAt(lines);
  const chosen = first.findIndex(({ line }) => line === headerLine);
  const at = chosen >= 0 ? chosen : (found ?? 0);
  const header = first[at];
  if (!header) throw new Failed(phrase('prepare.empty'));
  if (header.fields.length < LEAST_COLUMNS) throw new Failed(phrase('prepare.one-column'));
  const samples = lines.slice(at + 1);
  if (samples.length === 0) throw new Failed(phrase('prepare.no-rows'));
  const notes = [...source.notes];
  if (found === undefined && chosen < 0) notes.push(phrase('file.no-known-names', { line: header.line }));
  const instead = chosen >= 0 && found !== chosen ? found : severalValuesAt(lines.slice(0, at));
  return {
    file: { source, header: { line: header.line, names: header.fields } },
    opened: {
      columns: columnsOf(header.fields, samples),
      ...guessed(header.fields, samples, as),
      header: { line: header.line, isChosen: chosen >= 0, instead: first[instead ?? -1]?.line },
      notes,
    },
  };
}

function guessed(header: readonly string[], samples: readonly (readonly string[])[], as: 'export' | 'answers'): Guess {
  const guess = guessMapping(header, samples);
  return as === 'export' ? guess : { ...guess, mapping: guessAnswersMapping(header, samples) };
}

function columnsOf(header: readonly string[], rows: readonly (readonly string[])[]): Column[] {
  return header.map((name, column) => {
    const values = new Set<string>();
    for (const row of rows) {
      const value = (row[column] ?? '').trim();
      if (value !== '') values.add(value);
      if (values.size === SAMPLES_SHOWN) break;
    }
    const own = name.trim();
    return own === ''
      ? { name: `Column ${column + 1}`, isNameless: true, samples: [...values] }
      : { name: own, samples: [...values] };
  });
}
