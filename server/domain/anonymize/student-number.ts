/** A student's number as every export of the same system writes it, or what a spreadsheet did to it. */
export type StudentNumberFault = 'missing' | 'exponent' | 'date';

/**
 * Capitals, without the spaces around it, without the ".0" and the zeros in front that spreadsheets add and lose, without
 * the `="…"` by which exports keep those zeros. An exponent ("1.23E+08") has lost digits and a date was once another
 * number: neither can be told any more.
 */
export function readStudentNumber(text: string): string | StudentNumberFault {
  if (PLAIN.test(text)) return text;
  const value = text
    .replace(UNSEEN, '')
    .trim()
    .replace(/^="(.*)"$/, '$1')
    .replace(/^'/, '')
    .replace(/\s+/g, ' ')
    .toUpperCase();
  if (value === '' || value === '0' || NOTHING.test(value)) return 'missing';
  if (/^\d(\.\d+)?E\+?\d+$/.test(value)) return 'exponent';
  if (DATE.test(value)) return 'date';
  const digits = /^0*(\d+)(\.0+)?$/.exec(value)?.[1];
  return digits ?? value;
}

export function isFault(read: string): read is StudentNumberFault {
  return read === 'missing' || read === 'exponent' || read === 'date';
}

const PLAIN = /^[1-9]\d*$/;
/** Marks of direction and the like, which nobody sees. */
const UNSEEN = /\p{Cf}/gu;
/** What people and spreadsheets write for nothing, a spreadsheet's errors among it. */
const NOTHING = /^(N\/?A|NULL|NONE|-+|#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!))$/;

const DATE =
  /^(\d{1,2}[-/]\d{1,2}[-/]\d{2,4}|\d{4}-\d{2}-\d{2}([ T].*)?|\d{1,2}-(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(-\d{2,4})?|(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)-\d{2,4})$/;
