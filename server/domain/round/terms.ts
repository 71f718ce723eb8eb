/** What a round asks for, and how answers are scored. Both are fixed when it opens; only an amendment changes them. */

/** Null: not said. */
export interface Terms {
  readonly downloadMbps: number | null;
  readonly uploadMbps: number | null;
  readonly latencyMs: number | null;
  /** US dollars, for a household and month, at most. */
  readonly pricePerMonth: number | null;
  /** US dollars, at most, once. */
  readonly install: number | null;
  /** US dollars a month, at most. */
  readonly equipmentPerMonth: number | null;
  /** Gigabytes a month at least; null: no limit is asked for. */
  readonly dataCapGb: number | null;
  /** Months for which the price holds. */
  readonly termMonths: number | null;
  /** US dollars a month of a plan for households with little money; null: none is asked for. */
  readonly lowCostPlan: number | null;
  /** YYYY-MM-DD. */
  readonly startBy: string | null;
  readonly finishBy: string | null;
  /** Whatever else holds, in the state's words. */
  readonly words: string;
}

export const NO_TERMS: Terms = {
  downloadMbps: 100,
  uploadMbps: 20,
  latencyMs: 100,
  pricePerMonth: null,
  install: null,
  equipmentPerMonth: null,
  dataCapGb: null,
  termMonths: null,
  lowCostPlan: null,
  startBy: null,
  finishBy: null,
  words: '',
};

/** Without these nobody can answer, or answers cannot be compared. */
const NEEDED = [
  'downloadMbps',
  'uploadMbps',
  'latencyMs',
  'pricePerMonth',
  'finishBy',
] as const satisfies readonly (keyof Terms)[];

/** @returns names of what has to be said before the round opens */
export function missingTerms(terms: Terms): readonly (typeof NEEDED)[number][] {
  return NEEDED.filter((name) => terms[name] === null);
}

/** A criterion in the state's words, and its share of the score in per cent. */
export interface Criterion {
  readonly name: string;
  readonly weight: number;
}

export function sumOfWeights(criteria: readonly Criterion[]): number {
  return criteria.reduce((sum, { weight }) => sum + weight, 0);
}

/**
 * The deadline after an amendment: at least so much time remains for proposals to be confirmed. Source: Prozorro, where an edit near
 * the end moves the deadline.
 */
export function deadlineAfter(asked: Date, { now, marginSeconds }: { now: Date; marginSeconds: number }): Date {
  return new Date(Math.max(asked.getTime(), now.getTime() + marginSeconds * 1000));
}
