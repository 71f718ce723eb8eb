/**
 * Detects what a file of homes must not hold, by headers and by the shape of values. Shapes catch what a header
 * hides ("col7") and what slipped into another column; they cannot prove that a file is clean.
 */
export type Identifying =
  | 'coordinates'
  | 'street addresses'
  | 'names of people'
  | 'e-mail addresses'
  | 'telephone numbers'
  | 'dates, such as of birth'
  | 'social security numbers'
  | 'numbers of students';

/** @param header a column that is not one of ours */
export function headerSays(header: string): Identifying | undefined {
  const words = header
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  const text = ` ${words.join(' ')} `;
  if (OTHER_NAMES.test(text)) return undefined;
  return HEADERS.find(([pattern]) => pattern.test(text))?.[1];
}

const HEADERS: readonly [RegExp, Identifying][] = [
  [
    / (lat|lats|latitude|lng|lon|long|longitude|x|y|xy|coord|coords|coordinate|coordinates|geom|geometry|geo|geocode|geopoint|geohash|point|location|wkt|easting|northing|plus code|pluscode|what words) /,
    'coordinates',
  ],
  [
    / (address|addr|addresses|street|str|road|house number|house no|apt|apartment|unit|city|town|zip|zipcode|zip code|postal|postcode|postal code|mailing|residence line|building) /,
    'street addresses',
  ],
  [
    / ((first|last|middle|full|sur|given|family|maiden|student|pupil|child|parent|guardian|mother|father|contact|preferred|legal) ?name|name|names|surname|firstname|lastname|fname|lname|fullname|nickname|parent|guardian|mother|father|initials) $/,
    'names of people',
  ],
  [/ (e ?mail|mail) /, 'e-mail addresses'],
  [/ (phone|telephone|tel|mobile|cell (phone|number|no)|cellphone|fax|phonenumber) /, 'telephone numbers'],
  [/ (dob|birth|birthday|birthdate|birth date|date of birth|born|age) /, 'dates, such as of birth'],
  [/ (ssn|social security) /, 'social security numbers'],
  [
    / (student ?(id|number|no|unique id|usi)|pupil ?(id|number|no)|sis id|state id|ssid|sasid|local id|suid|stn|lasid) /,
    'numbers of students',
  ],
];

/** Names of schools and the like are not names of people, though their headers end the same way. */
const OTHER_NAMES = / (school|district|lea|county|state|provider|site|campus|program|agency|org|organization) name $/;

/** @param text one value of any column */
export function valueSays(text: string): Identifying | undefined {
  if (text.length > 400) return 'street addresses';
  return VALUES.find(([pattern]) => pattern.test(text))?.[1];
}

const STREETS =
  'st|street|ave|avenue|rd|road|dr|drive|ln|lane|blvd|boulevard|ct|court|way|hwy|highway|rte|rt|route|pl|place|cir|circle|trl|trail|ter|terrace|pike|pkwy|parkway|hollow|holw|loop|sq|square|row';

const VALUES: readonly [RegExp, Identifying][] = [
  [/[^\s@]+@[^\s@]+\.[a-z]{2,}/i, 'e-mail addresses'],
  [/^\s*\d{3}-\d{2}-\d{4}\s*$/, 'social security numbers'],
  [/^\s*(\+?1[ .-]?)?(\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}\s*$/, 'telephone numbers'],
  [
    /^\s*(\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](\d{2}|\d{4}))([ T]\d{1,2}:.*)?\s*$/,
    'dates, such as of birth',
  ],
  [/^\s*[-+]?(1[0-7]\d|180|\d{1,2})[.,]\d{4,}\s*°?\s*[NSEW]?\s*$/i, 'coordinates'],
  [/[-+]?\d{1,3}\.\d{3,}\s*[,;| ]\s*[-+]?\d{1,3}\.\d{3,}/, 'coordinates'],
  [/\d{1,3}\s*°\s*\d{1,2}|^\s*(POINT|SRID=\d+;POINT)\s*Z?\s*\(/i, 'coordinates'],
  [new RegExp(`^\\s*\\d{1,6}[a-z]?\\s+([\\p{L}\\d.'-]+\\s+){0,5}(${STREETS})\\b`, 'iu'), 'street addresses'],
  [/^\s*(p\.?\s*o\.?\s*box|rr\s*\d|route\s+\d+\s+box)\b/i, 'street addresses'],
  [/^\s*\p{Lu}[\p{L}'’-]+\s*,\s*\p{Lu}[\p{L}'’-]+(\s+\p{Lu}\.?)?\s*$/u, 'names of people'],
];

/** For a column of cells or districts, where words with a space between can only be a name. */
export function codeValueSays(text: string): Identifying | undefined {
  if (/^\s*\p{Lu}[\p{L}'’.-]+(\s+\p{Lu}[\p{L}'’.-]*)+\s*$/u.test(text)) return 'names of people';
  return valueSays(text);
}

/** For a column of keys, where a short number is the school's own student number. */
export function keyValueSays(text: string): Identifying | undefined {
  if (/^\s*\d{4,15}\s*$/.test(text)) return 'numbers of students';
  return codeValueSays(text);
}
