import { describe, expect, it } from 'vitest';
import type { FileFacts } from '../../../server/domain/survey/quality.ts';
import { coarse, differsByTen, responseShown, shownOf } from '../../../server/domain/survey/shown-figures.ts';
import { QUESTIONS, type Question } from '../../../server/domain/survey.ts';

const facts = (changed: Partial<FileFacts> = {}): FileFacts => ({
  homes: 16_013,
  answered: 11_308,
  questions: Object.fromEntries(QUESTIONS.map((question) => [question, { asked: 800, answered: 600 }])) as Record<
    Question,
    { asked: number; answered: number }
  >,
  cells: 900,
  inFullestCell: 40,
  atSchools: null,
  mostAlike: 300,
  outside: null,
  crowded: 0,
  duplicates: 0,
  rows: 16_100,
  without: 500,
  ...changed,
});

describe('figures for a coordinator', () => {
  it('are whole percents by the size of the group', () => {
    expect(shownOf(facts(), null).answered).toEqual({ percent: 71 });
    expect(shownOf(facts({ homes: 25, answered: 25 }), null).answered).toEqual({ percent: 90, bound: 'least' });
    expect(shownOf(facts({ homes: 9, answered: 9 }), null).answered).toBeNull();
  });

  it('hold counts to two digits at most', () => {
    expect([7, 16, 94, 412, 16_013].map(coarse)).toEqual([10, 20, 90, 410, 16_000]);
    const text = JSON.stringify(shownOf(facts(), null));
    for (const count of ['16013', '11308', '16100', '500']) expect(text).not.toContain(count);
  });

  it('are the same at any enrollment for files that differ by fewer than ten students', () => {
    const answers = (homes: number, answered: number) => {
      const figures = shownOf(facts({ homes, answered }), null);
      return Array.from({ length: 2000 }, (_, i) => JSON.stringify(responseShown(figures, i * 10)));
    };
    for (const more of [1, 5, 9]) expect(answers(16_013 + more, 11_308 + more)).toEqual(answers(16_013, 11_308));
  });

  it('are taken anew when a count moved by ten', () => {
    expect(differsByTen(facts({ homes: 16_022, answered: 11_299 }), facts())).toBe(false);
    expect(differsByTen(facts({ homes: 16_023 }), facts())).toBe(true);
    expect(differsByTen(facts({ without: 490 }), facts())).toBe(true);
    const device = { ...facts().questions, device: { asked: 800, answered: 590 } };
    expect(differsByTen(facts({ questions: device }), facts())).toBe(true);
    expect(differsByTen(facts({ rows: 17_000, cells: 950 }), facts())).toBe(false);
  });

  it('do not reveal that nobody is without internet', () => {
    expect(shownOf(facts({ without: 0 }), null).warnings).toEqual([]);
  });
});
