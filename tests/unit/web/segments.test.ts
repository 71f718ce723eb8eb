import { describe, expect, test } from 'vitest';
import { type Choice, DEFAULT_CHOICE } from '../../../web/src/lib/choice.ts';
import { segmentsShown } from '../../../web/src/lib/segments.ts';

type Told = number | 'low' | 'high' | 'either';

/** A place of so many students in the one reading, each count a number or how it is hidden. */
function place(students: number, told: Record<string, Told>, choice: Partial<Choice> = {}) {
  const isNumber = ([, value]: [string, Told]) => typeof value === 'number';
  const entries = Object.entries(told);
  const hidden = Object.fromEntries(entries.filter((entry) => !isNumber(entry))) as Record<string, 'low'>;
  return segmentsShown({
    choice: { ...DEFAULT_CHOICE, ...choice },
    totals: {
      students,
      households: students,
      counts: Object.fromEntries(entries.map(([key, value]) => [key, typeof value === 'number' ? value : null])),
      hidden,
      estimates: {
        'estimated_lever.bead_2022.fcc.25_3.build': 12,
        'estimated_lever.bead_2022.fcc.25_3.check': 18,
        'estimated_lever.bead_2022.fcc.25_3.connect': 40,
        'estimated_lever.bead_2022.fcc.25_3.ask': 50,
      },
    },
    release: { benchmark: '100_20', floors: { students: 10, households: 5 } },
    heard: { filers: ['fcc', 'puc'], audience: 'public', commission: 'PSC', familiesDispute: true },
  });
}

const COUNTED = {
  'lever.build': 40,
  'lever.upgrade': 60,
  'lever.check': 100,
  'lever.connect': 50,
  'lever.ask': 250,
  'home.connected': 500,
};

describe('six segments of all students', () => {
  test('add up to all students, each of one standing', () => {
    const { parts, sum, hidden } = place(1000, COUNTED);
    expect(parts.map(({ segment, standing, least }) => [segment, standing, least])).toEqual([
      ['build', 'proven', 40],
      ['upgrade', 'proven', 60],
      ['connect', 'proven', 50],
      ['check', 'unclear', 100],
      ['ask', 'unasked', 250],
      ['connected', 'connected', 500],
    ]);
    expect({ sum, hidden }).toEqual({ sum: 1000, hidden: 0 });
  });

  test('say the gaps together: a count, at least so many where one is hidden, an estimate where one is', () => {
    expect(place(1000, COUNTED)).toMatchObject({ gaps: { amount: 150, isLeast: false }, isCounted: true });
    expect(place(1000, { ...COUNTED, 'lever.build': 'low' }).gaps).toEqual({ amount: 110, isLeast: true });
    expect(place(620, COUNTED, { source: 'fcc', tier: '25_3' })).toMatchObject({
      gaps: { amount: { about: 52 }, isLeast: false },
      isCounted: false,
    });
  });

  test('say how many are in what is hidden, and never read a hidden count as nobody', () => {
    const { parts, hidden } = place(1000, { ...COUNTED, 'lever.build': 'low' });
    expect(parts[0]).toMatchObject({ amount: 'low', least: 0 });
    expect(hidden).toBe(40);
  });

  test('call no student hidden where noise alone leaves a difference', () => {
    expect(place(1010, COUNTED)).toMatchObject({ sum: 1000, students: 1010, hidden: 0 });
  });

  test('draw nearly all for a count that hides how few are left', () => {
    const rest = {
      'lever.build': 0,
      'lever.upgrade': 0,
      'lever.check': 0,
      'lever.connect': 0,
      'lever.ask': 'low',
    } as const;
    const { parts, sum } = place(100, { ...rest, 'home.connected': 'high' });
    expect(parts.at(-1)).toMatchObject({ segment: 'connected', least: 91 });
    expect(sum).toBeLessThanOrEqual(100);
  });

  test('have nothing to upgrade at 25/3, and estimates beside the connected, who are counted', () => {
    const { parts, sum } = place(620, COUNTED, { source: 'fcc', tier: '25_3' });
    expect(parts.map(({ segment, amount }) => [segment, amount])).toEqual([
      ['build', { about: 12 }],
      ['connect', { about: 40 }],
      ['check', { about: 18 }],
      ['ask', { about: 50 }],
      ['connected', 500],
    ]);
    expect(sum).toBe(620);
  });
});
