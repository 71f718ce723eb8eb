/**
 * Questions an expert would ask before believing a file. None of them is a refusal, except that half of the homes in one cell,
 * or at schools, need somebody's confirmation: a district in one block of flats is rare but exists. The limits are ours,
 * and low where asking costs little.
 */
import { phrases } from '../messages/en/phrases.ts';
import { type Phrase, phrase, say } from '../messages/phrase.ts';
import type { Question } from '../survey.ts';

export const WARNING_KINDS = [
  'one_cell',
  'at_schools',
  'answers_alike',
  'rate_fallen',
  'outside_district',
  'crowded_homes',
  'duplicates',
  'nobody_without',
  'enrollment',
] as const;
export type WarningKind = (typeof WARNING_KINDS)[number];

export interface Warning {
  readonly kind: WarningKind;
  /** In English, as stored. Shares in whole percent, no student's value. */
  readonly message: string;
  /** The same as code and facts; absent in warnings kept by earlier versions. */
  readonly said?: Phrase;
}

/** What a warning says; of one kept by an earlier version its English words. */
export function saidOf({ message, said }: Warning): Phrase {
  return said ?? phrase('warning.kept', { message });
}

function warningOf(kind: WarningKind, said: Phrase): Warning {
  return { kind, message: say(phrases, said), said };
}

/** Whether somebody must confirm this before a file is accepted: half of the homes are where hardly anybody lives. */
export function isManyInOnePlace({ kind }: Warning): boolean {
  return kind === 'one_cell' || kind === 'at_schools';
}

/** A file of one district in numbers. */
export interface FileFacts {
  /** Students with a home, one a student. */
  readonly homes: number;
  /** Students with any answer at all. */
  readonly answered: number;
  /** By question: students it applies to by their other answers, and those who answered it. */
  readonly questions: Readonly<Record<Question, { readonly asked: number; readonly answered: number }>>;
  /** Distinct cells of homes, res 8. */
  readonly cells: number;
  /** Homes in the fullest one. */
  readonly inFullestCell: number;
  /** Homes in cells with a school of the state, and those cells; null if none of its schools is known. */
  readonly atSchools: { readonly homes: number; readonly cells: number } | null;
  /** Students who share the most frequent set of answers. */
  readonly mostAlike: number;
  /** Homes whose cell has its center outside the district; null if the district has no outline. */
  readonly outside: number | null;
  /** Students in households of more than MOST_IN_HOUSEHOLD. */
  readonly crowded: number;
  /** Rows left out because their student was met before. */
  readonly duplicates: number;
  readonly rows: number;
  /** Students who say that there is no internet at home. */
  readonly without: number;
}

/** Rates and warnings about fewer students reveal too much of each. */
export const FEWEST_FOR_RATES = 10;
export const MOST_IN_HOUSEHOLD = 12;

const FEWEST_TO_JUDGE = 20;
const FEWEST_TO_MISS_ONE = 100;

/** Students with any answer, of all; null if they are too few to show. */
export function responseRate({ homes, answered }: Pick<FileFacts, 'homes' | 'answered'>): number | null {
  return homes < FEWEST_FOR_RATES ? null : answered / homes;
}

/**
 * @param previousRate response rate of the collection before; null: unknown
 * @param inWords how a share is written
 */
export function warningsOf(facts: FileFacts, previousRate: number | null, inWords = percent): Warning[] {
  const { homes, answered } = facts;
  const warnings: Warning[] = [];
  const warn = (kind: WarningKind, said: Phrase) => warnings.push(warningOf(kind, said));
  const part = (of: number, whole: number) => ({ part: inWords(of, whole) });
  const rate = responseRate(facts);
  if (homes >= FEWEST_FOR_RATES && standAtSchools(facts))
    warn('at_schools', phrase('warning.at-schools', part(facts.atSchools?.homes ?? 0, homes)));
  else if (homes >= FEWEST_FOR_RATES && facts.inFullestCell * 2 >= homes)
    warn('one_cell', phrase('warning.one-cell', part(facts.inFullestCell, homes)));
  if (facts.outside !== null && facts.outside >= FEWEST_FOR_RATES && facts.outside * 20 >= homes)
    warn('outside_district', phrase('warning.outside-district', part(facts.outside, homes)));
  if (facts.crowded >= FEWEST_FOR_RATES && facts.crowded * 50 >= homes)
    warn('crowded_homes', phrase('warning.crowded-homes', { ...part(facts.crowded, homes), most: MOST_IN_HOUSEHOLD }));
  if (answered >= FEWEST_TO_JUDGE && facts.mostAlike * 20 >= answered * 19)
    warn('answers_alike', phrase('warning.answers-alike', part(facts.mostAlike, answered)));
  const { internet_access: access } = facts.questions;
  if (access.answered >= FEWEST_TO_MISS_ONE && facts.without === 0)
    warn('nobody_without', phrase('warning.nobody-without'));
  if (
    rate !== null &&
    previousRate !== null &&
    homes >= FEWEST_TO_JUDGE &&
    previousRate > 0 &&
    rate * 2 <= previousRate
  )
    warn('rate_fallen', phrase('warning.rate-fallen', { ...part(answered, homes), before: percent(previousRate, 1) }));
  if (facts.duplicates >= FEWEST_FOR_RATES && facts.duplicates * 100 >= facts.rows)
    warn('duplicates', phrase('warning.duplicates', part(facts.duplicates, facts.rows)));
  return warnings;
}

/** In a city half of the homes may well share a hexagon with a school; other hexagons there are hardly emptier. */
const TIMES_FULLER_AT_SCHOOLS = 5;

function standAtSchools({ homes, cells, atSchools }: FileFacts): boolean {
  if (!atSchools || atSchools.homes * 2 < homes) return false;
  const [homesElsewhere, cellsElsewhere] = [homes - atSchools.homes, cells - atSchools.cells];
  return atSchools.homes * cellsElsewhere >= TIMES_FULLER_AT_SCHOOLS * homesElsewhere * atSchools.cells;
}

/** Share of the enrolled: below it, whole schools may be missing; above it, there are students of other districts or years. */
const FEWEST_OF_ENROLLED = 0.5;
const MOST_OF_ENROLLED = 1.2;

export interface SentAndEnrolled {
  /** Students with a home. */
  readonly homes: number;
  /** Undefined: the reader must not know either count, nor infer one from the existence of a warning. */
  readonly noFixedResidence?: number;
  /** Students with any answer; null where they are too few to tell. */
  readonly answered: number | null;
  /** The coordinator's figure; null if none was entered. */
  readonly enrolled: number | null;
}

/** Detects a file about other students than the enrolled. With few students on either side one or two families decide: no warning. */
export function enrollmentWarning({
  homes,
  noFixedResidence,
  answered,
  enrolled,
}: SentAndEnrolled): Warning | undefined {
  const sent = homes + (noFixedResidence ?? 0);
  if (enrolled === null || Math.max(sent, enrolled) < FEWEST_TO_JUDGE) return undefined;
  const comparison = comparisonOf(sent, enrolled, noFixedResidence !== undefined);
  if (sent < enrolled * FEWEST_OF_ENROLLED)
    return warningOf('enrollment', phrase('warning.enrollment/too-few', { comparison }));
  const isRateOfSent = (answered ?? 0) > enrolled;
  if (sent <= enrolled * MOST_OF_ENROLLED && !isRateOfSent) return undefined;
  return warningOf('enrollment', phrase('warning.enrollment/too-many', { comparison, isRateOfSent }));
}

function comparisonOf(sent: number, enrolled: number, isSentKnown: boolean): Phrase {
  if (isSentKnown) return phrase('warning.sent-and-enrolled', { sent, enrolled });
  return phrase(sent < enrolled ? 'warning.fewer-than-enrolled' : 'warning.more-than-enrolled', { enrolled });
}

function percent(part: number, whole: number): Phrase {
  return phrase('share.percent', { percent: Math.round((part / whole) * 100) });
}
