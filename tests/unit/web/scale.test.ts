import { beforeAll, describe, expect, test } from 'vitest';
import { HIDDEN_CODES } from '../../../server/domain/hidden.ts';
import { LEVERS } from '../../../server/domain/lever.ts';
import { legendRows } from '../../../web/src/features/legend/rows.ts';
import {
  type Choice,
  DEFAULT_CHOICE,
  keysOf,
  leverKeys,
  MEASURES,
  measureKey,
  SOURCE_CHOICES,
} from '../../../web/src/lib/choice.ts';
import { classify } from '../../../web/src/lib/classify.ts';
import { contrast, difference, gamma, linear, type Rgb, rgbOf } from '../../../web/src/lib/color.ts';
import { mapMessages } from '../../../web/src/lib/messages.ts';
import { breaksOf, FEW, HIDDEN, NO_ANSWERS, PARTLY, stepOf, stylesOf } from '../../../web/src/lib/scale.ts';
import { GROUNDS, HUES, THEMES } from '../../../web/src/lib/theme.ts';

beforeAll(() => mapMessages.load());

function classOf(
  choice: Choice,
  students: number,
  counts: Record<string, number>,
  resolution = 7,
): { class: number; value: number } {
  const classes = new Uint8Array(1);
  const values = new Uint32Array(1);
  const codes = (key: string) => (key in counts ? [counts[key] ?? 0] : undefined);
  classify({ length: 1, students: [students], resolution: [resolution], codes }, choice, 10, classes, values);
  return { class: classes[0] ?? -1, value: values[0] ?? -1 };
}

const build: Choice = { ...DEFAULT_CHOICE, measure: 'build' };
const equip: Choice = { ...DEFAULT_CHOICE, measure: 'equip' };
const unservedKey = measureKey(DEFAULT_CHOICE) ?? '';

describe('the class of a hex', () => {
  test('is hidden when the tile says fewer than the floor, by a code or by leaving the column out', () => {
    expect(classOf(equip, 50, { equip: HIDDEN_CODES.low }).class).toBe(HIDDEN);
    expect(classOf(equip, 50, {}).class).toBe(HIDDEN);
    expect(classOf(equip, 12, { equip: HIDDEN_CODES.either }).class).toBe(HIDDEN);
  });

  test('counts "all but fewer than 10" as at least the rest', () => {
    expect(classOf(equip, 100, { equip: HIDDEN_CODES.high })).toEqual({ class: 3, value: 91 });
  });

  test('is never hidden of an estimate: under ten it names no number, whatever the floor', () => {
    for (const estimate of [0, 1, 2, 3, 9])
      expect(classOf(DEFAULT_CHOICE, 50, { [unservedKey]: estimate })).toEqual({ class: FEW, value: estimate });
    expect(classOf(DEFAULT_CHOICE, 50, {}).class).toBe(FEW);
    expect(classOf(DEFAULT_CHOICE, 50, { [unservedKey]: 10 }, 5).class).toBe(0);
    expect(classOf({ ...DEFAULT_CHOICE, source: 'disputed' }, 50, {}).class).toBe(FEW);
  });

  test.each([
    ['counted', equip],
    ['estimated', DEFAULT_CHOICE],
  ])('takes its step from the breaks the legend prints, where students are %s', (_, choice) => {
    for (const level of [5, 6, 7, 8])
      for (const row of legendRows(choice, level, 10).slice(0, 5)) {
        const here = /\(([\d,]+)/.exec(row.words)?.[1]?.replace(',', '');
        if (here === undefined) continue;
        expect(classOf(choice, 9999, { [measureKey(choice) ?? '']: Number(here) }, level).class).toBe(row.class);
      }
  });

  test('says partly or no answers where that is why there is no number', () => {
    const partly = 'estimated_verdict.bead_2022.agreed.100_20.partly';
    for (const choice of [DEFAULT_CHOICE, build]) expect(classOf(choice, 40, { [partly]: 20 }).class).toBe(PARTLY);
    expect(classOf(build, 40, { [partly]: 19 }).class).toBe(FEW);
    expect(classOf(equip, 40, { 'device.unanswered': 30 }).class).toBe(NO_ANSWERS);
    expect(classOf(equip, 40, { 'device.unanswered': 12 }).class).toBe(HIDDEN);
  });

  test('is the lever most students need when all are shown, and none where each is of fewer than ten', () => {
    const keys = leverKeys(DEFAULT_CHOICE);
    const all: Choice = { ...DEFAULT_CHOICE, measure: 'all' };
    const counts = { [keys.get('build') ?? '']: 12, [keys.get('connect') ?? '']: 30 };
    expect(classOf(all, 90, counts)).toEqual({ class: LEVERS.indexOf('connect'), value: 30 });
    expect(classOf(all, 90, { [keys.get('connect') ?? '']: 9 })).toEqual({ class: FEW, value: 9 });
  });

  test('has a row in the legend whatever is asked', () => {
    for (const measure of MEASURES)
      for (const source of SOURCE_CHOICES) {
        const choice: Choice = { ...DEFAULT_CHOICE, measure, source };
        const rows = legendRows(choice, 7, 10).map((row) => row.class);
        for (const share of [0, 5, 30, 90])
          expect(rows).toContain(classOf(choice, 100, shareOfEverything(choice, share)).class);
      }
  });
});

function shareOfEverything(choice: Choice, students: number): Record<string, number> {
  return Object.fromEntries(keysOf(choice).map((key) => [key, students]));
}

describe('the steps of the scale', () => {
  // Square miles of a hexagon, from the H3 documentation's square kilometers, divided by 2.59.
  test.each([
    [5, [10, 98, 489, 2442, 9765]],
    [6, [10, 14, 70, 349, 1395]],
    [7, [10, 10, 10, 50, 200]],
    [8, [10, 10, 10, 10, 29]],
  ])('are students to a square mile at every zoom: resolution %i', (resolution, expected) => {
    expect(breaksOf(DEFAULT_CHOICE, resolution, 10)).toEqual(expected);
  });

  test('begin at the floor and never fall, also where a state raises the floor', () => {
    for (const resolution of [5, 6, 7, 8])
      for (const floor of [5, 10, 20, 40]) {
        const breaks = breaksOf(equip, resolution, floor);
        expect(breaks[0]).toBe(floor);
        expect(breaksOf(DEFAULT_CHOICE, resolution, floor)[0]).toBe(10);
        expect(breaks).toEqual([...breaks].sort((a, b) => a - b));
      }
  });

  test('give the rest of a large hex the color of its own land, not of the small hexes above it', () => {
    expect(classOf(DEFAULT_CHOICE, 90, { [unservedKey]: 40 }, 5).class).toBe(0);
    expect(classOf(DEFAULT_CHOICE, 90, { [unservedKey]: 40 }, 7).class).toBe(2);
  });

  test('hold every number in exactly one step', () => {
    expect([10, 19, 20, 159, 160, 9999].map((value) => stepOf(value, [10, 20, 40, 80, 160]))).toEqual([
      0, 0, 1, 3, 4, 4,
    ]);
  });
});

describe('the colors of the scale', () => {
  test('of levers stand out of the paper by 3 to 1', () => {
    for (const lever of LEVERS)
      expect(contrast(rgbOf(HUES[lever]), rgbOf(GROUNDS.light.land)), lever).toBeGreaterThanOrEqual(3);
  });

  test('of levers stay apart for the common color-vision deficiencies', () => {
    for (const [name, seen] of Object.entries(DEFICIENCIES))
      LEVERS.forEach((one, i) => {
        for (const other of LEVERS.slice(i + 1))
          expect(
            difference(seen(rgbOf(HUES[one])), seen(rgbOf(HUES[other]))),
            `${one} and ${other}, ${name}`,
          ).toBeGreaterThan(9);
      });
  });

  test('of the five steps grow darker, or on dark paper lighter, by steps one can tell', () => {
    for (const theme of THEMES)
      for (const measure of MEASURES.filter((candidate) => candidate !== 'all')) {
        const steps = stylesOf({ ...DEFAULT_CHOICE, measure }, theme).slice(0, 5);
        for (let i = 1; i < 5; i++)
          expect(difference(steps[i - 1]?.fill ?? [0, 0, 0], steps[i]?.fill ?? [0, 0, 0])).toBeGreaterThan(4);
      }
  });

  test('of fewer than ten are plain, and none of the steps', () => {
    for (const theme of THEMES) {
      const styles = stylesOf(DEFAULT_CHOICE, theme);
      expect(styles[FEW]?.pattern).toBe('solid');
      for (const step of styles.slice(0, 5))
        expect(difference(step.fill, styles[FEW]?.fill ?? [0, 0, 0]), theme).toBeGreaterThan(5);
    }
  });

  test('of what is hidden carry a pattern and are none of the steps', () => {
    const styles = stylesOf(build, 'light');
    for (const number of [HIDDEN, NO_ANSWERS, PARTLY]) {
      expect(styles[number]?.pattern).not.toBe('solid');
      expect(styles[number]?.always).toBe(true);
      for (const step of styles.slice(0, 5))
        expect(difference(step.fill, styles[number]?.fill ?? [0, 0, 0])).toBeGreaterThan(5);
    }
  });
});

/** Full dichromacy after Viénot, Brettel and Mollon (1999), in linear RGB. */
const DEFICIENCIES: Record<string, (color: Rgb) => Rgb> = {
  'normal sight': (color) => color,
  protanopia: simulated([0.11238, 0.88762, 0, 0.11238, 0.88762, 0, 0.00401, -0.00401, 1]),
  deuteranopia: simulated([0.29275, 0.70725, 0, 0.29275, 0.70725, 0, -0.02234, 0.02234, 1]),
};

function simulated(m: readonly number[]): (color: Rgb) => Rgb {
  return (color) => {
    const [r, g, b] = color.map(linear) as [number, number, number];
    const row = (i: number) => gamma((m[i] ?? 0) * r + (m[i + 1] ?? 0) * g + (m[i + 2] ?? 0) * b);
    return [row(0), row(3), row(6)];
  };
}
