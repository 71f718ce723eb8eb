/** By hand: each number below was worked out on paper from the formulas in the docstrings. */
import { describe, expect, it } from 'vitest';
import { estimatesOf, type Ground, type Reach, routeFeet, towersFor } from '../../../server/domain/cost/estimate.ts';
import {
  inputsOfCase,
  inputsWith,
  isInOrder,
  PRICE_NAMES,
  PRICES,
  RATE_NAMES,
  RATES,
} from '../../../server/domain/cost/inputs.ts';

const MILE_KM = 1.609344;
/** Ten miles of straight line, four of them within cells; 200 locations. */
const GROUND: Ground = { passings: 200, betweenKm: 6 * MILE_KM, withinKm: 4 * MILE_KM, areaKm2: 20 };
const REACH: Reach = { students: 90, studentsPerHousehold: 1.5, unaffordableShare: 0.25, withoutDeviceShare: 0.1 };

const flat = (value: number) => ({ low: value, median: value, high: value });
const INPUTS = inputsWith({
  undergroundPerFoot: { low: 10, median: 20, high: 40 },
  aerialPerFoot: flat(10),
  routeFactor: flat(1.5),
  drop: flat(1_000),
  tower: flat(200_000),
  receiver: flat(500),
  hotspot: flat(100),
  hotspotMonth: flat(20),
  sponsoredMonth: flat(15),
  device: flat(300),
  aerialShare: 0.5,
  takeUp: 0.5,
  homesPerTower: 40,
  towerReach: 5,
  hotspotReach: 0.5,
  months: 10,
});

describe('a screening estimate', () => {
  const { low, median, high } = estimatesOf(GROUND, REACH, INPUTS);

  it('prices fiber by the foot of route and by the drop', () => {
    // 10 miles x 1.5 x 5280 = 79,200 feet; x 15 USD = 1,188,000; 200 x 0.5 drops x 1,000 = 100,000.
    expect(routeFeet(GROUND, inputsOfCase(INPUTS, 'median'))).toBeCloseTo(79_200, 6);
    expect(median.fiber?.cost).toBeCloseTo(1_288_000, 3);
    expect(median.fiber?.students).toBe(45);
    expect(median.fiber?.perPassing).toBeCloseTo(6_440, 3);
    expect(median.fiber?.perHousehold).toBeCloseTo(1_288_000 / 60, 3);
    expect(median.fiber?.perStudent).toBeCloseTo(1_288_000 / 90, 3);
  });

  it('takes the length along roads as it is, and the factor for what stays straight', () => {
    const along = { ...GROUND, roads: { roadKm: 8 * MILE_KM, straightKm: 2 * MILE_KM } };
    // 8 miles of road, and (2 + 4) x 1.5 straight.
    expect(routeFeet(along, inputsOfCase(INPUTS, 'median'))).toBeCloseTo(17 * 5280, 6);
  });

  it('has a low and a high case by the prices alone', () => {
    expect(low.fiber?.cost).toBeCloseTo(79_200 * 10 + 100_000, 3);
    expect(high.fiber?.cost).toBeCloseTo(79_200 * 25 + 100_000, 3);
    expect([low.fiber?.students, high.fiber?.students]).toEqual([45, 45]);
  });

  it('counts towers by homes or by land, whichever is more', () => {
    // 100 homes by 40 = 3 towers; 20 km2 need one of 5 miles. 3 x 200,000 + 100 x 500.
    expect(median.wireless?.cost).toBe(650_000);
    const wide = { ...GROUND, areaKm2: 1_000, passings: 10 };
    // A circle of 5 miles is 203.4 km2: 1,000 need 5.
    expect(towersFor(wide, inputsOfCase(INPUTS, 'median'))).toBe(5);
  });

  it('pays hotspots and sponsored service by the month and the household', () => {
    // 60 households x 0.5 x (100 + 10 x 20) and 60 x 0.25 x 10 x 15.
    expect(median.hotspot).toMatchObject({
      cost: 9_000,
      students: 45,
      perPassing: null,
      perHousehold: 150,
      perStudent: 100,
    });
    expect(median.sponsored).toMatchObject({ cost: 2_250, students: 22.5, perPassing: null });
    expect(median.devices).toMatchObject({ cost: 2_700, students: 9 });
  });

  it('leaves out what needs a location where nobody filed with the FCC, and what needs an answer that is hidden', () => {
    const hidden = { ...REACH, unaffordableShare: null, withoutDeviceShare: null };
    const { median: known } = estimatesOf(null, hidden, INPUTS);
    expect(known).toMatchObject({ fiber: null, wireless: null, sponsored: null, devices: null });
    expect(known.hotspot?.cost).toBe(9_000);
  });

  it('divides by nobody nowhere', () => {
    const { median: empty } = estimatesOf({ ...GROUND, passings: 0 }, { ...REACH, students: 0 }, INPUTS);
    expect(empty.fiber).toMatchObject({ perPassing: null, perHousehold: null, perStudent: null });
  });
});

describe('the inputs', () => {
  it('have the published medians of a foot of fiber: 95,040 and 42,240 dollars a mile', () => {
    expect(PRICES.undergroundPerFoot.three.median * 5280).toBe(95_040);
    expect(PRICES.aerialPerFoot.three.median * 5280).toBe(42_240);
  });

  it('are in order and within their bounds', () => {
    for (const name of PRICE_NAMES) {
      const { three, least, most } = PRICES[name];
      expect([name, isInOrder(three), three.low >= least, three.high <= most]).toEqual([name, true, true, true]);
    }
    for (const name of RATE_NAMES) {
      const { one, least, most } = RATES[name];
      expect([name, one >= least, one <= most]).toEqual([name, true, true]);
    }
  });
});
