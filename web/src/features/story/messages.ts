import type { StoryPageMessages } from '../../../../server/domain/messages/en/story-page.ts';
import { catalog } from '../../lib/catalog.ts';

export const storyMessages = catalog<StoryPageMessages>({
  en: async () => (await import('../../../../server/domain/messages/en/story-page.ts')).storyPage,
  es: async () => (await import('../../../../server/domain/messages/es/story-page.ts')).storyPage,
});
