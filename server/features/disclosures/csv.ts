import { csvHeader, csvLine } from '../../platform/csv/write.ts';
import type { Disclosure } from './contract.ts';

/** The log as a table for people: one row per entry, in the given order. */
export function disclosuresCsv(entries: readonly Disclosure[]): string {
  const header = ['id', 'at', 'kind', 'who', 'what', 'audience', 'basis', 'note', 'entered_by'];
  return [
    csvHeader(header),
    ...entries.map(({ id, at, kind, who, what, audience, basis, note, enteredBy }) =>
      csvLine([id, at, kind, who, what, audience, basis, note ?? '', enteredBy]),
    ),
  ].join('');
}
