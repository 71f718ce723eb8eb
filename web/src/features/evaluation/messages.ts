import type { EvaluationPageMessages } from '../../../../server/domain/messages/en/evaluation-page.ts';
import type { departures } from '../../../../server/domain/messages/en/proposal-words.ts';
import type { TechnologyMessages } from '../../../../server/domain/messages/en/technologies.ts';
import { catalog } from '../../lib/catalog.ts';

export const evaluationMessages = catalog<EvaluationPageMessages>({
  en: async () => (await import('../../../../server/domain/messages/en/evaluation-page.ts')).evaluationPage,
  es: async () => (await import('../../../../server/domain/messages/es/evaluation-page.ts')).evaluationPage,
});

export const technologyMessages = catalog<TechnologyMessages>({
  en: async () => (await import('../../../../server/domain/messages/en/technologies.ts')).technologies,
  es: async () => (await import('../../../../server/domain/messages/es/technologies.ts')).technologies,
});

export const departureMessages = catalog<typeof departures>({
  en: async () => (await import('../../../../server/domain/messages/en/proposal-words.ts')).departures,
  es: async () => (await import('../../../../server/domain/messages/es/proposal-words.ts')).departures,
});
