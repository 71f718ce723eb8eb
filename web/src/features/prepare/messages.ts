import type { Phrases } from '../../../../server/domain/messages/en/phrases.ts';
import type { PrepareMessages } from '../../../../server/domain/messages/en/prepare.ts';
import { catalog } from '../../lib/catalog.ts';

/** Words of the page, and of the phrases that its worker sends. */
export type Messages = PrepareMessages & { readonly phrases: Phrases };

export const prepareMessages = catalog<Messages>({
  en: async () => {
    const [{ prepare }, { phrases }] = await Promise.all([
      import('../../../../server/domain/messages/en/prepare.ts'),
      import('../../../../server/domain/messages/en/phrases.ts'),
    ]);
    return { ...prepare, phrases };
  },
  es: async () => {
    const [{ prepare }, { phrases }] = await Promise.all([
      import('../../../../server/domain/messages/es/prepare.ts'),
      import('../../../../server/domain/messages/es/phrases.ts'),
    ]);
    return { ...prepare, phrases };
  },
});
