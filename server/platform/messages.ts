/** The messages of the server in every language, and which of them whoever asks wants. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { filings } from '../domain/messages/en/filings.ts';
import { phrases } from '../domain/messages/en/phrases.ts';
import { problems } from '../domain/messages/en/problems.ts';
import { filings as filingsEs } from '../domain/messages/es/filings.ts';
import { phrases as phrasesEs } from '../domain/messages/es/phrases.ts';
import { problems as problemsEs } from '../domain/messages/es/problems.ts';
import { acceptedTags, type Language, preferredLanguage, type ShownLanguage } from '../domain/messages/language.ts';
import { pseudo } from '../domain/messages/pseudo.ts';

const EN = { filings, phrases, problems };

export type ServerMessages = typeof EN;

const MESSAGES: Readonly<Record<Language, ServerMessages>> = {
  en: EN,
  es: { filings: filingsEs, phrases: phrasesEs, problems: problemsEs },
};

export function messagesIn(language: ShownLanguage): ServerMessages {
  return language === 'qps' ? pseudo(EN) : MESSAGES[language];
}

/** `?lang=`, else Accept-Language, else English. */
export function languageOf({ query, headers }: Pick<FastifyRequest, 'query' | 'headers'>): ShownLanguage {
  const lang = typeof query === 'object' && query !== null && 'lang' in query ? String(query.lang) : undefined;
  return preferredLanguage([lang, ...acceptedTags(headers['accept-language'])]);
}

/** The messages for an answer, whose headers then say in which language it is and that another may be asked for. */
export function answeringIn(reply: FastifyReply, language = languageOf(reply.request)): ServerMessages {
  const varies = String(reply.getHeader('vary') ?? '');
  reply.header('content-language', language);
  if (!/\baccept-language\b/i.test(varies))
    reply.header('vary', varies === '' ? 'accept-language' : `${varies}, accept-language`);
  return messagesIn(language);
}
