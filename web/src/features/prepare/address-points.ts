/** Reads a state's address points on this computer, so that no address has to be sent to find a home. */

import type { AddressIndex } from '../../../../server/domain/geocode/address-index.ts';
import { pointReader } from '../../../../server/domain/geocode/columns.ts';
import { PointFile } from '../../../../server/domain/geocode/point-file.ts';
import { type Phrase, phrase } from '../../../../server/domain/messages/phrase.ts';
import { geocodeErrors } from '../../../../server/features/geocode/errors.ts';
import type { Ticket } from '../../lib/work.ts';
import type { RowSource } from './rows.ts';

export interface ReadPoints {
  readonly index: AddressIndex;
  readonly notes: readonly Phrase[];
}

/** @throws Refusal geocode.columns, geocode.empty */
export async function readPoints(name: string, source: RowSource, { signal, progress }: Ticket): Promise<ReadPoints> {
  const file = new PointFile();
  let readPoint: ((fields: readonly string[], line: number) => void) | undefined;
  let share: number | undefined;
  for await (const rows of source.rows(signal, (now) => (share = now))) {
    for (const { fields, line } of rows)
      if (readPoint === undefined) readPoint = adderTo(file, name, fields);
      else readPoint(fields, line);
    progress({ share, said: phrase('work.points', { locations: file.index.size }) });
  }
  if (file.index.size === 0) throw geocodeErrors.empty(name);
  return { index: file.index, notes: [...source.notes, ...file.notes] };
}

function adderTo(
  file: PointFile,
  name: string,
  header: readonly string[],
): (fields: readonly string[], line: number) => void {
  const pointOf = pointReader(header, false);
  if ('missing' in pointOf) throw geocodeErrors.columns(name, pointOf.missing, header);
  const places = new Map(header.map((column, i) => [column, i]));
  return (fields, line) =>
    file.add(
      pointOf((column) => fields[places.get(column) ?? -1] ?? ''),
      line,
    );
}
