/** The rows of an export, with the joined answers. */

import type { Join, Mapping } from '../../../../server/domain/anonymize/index.ts';
import { type Phrase, phrase } from '../../../../server/domain/messages/phrase.ts';
import { Failed, type Ticket } from '../../lib/work.ts';
import type { OpenFile } from './opening.ts';

/** More rows than any district has students; beyond it the browser may run out of memory, and the command takes over. */
const MOST_ROWS = 1_000_000;

/** The export with its answers, as one table. */
export interface Table {
  readonly names: readonly string[];
  readonly mapping: Mapping;
  readonly join: Join | undefined;
}

export interface TableRow {
  readonly line: number;
  /** The fields of the export alone. */
  readonly own: readonly string[];
  readonly fields: readonly string[];
}

/** @throws Failed prepare.too-many-rows, when a browser cannot hold the rows */
export async function* rowsOf(
  { source, header }: OpenFile,
  { join }: Table,
  { signal, progress }: Ticket,
  said: () => Phrase,
): AsyncGenerator<readonly TableRow[]> {
  let share: number | undefined;
  let rowCount = 0;
  for await (const rows of source.rows(signal, (now) => (share = now))) {
    rowCount += rows.length;
    if (rowCount > MOST_ROWS) throw new Failed(phrase('prepare.too-many-rows', { most: MOST_ROWS }));
    yield rows
      .filter(({ line }) => line > header.line)
      .map(({ line, fields }) => ({ line, own: fields, fields: join?.row(fields, line) ?? fields }));
    progress({ share, said: said() });
  }
}
