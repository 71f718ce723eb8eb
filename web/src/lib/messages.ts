/** The catalogs of messages, by the page or room that fetches them. */
import type { FilingsMessages } from '../../../server/domain/messages/en/filings.ts';
import type { ShellMessages } from '../../../server/domain/messages/en/shell.ts';
import { catalog } from './catalog.ts';

export const shellMessages = catalog<ShellMessages>({
  en: async () => (await import('../../../server/domain/messages/en/shell.ts')).shell,
  es: async () => (await import('../../../server/domain/messages/es/shell.ts')).shell,
});

export const filingsMessages = catalog<FilingsMessages>({
  en: async () => (await import('../../../server/domain/messages/en/filings.ts')).filings,
  es: async () => (await import('../../../server/domain/messages/es/filings.ts')).filings,
});
