import { describe, expect, it } from 'vitest';
import {
  agreedVerdict,
  canAnswer,
  type Filer,
  filersOf,
  isContradicted,
  isDisputed,
  SOURCES,
  VERDICTS,
  VERDICTS_AT_TIER,
  verdictAt,
} from '../../../server/domain/verdict.ts';

const of40 = (at25: number, at100: number) => ({ of: 40, served: { '25_3': at25, '100_20': at100 } });

describe('a verdict at 100/20', () => {
  it('is served when 32 of 40 locations have 100/20, and not when 31 have', () => {
    expect(verdictAt('100_20', of40(40, 32))).toBe('served');
    expect(verdictAt('100_20', of40(40, 31))).toBe('partly');
  });

  it('is unserved when 32 of 40 locations lack 25/3, and no longer when 31 do', () => {
    expect(verdictAt('100_20', of40(8, 0))).toBe('unserved');
    expect(verdictAt('100_20', of40(9, 0))).toBe('underserved');
  });

  it('is underserved when most have 25/3 and 32 of 40 lack 100/20', () => {
    expect(verdictAt('100_20', of40(40, 8))).toBe('underserved');
    expect(verdictAt('100_20', of40(40, 9))).toBe('partly');
  });

  it('is unknown without a filing, and where the filing reports no location', () => {
    expect(verdictAt('100_20', undefined)).toBe('unknown');
    expect(verdictAt('100_20', { of: 0, served: { '25_3': 0, '100_20': 0 } })).toBe('unknown');
  });

  it('needs six of the seven parts of a cell that a state filing covers', () => {
    const sevenths = (served: number) => verdictAt('100_20', { of: 7, served: { '25_3': served, '100_20': served } });
    expect([7, 6, 5, 2, 1, 0].map(sevenths)).toEqual(['served', 'served', 'partly', 'partly', 'unserved', 'unserved']);
  });

  it('counts exactly four in five as most, whatever the number of locations', () => {
    for (let of = 5; of <= 5_000; of += 5)
      expect(verdictAt('100_20', { of, served: { '25_3': of, '100_20': (of / 5) * 4 } })).toBe('served');
  });
});

describe('a verdict at 25/3', () => {
  it('is never underserved', () => {
    expect(verdictAt('25_3', of40(32, 0))).toBe('served');
    expect(verdictAt('25_3', of40(31, 0))).toBe('partly');
    expect(verdictAt('25_3', of40(8, 0))).toBe('unserved');
    for (let at25 = 0; at25 <= 40; at25++) expect(VERDICTS_AT_TIER['25_3']).toContain(verdictAt('25_3', of40(at25, 0)));
  });
});

describe('two sources', () => {
  it('agree on what both say', () => {
    for (const verdict of VERDICTS) expect(agreedVerdict(verdict, verdict)).toBe(verdict);
  });

  it('agree on served only when both say so', () => {
    for (const other of VERDICTS)
      if (other !== 'served') expect(agreedVerdict('served', other)).toBe(other === 'unknown' ? 'unknown' : 'partly');
  });

  it('agree on underserved when one says unserved and one underserved', () => {
    expect(agreedVerdict('unserved', 'underserved')).toBe('underserved');
    expect(agreedVerdict('underserved', 'unserved')).toBe('underserved');
  });

  it('agree or contradict the same, whichever comes first', () => {
    for (const a of VERDICTS)
      for (const b of VERDICTS) {
        expect(agreedVerdict(a, b)).toBe(agreedVerdict(b, a));
        expect(isContradicted(a, b)).toBe(isContradicted(b, a));
      }
  });

  it('cannot agree where one of them is silent about a cell', () => {
    for (const verdict of VERDICTS) {
      expect(agreedVerdict(verdict, 'unknown', ['fcc', 'puc'])).toBe('unknown');
      expect(agreedVerdict('unknown', verdict, ['fcc', 'puc'])).toBe('unknown');
    }
  });

  it('agree on what the one says where the other filed nothing in the whole state', () => {
    for (const verdict of VERDICTS) {
      expect(agreedVerdict(verdict, 'unknown', ['fcc'])).toBe(verdict);
      expect(agreedVerdict('unknown', verdict, ['puc'])).toBe(verdict);
    }
    expect(agreedVerdict('unknown', 'unknown', [])).toBe('unknown');
  });

  it('answer a question only where somebody filed who could', () => {
    const answering = (...filers: Filer[]) => SOURCES.filter((source) => canAnswer(source, filers));
    expect(answering('fcc', 'puc')).toEqual(['fcc', 'puc', 'agreed']);
    expect(answering('fcc')).toEqual(['fcc', 'agreed']);
    expect(answering('puc')).toEqual(['puc', 'agreed']);
    expect(answering()).toEqual([]);
    expect(filersOf([{ source: 'puc' }, { source: 'fcc' }, { source: 'fcc' }])).toEqual(['fcc', 'puc']);
  });

  it('contradict each other only when both are definite', () => {
    expect(isContradicted('served', 'unserved')).toBe(true);
    expect(isContradicted('underserved', 'unserved')).toBe(true);
    expect(isContradicted('served', 'partly')).toBe(false);
    expect(isContradicted('unknown', 'unserved')).toBe(false);
    expect(isContradicted('served', 'served')).toBe(false);
  });
});

describe('a home', () => {
  it('is disputed when the family cannot get what a filing says is there', () => {
    expect(isDisputed('served', 'served', true)).toBe(true);
    expect(isDisputed('partly', 'served', true)).toBe(true);
    expect(isDisputed('served', 'served', false)).toBe(false);
    expect(isDisputed('unserved', 'unserved', true)).toBe(false);
  });
});
