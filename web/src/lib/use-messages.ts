/** Messages in components, and the page's language: from the address, else the last one chosen, else the browser's. */
import { use, useSyncExternalStore } from 'react';
import { type Language, preferredLanguage, type ShownLanguage } from '../../../server/domain/messages/language.ts';
import { type Catalog, getLanguage, onLanguage, setLanguage } from './catalog.ts';
import { shellMessages } from './messages.ts';
import { BROWSER, read, write } from './shelf.ts';

const CHOSEN = 'gapmap.language';

/** Call once, before the page is drawn. */
export async function settleLanguage(): Promise<void> {
  const asked = new URLSearchParams(location.search).get('lang');
  await setLanguage(preferredLanguage([asked, read(BROWSER, CHOSEN), ...navigator.languages]));
  document.documentElement.lang = getLanguage();
}

/** Stores the language for the next visit, where the browser keeps anything, and removes another one from the address. */
export async function chooseLanguage(chosen: Language): Promise<void> {
  await setLanguage(chosen);
  write(BROWSER, CHOSEN, chosen);
  document.documentElement.lang = chosen;
  const address = new URL(location.href);
  if (!address.searchParams.has('lang')) return;
  address.searchParams.set('lang', chosen);
  history.replaceState(history.state, '', address);
}

export function useLanguage(): ShownLanguage {
  return useSyncExternalStore(onLanguage, getLanguage);
}

/** A catalog's messages in the page's language; suspends until they are loaded. */
export function useCatalog<M>(catalog: Catalog<M>): M {
  return use(catalog.load(useLanguage()));
}

/** What every page shows. */
export function useMessages() {
  return useCatalog(shellMessages);
}
