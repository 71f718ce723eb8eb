import type { RoundMessages } from '../../../../server/domain/messages/en/rounds.ts';
import { catalog } from '../../lib/catalog.ts';

export const roundMessages = catalog<RoundMessages>({
  en: async () => (await import('../../../../server/domain/messages/en/rounds.ts')).rounds,
  es: async () => (await import('../../../../server/domain/messages/es/rounds.ts')).rounds,
});
