/** Points that evaluators give an alternative by the criteria of its round, and what they come to. */
import { type Criterion, sumOfWeights } from './terms.ts';

export const MOST_POINTS = 100;

export interface Points {
  /** Its place among the round's criteria, from 1. */
  readonly criterion: number;
  /** 0 to MOST_POINTS. */
  readonly points: number;
}

export interface Score {
  /** Of each criterion, the mean of its evaluators' points; null: nobody gave any. */
  readonly means: readonly (number | null)[];
  /** Means by weight, to one decimal; null until each criterion has points. */
  readonly total: number | null;
}

export function scoreOf(criteria: readonly Criterion[], given: readonly Points[]): Score {
  const means = criteria.map((_, at) => meanOf(given.filter(({ criterion }) => criterion === at + 1)));
  const weighted = criteria.reduce((sum, { weight }, at) => sum + weight * (means[at] ?? 0), 0);
  const isWhole = criteria.length > 0 && means.every((mean) => mean !== null);
  return { means, total: isWhole ? oneDecimal(weighted / sumOfWeights(criteria)) : null };
}

function meanOf(given: readonly Points[]): number | null {
  if (given.length === 0) return null;
  return given.reduce((sum, { points }) => sum + points, 0) / given.length;
}

/** Total of what is chosen, by the students of each; null where one has none yet. */
export function scoreOfChoice(
  chosen: readonly { readonly students: number; readonly total: number | null }[],
): number | null {
  const students = chosen.reduce((sum, one) => sum + one.students, 0);
  if (students === 0 || chosen.some(({ total }) => total === null)) return null;
  return oneDecimal(chosen.reduce((sum, one) => sum + one.students * (one.total ?? 0), 0) / students);
}

function oneDecimal(value: number): number {
  return Math.round(10 * value) / 10;
}
