import { phrases } from '../messages/en/phrases.ts';
import { codeOf, type Phrase, say } from '../messages/phrase.ts';

/** Why something cannot be anonymized: its phrase, without a value of the file. The message, for logs, is English. */
export class AnonymizeError extends Error {
  readonly phrase: Phrase;
  readonly code: string;
  constructor(phrase: Phrase) {
    super(say(phrases, phrase));
    this.name = 'AnonymizeError';
    this.phrase = phrase;
    this.code = codeOf(phrase);
  }
}
