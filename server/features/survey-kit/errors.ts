import { refusal } from '../../platform/problem.ts';

export const kitErrors = {
  unknownFile: () => refusal('survey-kit.unknown', 404),
  questions: () => refusal('survey-kit.questions', 400),
} as const;
