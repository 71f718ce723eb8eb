import { beforeAll, describe, expect, test } from 'vitest';
import type { Release } from '../../../web/src/lib/api.ts';
import { type Choice, DEFAULT_CHOICE, LAYERS, MEASURES, SOURCE_CHOICES } from '../../../web/src/lib/choice.ts';
import {
  answerable,
  answers,
  choiceIn,
  type Heard,
  heardIn,
  heardTogether,
  layersOffered,
  measuresOffered,
  sourcesOffered,
  unanswered,
  whyNot,
} from '../../../web/src/lib/heard.ts';
import { filingsMessages, mapMessages } from '../../../web/src/lib/messages.ts';
import { sentence, sourceInSentence } from '../../../web/src/lib/words.ts';

beforeAll(() => Promise.all([filingsMessages.load(), mapMessages.load()]));

const both: Heard = { filers: ['fcc', 'puc'], audience: 'public', commission: 'PUC', familiesDispute: true };
const fccAlone: Heard = { filers: ['fcc'], audience: 'public', commission: 'PUC', familiesDispute: false };
const pucAlone: Heard = { filers: ['puc'], audience: 'public', commission: 'PUC', familiesDispute: true };
const nobody: Heard = { filers: [], audience: 'public', commission: 'PUC', familiesDispute: true };
const ask = (change: Partial<Choice>): Choice => ({ ...DEFAULT_CHOICE, ...change });

const filing = (source: 'fcc' | 'puc') => ({
  source,
  publisher: 'P',
  title: 'T',
  asOf: '2026-06-30',
  revision: '2026-06-30',
  technologies: [],
  synthetic: true,
});

describe('what a release can be asked', () => {
  test('is known by the filings it rests on and by what families answered', () => {
    const release = (sources: Release['sources'], unavailable: number | null) =>
      heardIn({
        sources,
        audience: 'public' as const,
        commission: 'PUC',
        totals: {
          students: 100,
          households: 50,
          counts: { 'home.unavailable': unavailable },
          hidden: unavailable === null ? { 'home.unavailable': 'low' } : {},
          estimates: {},
        },
      });
    expect(release([filing('fcc'), filing('fcc'), filing('puc')], 40)).toEqual(both);
    expect(release([filing('fcc')], null)).toEqual(fccAlone);
    expect(release([], 40)).toEqual(nobody);
  });

  test('is never a question nobody filed an answer to', () => {
    expect(sourcesOffered(both)).toEqual(SOURCE_CHOICES);
    expect(sourcesOffered(fccAlone)).toEqual(['fcc']);
    expect(sourcesOffered({ ...fccAlone, familiesDispute: true })).toEqual(['fcc', 'disputed']);
    expect(sourcesOffered(pucAlone)).toEqual(['puc', 'disputed']);
    expect(sourcesOffered(nobody)).toEqual([]);
    expect([both, fccAlone, pucAlone, nobody].map((heard) => layersOffered(heard).length)).toEqual([2, 2, 1, 1]);
    expect(measuresOffered(DEFAULT_CHOICE, fccAlone)).toHaveLength(MEASURES.length);
    expect(measuresOffered(DEFAULT_CHOICE, nobody)).toEqual(['equip']);
  });

  test('is what is shown, whatever a link asks', () => {
    for (const heard of [both, fccAlone, pucAlone, nobody])
      for (const source of SOURCE_CHOICES)
        for (const layer of LAYERS)
          for (const measure of MEASURES) {
            const shown = answerable(ask({ source, layer, measure }), heard);
            expect(layersOffered(heard)).toContain(shown.layer);
            expect(measuresOffered(shown, heard)).toContain(shown.measure);
            expect([...sourcesOffered(heard), ...(heard.filers.length === 0 ? ['agreed', source] : [])]).toContain(
              shown.source,
            );
            expect(answerable(shown, heard)).toBe(shown);
          }
    expect(answerable(DEFAULT_CHOICE, both)).toBe(DEFAULT_CHOICE);
    expect(answerable(DEFAULT_CHOICE, undefined)).toBe(DEFAULT_CHOICE);
  });

  test('is said where a link asks more than can be answered, and not where it asks nothing special', () => {
    expect(unanswered(ask({ source: 'puc' }), fccAlone)).toBe(
      'This link asks what PUC filings say, but no utility commission filing is public. Shown is what FCC filings say.',
    );
    expect(unanswered(ask({ source: 'disputed' }), fccAlone)).toMatch(/^This link asks where sources dispute/);
    expect(unanswered(ask({ layer: 'coverage' }), pucAlone)).toMatch(/no FCC filing is in this release\.$/);
    for (const heard of [both, fccAlone, pucAlone, nobody]) expect(unanswered(DEFAULT_CHOICE, heard)).toBeUndefined();
    expect(unanswered(ask({ source: 'fcc' }), fccAlone)).toBeUndefined();
    expect(unanswered(ask({ source: 'disputed' }), pucAlone)).toBeUndefined();
  });
});

describe('the sentence of the map', () => {
  test('names the one who filed and says that the other did not', () => {
    expect(sentence(answerable(DEFAULT_CHOICE, fccAlone), fccAlone)).toBe(
      'Students living where nobody reports even 25/3, by FCC filings (no utility commission filing is public), counting reliable broadband, no satellite, by hex',
    );
    expect(sentence(DEFAULT_CHOICE, both)).toMatch(/even 25\/3, where FCC and PUC filings agree, counting/);
    expect(sourceInSentence('disputed', pucAlone)).toBe('where the family disputes PUC filings');
    expect(sentence(answerable(ask({ measure: 'all' }), nobody), nobody)).toMatch(/^Students without a device/);
  });

  test('describes to the agency its own view, not the public one', () => {
    expect(sentence(answerable(DEFAULT_CHOICE, fccAlone), { ...fccAlone, audience: 'agency' })).toMatch(
      /\(no utility commission filing is in this release\)/,
    );
  });
});

describe('a map of several states', () => {
  test('offers what the filings of any of them answer', () => {
    expect(heardTogether([])).toBeUndefined();
    expect(heardTogether([fccAlone])).toBe(fccAlone);
    expect(heardTogether([fccAlone, pucAlone])).toEqual({ ...both, familiesDispute: true });
    expect(heardTogether([nobody, fccAlone])?.filers).toEqual(['fcc']);
  });

  test('shows a state only where its own filings answer, and says why not', () => {
    expect([both, fccAlone, pucAlone].map((heard) => answers(ask({ source: 'agreed' }), heard))).toEqual([
      true,
      true,
      true,
    ]);
    expect(answers(ask({ source: 'puc' }), fccAlone)).toBe(false);
    expect(whyNot(ask({ source: 'puc' }), fccAlone)).toBe('no utility commission filing is public');
    expect(answers(ask({ source: 'fcc' }), fccAlone)).toBe(true);
    expect(answers(ask({ source: 'disputed' }), fccAlone)).toBe(false);
    expect(whyNot(ask({ source: 'disputed' }), fccAlone)).toContain('one source alone filed');
    expect(answers(ask({ layer: 'coverage' }), pucAlone)).toBe(false);
    expect(whyNot(ask({ layer: 'coverage' }), pucAlone)).toBe('no FCC filing is in this release');
    expect(answers(ask({ source: 'agreed' }), nobody)).toBe(false);
    expect(answers(ask({ source: 'puc', measure: 'equip' }), nobody)).toBe(true);
  });

  test('always answers by one state what that state alone would be asked', () => {
    for (const heard of [both, fccAlone, pucAlone, nobody])
      for (const layer of LAYERS)
        for (const measure of MEASURES)
          for (const source of SOURCE_CHOICES)
            expect(answers(answerable(ask({ layer, measure, source }), heard), heard)).toBe(true);
  });

  test('reads each state by the source that filed there', () => {
    const release = (fips: string, sources: Release['sources']) => ({
      sources,
      audience: 'public' as const,
      commission: 'PUC',
      totals: null,
      state: { fips, name: '', bounds: [] },
    });
    const all = [release('54', [filing('fcc'), filing('puc')]), release('51', [filing('fcc')])];
    expect(choiceIn(all, ask({ source: 'agreed' }), '54').source).toBe('agreed');
    expect(choiceIn(all, ask({ source: 'agreed' }), '51').source).toBe('fcc');
    expect(choiceIn(all, ask({ source: 'agreed' }), undefined).source).toBe('agreed');
  });
});
