/** Why homes could not be placed by their addresses. */
export const geocodeRefusals = {
  'geocode.census': ({ reason }: { reason: string }) =>
    `The Census geocoder did not look the addresses up: ${reason}. Run it again later, or without --census-geocoder.`,
  'geocode.not-agreed':
    'The Census geocoder was not asked, as nobody agreed to disclose addresses to it. Add --disclose-addresses if your district has decided to, or leave --census-geocoder out.',
  'geocode.census-url': '--census-url is no https address. Write it as https://geocoding.geo.census.gov/geocoder.',
  'geocode.no-file': ({ name }: { name: string }) => `There is no file ${name}.`,
  'geocode.columns': ({
    name,
    missing,
    columns,
  }: {
    name: string;
    missing: readonly string[];
    columns: readonly string[];
  }) =>
    `${name} has no column that looks like ${missing.join(' or ')}. It has ${columns.join(', ')}. Name columns as the National Address Database does: Add_Number, St_Name, Unit, Inc_Muni, Zip_Code, Latitude, Longitude.`,
  'geocode.columns-said': ({ words }: { words: readonly string[] }) =>
    `--address-point-columns takes pairs such as house_number=HSE,street_type=RD_TP; the words before "=" are ${words.join(', ')}.`,
  'geocode.said-column': ({ name, column, columns }: { name: string; column: string; columns: readonly string[] }) =>
    `${name} has no column ${column}, which --address-point-columns names. It has ${columns.join(', ')}.`,
  'geocode.empty': ({ name }: { name: string }) => `${name} holds no address with a number, a street and a point.`,
};
