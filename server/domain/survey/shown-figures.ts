/**
 * What a coordinator is shown of a district's file while it is collected: no count, but whole percents coded by the size of
 * their group, which move only when at least ten students changed. A coordinator sets the enrollment, and could find out a
 * count by trying at which enrollment a percent moves: so what is compared with it are counts to two digits.
 */
import { type Phrase, phrase } from '../messages/phrase.ts';
import { type CodedPercent, codedPercent } from '../protect/percent.ts';
import { QUESTIONS, type Question } from '../survey.ts';
import { FEWEST_FOR_RATES, type FileFacts, type Warning, warningsOf } from './quality.ts';

export interface ShownFigures {
  /** With a home on the map, to two digits. */
  readonly students: number;
  /** Students with any answer, of those; null where they are too few to tell. */
  readonly answered: CodedPercent | null;
  readonly questions: Readonly<Record<Question, ShownQuestion | null>>;
  readonly warnings: readonly Warning[];
}

export interface ShownQuestion {
  /** To two digits. */
  readonly asked: number;
  readonly answered: CodedPercent;
}

/** A count to two digits, and never finer than ten. */
export function coarse(count: number): number {
  const step = 10 ** Math.max(1, Math.floor(Math.log10(Math.max(1, count))) - 1);
  return step * Math.round(count / step);
}

/** Whether two files differ in a count by ten students or more: as many changed at least. */
export function differsByTen(facts: FileFacts, before: FileFacts): boolean {
  const counts = countsOf(facts);
  const then = countsOf(before);
  return counts.some((count, i) => Math.abs(count - (then[i] ?? 0)) >= FEWEST_FOR_RATES);
}

function countsOf(facts: FileFacts): number[] {
  const { homes, answered, inFullestCell, mostAlike, crowded, duplicates, without } = facts;
  const places = [inFullestCell, facts.atSchools?.homes ?? 0, facts.outside ?? 0, crowded];
  const questions = QUESTIONS.flatMap((question) => Object.values(facts.questions[question]));
  return [homes, answered, ...places, mostAlike, duplicates, without, ...questions];
}

/** @param previous what is shown of the collection before; null: nothing */
export function shownOf(facts: FileFacts, previous: CodedPercent | null): ShownFigures {
  const { homes, answered, questions } = facts;
  const ofQuestion = (question: Question): ShownQuestion | null => {
    const { asked, answered: told } = questions[question];
    const percent = codedPercent(told, asked);
    return percent ? { asked: coarse(asked), answered: percent } : null;
  };
  return {
    students: coarse(homes),
    answered: codedPercent(answered, homes) ?? null,
    questions: Object.fromEntries(
      QUESTIONS.map((question) => [question, ofQuestion(question)]),
    ) as ShownFigures['questions'],
    // That nobody is without internet is a count, and the district's alone.
    warnings: warningsOf(facts, previous && previous.percent / 100, codedShare).filter(
      ({ kind }) => kind !== 'nobody_without',
    ),
  };
}

/** The students with any answer, as near as what is shown tells. */
export function answeredOf({ students, answered }: ShownFigures): number | null {
  return answered && Math.round((answered.percent * students) / 100);
}

/** Of those enrolled where they are no fewer than answered, else of those sent. */
export function responseShown(
  figures: ShownFigures,
  enrolled: number | null,
): { percent: CodedPercent; of: 'enrolled' | 'sent' } | null {
  const answered = answeredOf(figures);
  if (figures.answered === null || answered === null) return null;
  const percent = enrolled !== null && enrolled >= answered ? codedPercent(answered, enrolled) : undefined;
  return percent ? { percent, of: 'enrolled' } : { percent: figures.answered, of: 'sent' };
}

function codedShare(part: number, group: number): Phrase {
  const coded = codedPercent(part, group);
  if (!coded) return phrase('share.some');
  const { percent, bound } = coded;
  return phrase(bound ? `share.at-${bound}` : 'share.percent', { percent });
}
