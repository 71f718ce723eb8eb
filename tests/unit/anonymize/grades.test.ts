import { describe, expect, it } from 'vitest';
import { Anonymizer, createKey, fileBytes, type Mend } from '../../../server/domain/anonymize/index.ts';

/** Grades of an export as they leave, in its order, and the suggestions for those that do not. */
function leaving(values: readonly string[], leaId = '5400390', mends: Mend[] = []) {
  const key = createKey(leaId, new Uint8Array(32).fill(9), '2026-11-25');
  const mapping = { student_id: 0, latitude: 1, longitude: 2, grade_level: 3 };
  const anonymizer = new Anonymizer({ key, mapping, width: 4, mends });
  values.forEach((value, i) => {
    anonymizer.add([`${5000 + i}`, '38.46001', '-81.08001', value], i + 2);
  });
  anonymizer.finish();
  const text = [...fileBytes(leaId, anonymizer.table)].map((bytes) => new TextDecoder().decode(bytes)).join('');
  const inFile = text.trimEnd().split('\n').slice(1);
  const order = [...anonymizer.table.order()];
  const grades = values.map((_, slot) => inFile[order.indexOf(slot)]?.split(',')[5] ?? '');
  const suggested = anonymizer.problems.map(({ kind, line, suggestion }) => [kind, line, suggestion?.[0]?.value]);
  return { grades, suggested, mends: anonymizer.problems.flatMap(({ suggestion }) => suggestion ?? []) };
}

describe('grades of an export', () => {
  it('leave as the grades they are where PowerSchool counts from -2', () => {
    const { grades, suggested } = leaving(['-2', '-1', '0', '0', '1', '9', '12', '99']);
    expect(grades).toEqual(['PK', 'PK', 'KG', 'KG', '01', '09', '12', '']);
    expect(suggested).toEqual([['grade', 9, undefined]]);
  });

  it('below 1 are asked about in states that count them otherwise', () => {
    expect(leaving(['-1', '0', '5'], '0612345')).toMatchObject({
      grades: ['', 'KG', '05'],
      suggested: [['grade', 2, 'TK']],
    });
    expect(leaving(['-2', '3'], '0912345').suggested).toEqual([['grade', 2, 'KG']]);
  });

  it('of 0 are asked about where kindergarten is written in letters, as a lookup of a blank gives 0', () => {
    const { grades, suggested } = leaving(['0', 'K', '00', '4']);
    expect(grades).toEqual(['', 'KG', 'KG', '04']);
    expect(suggested).toEqual([['grade', 2, 'KG']]);
  });

  it('in tens are asked about, as 10 of 010 to 120 is the first grade', () => {
    const { grades, suggested } = leaving(['10', '20', '120', '100']);
    expect(grades).toEqual(['', '', '', '']);
    expect(suggested.find(([, line]) => line === 2)).toEqual(['grade', 2, '01']);
  });

  it('are mended by accepting the suggestion', () => {
    const values = ['EE', 'P4', 'K', '0'];
    expect(leaving(values, '5400390', leaving(values).mends)).toMatchObject({
      grades: ['PR', 'PK', 'KG', 'KG'],
      suggested: [],
    });
  });
});
