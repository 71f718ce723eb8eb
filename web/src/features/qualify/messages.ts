import type { QualifyMessages } from '../../../../server/domain/messages/en/qualify.ts';
import type { TechnologyMessages } from '../../../../server/domain/messages/en/technologies.ts';
import { catalog } from '../../lib/catalog.ts';

export const qualifyMessages = catalog<QualifyMessages>({
  en: async () => (await import('../../../../server/domain/messages/en/qualify.ts')).qualify,
  es: async () => (await import('../../../../server/domain/messages/es/qualify.ts')).qualify,
});

export const technologyMessages = catalog<TechnologyMessages>({
  en: async () => (await import('../../../../server/domain/messages/en/technologies.ts')).technologies,
  es: async () => (await import('../../../../server/domain/messages/es/technologies.ts')).technologies,
});
