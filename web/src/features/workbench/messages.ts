import type { TechnologyMessages } from '../../../../server/domain/messages/en/technologies.ts';
import type { WorkbenchMessages } from '../../../../server/domain/messages/en/workbench.ts';
import type { ProviderLine } from '../../../../server/features/workbench/contract.ts';
import { catalog } from '../../lib/catalog.ts';

export const workbenchMessages = catalog<WorkbenchMessages>({
  en: async () => (await import('../../../../server/domain/messages/en/workbench.ts')).workbench,
  es: async () => (await import('../../../../server/domain/messages/es/workbench.ts')).workbench,
});

export const technologyMessages = catalog<TechnologyMessages>({
  en: async () => (await import('../../../../server/domain/messages/en/technologies.ts')).technologies,
  es: async () => (await import('../../../../server/domain/messages/es/technologies.ts')).technologies,
});

/** Which filings name a provider, and what is to be said of them. */
export function filedWords(
  messages: WorkbenchMessages,
  { filedBy, claimsNothing, confidentiality }: ProviderLine,
): string {
  const filed = claimsNothing ? messages.claimsNothing[claimsNothing] : messages.filedBy[filedBy];
  return [filed, messages.closed[confidentiality ?? 'public']].filter(Boolean).join('; ');
}
