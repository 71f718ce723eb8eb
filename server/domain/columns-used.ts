import { type Phrase, phrase } from './messages/phrase.ts';

/** How many of a table's columns an import used, and the names of the others: no unread column goes unmentioned. */
export function columnsUsed(all: readonly string[], used: readonly string[]): Phrase {
  const unread = all.filter((name) => !used.includes(name));
  return phrase('file.columns-used', { columnCount: all.length, used: all.length - unread.length, unread });
}
