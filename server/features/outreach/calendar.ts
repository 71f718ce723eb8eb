/** A plan as a calendar of whole days. Source: RFC 5545. */
import type { OutreachEntry } from './contract.ts';

export interface CalendarFacts {
  readonly name: string;
  /** Of entries: the same each time, so that a calendar that has them changes them. */
  readonly key: string;
  readonly stamp: Date;
}

export function calendarOf(plan: readonly OutreachEntry[], { name, key, stamp }: CalendarFacts): string {
  const at = stamp.toISOString().replace(/[-:]|\.\d+/g, '');
  const events = plan.flatMap(({ on, what, assigned, done }, number) => [
    'BEGIN:VEVENT',
    `UID:${key}-${number}@gapmap`,
    `DTSTAMP:${at}`,
    `DTSTART;VALUE=DATE:${on.replaceAll('-', '')}`,
    `SUMMARY:${escaped(what)}`,
    ...(assigned === '' ? [] : [`DESCRIPTION:${escaped(assigned)}`]),
    ...(done ? ['STATUS:CONFIRMED'] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gapmap//Outreach//EN',
    `NAME:${escaped(name)}`,
    ...events,
  ];
  return `${[...lines, 'END:VCALENDAR'].map(folded).join('\r\n')}\r\n`;
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

/** Lines have at most 75 bytes; what is longer goes on behind a space. */
const LONGEST = 74;

function folded(line: string): string {
  let [text, bytes] = ['', 0];
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (bytes + size > LONGEST) [text, bytes] = [`${text}\r\n `, 1];
    text += letter;
    bytes += size;
  }
  return text;
}
