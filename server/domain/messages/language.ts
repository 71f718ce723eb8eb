/** The languages there are, and the choice of one for a reader. */

export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** English in brackets, for tests: text outside of brackets on a page comes from no message. */
export const PSEUDO = 'qps';
export type ShownLanguage = Language | typeof PSEUDO;

/** Each language by its own name, the same in all of them. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', es: 'Español' };

/** The language of a tag such as "es-MX" or "qps"; undefined if unsupported. */
export function languageNamed(tag: string | null | undefined): ShownLanguage | undefined {
  const primary = tag
    ?.trim()
    .toLowerCase()
    .split(/[-_.@]/, 1)[0];
  return primary === PSEUDO ? PSEUDO : LANGUAGES.find((language) => language === primary);
}

/** The first supported language among tags in order of preference; English if none is. */
export function preferredLanguage(tags: readonly (string | null | undefined)[]): ShownLanguage {
  for (const tag of tags) {
    const language = languageNamed(tag);
    if (language) return language;
  }
  return 'en';
}

/** The tags of an Accept-Language header, most wanted first, without those refused by a weight of 0. */
export function acceptedTags(header = ''): string[] {
  return header
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
      return { tag, weight: Number(weight) };
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}

/** The language of the messages: the pseudo-locale uses the English ones. */
export function writtenIn(language: ShownLanguage): Language {
  return language === PSEUDO ? 'en' : language;
}
