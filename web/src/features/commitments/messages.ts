import type { CommitmentMessages } from '../../../../server/domain/messages/en/commitments.ts';
import type { TechnologyMessages } from '../../../../server/domain/messages/en/technologies.ts';
import { catalog } from '../../lib/catalog.ts';

export const commitmentMessages = catalog<CommitmentMessages>({
  en: async () => (await import('../../../../server/domain/messages/en/commitments.ts')).commitments,
  es: async () => (await import('../../../../server/domain/messages/es/commitments.ts')).commitments,
});

export const technologyMessages = catalog<TechnologyMessages>({
  en: async () => (await import('../../../../server/domain/messages/en/technologies.ts')).technologies,
  es: async () => (await import('../../../../server/domain/messages/es/technologies.ts')).technologies,
});
