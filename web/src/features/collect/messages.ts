/** Messages of `/collect`, and those about tables that cannot be read. */
import type { Phrases } from '../../../../server/domain/messages/en/phrases.ts';
import { catalog } from '../../lib/catalog.ts';
import type { CollectMessages } from './messages-en.ts';

export const collectMessages = catalog<CollectMessages>({
  en: async () => (await import('./messages-en.ts')).collect,
  es: async () => (await import('./messages-es.ts')).collect,
});

/** Refusals of the table reader, which also runs in the page; loaded when one has to be shown. */
export const phraseMessages = catalog<Phrases>({
  en: async () => (await import('../../../../server/domain/messages/en/phrases.ts')).phrases,
  es: async () => (await import('../../../../server/domain/messages/es/phrases.ts')).phrases,
});
