/** Published numbers as the API gives them: counts by key, hidden ones marked and never shown as zero; estimates separate. */
import { Type } from 'typebox';
import type { Hidden } from '../../domain/hidden.ts';
import { ONE_READING } from '../../domain/lever.ts';
import { DEFAULT_TIER } from '../../domain/speed.ts';
import {
  COUNT_KEYS,
  ESTIMATE_KEYS,
  ESTIMATES,
  PLACE_COUNT_KEYS,
  PLACE_COUNTS,
  type Statistic,
  statisticKey,
} from '../../domain/statistic.ts';
import { DEFAULT_PROFILE } from '../../domain/technology.ts';
import { canAnswer, type Source } from '../../domain/verdict.ts';
import { freeText } from '../../platform/fields.ts';
import { refusal } from '../../platform/problem.ts';
import type { Counts, CountsRow } from './contract-counts.ts';
import { refuseSilent, type ViewOfFilings } from './silence.ts';

/** Keys of counts and of estimates, each in the requested order. */
export interface StatisticsAsked {
  readonly counts: readonly string[];
  readonly estimates: readonly string[];
}

const WORDS: Record<string, Hidden | undefined> = { l: 'low', h: 'high', e: 'either' };

/** @param estimates of the same students, in the order of ESTIMATES */
export function countsOf(row: CountsRow, estimates: Uint32Array | undefined, asked: StatisticsAsked): Counts {
  const counts: Counts['counts'] = {};
  const hidden: Counts['hidden'] = {};
  for (const key of asked.counts) {
    const position = countPositions.get(key) ?? -1;
    counts[key] = row.counts[position] ?? null;
    const word = WORDS[row.hidden[position] ?? ''];
    if (word) hidden[key] = word;
  }
  const estimated: Counts['estimates'] = {};
  if (estimates) for (const key of asked.estimates) estimated[key] = estimates[estimatePositions.get(key) ?? -1] ?? 0;
  return { students: row.students, households: row.households, counts, hidden, estimates: estimated };
}

const countPositions = new Map(PLACE_COUNT_KEYS.map((key, position) => [key, position]));
const estimatePositions = new Map(ESTIMATE_KEYS.map((key, position) => [key, position]));

/** The default estimates: reliable broadband, filings agreeing, 100/20. */
function isAskedByDefault(estimate: (typeof ESTIMATES)[number]): boolean {
  if (estimate.profile !== DEFAULT_PROFILE) return false;
  return estimate.kind === 'estimated_disputed' || (estimate.source === 'agreed' && estimate.tier === DEFAULT_TIER);
}

/** The filings that decide; undefined where only families' answers do. A dispute needs at least one filing, as agreement does. */
function sourceOf(statistic: Statistic): Source | undefined {
  switch (statistic.kind) {
    case 'estimated_verdict':
    case 'estimated_lever':
      return statistic.source;
    case 'estimated_disputed':
      return 'agreed';
    case 'lever':
      return ONE_READING.source;
    case 'home':
    case 'device':
    case 'equip':
      return undefined;
  }
}

export const StatisticsQuery = Type.Optional(
  freeText({
    description:
      'Statistics to give, by key, with commas between; `all` for all that this view can answer. Default: all counts, and estimates at 100/20 by reliable broadband, filings agreeing. Where only the FCC or only the state commission filed, `agreed` is what it says, and a statistic of the other is refused. Keys of levers are counts of places; of smaller areas ask for estimated_lever.',
  }),
);

/** Keys a view can answer, in catalog order. */
export function statisticsAnswered(view: ViewOfFilings): readonly string[] {
  const { counts, estimates } = answered(view);
  return [...counts, ...estimates].map(statisticKey);
}

function answered({ filers }: ViewOfFilings) {
  const isAnswered = (statistic: Statistic) => {
    const source = sourceOf(statistic);
    return source === undefined || canAnswer(source, filers);
  };
  return { counts: PLACE_COUNTS.filter(isAnswered), estimates: ESTIMATES.filter(isAnswered) };
}

/**
 * @param of places have counts of levers, smaller areas do not
 * @throws Refusal 400 naming the first key that is unknown or for places only, 404 when no filing could answer one
 */
export function statisticsAsked(asked: string | undefined, view: ViewOfFilings, of: 'place' | 'area'): StatisticsAsked {
  if (asked === undefined || asked === '' || asked === 'all') {
    const { counts, estimates } = answered(view);
    return {
      counts: counts.map(statisticKey).filter((key) => of === 'place' || COUNT_KEYS.includes(key)),
      estimates: (asked === 'all' ? estimates : estimates.filter(isAskedByDefault)).map(statisticKey),
    };
  }
  const keys = [...new Set(asked.split(','))];
  for (const key of keys) {
    const statistic = PLACE_COUNTS[countPositions.get(key) ?? -1] ?? ESTIMATES[estimatePositions.get(key) ?? -1];
    if (!statistic) throw refusal('statistic.unknown', 400, { key: key.slice(0, 80) });
    if (of === 'area' && statistic.kind === 'lever')
      throw refusal('statistic.places-only', 400, {
        key,
        instead: `estimated_lever.${ONE_READING.profile}.${ONE_READING.source}.${DEFAULT_TIER}.${statistic.lever}`,
      });
    const source = sourceOf(statistic);
    if (source) refuseSilent(source, view);
  }
  return {
    counts: keys.filter((key) => countPositions.has(key)),
    estimates: keys.filter((key) => estimatePositions.has(key)),
  };
}
