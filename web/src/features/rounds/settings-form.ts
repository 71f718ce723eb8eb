/** What staff type of a round, as text, and as the API takes it. */
import type { Round, RoundBody } from './queries.ts';

export type Terms = Round['terms'];
/** Terms that are numbers. */
export const NUMBERS = [
  'downloadMbps',
  'uploadMbps',
  'latencyMs',
  'pricePerMonth',
  'install',
  'equipmentPerMonth',
  'dataCapGb',
  'termMonths',
  'lowCostPlan',
] as const satisfies readonly (keyof Terms)[];
export const DAYS = ['startBy', 'finishBy'] as const satisfies readonly (keyof Terms)[];

export type TermsTyped = Readonly<Record<keyof Terms, string>>;
export type ScoringTyped = readonly { readonly name: string; readonly weight: string }[];

export function typedTerms(terms: Terms): TermsTyped {
  return Object.fromEntries(Object.entries(terms).map(([name, value]) => [name, String(value ?? '')])) as TermsTyped;
}

export function termsOf(typed: TermsTyped): Terms {
  const numbers = Object.fromEntries(NUMBERS.map((name) => [name, numberOf(typed[name])]));
  const days = Object.fromEntries(DAYS.map((name) => [name, typed[name] || null]));
  return { ...numbers, ...days, words: typed.words } as Terms;
}

export function typedScoring(scoring: Round['scoring']): ScoringTyped {
  return scoring.map(({ name, weight }) => ({ name, weight: String(weight) }));
}

/** Lines without a name are left out. */
export function scoringOf(typed: ScoringTyped): RoundBody['scoring'] {
  return typed
    .filter(({ name }) => name.trim() !== '')
    .map(({ name, weight }) => ({ name: name.trim(), weight: Math.round(numberOf(weight) ?? 0) }));
}

export function numberOf(text: string): number | null {
  const value = Number(text);
  return text.trim() === '' || !Number.isFinite(value) ? null : value;
}

/** Of `datetime-local`, by the reader's clock, to the second. */
export function typedMoment(iso: string | null): string {
  if (iso === null) return '';
  const time = new Date(iso);
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

export function momentOf(typed: string): string | null {
  const time = new Date(typed);
  return typed === '' || Number.isNaN(time.getTime()) ? null : time.toISOString();
}

export const UNITS = { days: 86_400, hours: 3_600, minutes: 60, seconds: 1 } as const;
export type Unit = keyof typeof UNITS;

/** In the largest unit that is whole. */
export function typedTime(seconds: number): { readonly count: string; readonly unit: Unit } {
  const units = Object.keys(UNITS) as Unit[];
  const unit = units.find((one) => seconds % UNITS[one] === 0) ?? 'seconds';
  return { count: String(seconds / UNITS[unit]), unit };
}

export function secondsOf({ count, unit }: { readonly count: string; readonly unit: Unit }): number {
  return Math.round((numberOf(count) ?? 0) * UNITS[unit]);
}
