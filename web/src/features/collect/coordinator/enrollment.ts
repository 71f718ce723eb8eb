/** How many students each district enrolls: a table to fill in, and what is read of one. */

import type { CollectionDetail } from '../../../../../server/features/collect/contract.ts';
import { csvHeader, csvLine } from '../../../../../server/platform/csv/write.ts';

/** Every district of a collection with what is known of it; the rest is empty, to be filled in. */
export function enrollmentCsv({ districtStates }: Pick<CollectionDetail, 'districtStates'>): string {
  const rows = districtStates.map(({ leaId, name, enrolled }) => csvLine([leaId, name, enrolled]));
  return csvHeader(['lea_id', 'district', 'students']) + rows.join('');
}

export interface EnrollmentRead {
  readonly districts: readonly { readonly leaId: string; readonly enrolled: number }[];
  /** Lines that could not be read, and why. */
  readonly faults: readonly string[];
}

const LEAID_NAMES = ['leaid', 'ncesid', 'ncesleaid', 'districtid'];
const COUNT_NAMES = ['students', 'enrolled', 'enrollment', 'enrolment', 'member', 'membership', 'total'];

/**
 * A district whose count is empty is passed over.
 *
 * @param text of a file with commas, semicolons or tabs, its header first
 */
export function readEnrollment(text: string): EnrollmentRead {
  const [header, ...rows] = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((words, index) => ({ line: index + 1, fields: cells(words) }));
  const names = (header?.fields ?? []).map((name) => name.toLowerCase().replace(/[^a-z]/g, ''));
  const leaAt = names.findIndex((name) => LEAID_NAMES.includes(name));
  const countAt = names.findIndex((name) => COUNT_NAMES.includes(name));
  if (leaAt < 0 || countAt < 0)
    return {
      districts: [],
      faults: [
        'Line 1 must name two columns: lea_id, the seven digits of a district, and students, how many it enrolls.',
      ],
    };
  const districts = new Map<string, number>();
  const faults: string[] = [];
  for (const { line, fields } of rows) {
    if (fields.every((text) => text.trim() === '')) continue;
    const leaId = (fields[leaAt] ?? '').trim().padStart(7, '0');
    const count = (fields[countAt] ?? '').replace(/[\s,]/g, '');
    if (count === '') continue;
    if (!/^\d{7}$/.test(leaId)) faults.push(`Line ${line}, column lea_id: write the seven digits of the district.`);
    else if (!/^\d{1,7}$/.test(count)) faults.push(`Line ${line}, column students: write a whole number.`);
    else if (districts.has(leaId)) faults.push(`Line ${line} repeats a district: keep one line for each.`);
    else districts.set(leaId, Number(count));
  }
  if (districts.size === 0 && faults.length === 0) faults.push('The file gives no district a count of students.');
  return { districts: [...districts].map(([leaId, enrolled]) => ({ leaId, enrolled })), faults };
}

/** The values of a line; a count such as "1,240" stands in quotes, a quote inside of them is doubled. */
function cells(line: string): string[] {
  return [...line.matchAll(/(?:^|[,;\t])(?:"((?:[^"]|"")*)"|([^,;\t]*))/g)].map(
    (match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? '',
  );
}
