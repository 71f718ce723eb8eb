/** What the messages of a collection say before a coordinator edits them, in every language. */
import { daysFrom } from '../../domain/day.ts';
import { letters as en, type LetterFacts, type LetterMessages } from '../../domain/messages/en/letters.ts';
import { letters as es } from '../../domain/messages/es/letters.ts';
import type { Language } from '../../domain/messages/language.ts';
import {
  isForFamilies,
  type MessageValues,
  OUTREACH_MESSAGES,
  type OutreachMessage,
} from '../../domain/outreach/messages.ts';
import { stateNameOf } from '../../domain/states.ts';
import type { Collection } from '../collect/index.ts';
import type { ContactFields, MessageTexts } from './contract-messages.ts';

const MESSAGES: Readonly<Record<Language, LetterMessages>> = { en, es };

/** @param today YYYY-MM-DD; a collection without a window ends today */
export function draftsOf(collection: Collection, stateFips: string, today: string) {
  const { name, opensOn, closesOn, districts, questions, contact } = collection;
  const last = closesOn ?? today;
  const facts: LetterFacts = {
    collection: name,
    stateName: stateNameOf(stateFips) ?? stateFips,
    opensOn: opensOn ?? today,
    closesOn: last,
    daysLeft: Math.max(0, daysFrom(today, last) + 1),
    districtCount: districts.total,
    accepted: districts.accepted,
    questionCount: questions.length,
  };
  return OUTREACH_MESSAGES.map((message) => ({ message, texts: textsOf(message, facts, contact) }));
}

/** @param callWhom whom districts call; empty: nobody is named. Families call their school. */
function textsOf(message: OutreachMessage, facts: LetterFacts, callWhom: string): MessageTexts {
  const isSigned = callWhom !== '' && !isForFamilies(message);
  const said = (language: Language) => {
    const { subject, text, questions } = MESSAGES[language];
    const words = text[message](facts);
    return {
      subject: subject[message](facts),
      text: isSigned ? `${words}\n\n${questions({ callWhom })}` : words,
    };
  };
  return { en: said('en'), es: said('es') };
}

export interface Addressed {
  readonly leaId: string;
  readonly name: string;
  readonly contact: ContactFields | null;
}

/** What stands in place of the words in braces. Without a contact the district itself is spoken to. */
export function valuesFor(
  { leaId, name, contact }: Addressed,
  { link, origin }: { link: string | undefined; origin: string },
): MessageValues {
  return {
    district: name,
    contact: contact?.name.trim() || name,
    page: `${origin}${pageOf(leaId)}`,
    ...(link === undefined ? {} : { link }),
  };
}

/** Path of what is published of a district. */
export function pageOf(leaId: string): string {
  return `/place/school_district/${leaId}`;
}
