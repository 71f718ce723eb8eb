/** Attributes of a feature as text, and yes or no. */
import type { Properties } from '../../../platform/gis/read.ts';

const YES = new Set(['1', 'y', 'yes', 't', 'true', 'r', 'x', 'residential', 'res', 'both', 'consumer', 'mixed', 'low']);
const NO = new Set([
  '0',
  'n',
  'no',
  'f',
  'false',
  'b',
  'business',
  'business only',
  'bus',
  'biz',
  'commercial',
  'enterprise',
  'high',
]);

/** What a yes-or-no column says; undefined when it says nothing. */
export function claim(text: string): boolean | 'unknown' | undefined {
  const word = text.toLowerCase().replace(/\.0+$/, '');
  if (word === '') return undefined;
  return YES.has(word) || /^res\w* (and|&) bus/.test(word) ? true : NO.has(word) ? false : 'unknown';
}

/** Numbers of a database that keeps fractions only, "900001.0", are whole. */
export function textOf(properties: Properties, column: string | undefined): string {
  return column === undefined
    ? ''
    : String(properties[column] ?? '')
        .trim()
        .replace(/^(\d+)\.0+$/, '$1');
}
