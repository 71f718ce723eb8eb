/** Why a file of the survey kit is not made. */
import { QUESTIONS } from '../../../survey.ts';

export const surveyKitRefusals = {
  'survey-kit.unknown': 'The survey kit has no such file. /api/v1/survey-kit lists what it has.',
  'survey-kit.questions': `A survey takes at least one question, with commas between: ${QUESTIONS.join(', ')}.`,
};
