import type { PrivacyMessages } from '../../../../server/domain/messages/en/privacy.ts';
import type { PromiseMessages } from '../../../../server/domain/messages/en/promise.ts';
import { catalog } from '../../lib/catalog.ts';

export const privacyMessages = catalog<PrivacyMessages & { promise: PromiseMessages }>({
  en: async () => {
    const [{ privacy }, { promise }] = await Promise.all([
      import('../../../../server/domain/messages/en/privacy.ts'),
      import('../../../../server/domain/messages/en/promise.ts'),
    ]);
    return { ...privacy, promise };
  },
  es: async () => {
    const [{ privacy }, { promise }] = await Promise.all([
      import('../../../../server/domain/messages/es/privacy.ts'),
      import('../../../../server/domain/messages/es/promise.ts'),
    ]);
    return { ...privacy, promise };
  },
});
