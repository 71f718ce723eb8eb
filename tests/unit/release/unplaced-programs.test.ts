import { describe, expect, it } from 'vitest';
import { provenUnplaced, STATE, type UnplacedShown } from '../../../server/features/releasing/programs/index.ts';

/** One release of districts A and B; B's few are hidden. */
function released(releaseId: number, a: [students: number, shown: number], b: number, all: number): UnplacedShown[] {
  const row = (leaId: string, students: number, shown: number | null) => ({
    releaseId,
    leaId,
    roster: `${leaId} ${students}`,
    students,
    shown,
  });
  return [row('A', ...a), row('B', b, null), row(STATE, a[0] + b, all)];
}

const shownOf = (rows: readonly UnplacedShown[]) => rows.map(({ shown }) => shown);

describe('students without a fixed residence', () => {
  it('are shown as they are where nobody proves a few', async () => {
    const now = released(1, [40, 40], 12, 52).map((row) => (row.leaId === 'B' ? { ...row, shown: 12 } : row));
    expect(shownOf(await provenUnplaced(now, [], 10))).toEqual([40, 12, 52]);
  });

  it('show one number less where releases together would prove a few that did not change', async () => {
    const before = released(1, [40, 44], 8, 44);
    const now = released(2, [55, 51], 8, 67);
    expect(shownOf(await provenUnplaced(now, before, 10)).filter((shown) => shown !== null).length).toBeLessThan(2);
  });
});
