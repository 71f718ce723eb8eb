/** Adds up the public areas of a release as anybody can: from its table, part by part. */
import { fetchRelease } from '../../lib/api.ts';

export interface Recomputed {
  readonly areas: number;
  readonly sum: number;
  /** As the release says. */
  readonly total: number;
}

const PUBLIC = { audience: 'public' } as const;

export const patchesAddress = (release: string) => `/api/v1/patches?release=${release}&format=csv&limit=1000`;

/** @throws Error when a file does not come */
export async function recompute(asked: { readonly release: string; readonly state?: string }): Promise<Recomputed> {
  const { id, totals } = await fetchRelease({ ...asked, ...PUBLIC });
  let [areas, sum] = [0, 0];
  let cursor: string | null = '';
  while (cursor !== null) {
    const response: Response = await fetch(
      `${patchesAddress(String(id))}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    if (!response.ok) throw new Error(String(response.status));
    const students = studentsIn(await response.text());
    areas += students.length;
    sum += students.reduce((all, one) => all + one, 0);
    cursor = response.headers.get('x-next-cursor');
  }
  return { areas, sum, total: totals?.students ?? 0 };
}

/** Numbers of the column "students", which stands before any cell that could hold a comma. */
function studentsIn(csv: string): number[] {
  const [head = '', ...lines] = csv.replace(/^\uFEFF/, '').split(/\r?\n/);
  const column = head.split(',').indexOf('students');
  return lines.filter((line) => line !== '').map((line) => Number(line.split(',')[column]));
}
