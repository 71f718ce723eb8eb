import { QUESTIONS } from '../../../survey.ts';
import type { surveyKitRefusals as English } from '../../en/refusals/survey-kit.ts';

export const surveyKitRefusals = {
  'survey-kit.unknown': 'El paquete de la encuesta no tiene tal archivo. /api/v1/survey-kit dice lo que tiene.',
  'survey-kit.questions': `Una encuesta necesita al menos una pregunta, separadas por comas: ${QUESTIONS.join(', ')}.`,
} satisfies typeof English;
