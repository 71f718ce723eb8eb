/**
 * Address types that say a student has no fixed residence. The type discloses homelessness and is never written anywhere:
 * the student is counted without a place. Source: McKinney-Vento Act, 42 USC 11434a(2); Ed-Fi addressType and
 * HomelessPrimaryNighttimeResidence descriptors, and CEDS "Homeless Primary Nighttime Residence" (element 000146) codes.
 */
export type AddressKind = 'home' | 'none' | 'mailing';

/** @returns undefined for a code that cannot be told: it may stand for a shelter as well as for a home */
export function readResidence(addressType: string): AddressKind | undefined {
  const text = plain(addressType);
  if (MAILING.test(text)) return 'mailing';
  const words = text.replace(/[^a-z0-9]+/g, ' ').trim();
  if (NOT_SO.test(words)) return 'home';
  if (FLAGGED.test(words) || NO_FIXED.test(words)) return 'none';
  const code = words.replaceAll(' ', '');
  if (NO_FIXED_CODES.has(code)) return 'none';
  return isCode(code) && !HOME_CODES.has(code) ? undefined : 'home';
}

export function hasNoFixedResidence(addressType: string): boolean {
  return readResidence(addressType) === 'none';
}

/** Whether a value says in words, not by a code or a flag, that there is no fixed residence. */
export function namesNoFixedResidence(value: string): boolean {
  const words = plain(value)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return NO_FIXED.test(words) && !NOT_SO.test(words) && !/^temp(orar(y|ily))?$/.test(words);
}

/** Small letters without accents, "DoubledUp" as two words, a descriptor without its namespace. */
function plain(addressType: string): string {
  return addressType
    .slice(addressType.lastIndexOf('#') + 1)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();
}

/** Mailing addresses are where post goes, not where a student sleeps; of several rows of a student the home is taken. */
const MAILING = /\b(mail|mailing|po box|billing)\b/;

const NOT_SO = /^(n a )?(not|non|no longer|never) (?!sheltered)/;

/** A column that only says whether a student is homeless: no type of address is called "yes". */
const FLAGGED = /^(y|yes|true|t|si)$/;

const NO_FIXED =
  /\b(shelter(s|ed)?|transitional( housing)?|doubled? ?up|hotels?|motels?|hotel ?motel|temporary|temporarily|temp|unsheltered|homeless|camp(ground|site|ing)|awaiting foster( care)?|couch surfing|mckinney( vento)?|no fixed|(living|staying|lives) with (others|friends|relatives|another family)|shar(ed|ing) housing|substandard|vehicle|car|abandoned|albergue|refugio|sin (hogar|techo)|vivienda compartida)\b/;

/** As student information systems shorten the descriptors. */
const NO_FIXED_CODES = new Set('du dbl sh shl hm htl mtl un uns mv mkv'.split(' '));
const HOME_CODES = new Set(['', ...'n no 0 na hom phy phys res prm per own apt'.split(' ')]);

/** Up to three letters, or a few signs with a digit among them: no word. */
function isCode(code: string): boolean {
  return /^[a-z]{1,3}$/.test(code) || (/\d/.test(code) && code.length <= 5);
}
