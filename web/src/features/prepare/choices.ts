/** Codes to choose from for a value that no rule could read. */
import type { Field } from '../../../../server/domain/anonymize/fields.ts';
import { GRADES } from '../../../../server/domain/survey/grades.ts';
import { QUESTIONS, type Question, SURVEY_CODES } from '../../../../server/domain/survey.ts';
import type { Messages } from './messages.ts';

export interface Choice {
  readonly value: string;
  /** Undefined: the code names itself, such as a grade. */
  readonly words: string | undefined;
}

export function choicesOf({ problems }: Messages, field: Field): readonly Choice[] {
  if (field === 'grade_level') return GRADES.map((grade) => ({ value: grade, words: undefined }));
  const question = QUESTIONS.find((candidate): candidate is Question => candidate === field);
  if (!question) return [];
  return SURVEY_CODES[question].map((code) => ({ value: String(code), words: problems.codes[`${code}`] }));
}

/** The address type that marks a mailing address as a home. */
export const LIVES_THERE = 'Home';
