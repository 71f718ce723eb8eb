/** The rows of an export, with the answers that were joined to it. */

import type { Join, Mapping } from '../../../../server/domain/anonymize/index.ts';
import { type Phrase, phrase } from '../../../../server/domain/messages/phrase.ts';
import { Failed, type Ticket } from '../../lib/work.ts';
import type { OpenFile } from './opening.ts';

/** More rows than any district has students; beyond it the browser's memory is at risk and the command does the work. */
const MOST_ROWS = 1_000_000;

/** The export with its answers, as one table. */
export interface Table {
  readonly names: readonly string[];
  readonly mapping: Mapping;
  readonly join: Join | undefined;
}

export interface TableRow {
  readonly line: number;
  /** As the export has it. */
  readonly own: readonly string[];
  readonly fields: readonly string[];
}

/** @throws Failed prepare.too-many-rows, when there are more rows than a browser can hold */
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
