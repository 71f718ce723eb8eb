import { describe, expect, it } from 'vitest';
import { headlineOf } from '../../../server/domain/brief/headline.ts';

describe('the number a brief opens with', () => {
  const everywhere = { benchmark: '100_20', filers: ['fcc'], off: 3 } as const;
  const hidden = {};

  it('is at most everybody, where rounding brings the sum of its counts above', () => {
    const counts = { 'lever.build': 405, 'lever.connect': 325 };
    const headline = headlineOf({ ...everywhere, numbers: { students: 727, counts, hidden, estimates: {} } });
    expect(headline).toMatchObject({ kind: 'counted', students: 727, isLeast: false });
  });

  it('is at most everybody by families’ answers too, and the sum where that is less', () => {
    const said = (inadequate: number) =>
      headlineOf({
        ...everywhere,
        filers: [],
        numbers: { students: 100, counts: { 'home.inadequate': inadequate, 'home.other': 20 }, hidden, estimates: {} },
      });
    expect(said(85)).toMatchObject({ kind: 'answers', students: 100 });
    expect(said(70)).toMatchObject({ kind: 'answers', students: 90, isLeast: true });
  });
});
