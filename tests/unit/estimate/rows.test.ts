import { describe, expect, it } from 'vitest';
import { type ComboCodes, comboCodes, comboText } from '../../../server/domain/estimate/combo.ts';
import {
  type Counting,
  NO_RATES,
  type PlaceCounts,
  ratesOfCounty,
  ratesOfState,
} from '../../../server/domain/estimate/rates.ts';
import { type Shown, wholeStudents, writeEstimates } from '../../../server/domain/estimate/row.ts';
import { type PatchStudents, type Rates, sumOver } from '../../../server/domain/estimate/sums.ts';
import { LEVERS, type Lever } from '../../../server/domain/lever.ts';
import { COUNT_KEYS, ESTIMATE_KEYS, PLACE_COUNT_KEYS } from '../../../server/domain/statistic.ts';
import type { Verdict } from '../../../server/domain/verdict.ts';
import { COMBO_SIZE } from '../../../server/domain/verdict-cells.ts';

/** The same verdict at every profile and tier; at 25/3 what lacks 100/20 only is served. */
function combo(fcc: Verdict, puc: Verdict, agreed: Verdict): ComboCodes {
  const at25 = (said: Verdict) => (said === 'underserved' ? 'served' : said);
  const said = Array.from({ length: COMBO_SIZE }, (_, i) =>
    i % 2 === 1 ? { fcc, puc, agreed } : { fcc: at25(fcc), puc: at25(puc), agreed: at25(agreed) },
  );
  return comboCodes(comboText(said, said));
}

const SERVED = combo('served', 'served', 'served');
const UNSERVED = combo('unserved', 'unserved', 'unserved');
const UNDERSERVED = combo('underserved', 'underserved', 'underserved');
const AGAINST = combo('served', 'unserved', 'partly');
const CODES = [SERVED, UNSERVED, UNDERSERVED, AGAINST];

const patch = (students: number, weights: number[], rates: Rates = NO_RATES): PatchStudents => ({
  students,
  rates,
  combos: weights.map((_, i) => i),
  weights,
});

const HUNDRED: Counting = { benchmark: '100_20', floor: 10 };

/** @param counts by key; those left out are hidden as `how` says, or few or none */
function place(students: number, counts: Record<string, number>, how: Record<string, string> = {}): PlaceCounts {
  return {
    students,
    counts: PLACE_COUNT_KEYS.map((key) => counts[key] ?? null),
    hidden: PLACE_COUNT_KEYS.map((key) => (key in counts ? '.' : (how[key] ?? 'l'))).join(''),
  };
}

function estimates(patches: readonly PatchStudents[], shown: Partial<Shown> = {}): Record<string, number> {
  const row = new Uint32Array(ESTIMATE_KEYS.length);
  writeEstimates(sumOver(patches, CODES), { connected: null, unanswered: null, unavailable: null, ...shown }, row);
  return Object.fromEntries(ESTIMATE_KEYS.map((key, i) => [key, row[i] ?? 0]));
}

const verdict = (said: Verdict, reading = 'bead_2022.agreed.100_20') => `estimated_verdict.${reading}.${said}`;
const lever = (said: Lever, reading = 'bead_2022.agreed.100_20') => `estimated_lever.${reading}.${said}`;
const rate = (rates: Rates, of: Lever) => rates.levers[LEVERS.indexOf(of)];

describe('an estimated verdict', () => {
  it('is students times the share of land, summed before it is rounded', () => {
    const land = patch(10, [3, 1]);
    expect(estimates([land])[verdict('unserved')]).toBe(3);
    expect(estimates([land, land])[verdict('unserved')]).toBe(5);
    expect(estimates([land, land])[verdict('served')]).toBe(15);
  });

  it('is of each source its own', () => {
    const row = estimates([patch(20, [0, 0, 0, 1])]);
    expect([row[verdict('served', 'any.fcc.100_20')], row[verdict('unserved', 'any.puc.25_3')]]).toEqual([20, 20]);
    expect(row[verdict('partly')]).toBe(20);
  });

  it('rounds halves up whichever way a sum was added up', () => {
    expect([0.5, 1.4999999999, 1.49, 2.5].map(wholeStudents)).toEqual([1, 2, 1, 3]);
  });
});

describe('rates', () => {
  const sums = sumOver([patch(100, [6, 4])], CODES);
  const state = ratesOfState(
    place(100, { 'lever.build': 20, 'lever.connect': 12, 'lever.ask': 30, 'home.unanswered': 50 }),
    sums,
    HUNDRED,
  );

  it('are shown counts by estimated students', () => {
    expect([rate(state, 'build'), rate(state, 'connect'), rate(state, 'ask')]).toEqual([20 / 40, 12 / 60, 30 / 60]);
    expect(state.unanswered).toBe(50 / 100);
  });

  it('together are never more than everybody', () => {
    const over = ratesOfCounty(
      place(100, { 'lever.connect': 60, 'lever.ask': 60, 'lever.build': 50 }),
      sums,
      HUNDRED,
      state,
    );
    expect([rate(over, 'connect'), rate(over, 'ask'), rate(over, 'build')]).toEqual([0.5, 0.5, 1]);
  });

  it('are the state’s where a county’s count is hidden, as far as that may be', () => {
    const hidden = (how: string) =>
      ratesOfCounty(place(100, {}, { 'lever.build': how }), sums, HUNDRED, { ...state, levers: [0.3, 0, 0, 0, 0] });
    expect(rate(hidden('e'), 'build')).toBe(0.3);
    expect(rate(hidden('l'), 'build')).toBe(5 / 40);
    expect(rate(hidden('h'), 'build')).toBe(1);
  });

  it('of a verdict that nobody has in the one reading are as many as are not connected', () => {
    const at25: Counting = { benchmark: '25_3', floor: 10 };
    const lacking = sumOver([patch(100, [0, 0, 1])], CODES);
    const rates = ratesOfState(place(100, { 'home.connected': 70, 'lever.connect': 20 }), lacking, at25);
    expect(rate(rates, 'upgrade')).toBeCloseTo(0.3);
    expect(rate(rates, 'connect')).toBe(0.2);
  });
});

describe('an estimated lever', () => {
  const rates: Rates = { levers: [0.5, 0.4, 0.3, 0.2, 0.1], unanswered: 0.2 };
  const mixed = patch(100, [5, 3, 2], rates);

  it('is students of its verdict at the rate of the county', () => {
    const row = estimates([mixed]);
    expect(LEVERS.map((of) => row[lever(of)])).toEqual([15, 8, 0, 10, 5]);
    expect(row[lever('build', 'any.fcc.25_3')]).toBe(15);
    expect(row[lever('connect', 'any.fcc.25_3')]).toBe(14);
  });

  it('follows both answers where both are shown, and none where one is not', () => {
    const row = estimates([mixed], { connected: 40, unanswered: 30 });
    // Of 20 expected without an answer there are 30, so ask is 5 x 1.5; the other four fill 60 - 7.5 in proportion 15 : 8 : 0 : 10.
    expect(LEVERS.map((of) => row[lever(of)])).toEqual([24, 13, 0, 16, 8]);
    expect(estimates([mixed], { connected: 40 })).toEqual(estimates([mixed]));
    expect(estimates([mixed], { unanswered: 30 })).toEqual(estimates([mixed]));
  });

  it('is nobody where noise shows more connected than there are', () => {
    const row = estimates([mixed], { connected: 102, unanswered: 10 });
    expect(LEVERS.map((of) => row[lever(of)])).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('estimated disputes', () => {
  const land = patch(100, [5, 0, 0, 5]);

  it('lie where filings contradict each other, and count families only from a published count', () => {
    expect(estimates([land])['estimated_disputed.wired']).toBe(50);
    // Of 20 families half live where a filing says served and none contradicts it.
    expect(estimates([land], { unavailable: 20 })['estimated_disputed.wired']).toBe(60);
  });
});

it('an estimate never takes the name of a count', () => {
  expect(ESTIMATE_KEYS.every((key) => key.startsWith('estimated_'))).toBe(true);
  expect([...COUNT_KEYS, ...PLACE_COUNT_KEYS].some((key) => key.startsWith('estimated_'))).toBe(false);
});
