import type { RoomMessages } from '../../../../server/domain/messages/en/room.ts';
import { catalog } from '../../lib/catalog.ts';

export const roomMessages = catalog<RoomMessages>({
  en: async () => (await import('../../../../server/domain/messages/en/room.ts')).room,
  es: async () => (await import('../../../../server/domain/messages/es/room.ts')).room,
});
