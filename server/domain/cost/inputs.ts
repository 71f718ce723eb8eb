/**
 * What a screening estimate starts from. Each input has a value, its unit, its bounds and where it comes from; whoever uses it may
 * put another in its place. A *price* has three values, for the low, the median and the high case; a *rate* is the same in all.
 */

export const COST_CASES = ['low', 'median', 'high'] as const;
export type CostCase = (typeof COST_CASES)[number];

export type Three = Readonly<Record<CostCase, number>>;

export const COST_UNITS = ['usdPerFoot', 'usd', 'usdPerMonth', 'share', 'factor', 'homes', 'miles', 'months'] as const;
export type CostUnit = (typeof COST_UNITS)[number];

/**
 * Where an input comes from; words in the catalog `cost`.
 *
 * - `fba2025`: Fiber Broadband Association and Cartesian, Fiber Deployment Cost Annual Report 2025, medians; low and high are ours
 * - `circuity`: road over straight distance: 1.20 (Ballou, Rahardja and Sakai 2002, United States), 1.417 (Boscoe, Henry and Zdeb
 *   2012); high is ours
 * - `hotspots2024`: caps of the FCC's order on E-Rate hotspots (FCC 24-76); low and high are ours. Ineligible since 30 Sep 2025
 * - `everybodyLearns`: Connecticut, 10 to 20 USD per home and month, five companies (unconfirmed)
 * - `ecf2021`: cap of the Emergency Connectivity Fund for a computer (FCC 21-58), as the high case; low and median are ours
 * - `own`: an assumption of Gapmap's without a source, to be replaced by a local figure
 */
export const COST_SOURCES = ['fba2025', 'circuity', 'hotspots2024', 'everybodyLearns', 'ecf2021', 'own'] as const;
export type CostSource = (typeof COST_SOURCES)[number];

interface Described {
  readonly unit: CostUnit;
  readonly source: CostSource;
  readonly least: number;
  readonly most: number;
}
export type Price = Described & { readonly three: Three };
export type Rate = Described & { readonly one: number };

const price = (low: number, median: number, high: number, unit: CostUnit, source: CostSource, most: number): Price => ({
  three: { low, median, high },
  unit,
  source,
  least: 0,
  most,
});
const rate = (one: number, unit: CostUnit, least: number, most: number): Rate => ({
  one,
  unit,
  source: 'own',
  least,
  most,
});

export const PRICES = {
  undergroundPerFoot: price(12, 18, 30, 'usdPerFoot', 'fba2025', 1_000),
  aerialPerFoot: price(5, 8, 14, 'usdPerFoot', 'fba2025', 1_000),
  routeFactor: { ...price(1.2, 1.4, 1.6, 'factor', 'circuity', 10), least: 1 },
  drop: price(500, 800, 1_500, 'usd', 'own', 100_000),
  tower: price(100_000, 200_000, 350_000, 'usd', 'own', 10_000_000),
  receiver: price(300, 450, 700, 'usd', 'own', 100_000),
  hotspot: price(50, 90, 120, 'usd', 'hotspots2024', 10_000),
  hotspotMonth: price(10, 15, 25, 'usdPerMonth', 'hotspots2024', 1_000),
  sponsoredMonth: price(10, 15, 20, 'usdPerMonth', 'everybodyLearns', 1_000),
  device: price(250, 330, 400, 'usd', 'ecf2021', 10_000),
} as const satisfies Record<string, Price>;

export const RATES = {
  aerialShare: rate(0.6, 'share', 0, 1),
  takeUp: rate(0.6, 'share', 0.01, 1),
  homesPerTower: rate(150, 'homes', 1, 10_000),
  towerReach: rate(5, 'miles', 0.5, 50),
  hotspotReach: rate(0.7, 'share', 0, 1),
  months: rate(36, 'months', 1, 240),
} as const satisfies Record<string, Rate>;

export type PriceName = keyof typeof PRICES;
export type RateName = keyof typeof RATES;

export const PRICE_NAMES = Object.keys(PRICES) as readonly PriceName[];
export const RATE_NAMES = Object.keys(RATES) as readonly RateName[];

/** Values of all inputs. */
export type CostInputs = Readonly<Record<PriceName, Three>> & Readonly<Record<RateName, number>>;
/** Those of one case. */
export type CaseInputs = Readonly<Record<PriceName | RateName, number>>;
/** Values that replace the defaults. */
export type OwnInputs = { readonly [Name in PriceName]?: Three } & { readonly [Name in RateName]?: number };

export function inputsWith(own: OwnInputs = {}): CostInputs {
  const prices = PRICE_NAMES.map((name) => [name, own[name] ?? PRICES[name].three]);
  const rates = RATE_NAMES.map((name) => [name, own[name] ?? RATES[name].one]);
  return Object.fromEntries([...prices, ...rates]) as CostInputs;
}

export function inputsOfCase(inputs: CostInputs, of: CostCase): CaseInputs {
  const prices = PRICE_NAMES.map((name) => [name, inputs[name][of]]);
  const rates = RATE_NAMES.map((name) => [name, inputs[name]]);
  return Object.fromEntries([...prices, ...rates]) as CaseInputs;
}

/** A price whose three cases are out of order would call the dearer one low. */
export function isInOrder({ low, median, high }: Three): boolean {
  return low <= median && median <= high;
}
