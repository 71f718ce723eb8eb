import type { ProposalPageMessages } from '../../../../server/domain/messages/en/proposal-page.ts';
import type { TechnologyMessages } from '../../../../server/domain/messages/en/technologies.ts';
import { catalog } from '../../lib/catalog.ts';

export const proposalMessages = catalog<ProposalPageMessages>({
  en: async () => (await import('../../../../server/domain/messages/en/proposal-page.ts')).proposalPage,
  es: async () => (await import('../../../../server/domain/messages/es/proposal-page.ts')).proposalPage,
});

export const technologyMessages = catalog<TechnologyMessages>({
  en: async () => (await import('../../../../server/domain/messages/en/technologies.ts')).technologies,
  es: async () => (await import('../../../../server/domain/messages/es/technologies.ts')).technologies,
});
