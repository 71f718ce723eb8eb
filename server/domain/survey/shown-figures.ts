/**
 * What a coordinator sees of a district's file during collection: no count, only whole percents, coded by group size,
 * which move only when at least ten students changed. A coordinator sets the enrollment, and could infer a count
 * by trying at which enrollment a percent moves: so enrollment is compared with counts of two digits.
 */
import { type Phrase, phrase } from '../messages/phrase.ts';
import { type CodedPercent, codedPercent } from '../protect/percent.ts';
import { QUESTIONS, type Question } from '../survey.ts';
import { FEWEST_FOR_RATES, type FileFacts, type Warning, warningsOf } from './quality.ts';

export interface ShownFigures {
  /** With a home on the map, to two significant digits. */
  readonly students: number;
  /** Share of these students with any answer; null if they are too few to show. */
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

/** Whether two files differ in a count by at least ten: then at least ten students changed. */
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

/** @param previous shown rate of the previous collection; null = none */
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
    // That nobody is without internet is a count, for the district only.
    warnings: warningsOf(facts, previous && previous.percent / 100, codedShare).filter(
      ({ kind }) => kind !== 'nobody_without',
    ),
  };
}

/** Students with any answer, as precisely as the shown figures allow. */
export function answeredOf({ students, answered }: ShownFigures): number | null {
  return answered && Math.round((answered.percent * students) / 100);
}

/** Share of the enrolled if they are at least as many as answered, else of those sent. */
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
