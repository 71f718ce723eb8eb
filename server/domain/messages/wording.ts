/** Plurals, numbers, dates, sizes and lists in one language, as readers in the United States write them. */
import type { Language } from './language.ts';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es-US' };

export interface Wording {
  /** "1,240" */
  readonly grouped: (value: number) => string;
  /** "1 student", "1,240 students"; asks for `many` except for one. */
  readonly plural: (count: number, one: string, many: string) => string;
  /** One of two words by the count, without the count: "is", "are". */
  readonly agree: (count: number, one: string, many: string) => string;
  /** "3.4 %" of 0.034, "12 %" of 0.12; a share below a tenth of a percent is never written as zero. */
  readonly percent: (share: number) => string;
  /** "12 %" of 0.123. */
  readonly wholePercent: (share: number) => string;
  /** With so many digits after the point: "1.8". */
  readonly decimal: (value: number, digits: number) => string;
  /** "Jun 30, 2026" of an ISO date or time. */
  readonly date: (iso: string | Date) => string;
  /** "Nov 9, 2026, at 4:02 PM UTC" */
  readonly moment: (time: Date) => string;
  /** "Jun 30, 2026, 4:02 PM EDT" by the clock of this machine. */
  readonly momentHere: (time: string | Date) => string;
  /** "812 bytes", "48 kB", "2.7 MB", "1.4 GB" */
  readonly size: (bytes: number) => string;
  /** "a, b and c" */
  readonly list: (items: readonly string[]) => string;
  /** "a, b or c" */
  readonly either: (items: readonly string[]) => string;
}

const LESS_THAN: Readonly<Record<Language, string>> = { en: 'less than', es: 'menos de' };
const AT: Readonly<Record<Language, (time: string) => string>> = {
  en: (time) => `at ${time}`,
  es: (time) => `${time.startsWith('1:') ? 'a la' : 'a las'} ${time}`,
};

export function wordingIn(language: Language): Wording {
  const locale = LOCALES[language];
  const whole = new Intl.NumberFormat(locale);
  const rules = new Intl.PluralRules(locale);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const minute = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' });
  const here = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  });
  const lists = { and: listIn(locale, 'conjunction'), or: listIn(locale, 'disjunction') };
  const grouped = (value: number) => whole.format(value);
  const agree = (count: number, one: string, many: string) => (rules.select(count) === 'one' ? one : many);
  const decimal = (value: number, digits: number) =>
    value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return {
    grouped,
    agree,
    decimal,
    plural: (count, one, many) => `${grouped(count)} ${agree(count, one, many)}`,
    percent: (share) => {
      const hundred = 100 * share;
      if (hundred > 0 && hundred < 0.1) return `${LESS_THAN[language]} 0.1 %`;
      return `${decimal(hundred, hundred >= 10 ? 0 : 1)} %`;
    },
    wholePercent: (share) => `${Math.round(100 * share)} %`,
    date: (iso) => day.format(new Date(iso)),
    moment: (time) => `${day.format(time)}, ${AT[language](breakable(minute.format(time)))} UTC`,
    momentHere: (time) => breakable(here.format(new Date(time))),
    size: (bytes) => {
      if (bytes < 1000) return `${bytes} bytes`;
      if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
      return bytes < 1e9 ? `${decimal(bytes / 1e6, 1)} MB` : `${decimal(bytes / 1e9, 1)} GB`;
    },
    list: (items) => lists.and(items),
    either: (items) => lists.or(items),
  };
}

/** Removes the comma that American English sets before the last "and". */
function listIn(locale: string, type: 'conjunction' | 'disjunction'): (items: readonly string[]) => string {
  const format = new Intl.ListFormat(locale, { type });
  return (items) =>
    format
      .formatToParts(items)
      .map(({ type: part, value }) => (part === 'literal' ? value.replace(/^, (?=(and|or) )/, ' ') : value))
      .join('');
}

/** A sentence with its period: one that ends with "Inc." has it already. */
export function ended(sentence: string): string {
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}

function breakable(text: string): string {
  return text.replace(/[\u202f\u00a0]/g, ' ');
}
