/** Each district's enrollment: writes a table to fill in, and reads a filled one. */

import type { CoordinatorMessages } from '../../../../../server/domain/messages/en/collect/coordinator.ts';
import { readCount } from '../../../../../server/domain/whole-number.ts';
import type { CollectionDetail } from '../../../../../server/features/collect/contract.ts';
import { type CsvRow, RecordReader, withLineFeeds } from '../../../../../server/platform/csv/records.ts';
import { csvHeader, csvLine } from '../../../../../server/platform/csv/write.ts';

/** Every district of a collection with its known count; unknown ones are left empty to fill in. */
export function enrollmentCsv({ districtStates }: Pick<CollectionDetail, 'districtStates'>): string {
  const rows = districtStates.map(({ leaId, name, enrolled }) => csvLine([leaId, name, enrolled]));
  return csvHeader(['lea_id', 'district', 'students']) + rows.join('');
}

export interface EnrollmentRead {
  readonly districts: readonly { readonly leaId: string; readonly enrolled: number }[];
  /** Unreadable lines, and why. */
  readonly faults: readonly string[];
}

const LEAID_NAMES = ['leaid', 'ncesid', 'ncesleaid', 'districtid'];
const COUNT_NAMES = ['students', 'enrolled', 'enrollment', 'enrolment', 'member', 'membership', 'total'];

/**
 * Skips districts with an empty count.
 *
 * @param messages words for the faults
 * @param text of a file with commas, semicolons or tabs, header first
 * @throws Refusal csv.*
 */
export function readEnrollment(messages: CoordinatorMessages['enrollment'], text: string): EnrollmentRead {
  const [header, ...rows] = rowsOf(text);
  const names = (header?.fields ?? []).map((name) => name.toLowerCase().replace(/[^a-z]/g, ''));
  const leaAt = names.findIndex((name) => LEAID_NAMES.includes(name));
  const countAt = names.findIndex((name) => COUNT_NAMES.includes(name));
  if (leaAt < 0 || countAt < 0) return { districts: [], faults: [messages.header] };
  const districts = new Map<string, number>();
  const faults: string[] = [];
  for (const { line, fields } of rows) {
    if (fields.every((text) => text.trim() === '')) continue;
    const leaId = leaIdIn(fields[leaAt] ?? '');
    const count = fields[countAt] ?? '';
    if (count.trim() === '') continue;
    if (leaId === undefined) faults.push(messages.leaId({ line }));
    else if (readCount(count) === undefined) faults.push(messages.students({ line }));
    else if (districts.has(leaId)) faults.push(messages.repeated({ line }));
    else districts.set(leaId, readCount(count) ?? 0);
  }
  if (districts.size === 0 && faults.length === 0) faults.push(messages.nothing);
  return { districts: [...districts].map(([leaId, enrolled]) => ({ leaId, enrolled })), faults };
}

/** Spreadsheets drop a leading zero and add ".0"; fewer digits are no LEAID. */
function leaIdIn(text: string): string | undefined {
  const digits = /^\s*'?(\d{6,7})(?:\.0+)?\s*$/.exec(text)?.[1];
  return digits?.padStart(7, '0');
}

/** Splits by the separator of the header only: in a semicolon file "12,5" is one value. */
function rowsOf(text: string): readonly CsvRow[] {
  const reader = new RecordReader();
  const rows = reader.push(withLineFeeds(`${text.replace(/^\uFEFF/, '')}\n`));
  reader.end();
  return rows;
}
