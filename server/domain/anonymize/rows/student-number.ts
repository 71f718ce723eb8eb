import { isDated, isRounded, isShortened } from '../../spreadsheet.ts';
import { plainSigns } from '../../typography.ts';

/** A normalized student number, or what a spreadsheet did to it. */
export type StudentNumberFault = 'missing' | 'exponent' | 'date' | 'not_number';

/**
 * Normalizes a student number: capitals, without surrounding spaces, without the ".0" and leading zeros that spreadsheets add and
 * drop, without the `="…"` that protects those zeros. An exponent ("1.23E+08") has lost digits and a date was another
 * number: neither can be recovered. A formula or a text without a digit was never a number.
 */
export function readStudentNumber(text: string): string | StudentNumberFault {
  const read = readIdentifier(text);
  return isFault(read) || isNumber(read) ? read : 'not_number';
}

/** The same for a household number, which siblings share and which may be a word: a lost one forms no household. */
export function readHouseholdNumber(text: string): string | undefined {
  const read = readIdentifier(text);
  return isFault(read) || isRounded(text) ? undefined : read;
}

function readIdentifier(text: string): string | Exclude<StudentNumberFault, 'not_number'> {
  if (PLAIN.test(text)) return text;
  const value = plainSigns(text)
    .trim()
    .replace(/^="(.*)"$/, '$1')
    .replace(/^'/, '')
    .replace(/\s+/g, ' ')
    .toUpperCase();
  if (MISSING.test(value)) return 'missing';
  if (isShortened(value)) return 'exponent';
  if (isDated(value)) return 'date';
  const digits = /^0*(\d+)(\.0+)?$/.exec(value)?.[1];
  return digits ?? value;
}

/** First characters of what spreadsheets run as a formula. */
function isNumber(value: string): boolean {
  return /\d/.test(value) && !/^[=+@|]/.test(value);
}

export function isFault(read: string): read is StudentNumberFault {
  return FAULTS.has(read);
}

const FAULTS: ReadonlySet<string> = new Set<StudentNumberFault>(['missing', 'exponent', 'date', 'not_number']);

/** Placeholders for an unknown number; even "0" would merge many students into one. */
const MISSING =
  /^(|0+(\.0+)?|N\/?A|NULL|NONE|UNKNOWN|UNK|TBD|PENDING|#(N\/A|REF!|VALUE!|NAME\?|NUM!|NULL!|DIV\/0!)|[-?.]+)$/;

const PLAIN = /^[1-9]\d*$/;
