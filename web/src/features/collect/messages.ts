/** What is said at `/collect`, and what is said of a table that cannot be read. */
import type { CoordinatorMessages } from '../../../../server/domain/messages/en/collect/coordinator.ts';
import type { DistrictMessages } from '../../../../server/domain/messages/en/collect/district.ts';
import type { OfficeMessages } from '../../../../server/domain/messages/en/collect/office.ts';
import type { PageMessages } from '../../../../server/domain/messages/en/collect/page.ts';
import type { UploadMessages } from '../../../../server/domain/messages/en/collect/upload.ts';
import type { Phrases } from '../../../../server/domain/messages/en/phrases.ts';
import type { QuestionMessages } from '../../../../server/domain/messages/en/questions.ts';
import { catalog } from '../../lib/catalog.ts';

export type CollectMessages = PageMessages & {
  readonly district: DistrictMessages;
  readonly upload: UploadMessages;
  readonly coordinator: CoordinatorMessages;
  readonly office: OfficeMessages;
  readonly questions: QuestionMessages;
};

export const collectMessages = catalog<CollectMessages>({
  en: async () => {
    const [{ page }, { district }, { upload }, { coordinator }, { office }, { questions }] = await Promise.all([
      import('../../../../server/domain/messages/en/collect/page.ts'),
      import('../../../../server/domain/messages/en/collect/district.ts'),
      import('../../../../server/domain/messages/en/collect/upload.ts'),
      import('../../../../server/domain/messages/en/collect/coordinator.ts'),
      import('../../../../server/domain/messages/en/collect/office.ts'),
      import('../../../../server/domain/messages/en/questions.ts'),
    ]);
    return { ...page, district, upload, coordinator, office, questions };
  },
  es: async () => {
    const [{ page }, { district }, { upload }, { coordinator }, { office }, { questions }] = await Promise.all([
      import('../../../../server/domain/messages/es/collect/page.ts'),
      import('../../../../server/domain/messages/es/collect/district.ts'),
      import('../../../../server/domain/messages/es/collect/upload.ts'),
      import('../../../../server/domain/messages/es/collect/coordinator.ts'),
      import('../../../../server/domain/messages/es/collect/office.ts'),
      import('../../../../server/domain/messages/es/questions.ts'),
    ]);
    return { ...page, district, upload, coordinator, office, questions };
  },
});

/** Refusals of the code that reads tables, which runs in the page too; loaded when one is to be said. */
export const phraseMessages = catalog<Phrases>({
  en: async () => (await import('../../../../server/domain/messages/en/phrases.ts')).phrases,
  es: async () => (await import('../../../../server/domain/messages/es/phrases.ts')).phrases,
});
