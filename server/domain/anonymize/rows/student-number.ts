import { isDated, isRounded, isShortened } from '../../spreadsheet.ts';
import { plainSigns } from '../../typography.ts';

/** A student's number as every export of the same system writes it, or what a spreadsheet did to it. */
export type StudentNumberFault = 'missing' | 'exponent' | 'date' | 'not_number';

/**
 * Capitals, without the spaces around it, without the ".0" and the zeros in front that spreadsheets add and lose, without
 * the `="…"` by which exports keep those zeros. An exponent ("1.23E+08") has lost digits and a date was once another
 * number: neither can be told any more. A formula or a text without a digit was never a number.
 */
export function readStudentNumber(text: string): string | StudentNumberFault {
  const read = readIdentifier(text);
  return isFault(read) || isNumber(read) ? read : 'not_number';
}

/** The same for a household's, which siblings share and which may be a word: what cannot be told makes no household. */
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

/** What spreadsheets would run begins with one of these signs. */
function isNumber(value: string): boolean {
  return /\d/.test(value) && !/^[=+@|]/.test(value);
}

export function isFault(read: string): read is StudentNumberFault {
  return FAULTS.has(read);
}

const FAULTS: ReadonlySet<string> = new Set<StudentNumberFault>(['missing', 'exponent', 'date', 'not_number']);

/** What stands where nobody knew a number; "0" too would make one student of many. */
const MISSING =
  /^(|0+(\.0+)?|N\/?A|NULL|NONE|UNKNOWN|UNK|TBD|PENDING|#(N\/A|REF!|VALUE!|NAME\?|NUM!|NULL!|DIV\/0!)|[-?.]+)$/;

const PLAIN = /^[1-9]\d*$/;
