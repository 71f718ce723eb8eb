/** The page's language and its message catalogs, without React: the map, workers and tests use them too. */
import { LANGUAGES, type Language, type ShownLanguage, writtenIn } from '../../../server/domain/messages/language.ts';

let language: ShownLanguage = 'en';

const listeners = new Set<() => void>();
const catalogs = new Set<Catalog<unknown>>();

export function getLanguage(): ShownLanguage {
  return language;
}

/** Waits for the messages of the new language, so that the page neither loses state nor flickers. */
export async function setLanguage(chosen: ShownLanguage): Promise<void> {
  await Promise.all([...catalogs].filter((catalog) => catalog.isWanted()).map((catalog) => catalog.load(chosen)));
  language = chosen;
  for (const listener of listeners) listener();
}

/** @returns the unsubscribe function */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Loads every requested catalog in every language: for a page that can fetch nothing later. */
export async function loadLanguages(): Promise<void> {
  const wanted = [...catalogs].filter((catalog) => catalog.isWanted());
  await Promise.all(wanted.flatMap((catalog) => LANGUAGES.map((spoken) => catalog.load(spoken))));
}

export interface Catalog<M> {
  /** Loads the messages of a language, by default the page's. */
  readonly load: (wanted?: ShownLanguage) => Promise<M>;
  /** Messages in the page's language, outside of a component. @throws Error before they are loaded */
  readonly get: () => M;
  /** Whether a page has requested them. */
  readonly isWanted: () => boolean;
}

/** The messages of one page or feature: only one language is fetched. */
export function catalog<M>(modules: Readonly<Record<Language, () => Promise<M>>>): Catalog<M> {
  const loading = new Map<ShownLanguage, Promise<M>>();
  const atHand = new Map<ShownLanguage, M>();
  const fetched = async (wanted: ShownLanguage): Promise<M> => {
    const messages = await modules[writtenIn(wanted)]();
    const shown =
      wanted === 'qps' ? (await import('../../../server/domain/messages/pseudo.ts')).pseudo(messages) : messages;
    atHand.set(wanted, shown);
    return shown;
  };
  const made: Catalog<M> = {
    load: (wanted = language) => {
      const known = loading.get(wanted);
      if (known) return known;
      const begun = fetched(wanted);
      loading.set(wanted, begun);
      begun.then(
        // React reads these fields of a promise: a component that uses it again does not suspend.
        (value) => Object.assign(begun, { status: 'fulfilled', value }),
        () => loading.delete(wanted),
      );
      return begun;
    },
    get: () => {
      const messages = atHand.get(language);
      if (messages === undefined) throw new Error('These messages were asked for before they were loaded.');
      return messages;
    },
    isWanted: () => loading.size > 0,
  };
  catalogs.add(made);
  return made;
}
