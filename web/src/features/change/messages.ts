import type { ChangeMessages } from '../../../../server/domain/messages/en/change.ts';
import type { TechnologyMessages } from '../../../../server/domain/messages/en/technologies.ts';
import { catalog } from '../../lib/catalog.ts';

export const changeMessages = catalog<ChangeMessages & { technologies: TechnologyMessages }>({
  en: async () => {
    const [{ change }, { technologies }] = await Promise.all([
      import('../../../../server/domain/messages/en/change.ts'),
      import('../../../../server/domain/messages/en/technologies.ts'),
    ]);
    return { ...change, technologies };
  },
  es: async () => {
    const [{ change }, { technologies }] = await Promise.all([
      import('../../../../server/domain/messages/es/change.ts'),
      import('../../../../server/domain/messages/es/technologies.ts'),
    ]);
    return { ...change, technologies };
  },
});
