import { percentRange } from '../protect/percent.ts';

/**
 * Ranks clusters: many students without service, close together, near to existing service, and confirmed
 * by families' answers. All parts are shown beside the score, which depends on nothing else.
 */
export interface RankParts {
  /** Students without service, by share of locations. */
  readonly estimated: number;
  readonly densityPerKm2: number;
  /** From the center of its students without service to the nearest outside hex with served locations; null = none within 50 km. */
  readonly distanceKm: number | null;
  /** Among students with an answer in whole patches inside, the coded share that confirms a need; null = nobody answered. */
  readonly needShare: number | null;
  /** 0 to 100. */
  readonly score: number;
}

export type RankWeights = Readonly<Record<Exclude<keyof RankParts, 'score'>, number>>;

/** Weight of each part, in shares of any sum. Plain data: change it here; a reader may weigh otherwise on the page. */
export const RANK_WEIGHTS: RankWeights = { estimated: 40, densityPerKm2: 20, distanceKm: 20, needShare: 20 };

/** Start (0) and end (1) of each part's logarithmic scale. */
const SCALES = {
  estimated: { from: 10, to: 3000 },
  densityPerKm2: { from: 0.1, to: 10 },
  /** Nearer is better: extending a line is cheaper than starting one. Counted from 1 km, one hex away. */
  distanceKm: { from: 50, to: 1 },
} as const;

/** Value of an unknown share of need: neutral. */
const UNASKED = 0.5;

export interface RankInput {
  readonly estimated: number;
  readonly areaKm2: number;
  readonly distanceKm: number | null;
  /** Students with an answer in whole patches inside, and those who confirm a need. */
  readonly answered: number;
  readonly needs: number;
}

export function rankParts({ estimated, areaKm2, distanceKm, answered, needs }: RankInput): RankParts {
  const densityPerKm2 = rounded(estimated / areaKm2, 2);
  const needShare = answered === 0 ? null : codedShare(needs, answered);
  const parts = { estimated, densityPerKm2, distanceKm, needShare };
  return { ...parts, score: scoreOf(parts, RANK_WEIGHTS) };
}

/** 0 to 100, of the parts as they are shown: whoever reads them can compute it again. */
export function scoreOf(parts: Omit<RankParts, 'score'>, weights: RankWeights): number {
  const { estimated, densityPerKm2, distanceKm, needShare } = parts;
  const sum =
    weights.estimated * onScale(estimated, SCALES.estimated) +
    weights.densityPerKm2 * onScale(densityPerKm2, SCALES.densityPerKm2) +
    weights.distanceKm * (distanceKm === null ? 0 : onScale(distanceKm, SCALES.distanceKm)) +
    weights.needShare * (needShare ?? UNASKED);
  const whole = weights.estimated + weights.densityPerKm2 + weights.distanceKm + weights.needShare;
  return rounded((100 * sum) / whole, 1);
}

/** By score, descending; ties by id, so that the order never depends on the input's. */
export function byRank(one: { parts: RankParts; id: string }, other: { parts: RankParts; id: string }): number {
  return other.parts.score - one.parts.score || (one.id < other.id ? -1 : 1);
}

function onScale(value: number, { from, to }: { from: number; to: number }): number {
  const share = Math.log(Math.max(value, 1e-9) / from) / Math.log(to / from);
  return Math.min(1, Math.max(0, share));
}

/** A share in steps of 5 %, so that no count can be derived from it; null if the group is too small for any. */
export function codedShare(part: number, whole: number): number | null {
  const range = percentRange(whole);
  if (!range) return null;
  const step = 5 * Math.round((20 * part) / whole);
  return Math.min(range.highest, Math.max(range.lowest, step)) / 100;
}

function rounded(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
