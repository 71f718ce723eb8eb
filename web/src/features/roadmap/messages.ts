import type { RoadmapMessages } from '../../../../server/domain/messages/en/roadmap.ts';
import { catalog } from '../../lib/catalog.ts';

export const roadmapMessages = catalog<RoadmapMessages>({
  en: async () => (await import('../../../../server/domain/messages/en/roadmap.ts')).roadmap,
  es: async () => (await import('../../../../server/domain/messages/es/roadmap.ts')).roadmap,
});
