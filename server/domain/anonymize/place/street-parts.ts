/**
 * An address with its parts in separate columns, as in student information systems, 911 authorities and county GIS, and the line
 * they form. Parts and their order: NENA-STA-006 and FGDC-STD-016. Used for exports and for address points alike.
 */
import { plainSigns } from '../../typography.ts';
import { isSameStreetWord, isSpokenBefore, isUnitDesignator } from './street-words.ts';

/** In spoken order. `address` is the street name, or the whole address if it has one column. */
export const STREET_PARTS = [
  'number_prefix',
  'house_number',
  'number_suffix',
  'street_modifier',
  'street_direction',
  'street_pretype',
  'street_separator',
  'address',
  'street_type',
  'street_postdirection',
  'street_postmodifier',
] as const;
export type StreetPart = (typeof STREET_PARTS)[number];
export type StreetParts = Partial<Record<StreetPart, string>>;

/**
 * Names of the parts' columns, in lower-case letters and digits: of Infinite Campus, Skyward, Synergy and Aeries, of
 * NENA's and the National Address Database's address points (also cut to ten letters), of TIGER and Esri's models.
 */
export const PART_NAMES: Readonly<Record<Exclude<StreetPart, 'address'> | 'unit_type', string>> = {
  number_prefix: 'addnumpre addnumprefix addressnumberprefix housenumberprefix addrnumpre preaddrnum',
  house_number: `addnumber addnum adnum addressnumber addressno addrnumber addrnum addrno addnumfull housenumber housenum houseno housenbr hsenumber
    hsenum hseno hsenbr hno hnum strnum strno strnbr streetnumber streetnum streetno streetnbr stnumber stnum stno stnbr sitenumber sitenum situsnumber numerodecasa numerocasa`,
  number_suffix: `addnumsuf addnumsuffix addressnumbersuffix addrnumsuf housenumbersuffix housesuffix hsesuf numbersuffix numsuf numsuffix halfaddr
    fraction addressfraction housefraction streetfraction numberfraction fraccion`,
  street_modifier: 'stpremod premod premodifier streetpremodifier streetnamepremodifier',
  street_direction: `stpredir predir predirection predirectional prefixdirection prefixdir prefixdirectional dirprefix dirpre directionprefix lstpredir predirabrv
    streetpredir streetpredirection streetpredirectional streetnamepredirectional streetprefix streetprefixdirection stdirpre`,
  street_pretype: 'stpretyp stpretype pretype prefixtype pretypabrv lstpretyp streetpretype streetnamepretype',
  street_separator: 'stpresep presep streetnamepretypeseparator',
  street_type: `stpostyp stpostype stposttype postyp postype posttype lsttype lsttyp sttype sttyp strtype stsuffix stsuf streettype streetsuffix
    streettag streetnameposttype streetposttype roadtype rdtype suffixtype suftype suftypabrv suffixabbreviation tipocalle tipodecalle`,
  street_postdirection: `stposdir stpostdir posdir postdir postdirection postdirectional suffixdirection suffixdir suffixdirectional sufdir sufdirabrv
    dirsuffix dirsuf directionsuffix lstposdir streetpostdir streetpostdirection streetpostdirectional streetnamepostdirectional streetsuffixdirection stdirsuf`,
  street_postmodifier: 'stposmod stpostmod posmod postmod postmodifier streetpostmodifier streetnamepostmodifier',
  unit_type:
    'unittype unittyp unitdesignator unitdesc apttype aptunittype occupancytype sud secunitdes secondaryunitdesignator subaddresstype',
};

/** Names of columns with only the street name. */
export const STREET_NAMES =
  'streetname stname strname stnm streetnm roadname rdname basename basestreetname street road calle nombrecalle nombredecalle nombredelacalle';

/** @returns empty without a street name: a number alone is not an address */
export function streetLine(parts: StreetParts): string {
  const ordered = asSpoken(parts);
  const text = (part: StreetPart) => partText(ordered[part] ?? '');
  const name = text('address');
  if (name === '') return '';
  const words = name.split(/\s+/);
  const before = BEFORE_NAME.map(text).filter(
    (word, i) => word !== '' && !((i === 1 || i === 2) && repeats(word, words, 0)),
  );
  const after: string[] = [];
  for (const part of AFTER_NAME) {
    const word = text(part);
    if (word !== '' && !repeats(word, [...words, ...after], -1)) after.push(word);
  }
  return [houseNumber(text), ...before, name, ...after].filter((word) => word !== '').join(' ');
}

const BEFORE_NAME = ['street_modifier', 'street_direction', 'street_pretype', 'street_separator'] as const;
const AFTER_NAME = ['street_type', 'street_postdirection', 'street_postmodifier'] as const;

/** "Calle" and "Avenida" precede the name in speech, whatever their column. */
function asSpoken(parts: StreetParts): StreetParts {
  const { street_type: type = '', street_pretype: pretype = '' } = parts;
  return partText(pretype) === '' && isSpokenBefore(type) ? { ...parts, street_pretype: type, street_type: '' } : parts;
}

/** The value of a part's column; empty where a system's notation means none. */
export function partText(text: string): string {
  const plain = plainSigns(text).trim();
  return NOTHING.test(plain) ? '' : plain;
}

const NOTHING = /^(?:n\/a|na|null|none|nil|-+|\.+|#n\/a|\(?blank\)?|0)$/i;

/** Whether a name of several words already contains the word, as "Elk River Rd" beside the type "Road". */
function repeats(word: string, words: readonly string[], at: 0 | -1): boolean {
  return words.length > 1 && isSameStreetWord(words.at(at) ?? '', word);
}

/** "12" and "B" are 12B, "120" and "½" are 120 1/2; spreadsheets and Shapefiles write 12.0. */
function houseNumber(text: (part: StreetPart) => string): string {
  const number = text('house_number').replace(/^'/, '').replace(/\.0+$/, '');
  const suffix = text('number_suffix')
    .replace(/^-\s*/, '')
    .replace(/^0(?:\.0+)?$/, '');
  const whole = `${text('number_prefix')}${number}`;
  return [whole, suffix].filter((part) => part !== '').join(/^[a-z]$/i.test(suffix) ? '' : ' ');
}

/** "Apt" and "4" are "Apt 4"; "Rear" alone is a unit, "Apt" alone is none. */
export function unitLine(type: string, unit: string): string {
  const [designator, name] = [partText(type), partText(unit)];
  if (name === '') return isUnitDesignator(designator) ? '' : designator;
  return designator === '' || name.toUpperCase().startsWith(designator.toUpperCase()) ? name : `${designator} ${name}`;
}
