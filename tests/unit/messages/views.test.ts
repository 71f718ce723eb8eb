import { describe, expect, test } from 'vitest';
import { views } from '../../../server/domain/messages/en/views.ts';

const view = (used: number, of: number, older = 0, audience = 'public') => ({
  audience,
  used,
  of,
  older,
  byPublic: used - older,
});

describe('whose view a number is of', () => {
  test.each([
    [view(12, 12), 'Public view. All 12 filings.'],
    [view(11, 12), 'Public view. 11 of 12 filings: one is not public.'],
    [view(8, 12), 'Public view. 8 of 12 filings: 4 are not public.'],
    [view(12, 12, 1), 'Public view. 12 filings; of one a newer edition is not public.'],
    [view(11, 12, 1), 'Public view. 11 of 12 filings: one is not public, and of one a newer edition is not public.'],
    [view(1, 1), 'Public view. The one filing there is.'],
    [view(0, 0), 'Public view. No filing.'],
    [view(12, 12, 0, 'agency'), 'Agency view. All 12 filings.'],
  ])('%j is said', (facts, words) => {
    expect(views.line(facts)).toBe(words);
  });

  test('says why another view has another number', () => {
    expect(views.differs(view(11, 12))).toMatch(/agency’s view rests on all of them/);
    expect(views.differs({ ...view(12, 12, 0, 'agency'), byPublic: 11 })).toMatch(/public’s view rests on 11 of them/);
    for (const facts of [view(11, 12), { ...view(12, 12, 0, 'agency'), byPublic: 11 }])
      expect(views.differs(facts)).toMatch(/estimates differ; counts rest on public filings in every view/);
    expect(views.differs(view(12, 12))).toMatch(/finer hexes/);
    expect(views.differs({ ...view(11, 12, 0, 'provider') })).toMatch(/larger hexes/);
  });
});
