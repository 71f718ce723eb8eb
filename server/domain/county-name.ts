/** Names of counties by state, where a publisher gives the bare name. */

/**
 * "Clay County" for "Clay", "Acadia Parish" for Louisiana's "Acadia", "Fairfax city" for the independent city; unchanged if
 * complete already, or in a state without counties.
 *
 * @param id GEOID: state 2, county 3; INCITS 31 numbers independent cities from 510
 */
export function countyName(name: string, id = ''): string {
  if (SAYS_WHAT.test(name)) return name;
  const [state, number] = [id.slice(0, 2), Number(id.slice(2))];
  if (number >= FIRST_INDEPENDENT_CITY && INDEPENDENT_CITIES_IN.has(state))
    return /City$/.test(name) ? name : `${name} city`;
  if (state === '09' && number >= FIRST_PLANNING_REGION) return `${name} Planning Region`;
  const word = COUNTIES_ARE[state] ?? 'County';
  return word === '' ? name : `${name} ${word}`;
}

/** The Census writes the city of an independent city in lower case; "James City" and "Charles City" are counties of Virginia. */
const SAYS_WHAT =
  /\b([Cc]ounty|[Pp]arish|[Bb]orough|[Mm]unicipality|[Mm]unicipio|[Cc]ensus [Aa]rea|[Pp]lanning [Rr]egion|city)$/;

/** Whether a name is a county's as `countyName` writes it. */
export function isCountyName(name: string): boolean {
  return SAYS_WHAT.test(name) || / City$/.test(name) || ALONE.has(name);
}

const FIRST_INDEPENDENT_CITY = 510;
const INDEPENDENT_CITIES_IN = new Set(['24', '29', '32', '51']);
/** Connecticut's planning regions replaced its counties (001 to 015) in 2022. */
const FIRST_PLANNING_REGION = 110;
/** Empty: county equivalents with a name alone, or with words that cannot be guessed. */
const COUNTIES_ARE: Readonly<Record<string, string>> = {
  '02': '',
  11: '',
  22: 'Parish',
  60: '',
  66: '',
  69: '',
  72: 'Municipio',
  78: '',
};
/** Names of those, as the Census writes them without what they are: Alaska, District of Columbia, the islands. */
const ALONE = new Set(
  [
    'Aleutians East|Aleutians West|Anchorage|Bethel|Bristol Bay|Chugach|Copper River|Denali|Dillingham|Fairbanks North Star|Haines',
    'Hoonah-Angoon|Juneau|Kenai Peninsula|Ketchikan Gateway|Kodiak Island|Kusilvak|Lake and Peninsula|Matanuska-Susitna|Nome',
    'North Slope|Northwest Arctic|Petersburg|Prince of Wales-Hyder|Sitka|Skagway|Southeast Fairbanks|Valdez-Cordova|Wrangell|Yakutat',
    'Yukon-Koyukuk|District of Columbia|Eastern|Western|Eastern District|Western District|Manu’a|Rose Island',
    'Swains Island|Guam|Northern Islands|Rota|Saipan|Tinian|St. Croix|St. John|St. Thomas',
  ].flatMap((names) => names.split('|')),
);
