import { QUESTIONS } from '../../domain/survey.ts';
import { Refusal } from '../../platform/problem.ts';

export const kitErrors = {
  unknownFile: () =>
    new Refusal('survey-kit.unknown', 404, 'The survey kit has no such file. /api/v1/survey-kit lists what it has.'),
  questions: () =>
    new Refusal(
      'survey-kit.questions',
      400,
      `A survey takes at least one question, with commas between: ${QUESTIONS.join(', ')}.`,
    ),
} as const;
