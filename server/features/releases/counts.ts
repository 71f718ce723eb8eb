/** Published counts as the API gives them: by key, with what is hidden said and never shown as zero. */
import { type Static, Type } from 'typebox';
import type { Hidden } from '../../domain/hidden.ts';
import { DEFAULT_TIER } from '../../domain/speed.ts';
import { STATISTIC_KEYS, STATISTICS, type Statistic, statisticKey } from '../../domain/statistic.ts';
import { DEFAULT_PROFILE } from '../../domain/technology.ts';
import { canAnswer, type Filer, type Source } from '../../domain/verdict.ts';
import { Refusal } from '../../platform/problem.ts';
import { refuseSilent, type ViewOfFilings } from './silence.ts';

export const HiddenWord = Type.Union([Type.Literal('low'), Type.Literal('high'), Type.Literal('either')], {
  description: 'low: few or none; high: nearly all; either: not said. Few is under the floor, or little above it.',
});

export const Counts = Type.Object({
  students: Type.Union([Type.Integer(), Type.Null()]),
  households: Type.Union([Type.Integer(), Type.Null()]),
  counts: Type.Record(Type.String(), Type.Union([Type.Integer(), Type.Null()]), {
    description: 'Students by statistic; null = hidden, never zero.',
  }),
  hidden: Type.Record(Type.String(), HiddenWord, { description: 'How each hidden count is hidden.' }),
});
export type Counts = Static<typeof Counts>;

/** A row of `published` that carries counts. */
export interface CountsRow {
  students: number | null;
  households: number | null;
  counts: (number | null)[];
  hidden: string;
}

const WORDS: Record<string, Hidden | undefined> = { l: 'low', h: 'high', e: 'either' };

export function countsOf(row: CountsRow, keys: readonly string[]): Counts {
  const counts: Counts['counts'] = {};
  const hidden: Counts['hidden'] = {};
  for (const key of keys) {
    const position = positions.get(key) ?? -1;
    counts[key] = row.counts[position] ?? null;
    const word = WORDS[row.hidden[position] ?? ''];
    if (word) hidden[key] = word;
  }
  return { students: row.students, households: row.households, counts, hidden };
}

const positions = new Map(STATISTIC_KEYS.map((key, position) => [key, position]));

/** What most readers want: the default profile, both sources agreeing, 100/20, and all that does not depend on those. */
function isAskedByDefault(statistic: Statistic): boolean {
  switch (statistic.kind) {
    case 'verdict':
    case 'lever':
      return statistic.profile === DEFAULT_PROFILE && statistic.source === 'agreed' && statistic.tier === DEFAULT_TIER;
    case 'disputed':
      return statistic.profile === DEFAULT_PROFILE;
    case 'home':
    case 'device':
    case 'equip':
      return true;
  }
}

function isAnswered(statistic: Statistic, filers: readonly Filer[]): boolean {
  const source = sourceOf(statistic);
  return source === undefined || canAnswer(source, filers);
}

/** Whose filings decide; undefined when only families' answers do. A dispute takes one filing at least, as agreeing does. */
function sourceOf(statistic: Statistic): Source | undefined {
  switch (statistic.kind) {
    case 'verdict':
    case 'lever':
      return statistic.source;
    case 'disputed':
      return 'agreed';
    case 'home':
    case 'device':
    case 'equip':
      return undefined;
  }
}

export const StatisticsQuery = Type.Optional(
  Type.String({
    description:
      'Statistics to give, by key, with commas between; `all` for all that this view can answer. Default: 100/20, reliable broadband, filings agreeing. Where only the FCC or only the state commission filed, `agreed` is what it says, and a statistic of the other is refused.',
  }),
);

/** Keys of what a view can answer, in the order of the catalog. */
export function statisticsAnswered({ filers }: ViewOfFilings): readonly string[] {
  return STATISTICS.filter((statistic) => isAnswered(statistic, filers)).map(statisticKey);
}

/** @throws Refusal 400 naming the first key that is none, 404 when no filing could answer one */
export function statisticsAsked(asked: string | undefined, view: ViewOfFilings): readonly string[] {
  if (asked === 'all') return statisticsAnswered(view);
  if (asked === undefined || asked === '')
    return STATISTICS.filter((one) => isAskedByDefault(one) && isAnswered(one, view.filers)).map(statisticKey);
  const keys = asked.split(',');
  for (const key of keys) {
    const statistic = STATISTICS[positions.get(key) ?? -1];
    if (!statistic)
      throw new Refusal('statistic.unknown', 400, `"${key.slice(0, 80)}" is no statistic; /api/v1/release lists them.`);
    const source = sourceOf(statistic);
    if (source) refuseSilent(source, view);
  }
  return keys;
}
