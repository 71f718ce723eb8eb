import { describe, expect, test } from 'vitest';
import { amountShown, leverAmount, type Shown } from '../../../web/src/lib/amounts.ts';
import { type Choice, DEFAULT_CHOICE, leverKeys, measureKey } from '../../../web/src/lib/choice.ts';

const LEVERS_COUNTED = {
  'lever.build': 40,
  'lever.upgrade': null,
  'lever.check': 12,
  'lever.connect': 80,
  'lever.ask': 20,
};

/** A county whose estimates are all 7 but one. */
function county(choice: Partial<Choice>, filers: Shown['heard']['filers'] = ['fcc', 'puc']): Shown {
  const asked: Choice = { ...DEFAULT_CHOICE, ...choice };
  const keys = [measureKey(asked) ?? 'equip', ...leverKeys(asked).values()];
  return {
    choice: asked,
    totals: {
      students: 300,
      households: 200,
      counts: { ...LEVERS_COUNTED, equip: 55 },
      hidden: { 'lever.upgrade': 'low' },
      estimates: Object.fromEntries(keys.filter((key) => key !== 'equip').map((key) => [key, 7])),
    },
    release: { benchmark: '100_20', floors: { students: 10, households: 5 } },
    heard: { filers, audience: 'public', commission: 'PUC', familiesDispute: true },
  };
}

describe('the number of a place', () => {
  test('is an estimate of what filings say, and a count of devices', () => {
    expect(amountShown(county({}))).toEqual({ about: 7 });
    expect(amountShown(county({ source: 'disputed' }))).toEqual({ about: 7 });
    expect(amountShown(county({ measure: 'equip' }))).toBe(55);
  });

  test('is the count of a lever in the one reading it is counted in, else the estimate', () => {
    expect(amountShown(county({ measure: 'build' }))).toBe(40);
    expect(amountShown(county({ measure: 'upgrade' }))).toBe('low');
    for (const other of [{ tier: '25_3' }, { profile: 'wired' }, { source: 'fcc' }] as const)
      expect(amountShown(county({ measure: 'build', ...other }))).toEqual({ about: 7 });
  });

  test('is the count too where one alone filed, as both agree on what it says', () => {
    expect(amountShown(county({ measure: 'build', source: 'fcc' }, ['fcc']))).toBe(40);
  });

  test('of all gaps is a sum of the proven ones, without who is unclear or gave no answer; an estimate where any is one', () => {
    expect(amountShown(county({ measure: 'all' }))).toBe(120);
    expect(amountShown(county({ measure: 'all', tier: '25_3' }))).toEqual({ about: 14 });
    expect(leverAmount(county({ measure: 'all' }), 'ask')).toBe(20);
  });
});
