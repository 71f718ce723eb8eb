/**
 * A message as code and facts: a phrase travels through the server, a worker or an answer, and becomes words in the
 * reader's language where it is read.
 */
import type { Phrases } from './en/phrases.ts';

export type PhraseKey = keyof Phrases & string;

/** A fact that is words may be a phrase itself, so that no English appears inside a Spanish sentence. */
type Given<F> = F extends string ? F | Phrase : F extends readonly (infer Item)[] ? readonly Given<Item>[] : F;

type FactsOf<K extends PhraseKey> = Phrases[K] extends (facts: infer F) => string
  ? { readonly [Name in keyof F]: Given<F[Name]> }
  : Readonly<Record<string, never>>;

/** Arguments after the key: the facts, if there are any. */
export type Facts<K extends PhraseKey> = Phrases[K] extends string ? [facts?: FactsOf<K>] : [facts: FactsOf<K>];

export interface Phrase {
  readonly key: PhraseKey;
  readonly facts: Readonly<Record<string, unknown>>;
}

export function phrase<K extends PhraseKey>(key: K, ...[facts]: Facts<K>): Phrase {
  return { key, facts: facts ?? {} };
}

/** A phrase in the language of the catalog. */
export function say(phrases: Phrases, { key, facts }: Phrase): string {
  const message: string | ((facts: never) => string) = phrases[key];
  if (typeof message === 'string') return message;
  return (message as (facts: unknown) => string)(saidFacts(phrases, facts));
}

/** Facts, with nested phrases turned into words. */
export function saidFacts(phrases: Phrases, facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, saidFact(phrases, fact)]));
}

function saidFact(phrases: Phrases, fact: unknown): unknown {
  if (Array.isArray(fact)) return fact.map((item) => saidFact(phrases, item));
  return isPhrase(fact) ? say(phrases, fact) : fact;
}

/** For a page, which takes no options of a command: of each phrase the variant that ends in `/page`, where there is one. */
export function onPage(phrases: Phrases, { key, facts }: Phrase): Phrase {
  const variant = `${key}/page`;
  return {
    key: variant in phrases ? (variant as PhraseKey) : key,
    facts: factOnPage(phrases, facts) as Phrase['facts'],
  };
}

function factOnPage(phrases: Phrases, fact: unknown): unknown {
  if (Array.isArray(fact)) return fact.map((item) => factOnPage(phrases, item));
  if (isPhrase(fact)) return onPage(phrases, fact);
  if (typeof fact !== 'object' || fact === null) return fact;
  return Object.fromEntries(Object.entries(fact).map(([name, inner]) => [name, factOnPage(phrases, inner)]));
}

function isPhrase(fact: unknown): fact is Phrase {
  return typeof fact === 'object' && fact !== null && 'key' in fact && 'facts' in fact;
}

/** Stable, for programs: several phrases may share a code, distinguished by what follows a slash. */
export function codeOf({ key }: Phrase): string {
  return key.split('/', 1)[0] ?? key;
}
