import type { OutboxMessages } from '../../../../server/domain/messages/en/outbox.ts';
import { catalog } from '../../lib/catalog.ts';

export const outboxMessages = catalog<OutboxMessages>({
  en: async () => (await import('../../../../server/domain/messages/en/outbox.ts')).outbox,
  es: async () => (await import('../../../../server/domain/messages/es/outbox.ts')).outbox,
});
