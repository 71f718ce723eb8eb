/** Which languages there are, and which of them somebody reads. */

export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** English in brackets, for tests: what stands outside of brackets on a page comes from no message. */
export const PSEUDO = 'qps';
export type ShownLanguage = Language | typeof PSEUDO;

/** Each by its own name, which is the same in all of them. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', es: 'Español' };

/** The language a tag names, such as "es-MX" or "qps"; undefined: one that is not spoken here. */
export function languageNamed(tag: string | null | undefined): ShownLanguage | undefined {
  const primary = tag
    ?.trim()
    .toLowerCase()
    .split(/[-_.@]/, 1)[0];
  return primary === PSEUDO ? PSEUDO : LANGUAGES.find((language) => language === primary);
}

/** The first language that is spoken here, of tags in the order of preference; English where there is none. */
export function preferredLanguage(tags: readonly (string | null | undefined)[]): ShownLanguage {
  for (const tag of tags) {
    const language = languageNamed(tag);
    if (language) return language;
  }
  return 'en';
}

/** The tags of an Accept-Language header, the most wanted first; those refused with a weight of 0 are left out. */
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

/** The language messages are written in: a pseudo-locale is made of the English ones. */
export function writtenIn(language: ShownLanguage): Language {
  return language === PSEUDO ? 'en' : language;
}
