import type { PlacePageMessages } from '../../../../server/domain/messages/en/place-pages.ts';
import { catalog } from '../../lib/catalog.ts';

export const placeMessages = catalog<PlacePageMessages>({
  en: async () => (await import('../../../../server/domain/messages/en/place-pages.ts')).placePages,
  es: async () => (await import('../../../../server/domain/messages/es/place-pages.ts')).placePages,
});
