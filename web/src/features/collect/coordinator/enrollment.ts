/** Reads how many students each district enrolls, from a table of two columns that a coordinator has. */

export interface EnrollmentRead {
  readonly districts: readonly { readonly leaId: string; readonly enrolled: number }[];
  /** Lines that could not be read, and why. */
  readonly faults: readonly string[];
}

const LEAID_NAMES = ['leaid', 'ncesid', 'ncesleaid', 'districtid'];
const COUNT_NAMES = ['students', 'enrolled', 'enrollment', 'enrollment', 'member', 'membership', 'total'];

/** @param text of a file with commas, semicolons or tabs, its header first */
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
    if (!/^\d{7}$/.test(leaId)) faults.push(`Line ${line}, column lea_id: write the seven digits of the district.`);
    else if (!/^\d{1,7}$/.test(count)) faults.push(`Line ${line}, column students: write a whole number.`);
    else if (districts.has(leaId)) faults.push(`Line ${line} repeats a district: keep one line for each.`);
    else districts.set(leaId, Number(count));
  }
  if (districts.size === 0 && faults.length === 0) faults.push('The file names no district under its header.');
  return { districts: [...districts].map(([leaId, enrolled]) => ({ leaId, enrolled })), faults };
}

/** The values of a line; a count such as "1,240" stands in quotes. */
function cells(line: string): string[] {
  return [...line.matchAll(/(?:^|[,;\t])(?:"([^"]*)"|([^,;\t]*))/g)].map((match) => match[1] ?? match[2] ?? '');
}
