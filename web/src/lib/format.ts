/** Numbers and times in the page's language, one format each on every page. */
import { writtenIn } from '../../../server/domain/messages/language.ts';
import { type Wording, wordingIn } from '../../../server/domain/messages/wording.ts';
import { getLanguage } from './catalog.ts';

let wording: { readonly language: string; readonly made: Wording } | undefined;

function inLanguage(): Wording {
  const language = writtenIn(getLanguage());
  if (wording?.language !== language) wording = { language, made: wordingIn(language) };
  return wording.made;
}

/** "1,240" */
export function grouped(value: number): string {
  return inLanguage().grouped(value);
}

/** "2.7 MB" */
export function sizeInWords(bytes: number): string {
  return inLanguage().size(bytes);
}

/** "Jun 30, 2026, 4:02 PM EDT" for an ISO time, in the reader's time zone. */
export function momentInWords(iso: string): string {
  return inLanguage().momentHere(iso);
}

/** The reader's local day, YYYY-MM-DD. */
export function todayHere(now = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
