/** The states, the District of Columbia and the territories that are mapped. Source: ANSI INCITS 38:2009. */

/** The state that a text names by its FIPS code, its letters or its name, whatever the case. @returns two digits */
export function stateFipsOf(text: string): string | undefined {
  const plain = folded(text);
  if (/^\d{1,2}$/.test(plain)) return NAMES.has(plain.padStart(2, '0')) ? plain.padStart(2, '0') : undefined;
  return BY_WORDS.get(plain) ?? BY_WORDS.get(plain.replace(/^(us|state of|commonwealth of|territory of) /, ''));
}

/** "West Virginia" of "54"; undefined for a code that is no state. */
export function stateNameOf(fips: string): string | undefined {
  return NAMES.get(fips);
}

const STATES: readonly (readonly [fips: string, usps: string, name: string, ...also: string[]])[] = [
  ['01', 'AL', 'Alabama'],
  ['02', 'AK', 'Alaska'],
  ['04', 'AZ', 'Arizona'],
  ['05', 'AR', 'Arkansas'],
  ['06', 'CA', 'California'],
  ['08', 'CO', 'Colorado'],
  ['09', 'CT', 'Connecticut'],
  ['10', 'DE', 'Delaware'],
  ['11', 'DC', 'District of Columbia', 'Washington DC', 'D C', 'Washington D C'],
  ['12', 'FL', 'Florida'],
  ['13', 'GA', 'Georgia'],
  ['15', 'HI', 'Hawaii', "Hawai'i"],
  ['16', 'ID', 'Idaho'],
  ['17', 'IL', 'Illinois'],
  ['18', 'IN', 'Indiana'],
  ['19', 'IA', 'Iowa'],
  ['20', 'KS', 'Kansas'],
  ['21', 'KY', 'Kentucky'],
  ['22', 'LA', 'Louisiana'],
  ['23', 'ME', 'Maine'],
  ['24', 'MD', 'Maryland'],
  ['25', 'MA', 'Massachusetts'],
  ['26', 'MI', 'Michigan'],
  ['27', 'MN', 'Minnesota'],
  ['28', 'MS', 'Mississippi'],
  ['29', 'MO', 'Missouri'],
  ['30', 'MT', 'Montana'],
  ['31', 'NE', 'Nebraska'],
  ['32', 'NV', 'Nevada'],
  ['33', 'NH', 'New Hampshire'],
  ['34', 'NJ', 'New Jersey'],
  ['35', 'NM', 'New Mexico'],
  ['36', 'NY', 'New York'],
  ['37', 'NC', 'North Carolina'],
  ['38', 'ND', 'North Dakota'],
  ['39', 'OH', 'Ohio'],
  ['40', 'OK', 'Oklahoma'],
  ['41', 'OR', 'Oregon'],
  ['42', 'PA', 'Pennsylvania'],
  ['44', 'RI', 'Rhode Island', 'Rhode Island and Providence Plantations'],
  ['45', 'SC', 'South Carolina'],
  ['46', 'SD', 'South Dakota'],
  ['47', 'TN', 'Tennessee'],
  ['48', 'TX', 'Texas'],
  ['49', 'UT', 'Utah'],
  ['50', 'VT', 'Vermont'],
  ['51', 'VA', 'Virginia'],
  ['53', 'WA', 'Washington', 'Washington State'],
  ['54', 'WV', 'West Virginia'],
  ['55', 'WI', 'Wisconsin'],
  ['56', 'WY', 'Wyoming'],
  ['60', 'AS', 'American Samoa'],
  ['66', 'GU', 'Guam'],
  ['69', 'MP', 'Northern Mariana Islands', 'CNMI', 'Commonwealth of the Northern Mariana Islands'],
  ['72', 'PR', 'Puerto Rico'],
  ['78', 'VI', 'U.S. Virgin Islands', 'Virgin Islands', 'US Virgin Islands', 'United States Virgin Islands'],
];

/** FIPS code to USPS letters. */
export const STATE_USPS: Readonly<Record<string, string>> = Object.fromEntries(
  STATES.map(([fips, usps]) => [fips, usps]),
);
const NAMES = new Map(STATES.map(([fips, , name]) => [fips, name]));
const BY_WORDS = new Map(STATES.flatMap(([fips, ...words]) => words.map((word) => [folded(word), fips])));

/** "US-WV" is "us wv", "'54.0" is "54". */
function folded(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^(['’]?\d+)\.0+$/, '$1')
    .replace(/['’ʻ]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
