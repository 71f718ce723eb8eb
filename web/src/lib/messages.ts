/** Message catalogs, by the page or feature that fetches them. */
import type { FilingsMessages } from '../../../server/domain/messages/en/filings.ts';
import type { MapMessages } from '../../../server/domain/messages/en/map/map.ts';
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

/** For the map, its table and its print. */
export const mapMessages = catalog<MapMessages>({
  en: async () => (await import('../../../server/domain/messages/en/map/map.ts')).map,
  es: async () => (await import('../../../server/domain/messages/es/map/map.ts')).map,
});
