import { type Code, QUESTIONS, type Question } from '../survey.ts';
import type { SomeAnswers } from './answer.ts';

/** When a question is asked: always (null), or by the answer to an earlier one. Source: the blueprint's skip logic. */
export type Condition =
  | { readonly question: 'internet_access'; readonly is: boolean }
  | { readonly question: 'device'; readonly isNot: 'None' };

export const ASKED_IF: { readonly [Q in Question]: Condition | null } = {
  internet_access: null,
  barrier: { question: 'internet_access', is: false },
  internet_type: { question: 'internet_access', is: true },
  performance: { question: 'internet_access', is: true },
  device: null,
  device_access: { question: 'device', isNot: 'None' },
  device_provider: { question: 'device', isNot: 'None' },
};

/** Whether a family with the given answers so far is asked the question. */
export function isAsked(question: Question, answers: SomeAnswers): boolean {
  const condition = ASKED_IF[question];
  if (condition === null) return true;
  return 'is' in condition
    ? answers[condition.question] === condition.is
    : answers[condition.question] !== condition.isNot;
}

/**
 * The next question after an answer, in a survey with some of the seven. A question is asked of everybody if the one that
 * its condition rests on is left out.
 *
 * @param asked the survey's questions in the order of QUESTIONS
 * @returns null at the end
 */
export function questionAfter(question: Question, code: Code<Question>, asked: readonly Question[]): Question | null {
  const known: SomeAnswers = { ...impliedBy(question), [question]: code };
  const follows = asked.slice(asked.indexOf(question) + 1).find((later) => {
    const condition = ASKED_IF[later];
    return condition === null || !asked.includes(condition.question) || isAsked(later, known);
  });
  return follows ?? null;
}

/** Answers required for the question to be asked at all. */
function impliedBy(question: Question): SomeAnswers {
  const condition = ASKED_IF[question];
  return condition && 'is' in condition ? { [condition.question]: condition.is } : {};
}

/**
 * A choice of questions in the order they are asked.
 *
 * @returns the names that are no question, if any is not
 */
export function questionsNamed(names: readonly string[]): { questions: Question[] } | { unknown: string[] } {
  const known: readonly string[] = QUESTIONS;
  const unknown = names.filter((name) => !known.includes(name));
  return unknown.length > 0 ? { unknown } : { questions: QUESTIONS.filter((question) => names.includes(question)) };
}
