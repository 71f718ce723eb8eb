/** The server's messages in every language, and the choice of one for a request. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { acts } from '../domain/messages/en/acts.ts';
import { agreement } from '../domain/messages/en/agreement.ts';
import { brief } from '../domain/messages/en/brief.ts';
import { certificate } from '../domain/messages/en/certificate.ts';
import { clusterNames } from '../domain/messages/en/cluster-names.ts';
import { cost } from '../domain/messages/en/cost.ts';
import { explorer } from '../domain/messages/en/explorer.ts';
import { filings } from '../domain/messages/en/filings.ts';
import { outreach } from '../domain/messages/en/outreach.ts';
import { people } from '../domain/messages/en/people.ts';
import { type Phrases, phrases } from '../domain/messages/en/phrases.ts';
import { places } from '../domain/messages/en/places.ts';
import { problems } from '../domain/messages/en/problems.ts';
import { procurement } from '../domain/messages/en/procurement.ts';
import { reasons } from '../domain/messages/en/reasons.ts';
import { signing } from '../domain/messages/en/signing.ts';
import { story } from '../domain/messages/en/story.ts';
import { technologies } from '../domain/messages/en/technologies.ts';
import { terminal } from '../domain/messages/en/terminal.ts';
import { acts as actsEs } from '../domain/messages/es/acts.ts';
import { agreement as agreementEs } from '../domain/messages/es/agreement.ts';
import { brief as briefEs } from '../domain/messages/es/brief.ts';
import { certificate as certificateEs } from '../domain/messages/es/certificate.ts';
import { clusterNames as clusterNamesEs } from '../domain/messages/es/cluster-names.ts';
import { cost as costEs } from '../domain/messages/es/cost.ts';
import { explorer as explorerEs } from '../domain/messages/es/explorer.ts';
import { filings as filingsEs } from '../domain/messages/es/filings.ts';
import { outreach as outreachEs } from '../domain/messages/es/outreach.ts';
import { people as peopleEs } from '../domain/messages/es/people.ts';
import { phrases as phrasesEs } from '../domain/messages/es/phrases.ts';
import { places as placesEs } from '../domain/messages/es/places.ts';
import { problems as problemsEs } from '../domain/messages/es/problems.ts';
import { procurement as procurementEs } from '../domain/messages/es/procurement.ts';
import { reasons as reasonsEs } from '../domain/messages/es/reasons.ts';
import { signing as signingEs } from '../domain/messages/es/signing.ts';
import { story as storyEs } from '../domain/messages/es/story.ts';
import { technologies as technologiesEs } from '../domain/messages/es/technologies.ts';
import { terminal as terminalEs } from '../domain/messages/es/terminal.ts';
import {
  acceptedTags,
  type Language,
  languageNamed,
  preferredLanguage,
  type ShownLanguage,
} from '../domain/messages/language.ts';
import { type Phrase, saidFacts, say } from '../domain/messages/phrase.ts';
import { pseudo } from '../domain/messages/pseudo.ts';
import { addVary } from './http-cache/index.ts';

const EN = {
  acts,
  agreement,
  brief,
  certificate,
  clusterNames,
  cost,
  explorer,
  filings,
  outreach,
  people,
  phrases,
  places,
  problems,
  procurement,
  reasons,
  signing,
  story,
  technologies,
  terminal,
};

export type ServerMessages = typeof EN;

const MESSAGES: Readonly<Record<Language, ServerMessages>> = {
  en: EN,
  es: {
    acts: actsEs,
    agreement: agreementEs,
    brief: briefEs,
    certificate: certificateEs,
    clusterNames: clusterNamesEs,
    cost: costEs,
    explorer: explorerEs,
    filings: filingsEs,
    outreach: outreachEs,
    people: peopleEs,
    phrases: phrasesEs,
    places: placesEs,
    problems: problemsEs,
    procurement: procurementEs,
    reasons: reasonsEs,
    signing: signingEs,
    story: storyEs,
    technologies: technologiesEs,
    terminal: terminalEs,
  },
};

export function messagesIn(language: ShownLanguage): ServerMessages {
  return language === 'qps' ? pseudo(EN) : MESSAGES[language];
}

/** `?lang=`, else Accept-Language, else English. */
export function languageOf({ query, headers }: Pick<FastifyRequest, 'query' | 'headers'>): ShownLanguage {
  const lang = typeof query === 'object' && query !== null && 'lang' in query ? String(query.lang) : undefined;
  return preferredLanguage([lang, ...acceptedTags(headers['accept-language'])]);
}

/** Language suffix of addresses on a page: only if the request's own address names the language. */
export function langQuery({ query }: Pick<FastifyRequest, 'query'>): string {
  const language = typeof query === 'object' && query !== null && 'lang' in query && languageNamed(String(query.lang));
  return language ? `?lang=${language}` : '';
}

/** The messages for an answer; also sets its headers for content language and negotiation. */
export function answeringIn(reply: FastifyReply, language = languageOf(reply.request)): ServerMessages {
  reply.header('content-language', language);
  addVary(reply, 'accept-language');
  return messagesIn(language);
}

/**
 * Translates the answers of these routes. Text stored in English carries its phrases: `said` is that of its `detail` or
 * `message`, and of other text that repeats the facts; `advice` that of `whatToDo`; `notesSaid` those of
 * `notes`.
 */
export function sayPhrases(app: FastifyInstance): void {
  app.addHook('preSerialization', async (_request, reply, payload) => saidIn(answeringIn(reply).phrases, payload));
}

/** The same value with its phrases in words. */
export function saidIn<V>(phrases: Phrases, value: V): V {
  if (Array.isArray(value)) return value.map((item) => saidIn(phrases, item)) as V;
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const { said, advice, notesSaid, ...rest } = value as Kept;
  const inner = Object.fromEntries(Object.entries(rest).map(([name, fact]) => [name, saidIn(phrases, fact)]));
  if (advice) inner.whatToDo = say(phrases, advice);
  if (notesSaid) inner.notes = notesSaid.map((note) => say(phrases, note));
  if (!said) return inner as V;
  const facts = saidFacts(phrases, said.facts);
  for (const [name, fact] of Object.entries(facts)) if (name in inner) inner[name] = fact;
  inner['detail' in inner ? 'detail' : 'message'] = say(phrases, said);
  return { ...inner, facts } as V;
}

interface Kept extends Record<string, unknown> {
  readonly said?: Phrase;
  readonly advice?: Phrase;
  readonly notesSaid?: readonly Phrase[];
}
