import { describe, expect, it } from 'vitest';
import { breaksBetween, type Method } from '../../../server/domain/trend.ts';

const fcc = (...technologies: number[]) => ({
  source: 'fcc',
  publisher: 'FCC',
  title: 'Broadband Data Collection',
  technologies: technologies.map((technology) => ({ technology })),
});
const puc = (title: string) => ({ source: 'puc', publisher: 'PSC', title, technologies: [] });
const method = (values: Partial<Method> = {}): Method => ({
  benchmark: '100_20',
  filings: [fcc(40, 50), puc('A'), puc('B')],
  ...values,
});

describe('a line between two releases', () => {
  it('may be drawn where only dates, revisions and the order of filings differ', () => {
    expect(breaksBetween(method(), method({ filings: [puc('B'), puc('A'), fcc(50, 40)] }))).toEqual([]);
  });

  it('may not where another speed counts, others filed, or technologies are missing, and it is said why', () => {
    expect(breaksBetween(method(), method({ benchmark: '25_3' }))).toEqual(['benchmark']);
    expect(breaksBetween(method(), method({ filings: [fcc(40, 50), puc('A')] }))).toEqual(['filers']);
    expect(breaksBetween(method(), method({ filings: [fcc(40), puc('A'), puc('B')] }))).toEqual(['technologies']);
    expect(breaksBetween(method(), method({ benchmark: '25_3', filings: [fcc(40)] }))).toEqual(['benchmark', 'filers']);
  });
});
