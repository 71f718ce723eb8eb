import { phrases } from '../../server/domain/messages/en/phrases.ts';
import { type Phrase, say } from '../../server/domain/messages/phrase.ts';

/** A line as a command tells it in English. */
export function told(line: Phrase | string): string {
  return typeof line === 'string' ? line : say(phrases, line);
}
