/** What each lever would cost on one piece of land: a screening estimate, not a bid. All amounts in US dollars. */

import { KM_A_MILE } from '../miles.ts';
import { type CaseInputs, COST_CASES, type CostCase, type CostInputs, inputsOfCase } from './inputs.ts';
import type { RoadNetwork } from './roads.ts';

/** Ways to connect; a piece of land gets at most one of them under a budget. Fiber and wireless stay, the others last while paid for. */
export const CONNECTING = ['fiber', 'wireless', 'hotspot', 'sponsored'] as const;
export type Connecting = (typeof CONNECTING)[number];
export const COST_LEVERS = [...CONNECTING, 'devices'] as const;
export type CostLever = (typeof COST_LEVERS)[number];

/** Public locations without service, and the lines to them. */
export interface Ground {
  /** Locations without service, by the FCC filing. */
  readonly passings: number;
  /** Straight lines between cells with such locations, from the nearest cell with wired service at 100/20. */
  readonly betweenKm: number;
  /** The same along roads; undefined where none are known. */
  readonly roads?: RoadNetwork;
  /** Expected lines within those cells. */
  readonly withinKm: number;
  readonly areaKm2: number;
}

/** Published numbers of one audience, and what follows from them. */
export interface Reach {
  /** Estimated, without service, by share of locations. */
  readonly students: number;
  readonly studentsPerHousehold: number;
  /** Of students, by answers; null: hidden. */
  readonly unaffordableShare: number | null;
  readonly withoutDeviceShare: number | null;
}

export interface Estimate {
  readonly cost: number;
  /** Students it would connect; of devices, those who get one. */
  readonly students: number;
  /** Per location without service; null where nothing is built. */
  readonly perPassing: number | null;
  /** Per household with students without service. */
  readonly perHousehold: number | null;
  /** Per student without service. */
  readonly perStudent: number | null;
}

/** Null: cannot be costed, as there is no ground, or the answers it needs are hidden. */
export type EstimatesOfCase = Readonly<Record<CostLever, Estimate | null>>;
export type Estimates = Readonly<Record<CostCase, EstimatesOfCase>>;

/** @param ground null: nobody filed with the FCC, so that no location is known */
export function estimatesOf(ground: Ground | null, reach: Reach, inputs: CostInputs): Estimates {
  const cases = COST_CASES.map((of) => [of, estimatesIn(ground, reach, inputsOfCase(inputs, of))]);
  return Object.fromEntries(cases) as Estimates;
}

function estimatesIn(ground: Ground | null, reach: Reach, by: CaseInputs): EstimatesOfCase {
  const { unaffordableShare: price, withoutDeviceShare: without } = reach;
  return {
    fiber: ground && built(ground, reach, by, fiberCost(ground, by)),
    wireless: ground && built(ground, reach, by, wirelessCost(ground, by)),
    hotspot: paid(reach, by.hotspotReach, hotspotCost(reach, by)),
    sponsored: price === null ? null : paid(reach, price, sponsoredCost(reach, price, by)),
    devices: without === null ? null : paid(reach, without, reach.students * without * by.device),
  };
}

const FEET_PER_KM = 5280 / KM_A_MILE;

/**
 * Feet of route, times the price of a foot on poles and in the ground by the share on poles, and a drop for each location that
 * subscribes. Form: FBA and Cartesian, Fiber Deployment Cost Annual Report 2025, which prices route by foot and method.
 */
export function fiberCost(ground: Ground, by: CaseInputs): number {
  const feet = routeFeet(ground, by);
  const perFoot = by.aerialShare * by.aerialPerFoot + (1 - by.aerialShare) * by.undergroundPerFoot;
  return feet * perFoot + ground.passings * by.takeUp * by.drop;
}

/** Straight lines times the factor by which roads are longer. */
export function routeFeet({ betweenKm, roads, withinKm }: Ground, { routeFactor }: CaseInputs): number {
  const straight = (roads ? roads.straightKm : betweenKm) + withinKm;
  return ((roads?.roadKm ?? 0) + straight * routeFactor) * FEET_PER_KM;
}

/** Towers, and a receiver for each location that subscribes. */
function wirelessCost(ground: Ground, by: CaseInputs): number {
  return towersFor(ground, by) * by.tower + ground.passings * by.takeUp * by.receiver;
}

/** As many as the land needs by their reach, or the homes by their number, whichever is more. Hills are not known: the reach is an input. */
export function towersFor({ areaKm2, passings }: Ground, by: CaseInputs): number {
  const circleKm2 = Math.PI * by.towerReach ** 2 * KM_A_MILE ** 2;
  return Math.max(Math.ceil(areaKm2 / circleKm2), Math.ceil((passings * by.takeUp) / by.homesPerTower));
}

/** One hotspot a household that has a signal, and its months. */
function hotspotCost(reach: Reach, by: CaseInputs): number {
  return householdsOf(reach) * by.hotspotReach * (by.hotspot + by.months * by.hotspotMonth);
}

/** Months of service for the households where price is the barrier; somebody must sell service there. */
function sponsoredCost(reach: Reach, share: number, by: CaseInputs): number {
  return householdsOf(reach) * share * by.months * by.sponsoredMonth;
}

function householdsOf({ students, studentsPerHousehold }: Reach): number {
  return students / studentsPerHousehold;
}

function built({ passings }: Ground, reach: Reach, by: CaseInputs, cost: number): Estimate {
  return { ...paid(reach, by.takeUp, cost), perPassing: per(cost, passings) };
}

/** @param share of students it reaches */
function paid(reach: Reach, share: number, cost: number): Estimate {
  return {
    cost,
    students: reach.students * share,
    perPassing: null,
    perHousehold: per(cost, householdsOf(reach)),
    perStudent: per(cost, reach.students),
  };
}

function per(cost: number, of: number): number | null {
  return of > 0 ? cost / of : null;
}
