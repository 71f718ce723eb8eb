/** Published counts as the API gives them: by key, with what is hidden said and never shown as zero. */
import { type Static, Type } from 'typebox';
import type { Hidden } from '../../domain/hidden.ts';
import { PLACE_COUNT_KEYS } from '../../domain/statistic.ts';
import { Refusal } from '../../platform/problem.ts';
import type { ViewOfFilings } from './silence.ts';

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

const positions = new Map(PLACE_COUNT_KEYS.map((key, position) => [key, position]));

export const StatisticsQuery = Type.Optional(
  Type.String({
    description: 'Statistics to give, by key, with commas between; `all` for all.',
  }),
);

/** Keys of what a view can answer, in the order of the catalog. */
export function statisticsAnswered(_view: ViewOfFilings): readonly string[] {
  return PLACE_COUNT_KEYS;
}

/** @throws Refusal 400 naming the first key that is none */
export function statisticsAsked(asked: string | undefined, view: ViewOfFilings): readonly string[] {
  if (asked === undefined || asked === '' || asked === 'all') return statisticsAnswered(view);
  const keys = asked.split(',');
  for (const key of keys)
    if (!positions.has(key))
      throw new Refusal('statistic.unknown', 400, `"${key.slice(0, 80)}" is no statistic; /api/v1/release lists them.`);
  return keys;
}
