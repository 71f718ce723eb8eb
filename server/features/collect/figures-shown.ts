/** What a coordinator sees of districts' files; see domain/survey/shown-figures.ts. */
import { type CodedPercent, codedPercent } from '../../domain/protect/percent.ts';
import { enrollmentWarning } from '../../domain/survey/quality.ts';
import { answeredOf, responseShown, type ShownFigures } from '../../domain/survey/shown-figures.ts';
import type { Collection, CollectionDetail, DistrictStatus, MeanRate, Rate } from './contract.ts';

/** Figures derived from a file. */
export type Figures = Pick<
  DistrictStatus,
  'students' | 'responseRate' | 'rateOf' | 'questionRates' | 'previousResponseRate' | 'warnings'
>;

export interface ShownRow {
  readonly enrolled: number | null;
  /** Null: nothing is accepted yet. */
  readonly shown: ShownFigures | null;
  readonly shown_before: ShownFigures | null;
}

export function figuresShown({ enrolled, shown, shown_before }: ShownRow, questions: Collection['questions']): Figures {
  const response = shown && responseShown(shown, enrolled);
  const warning = shown && enrollmentWarning({ homes: shown.students, answered: answeredOf(shown), enrolled });
  const rates = questions.map((question) => {
    const own = shown?.questions[question];
    return [question, own ? rateOf(own.answered) : null] as const;
  });
  return {
    students: null,
    responseRate: response ? rateOf(response.percent) : null,
    rateOf: response?.of ?? null,
    questionRates: shown ? Object.fromEntries(rates) : {},
    previousResponseRate: shown_before?.answered ? rateOf(shown_before.answered) : null,
    warnings: [...(warning ? [warning] : []), ...(shown?.warnings ?? [])],
  };
}

/** Means over all districts with a shown rate, each weighted by its students as precisely as they are shown. */
export function overallShown(
  rows: readonly ShownRow[],
  questions: Collection['questions'],
): NonNullable<CollectionDetail['overall']> {
  return {
    response: meanOf(
      rows.flatMap(({ shown, enrolled }) => {
        const response = shown && responseShown(shown, enrolled);
        if (!response) return [];
        return [{ part: answeredOf(shown) ?? 0, whole: response.of === 'enrolled' ? (enrolled ?? 0) : shown.students }];
      }),
    ),
    questions: questions.map((question) => {
      const own = rows.flatMap(({ shown }) => shown?.questions[question] ?? []);
      const parts = own.map(({ asked, answered }) => ({ part: (answered.percent * asked) / 100, whole: asked }));
      return { question, rate: meanOf(parts) };
    }),
  };
}

function meanOf(districts: readonly { readonly part: number; readonly whole: number }[]): MeanRate | null {
  const sum = (of: 'part' | 'whole') => districts.reduce((total, district) => total + district[of], 0);
  const percent = codedPercent(sum('part'), sum('whole'));
  return percent ? { ...rateOf(percent), districts: districts.length } : null;
}

function rateOf({ percent, bound }: CodedPercent): Rate {
  return { rate: percent / 100, ...(bound && { bound }) };
}
