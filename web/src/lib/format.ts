/** Dates and sizes in words: one way to say each, on every page. */

export { sizeInWords } from '../../../server/domain/words.ts';

const monthDayYear = new Intl.DateTimeFormat('en-US', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "Jun 30, 2026" of an ISO date or time. */
export function dateInWords(iso: string): string {
  return monthDayYear.format(new Date(iso));
}

const momentHere = new Intl.DateTimeFormat('en-US', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
});

/** "Jun 30, 2026, 4:02 PM EDT" of an ISO time, by the clock of the reader. */
export function momentInWords(iso: string): string {
  return momentHere.format(new Date(iso)).replace(/\u202f/g, ' ');
}

/** The day it is where the reader is, YYYY-MM-DD. */
export function todayHere(now = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
