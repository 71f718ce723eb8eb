/**
 * Refusals, named and polite. A Refusal is a person's action that cannot be done; a bug is any other error. It is a
 * phrase: over HTTP it becomes application/problem+json (RFC 9457) in the reader's language, on the command line its words.
 */
import { phrases } from '../domain/messages/en/phrases.ts';
import { codeOf, type Facts, onPage, type Phrase, type PhraseKey, phrase, say } from '../domain/messages/phrase.ts';

interface RefusalOptions extends ErrorOptions {
  /** The refusal that this one rewords. */
  readonly code?: string;
}

export class Refusal extends Error {
  readonly phrase: Phrase;
  /** Stable, for programs: `release.none`, `cell.not-a-cell`. */
  readonly code: string;
  /** HTTP status. */
  readonly status: number;

  constructor(phrase: Phrase, status: number, { code = codeOf(phrase), ...options }: RefusalOptions = {}) {
    super(say(phrases, phrase), options);
    this.name = 'Refusal';
    this.phrase = phrase;
    this.code = code;
    this.status = status;
  }
}

/** What an error says, for a line of a command: a refusal in the reader's language, anything else as it is. */
export function saidOf(error: Error): Phrase | string {
  return error instanceof Refusal ? error.phrase : error.message;
}

/** The refusal of one file among several, with the name of the file. */
export function refusalOf(inner: Refusal, said: Phrase): Refusal {
  return new Refusal(said, inner.status, { code: inner.code, cause: inner });
}

/** The refusal of a file that a page sent: it says what to do there, and names no option of a command. */
export function refusalOnPage(inner: Refusal): Refusal {
  return new Refusal(onPage(phrases, inner.phrase), inner.status, { code: inner.code, cause: inner });
}

/** @param given facts of the phrase, if it has any; the message, for logs, is English */
export function refusal<K extends PhraseKey>(key: K, status: number, ...given: Facts<K>): Refusal {
  return new Refusal(phrase(key, ...given), status);
}

export function refusalBecause<K extends PhraseKey>(
  cause: unknown,
  key: K,
  status: number,
  ...given: Facts<K>
): Refusal {
  return new Refusal(phrase(key, ...given), status, { cause });
}
