/** The mapped states, territories and the District of Columbia. Source: ANSI INCITS 38:2009. */

/** The state of a FIPS code, postal letters or name, in any case. @returns two digits */
export function stateFipsOf(text: string): string | undefined {
  const plain = folded(text);
  if (/^\d{1,2}$/.test(plain)) return NAMES.has(plain.padStart(2, '0')) ? plain.padStart(2, '0') : undefined;
  return (
    BY_WORDS.get(plain) ??
    BY_WORDS.get(plain.replaceAll(' ', '')) ??
    BY_WORDS.get(plain.replace(/^(us|state of|commonwealth of|territory of) /, ''))
  );
}

/** "West Virginia" of "54"; undefined for a code that is no state. */
export function stateNameOf(fips: string): string | undefined {
  return NAMES.get(fips);
}

const STATES: readonly (readonly [fips: string, usps: string, name: string, ...also: string[]])[] = [
  ['01', 'AL', 'Alabama', 'Ala'],
  ['02', 'AK', 'Alaska'],
  ['04', 'AZ', 'Arizona', 'Ariz'],
  ['05', 'AR', 'Arkansas', 'Ark'],
  ['06', 'CA', 'California', 'Calif'],
  ['08', 'CO', 'Colorado', 'Colo'],
  ['09', 'CT', 'Connecticut', 'Conn'],
  ['10', 'DE', 'Delaware', 'Del'],
  ['11', 'DC', 'District of Columbia', 'Washington DC', 'D C', 'Washington D C'],
  ['12', 'FL', 'Florida', 'Fla'],
  ['13', 'GA', 'Georgia'],
  ['15', 'HI', 'Hawaii', "Hawai'i"],
  ['16', 'ID', 'Idaho'],
  ['17', 'IL', 'Illinois', 'Ill'],
  ['18', 'IN', 'Indiana', 'Ind'],
  ['19', 'IA', 'Iowa'],
  ['20', 'KS', 'Kansas', 'Kan', 'Kans'],
  ['21', 'KY', 'Kentucky'],
  ['22', 'LA', 'Louisiana'],
  ['23', 'ME', 'Maine'],
  ['24', 'MD', 'Maryland'],
  ['25', 'MA', 'Massachusetts', 'Mass'],
  ['26', 'MI', 'Michigan', 'Mich'],
  ['27', 'MN', 'Minnesota', 'Minn'],
  ['28', 'MS', 'Mississippi', 'Miss'],
  ['29', 'MO', 'Missouri'],
  ['30', 'MT', 'Montana', 'Mont'],
  ['31', 'NE', 'Nebraska', 'Neb', 'Nebr'],
  ['32', 'NV', 'Nevada', 'Nev'],
  ['33', 'NH', 'New Hampshire', 'N.H.'],
  ['34', 'NJ', 'New Jersey', 'N.J.'],
  ['35', 'NM', 'New Mexico', 'N.M.', 'N. Mex.'],
  ['36', 'NY', 'New York', 'N.Y.'],
  ['37', 'NC', 'North Carolina', 'N.C.'],
  ['38', 'ND', 'North Dakota', 'N.D.', 'N. Dak.'],
  ['39', 'OH', 'Ohio'],
  ['40', 'OK', 'Oklahoma', 'Okla'],
  ['41', 'OR', 'Oregon', 'Ore'],
  ['42', 'PA', 'Pennsylvania', 'Penn', 'Penna'],
  ['44', 'RI', 'Rhode Island', 'Rhode Island and Providence Plantations', 'R.I.'],
  ['45', 'SC', 'South Carolina', 'S.C.'],
  ['46', 'SD', 'South Dakota', 'S.D.', 'S. Dak.'],
  ['47', 'TN', 'Tennessee', 'Tenn'],
  ['48', 'TX', 'Texas', 'Tex'],
  ['49', 'UT', 'Utah'],
  ['50', 'VT', 'Vermont'],
  ['51', 'VA', 'Virginia'],
  ['53', 'WA', 'Washington', 'Washington State', 'Wash'],
  ['54', 'WV', 'West Virginia', 'W.V.', 'W. Va.'],
  ['55', 'WI', 'Wisconsin', 'Wis', 'Wisc'],
  ['56', 'WY', 'Wyoming', 'Wyo'],
  ['60', 'AS', 'American Samoa', 'Am. Samoa'],
  ['66', 'GU', 'Guam'],
  ['69', 'MP', 'Northern Mariana Islands', 'CNMI', 'Commonwealth of the Northern Mariana Islands'],
  ['72', 'PR', 'Puerto Rico', 'P.R.'],
  [
    '78',
    'VI',
    'U.S. Virgin Islands',
    'Virgin Islands',
    'US Virgin Islands',
    'United States Virgin Islands',
    'V.I.',
    'U.S.V.I.',
    'USVI',
  ],
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
