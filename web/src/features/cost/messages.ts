import type { CostMessages } from '../../../../server/domain/messages/en/cost.ts';
import { catalog } from '../../lib/catalog.ts';

export const costMessages = catalog<CostMessages>({
  en: async () => (await import('../../../../server/domain/messages/en/cost.ts')).cost,
  es: async () => (await import('../../../../server/domain/messages/es/cost.ts')).cost,
});
