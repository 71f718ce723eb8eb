import type { AboutMessages } from '../../../../server/domain/messages/en/about.ts';
import { catalog } from '../../lib/catalog.ts';

export const aboutMessages = catalog<AboutMessages>({
  en: async () => (await import('../../../../server/domain/messages/en/about.ts')).about,
  es: async () => (await import('../../../../server/domain/messages/es/about.ts')).about,
});
