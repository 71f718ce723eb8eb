/** Reads a state's address points on this computer, so that homes without coordinates find their place without being sent. */

import { AddressIndex } from '../../../../server/domain/geocode/address-index.ts';
import { pointReader } from '../../../../server/domain/geocode/columns.ts';
import { geocodeErrors } from '../../../../server/features/geocode/errors.ts';
import { grouped } from '../../lib/counts.ts';
import type { RowSource, Ticket } from './rows.ts';

export interface ReadPoints {
  readonly index: AddressIndex;
  readonly notes: readonly string[];
}

/** @throws Refusal geocode.columns, geocode.empty */
export async function readPoints(name: string, source: RowSource, { signal, progress }: Ticket): Promise<ReadPoints> {
  const index = new AddressIndex();
  let readPoint: ((fields: readonly string[]) => boolean) | undefined;
  let passedOver = 0;
  let share: number | undefined;
  for await (const rows of source.rows(signal, (now) => (share = now))) {
    for (const { fields } of rows)
      if (readPoint === undefined) readPoint = adderTo(index, name, fields);
      else if (!readPoint(fields)) passedOver++;
    progress({ share, words: `${grouped(index.size)} addresses so far.` });
  }
  if (index.size === 0) throw geocodeErrors.empty(name);
  const note = `${grouped(passedOver)} rows without a number, a street or a place are passed over.`;
  return { index, notes: passedOver > 0 ? [...source.notes, note] : source.notes };
}

function adderTo(index: AddressIndex, name: string, header: readonly string[]): (fields: readonly string[]) => boolean {
  const pointOf = pointReader(header, false);
  if ('missing' in pointOf) throw geocodeErrors.columns(name, pointOf.missing, header);
  const places = new Map(header.map((column, i) => [column, i]));
  return (fields) => index.add(pointOf((column) => fields[places.get(column) ?? -1] ?? ''));
}
