import type { TableMessages } from '../../../../server/domain/messages/en/table.ts';
import { catalog } from '../../lib/catalog.ts';

export const tableMessages = catalog<TableMessages>({
  en: async () => (await import('../../../../server/domain/messages/en/table.ts')).table,
  es: async () => (await import('../../../../server/domain/messages/es/table.ts')).table,
});
