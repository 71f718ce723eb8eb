import { plainSigns } from '../../typography.ts';
import {
  DIRECTIONS,
  isSpokenBefore,
  isStreetDirection,
  NOTHING_ELSE,
  ORDINALS,
  STANDARD_SUFFIXES,
  SUFFIXES,
  UNITS,
  wordsOf,
} from './street-words.ts';

/**
 * Normalizes an address, so that two children of one household get one household key however each was typed. After
 * USPS Publication 28 (Postal Addressing Standards): capitals, no punctuation, the abbreviations of appendix C for street
 * suffixes (C1), unit designators (C2) and directions. The result is keyed and never shown, so if the standard conflicts with
 * matching, matching wins: "#4", "Apt 4" and "Unit 4" are one unit.
 */
export interface AddressParts {
  /** House number and street, or the whole address. */
  readonly address: string;
  readonly unit?: string;
  readonly city?: string;
  readonly zip?: string;
}

/**
 * One line: street, unit, then five-digit ZIP code, or the city without one. Empty without a house number, such as
 * "Unknown", "General Delivery" or a street alone: it would merge many households.
 */
export function householdAddress(given: AddressParts): string {
  const { address, unit = '', city = '', zip = '' } = wholeInOne(given) ?? given;
  const street = normalizeAddress(unit.trim() === '' ? address : `${address} ${unitText(unit)}`);
  if (!/\d/.test(street)) return '';
  const zip5 = zipOf(zip);
  return `${street}|${zip5 === '' ? wordsOf(city).join(' ') : zip5}`;
}

/** Splits "12 Example Rd, Apt 4, Sampleton, WV 25301" from one column; undefined for other forms. */
export function wholeInOne<Parts extends AddressParts>(given: Parts): (Parts & { state: string }) | undefined {
  const { address, city = '', zip = '' } = given;
  if (city.trim() !== '' || zip.trim() !== '') return undefined;
  const match = /^(.+?),\s*([^,\d]+?),?\s+([A-Za-z]{2})\.?,?\s+(\d{5})(?:-?\d{4})?\s*$/.exec(address);
  if (!match) return undefined;
  const [, line = '', town = '', state = '', code = ''] = match;
  return { ...given, address: line, city: town, state, zip: code };
}

/** Five digits; restores zeros that a spreadsheet dropped. Empty if it is not a ZIP code. */
export function zipOf(text: string): string {
  const digits = /^\s*'?(\d{3,5})(?:\.0+)?(?:\s*-?\s*\d{4})?\s*$/.exec(plainSigns(text))?.[1];
  return digits === undefined ? '' : digits.padStart(5, '0');
}

/** @returns capitals and digits with single spaces; unit last, as "APT x" for every designator. Idempotent. */
export function normalizeAddress(text: string): string {
  const words = wordsOf(text.replaceAll('#', ' # '));
  if (words.length === 0) return '';
  const box = text.length < LONGEST_BOX ? postOfficeBox(words.join(' ')) : undefined;
  if (box !== undefined) return box;
  const { street, unit } = splitUnit(words);
  const spelled = numberedRoad(spelledOut(street).join(' '));
  return unit === '' ? spelled : `${spelled} APT ${unit}`;
}

/** "County Road 5" is "CR 5", "US Highway 60" is "US 60" and "State Route 2" is "SR 2" (Publication 28, appendix E). */
function numberedRoad(line: string): string {
  if (!/ (?:RTE|HWY|RD) \d/.test(line)) return line;
  return line
    .replace(/\bUS (?:RTE|HWY)(?= \d(?!\/))/g, 'US')
    .replace(/\bCO (?:RTE|RD|HWY)(?= \d(?!\/))/g, 'CR')
    .replace(/\b(?:SR|STATE|ST) (?:RTE|HWY|RD)(?= \d(?!\/))/g, 'SR');
}

/** "Post Office Box 123456" and "Rural Route 12 Box 1234A" are shorter. */
const LONGEST_BOX = 32;

function unitText(unit: string): string {
  const words = wordsOf(unit.replace(/#/g, ' '));
  return UNITS.has(words[0] ?? '') ? unit : words.length === 0 ? '' : `APT ${unit}`;
}

function postOfficeBox(words: string): string | undefined {
  const box = /^(?:P ?O|POST OFFICE) ?(?:BOX|BX) (\w+)$/.exec(words)?.[1] ?? /^BOX (\w+)$/.exec(words)?.[1];
  if (box !== undefined) return `PO BOX ${box}`;
  const rural = /^(?:RR|RURAL ROUTE|RFD|R D|RD|RT|RTE|ROUTE) ?(\d+) (?:BOX|BX) (\w+)$/.exec(words);
  return rural ? `RR ${rural[1]} BOX ${rural[2]}` : undefined;
}

/** The unit follows the last designator that is not the first word; "HWY 12 # 4" has unit 4. */
function splitUnit(words: readonly string[]): { street: readonly string[]; unit: string } {
  if (words.length > 2 && words.at(-2) === 'APT')
    return { street: withoutUnits(words.slice(0, -2)), unit: words.at(-1) ?? '' };
  for (let at = words.length - 1; at > 0; at--) {
    const word = words[at] ?? '';
    const rest = words.slice(at + 1).filter((other) => !UNITS.has(other));
    if (UNITS.has(word) && (NOTHING_ELSE.has(word) ? rest.length > 0 : isUnitName(rest)))
      return { street: withoutUnits(words.slice(0, at)), unit: unitName(rest) };
    const glued = word.replace(GLUED, '');
    if (glued !== word) return { street: words.slice(0, at), unit: unitName([glued, ...rest]) };
  }
  return { street: words, unit: '' };
}

/** A designator joined to its value: "APT4". */
const GLUED = /^(?:APT|UNIT|STE|LOT|RM)(?=\d)/;

/** "B 4" and "B4" are one unit; "1-12", "11-2" and "112" are three. */
function unitName(words: readonly string[]): string {
  const name = words.reduce((all, word) => all + (/\d$/.test(all) && /^\d/.test(word) ? '-' : '') + word, '');
  return name.replace(GLUED, '');
}

/** Without the designators at the end: "Bldg Apt 4" is unit 4. */
function withoutUnits(words: readonly string[]): readonly string[] {
  let to = words.length;
  while (to > 1 && UNITS.has(words[to - 1] ?? '')) to--;
  return words.slice(0, to);
}

/** "4", "4B", "B" or "North": possible values after a designator that is also a street word, as in "Flat Rock Road". */
function isUnitName([word = '', ...more]: readonly string[]): boolean {
  if (/\d/.test(word) || ORDINALS.has(word)) return true;
  const isShort = word.length > 0 && word.length <= 2 && !STANDARD_SUFFIXES.has(word) && !SUFFIXES.has(word);
  return more.length === 0 && (isShort || DIRECTIONS.has(word));
}

/** Normalized words, without the fraction of a number: "12 1/2 North Main". */
function spelledOut([number = '', ...words]: readonly string[]): string[] {
  const fraction = /^\d\/\d$/.test(words[0] ?? '') ? words.slice(0, 1) : [];
  const street = [number, ...words.slice(fraction.length)];
  const [first = '', ...others] = street.map((word, i) => spelling(word, i, street));
  return [first, ...fraction, ...others];
}

/** A normalized word: a direction or suffix only where it can be one, so "North Street" keeps its name. */
function spelling(word: string, at: number, street: readonly string[]): string {
  const ordinal = ORDINALS.get(word);
  if (ordinal !== undefined && at > 0) return ordinal;
  if (at === 0) return isSpokenBefore(word) ? (SUFFIXES.get(word) ?? word) : word.replace(/^0+(?=\d)/, '');
  if (isNumberedStreet(street, at)) return `${Number(word)}${endingOf(Number(word))}`;
  const direction = at === 1 || (at === street.length - 1 && word !== 'NO') ? DIRECTIONS.get(word) : undefined;
  if (direction !== undefined && (at > 1 || !isNamedAfterDirection(street))) return direction;
  return SUFFIXES.get(word) ?? word;
}

/** "12 N 5 St" is on 5th Street; "12 US 60 Hwy" and "12 5 Mile Rd" are not. */
function isNumberedStreet(street: readonly string[], at: number): boolean {
  const [word = '', next = '', ...more] = street.slice(at);
  if (!/^[1-9]\d{0,2}$/.test(word) || !NUMBERED.has(SUFFIXES.get(next) ?? next)) return false;
  if (!/^\d/.test(street[0] ?? '')) return false;
  const isLast = more.length === 0 || (more.length === 1 && isStreetDirection(more[0] ?? ''));
  return isLast && (at === 1 || (at === 2 && (isStreetDirection(street[1] ?? '') || /^\d+$/.test(street[1] ?? ''))));
}

/** Suffixes of numbered streets. */
const NUMBERED = new Set('ST AVE PL CT TER LN DR RD'.split(' '));

function endingOf(number: number): string {
  const isTeen = number % 100 > 10 && number % 100 < 14;
  return (isTeen ? undefined : ['TH', 'ST', 'ND', 'RD'][number % 10]) ?? 'TH';
}

/** "12 North Street", unlike "12 North Main". */
function isNamedAfterDirection(street: readonly string[]): boolean {
  const last = street[2] ?? '';
  return street.length < 3 || (street.length === 3 && (SUFFIXES.has(last) || STANDARD_SUFFIXES.has(last)));
}
