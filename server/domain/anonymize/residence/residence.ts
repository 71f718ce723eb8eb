/**
 * Address types that mean no fixed residence. The type discloses homelessness and is never written anywhere:
 * the student counts without a place. Source: McKinney-Vento Act, 42 USC 11434a(2); Ed-Fi addressType and
 * HomelessPrimaryNighttimeResidence descriptors, and CEDS "Homeless Primary Nighttime Residence" (element 000146) codes.
 */
import type { HomelessColumn } from './homeless-names.ts';

export type AddressKind = 'home' | 'none' | 'mailing';

/**
 * Meaning of a value in a column of address types; for a column about homelessness see `readHomeless`.
 *
 * @returns undefined for an unclear code, which may mean a shelter as well as a home
 */
export function readResidence(addressType: string): AddressKind | undefined {
  if (MAILING.test(plain(addressType))) return 'mailing';
  const words = wordsIn(addressType);
  if (NOT_SO.test(words)) return 'home';
  if (FLAGGED.test(words) || NO_FIXED.test(words)) return 'none';
  const code = words.replaceAll(' ', '');
  if (NO_FIXED_CODES.has(code)) return 'none';
  return isCode(code) && !HOME_CODES.has(code) ? undefined : 'home';
}

/**
 * Meaning of a value in a column named for homelessness. Here "1", "X" and a day flag a student, as in no address type, and
 * an unrelated word does not count as a home.
 *
 * @param column the kind of its values, from its name
 * @returns undefined if unclear
 */
export function readHomeless(value: string, column: HomelessColumn): Exclude<AddressKind, 'mailing'> | undefined {
  const [, spelled] = /^\s*(?:n|0+)\s*[-–—:.=]\s*(.*[a-z].*)$/i.exec(value) ?? [];
  // "N - Not homeless" and "0: No"; "N - Doubled up" explains a letter.
  if (spelled !== undefined && !/^a$/i.test(spelled)) return readHomeless(spelled, column);
  if (/^\s*no\s*[-–—,:;]\s/i.test(value)) return 'home';
  const words = wordsIn(value);
  if (words === '') return /^[-–—.\s/_'"☐□]*$/.test(value) ? 'home' : TICKED.test(value.trim()) ? 'none' : undefined;
  if (column === 'housed' && (YES.test(words) || /^(no?|0+|f|false|falso|off|unchecked)$/.test(words)))
    return undefined;
  if (NO_DAY.test(value.trim()) || NOTHING.has(words)) return 'home';
  if (column === 'presence') return NOT_SO.test(words) || NO.test(words) ? 'home' : 'none';
  // "F" means false in a column of yes or no, and may be any residence in one of codes.
  if (words === 'f') return column === 'flag' ? 'home' : undefined;
  if (LACKS.test(words)) return 'none';
  if (NOT_SO.test(words) || NO.test(words)) return 'home';
  if (YES.test(words) || DAY.test(value.trim()) || HOMELESS_CODES.has(words) || NO_FIXED.test(words)) return 'none';
  if (NO_FIXED_CODES.has(words.replaceAll(' ', ''))) return 'none';
  return HOUSED.test(words) ? 'home' : undefined;
}

export function hasNoFixedResidence(addressType: string): boolean {
  return readResidence(addressType) === 'none';
}

/** Whether a value says in words, not by a code or a flag, that there is no fixed residence. */
export function namesNoFixedResidence(value: string): boolean {
  const words = wordsIn(value);
  return NO_FIXED.test(words.replace(OF_OTHER_THINGS, '')) && !NOT_SO.test(words);
}

function wordsIn(value: string): string {
  return plain(value)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Transport, afternoon care, or guardians: alone these words do not concern residence. */
const OF_OTHER_THINGS =
  /\b(temp(orar(y|ily))?|car|vehicle|camp(ground|site|ing)?|carro|coche|auto|vehiculo|campamento|calle|amig[oa]s|familiares|parientes|relatives|friends|others)\b/g;

/** Lower case without accents, "DoubledUp" as two words, a descriptor without its namespace. */
function plain(addressType: string): string {
  return addressType
    .slice(addressType.lastIndexOf('#') + 1)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();
}

/** Mail goes to a mailing address; a student may sleep elsewhere. Of a student's rows, the home counts. */
const MAILING = /\b(mail|mailing|po box|billing)\b/;

const NOT_SO = /^(n a )?(not|non|no longer|never) (?!sheltered)/;

/** Further notations of blank, in a column named for homelessness. */
const NOTHING = new Set([
  ...[
    'n',
    'no',
    '0',
    '00',
    '000',
    '0 0',
    'na',
    'n a',
    'null',
    'nil',
    'none',
    'blank',
    'false',
    'off',
    'unchecked',
    'missing',
    'never',
  ],
  ...['nothomeless', 'not homeless', 'non homeless', 'nonhomeless', 'ninguno', 'ninguna', 'no aplica', 'falso'],
]);
/** Placeholder dates of systems for no date. */
const NO_DAY = /^(0+[-/.]0+[-/.]0+|(0?1[-/.]0?1[-/.])?(1899|1900)([-/.]\d\d[-/.]\d\d)?|12[-/.]30[-/.]1899)\b/;
/** A day in a column about homelessness is the day a student was identified. */
export const DAY =
  /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b|^\d{1,2}[- ][a-z]{3,9}[-, ]+\d{2,4}$|^[a-z]{3,9}\.? \d{1,2},? \d{4}$|^(19|20)\d{6}$/i;
const TICKED = /^[✓✔☑☒]$/u;
const NO = /^no (?!home\b|hous|permanen|fixed|regular|adequate|place|residen|address|hay)/;
const YES = /^(y|yes|true|t|si|verdadero|on|checked|x|1|01|1 0)\b|^y\d$/;
/** "Not permanently housed", "without a home", "sin vivienda". */
const LACKS =
  /\b(not|no|without|lacks?|sin) (a |in |an |su |una )?(home(?!less)|hous(ed|e)\b|permanen|fixed|stabl|regular|adequate|hogar|casa|techo|vivienda|domicilio)|\b(un(stably )?housed|precarious)/;
/** CALPADS: program 191, and the dwelling types of students in it. EDFacts C118. */
const HOMELESS_CODES = new Set('191 100 110 120 130 uy sth dbld'.split(' '));
const HOUSED =
  /\b(permanent|permanently|perm|housed|owns?|owned|rents?|rental|renting|fixed|stable|regular|adequate|apartment|house|own home|casa|apartamento|departamento|hogar propio|permanente|propi[ao]|alquila\w*)\b/;

/** A column that only says whether a student is homeless: no address type is called "yes". */
const FLAGGED = /^(y|yes|true|t|si)$/;

const NO_FIXED =
  /\b(shelter(s|ed)?|transitional( housing)?|doubled? ?up|hotels?|motels?|hotel ?motel|temporary|temporarily|temp|unsheltered|homeless|camp(ground|site|ing)|awaiting foster( care)?|couch( surfing)?|mc ?kinney( vento)?|no fixed|friend s? (couch|house|home|place)|(living|staying|lives) with (others|friends|relatives|another family)|shar(ed|ing) housing|substandard|vehicle|car|abandoned|albergue|refugio|sin (hogar|techo|casa|vivienda)|(vivienda|casa) (compartida|temporal)|moteles|carro|coche|auto|vehiculo|campamento|deambulante|en la calle|desaloj\w+|perdida de (la |su )?(vivienda|casa)|(con|de) (otr[oa]s? (familias?|personas?|parientes)|amig[oa]s|(otros )?familiares|parientes)|(lost|loss of) (our |their |my |the |your )?(home|house|housing)|evict(ed|ion)|economic hardship|dificultades economicas)\b/;

/** As student information systems shorten the descriptors. */
const NO_FIXED_CODES = new Set('du dbl sh shl hm htl mtl un uns mv mkv'.split(' '));
const HOME_CODES = new Set(['', ...'n no 0 na hom phy phys res prm per own apt'.split(' ')]);

/** Up to three letters, or a few signs with a digit: not a word. */
function isCode(code: string): boolean {
  return /^[a-z]{1,3}$/.test(code) || (/\d/.test(code) && code.length <= 5);
}
