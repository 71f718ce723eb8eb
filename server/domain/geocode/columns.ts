/** Maps the columns of a file of address points. */

import { readDegrees } from '../anonymize/place/point.ts';
import {
  PART_NAMES,
  STREET_PARTS,
  type StreetPart,
  type StreetParts,
  streetLine,
  unitLine,
} from '../anonymize/place/street-parts.ts';
import { isStreetDirection, isStreetType } from '../anonymize/place/street-words.ts';
import { isDamaged } from '../spreadsheet.ts';
import type { AddressPoint } from './address-index.ts';

/** Reads one row of a file of address points. @param cell returns the value of a column, by its name in the file */
export type PointReader = (cell: (column: string) => string) => ReadPoint;

export interface ReadPoint extends AddressPoint {
  /** Set if a spreadsheet changed the house number or the coordinates. */
  readonly isDamaged?: true;
}

type Whole = 'street' | 'line' | 'unit' | 'city' | 'otherCity' | 'state' | 'zip' | 'lng' | 'lat';

/**
 * Names of columns without case and punctuation, best first: of the National Address Database and the NENA standard it
 * follows (also as cut to ten letters in Shapefiles), of OpenAddresses, TIGER, and others that states and counties use.
 */
const NAMES: Record<Whole, readonly string[]> = {
  street: ['stnamfull', 'stnamefull', 'fullstname', 'streetfull', 'fullstreet', 'fullstreetname', 'fullname'],
  line: [
    'fulladdr',
    'fulladdress',
    'address',
    'siteaddress',
    'addressline1',
    'addr',
    'locationaddress',
    'streetaddress',
    'situsaddress',
  ],
  unit: [
    ...['unit', 'unitid', 'unitnumber', 'unitnum', 'unitno', 'apt', 'apartment', 'aptno', 'aptnumber', 'secunit'],
    ...['subaddress', 'subaddressid', 'addressline2'],
  ],
  city: ['incmuni', 'city', 'municipality', 'town', 'msagcomm', 'community', 'placename'],
  otherCity: ['postcity', 'postcomm', 'postalcity', 'postalcommunity', 'nadpostcity', 'uspscity'],
  state: ['state', 'stateabbr', 'region'],
  zip: ['zipcode', 'zip', 'zip5', 'postcode', 'postalcode', 'postzip', 'zipcode5'],
  lng: ['longitude', 'lon', 'lng', 'long', 'x'],
  lat: ['latitude', 'lat', 'y'],
};

/** Unambiguous names of a part, among address points. */
const ALSO: Partial<Record<StreetPart, readonly string[]>> = {
  house_number: ['number', 'num'],
  address: ['street', 'streetname', 'stname', 'strname', 'stnm', 'streetnm', 'roadname', 'rdname', 'basename'],
};
/** Ambiguous names, as "Type" may be that of a building: a value counts if it is a street word. */
const DOUBTFUL: Partial<Record<StreetPart, readonly string[]>> = {
  street_direction: ['prefix', 'pre'],
  street_type: ['suffix', 'sfx', 'type', 'tag'],
};
/** Precedes or follows the street's name, by its column. */
const DIRECTIONS = ['dir', 'direction', 'streetdir', 'stdir'];

/** Column of each part of an address. */
interface Layout extends Partial<Record<Exclude<Whole, 'street'>, string>> {
  readonly unit_type?: string | undefined;
  readonly parts: readonly PartAt[];
}

interface PartAt {
  readonly part: StreetPart;
  readonly column: string;
  readonly isDoubtful: boolean;
}

/** What a person may assign to a column of address points. */
export const POINT_PARTS = [
  ...STREET_PARTS,
  ...(['unit_type', 'unit', 'line', 'city', 'otherCity', 'state', 'zip', 'lng', 'lat'] as const),
] as const;
export type PointPart = (typeof POINT_PARTS)[number];
/** Columns by content; '' for a part to leave unread. */
export type SaidColumns = Partial<Record<PointPart, string>>;

/**
 * @param hasPlace whether the file's geometry gives the places, so that columns need not
 * @param said columns assigned by a person, before all guesses
 * @returns what no column resembles, in words, if the file is unusable
 */
export function pointReader(
  columns: readonly string[],
  hasPlace: boolean,
  said: SaidColumns = {},
): PointReader | { readonly missing: string[] } {
  const at = layoutOf(columns, said);
  const has = (part: StreetPart) => at.parts.some((one) => one.part === part);
  const hasStreet = has('house_number') && has('address');
  // A person who names a column of whole addresses, and none of streets, means it.
  const readsParts = hasStreet && !(said.line && said.address === undefined);
  const missing = [
    ...(hasStreet || at.line !== undefined ? [] : ['house numbers and streets']),
    ...((at.city ?? at.otherCity ?? at.zip) === undefined ? ['towns or ZIP codes'] : []),
    ...(hasPlace || (at.lng !== undefined && at.lat !== undefined) ? [] : ['longitudes and latitudes']),
  ];
  if (missing.length > 0) return { missing };

  return (cell) => {
    const text = (column: string | undefined) => (column === undefined ? '' : cell(column).trim());
    const parts = partsIn(at.parts, text);
    const numbers = [parts.house_number ?? '', text(at.lng), text(at.lat)];
    const city = text(at.city);
    const otherCity = text(at.otherCity);
    return {
      address: readsParts ? streetLine(parts) : text(at.line),
      unit: unitLine(text(at.unit_type), text(at.unit)),
      city: city || otherCity,
      otherCity,
      state: text(at.state),
      zip: text(at.zip),
      lng: hasPlace ? Number.NaN : (readDegrees(text(at.lng), 'EW') ?? Number.NaN),
      lat: hasPlace ? Number.NaN : (readDegrees(text(at.lat), 'NS') ?? Number.NaN),
      ...(numbers.some(isDamaged) ? { isDamaged: true } : {}),
    };
  };
}

function partsIn(parts: readonly PartAt[], text: (column: string) => string): StreetParts {
  const read: StreetParts = {};
  for (const { part, column, isDoubtful } of parts) {
    const value = text(column);
    if (!isDoubtful || isStreetType(value) || isStreetDirection(value)) read[part] = value;
  }
  return read;
}

function layoutOf(columns: readonly string[], said: SaidColumns): Layout {
  const named = new Map(columns.map((column) => [plain(column), column]));
  const first = (names: readonly string[]) =>
    names.map((name) => named.get(name)).find((column) => column !== undefined);
  const { street: wholeStreet, ...others } = NAMES;
  const whole = first(wholeStreet);
  const at = new Map(STREET_PARTS.map((part) => [part, first(namesOf(part))]));
  const direction = first(DIRECTIONS);
  const isAfter = columns.indexOf(direction ?? '') > columns.indexOf(at.get('address') ?? '');
  const place = isAfter ? 'street_postdirection' : 'street_direction';
  if (at.get(place) === undefined) at.set(place, direction);
  if (whole !== undefined && said.address === undefined) {
    for (const part of STREET_PARTS) if (!OF_NUMBER.includes(part)) at.delete(part);
    at.set('address', whole);
  }
  for (const part of STREET_PARTS) if (said[part] !== undefined) at.set(part, said[part] || undefined);
  const chosen = (part: Exclude<PointPart, StreetPart>, names: readonly string[]) =>
    said[part] === undefined ? first(names) : said[part] || undefined;
  return {
    ...Object.fromEntries(
      Object.entries(others).map(([part, names]) => [part, chosen(part as Exclude<Whole, 'street'>, names)]),
    ),
    unit_type: chosen('unit_type', PART_NAMES.unit_type.split(/\s+/)),
    parts: [...at].flatMap(([part, column]) =>
      column === undefined ? [] : [{ part, column, isDoubtful: said[part] === undefined && isDoubtful(part, column) }],
    ),
  };
}

const OF_NUMBER: readonly StreetPart[] = ['number_prefix', 'house_number', 'number_suffix'];

/** All names of a part of a street, best first. */
function namesOf(part: StreetPart): readonly string[] {
  const own = part === 'address' ? [] : PART_NAMES[part].split(/\s+/);
  return [...own, ...(ALSO[part] ?? []), ...(DOUBTFUL[part] ?? [])];
}

function isDoubtful(part: StreetPart, column: string): boolean {
  return DOUBTFUL[part]?.includes(plain(column)) === true;
}

function plain(column: string): string {
  return column.toLowerCase().replace(/[^a-z0-9]/g, '');
}
