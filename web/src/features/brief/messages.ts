import type { BriefPageMessages } from '../../../../server/domain/messages/en/brief-page.ts';
import { catalog } from '../../lib/catalog.ts';

export const briefMessages = catalog<BriefPageMessages>({
  en: async () => (await import('../../../../server/domain/messages/en/brief-page.ts')).briefPage,
  es: async () => (await import('../../../../server/domain/messages/es/brief-page.ts')).briefPage,
});
