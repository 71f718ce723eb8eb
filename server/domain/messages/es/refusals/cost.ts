import type { costRefusals as inEnglish } from '../../en/refusals/cost.ts';

export const costRefusals = {
  'cost.order': ({ name }) => `El caso bajo de ${name} no puede ser más caro que el mediano, ni este más que el alto.`,
  'cost.scenario-unknown': 'No hay tal escenario guardado. Quizá fue borrado.',
} satisfies typeof inEnglish;
