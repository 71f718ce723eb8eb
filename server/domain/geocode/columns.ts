/** Which column of a file of address points holds what. */
import type { AddressPoint } from './address-index.ts';

/** Reads one row of a file of address points. @param cell gives the value of a column, by its name in the file */
export type PointReader = (cell: (column: string) => string) => AddressPoint;

type Part =
  | 'number'
  | 'numberPrefix'
  | 'numberSuffix'
  | 'street'
  | 'line'
  | 'unit'
  | 'city'
  | 'otherCity'
  | 'state'
  | 'zip'
  | 'lng'
  | 'lat';

/**
 * Names of columns without case and punctuation, best first: of the National Address Database and the NENA standard it
 * follows (also as cut to ten letters in Shapefiles), of OpenAddresses, and others that states use.
 */
const NAMES: Record<Part, readonly string[]> = {
  number: [
    'addnumber',
    'addnumfull',
    'number',
    'housenumber',
    'housenum',
    'houseno',
    'addressnumber',
    'addrnum',
    'hno',
  ],
  numberPrefix: ['addnumpre', 'addnumprefix'],
  numberSuffix: ['addnumsuf', 'addnumsuffix', 'numbersuffix', 'halfaddr'],
  street: ['stnamfull', 'stnamefull', 'fullstname', 'streetfull', 'fullstreet', 'fullname', 'roadname'],
  line: [
    'fulladdr',
    'fulladdress',
    'address',
    'siteaddress',
    'addressline1',
    'addr',
    'locationaddress',
    'streetaddress',
  ],
  unit: ['unit', 'unitid', 'unitnumber', 'unitno', 'apt', 'apartment', 'subaddress', 'addressline2'],
  city: ['incmuni', 'city', 'municipality', 'town', 'msagcomm', 'community', 'placename'],
  otherCity: ['postcity', 'postcomm', 'postalcity', 'postalcommunity', 'nadpostcity', 'uspscity'],
  state: ['state', 'stateabbr', 'region'],
  zip: ['zipcode', 'zip', 'zip5', 'postcode', 'postalcode', 'postzip', 'zipcode5'],
  lng: ['longitude', 'lon', 'lng', 'long', 'x'],
  lat: ['latitude', 'lat', 'y'],
};

/** The words of a street where no column has it whole, in the order they are spoken (NENA-STA-006). */
const STREET_PARTS: readonly (readonly string[])[] = [
  ['stpremod', 'streetpremodifier'],
  ['stpredir', 'predir', 'streetpredirectional'],
  ['stpretyp', 'pretype', 'streetpretype'],
  ['stpresep'],
  ['stname', 'street', 'streetname'],
  ['stpostyp', 'posttype', 'streettype', 'sttype', 'suffix'],
  ['stposdir', 'postdir', 'streetpostdirectional'],
  ['stposmod'],
];

/** Where each part of an address is, by column; the street's words in the order they are spoken. */
interface Layout extends Partial<Record<Exclude<Part, 'street'>, string>> {
  readonly street: readonly string[];
}

/**
 * @param hasPlace whether the file's own geometry gives the places, so that no columns need to
 * @returns what no column looks like, in words, where the file cannot be read
 */
export function pointReader(
  columns: readonly string[],
  hasPlace: boolean,
): PointReader | { readonly missing: string[] } {
  const at = layoutOf(columns);
  const hasStreet = at.number !== undefined && at.street.length > 0;
  const missing = [
    ...(hasStreet || at.line !== undefined ? [] : ['house numbers and streets']),
    ...((at.city ?? at.otherCity ?? at.zip) === undefined ? ['towns or ZIP codes'] : []),
    ...(hasPlace || (at.lng !== undefined && at.lat !== undefined) ? [] : ['longitudes and latitudes']),
  ];
  if (missing.length > 0) return { missing };

  return (cell) => {
    const text = (column: string | undefined) => (column === undefined ? '' : cell(column).trim());
    const city = text(at.city);
    const otherCity = text(at.otherCity);
    return {
      address: hasStreet ? `${numberIn(at, text)} ${at.street.map(text).filter(isGiven).join(' ')}` : text(at.line),
      unit: text(at.unit),
      city: city || otherCity,
      otherCity,
      state: text(at.state),
      zip: text(at.zip),
      lng: hasPlace ? Number.NaN : degrees(text(at.lng)),
      lat: hasPlace ? Number.NaN : degrees(text(at.lat)),
    };
  };
}

function layoutOf(columns: readonly string[]): Layout {
  const named = new Map(columns.map((column) => [plain(column), column]));
  const first = (names: readonly string[]) =>
    names.map((name) => named.get(name)).find((column) => column !== undefined);
  const whole = first(NAMES.street);
  const parts = STREET_PARTS.map(first).filter((column) => column !== undefined);
  const { street: _, ...others } = NAMES;
  return {
    ...Object.fromEntries(Object.entries(others).map(([part, names]) => [part, first(names)])),
    street: whole === undefined ? parts : [whole],
  };
}

/** Numbers come apart as "12" and "B", or "120" and "1/2"; Shapefiles write them as "12.0". */
function numberIn(at: Layout, text: (column: string | undefined) => string): string {
  const number = `${text(at.numberPrefix)}${text(at.number).replace(/\.0+$/, '')}`;
  const suffix = text(at.numberSuffix);
  return [number, suffix].filter(isGiven).join(/^[a-z]$/i.test(suffix) ? '' : ' ');
}

function isGiven(text: string): boolean {
  return text !== '';
}

function plain(column: string): string {
  return column.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function degrees(text: string): number {
  return text === '' ? Number.NaN : Number(text);
}
