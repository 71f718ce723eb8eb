import { beforeAll, describe, expect, test } from 'vitest';
import { amountInShort, amountInWords, countInWords, shareInWords } from '../../../web/src/lib/amount-words.ts';
import { DEFAULT_CHOICE, MEASURES, PROFILES, SOURCE_CHOICES, VERDICT_TIERS } from '../../../web/src/lib/choice.ts';
import { atLeast, isNumber } from '../../../web/src/lib/counts.ts';
import { momentInWords } from '../../../web/src/lib/format.ts';
import { answerable } from '../../../web/src/lib/heard.ts';
import { filingsMessages, mapMessages } from '../../../web/src/lib/messages.ts';
import { countedAs, sentence } from '../../../web/src/lib/words.ts';

beforeAll(() => Promise.all([filingsMessages.load(), mapMessages.load()]));

describe('a count in words', () => {
  test('says how it is hidden and is never blank or zero', () => {
    expect(countInWords('low')).toBe('few or none');
    expect(countInWords('high')).toBe('nearly all');
    expect(countInWords('either')).toMatch(/hidden/);
    expect(countInWords(1240)).toBe('1,240');
  });

  test('is at least the rest when all but a few are meant', () => {
    expect(atLeast('high', 100, 10)).toBe(91);
    expect(atLeast('low', 100, 10)).toBe(0);
  });
});

describe('an estimate in words', () => {
  test('says that nobody counted it, and names no number under ten', () => {
    expect(amountInWords({ about: 1240 })).toBe('about 1,240, by share of locations');
    for (const about of [0, 1, 3, 9]) {
      expect(amountInWords({ about })).toBe('fewer than 10, by share of locations');
      expect(isNumber({ about })).toBe(false);
    }
    expect(amountInShort({ about: 10 })).toBe('about 10');
    expect(amountInWords(1240)).toBe('1,240');
  });
});

describe('a share in words', () => {
  test('is coded coarser the smaller the group, and not given for fewer than ten', () => {
    expect(shareInWords(999, 1000)).toBe('at least 99 in 100');
    expect(shareInWords(1, 50)).toBe('at most 5 in 100');
    expect(shareInWords(11, 12)).toBe('at least 80 in 100');
    expect(shareInWords(3, 9)).toBeUndefined();
    expect(shareInWords(410, 1000)).toBe('about 41 in 100');
  });
});

describe('the sentence of the map', () => {
  test('uses no word a legislator would not', () => {
    for (const measure of MEASURES)
      for (const source of SOURCE_CHOICES)
        for (const profile of PROFILES)
          for (const tier of VERDICT_TIERS)
            for (const layer of ['hexes', 'coverage'] as const)
              for (const filers of [['fcc', 'puc'], ['fcc'], ['puc'], []] as const) {
                const heard = { filers, audience: 'public', commission: 'PUC', familiesDispute: true };
                const choice = answerable({ ...DEFAULT_CHOICE, layer, measure, source, profile, tier }, heard);
                expect(`${sentence(choice, heard)} ${countedAs(choice, heard)}`).not.toMatch(
                  /BSL|NGSO|GSO|verdict|patch|undefined|_/,
                );
              }
  });
});

test('a time in words is by the clock of the reader, and says which that is', () => {
  expect(momentInWords('2026-06-30T15:02:00Z')).toMatch(/^(Jun|Jul) \d{1,2}, 2026, \d{1,2}:\d{2} [AP]M \S+$/);
});
