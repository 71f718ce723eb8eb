/** Attributes of a feature as text or as yes or no. */
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

/** Value of a yes-or-no column; undefined when it is neither. */
export function claim(text: string): boolean | 'unknown' | undefined {
  const word = text.toLowerCase().replace(/\.0+$/, '');
  if (word === '') return undefined;
  return YES.has(word) || /^res\w* (and|&) bus/.test(word) ? true : NO.has(word) ? false : 'unknown';
}

/** Databases that store only fractions write whole numbers as "900001.0". */
export function textOf(properties: Properties, column: string | undefined): string {
  return column === undefined
    ? ''
    : String(properties[column] ?? '')
        .trim()
        .replace(/^(\d+)\.0+$/, '$1');
}
