import { phrases } from '../../server/domain/messages/en/phrases.ts';
import { say } from '../../server/domain/messages/phrase.ts';
import type { Note } from '../../server/platform/progress.ts';

/** A note as a command tells it in English. */
export function told(note: Note): string {
  return typeof note === 'string' ? note : say(phrases, note);
}
