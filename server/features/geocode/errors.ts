import { Refusal } from '../../platform/problem.ts';

/** Why homes could not be placed by their addresses. No message repeats an address. */
export const geocodeErrors = {
  census: (reason: string, cause: unknown) =>
    new Refusal(
      'geocode.census',
      503,
      `The Census geocoder did not look the addresses up: ${reason}. Run it again later, or without --census-geocoder.`,
      { cause },
    ),
  notAgreed: () =>
    new Refusal(
      'geocode.not-agreed',
      400,
      'The Census geocoder was not asked, as nobody agreed to disclose addresses to it. Add --disclose-addresses if your district has decided to, or leave --census-geocoder out.',
    ),
  censusUrl: () =>
    new Refusal(
      'geocode.census-url',
      400,
      '--census-url is no https address. Write it as https://geocoding.geo.census.gov/geocoder.',
    ),
  noFile: (name: string) => new Refusal('geocode.no-file', 400, `There is no file ${name}.`),
  columns: (name: string, missing: readonly string[], columns: readonly string[]) =>
    new Refusal(
      'geocode.columns',
      422,
      `${name} has no column that looks like ${missing.join(' or ')}. It has ${columns.join(', ')}. Name columns as the National Address Database does: Add_Number, St_Name, Unit, Inc_Muni, Zip_Code, Latitude, Longitude.`,
    ),
  columnsSaid: (parts: readonly string[]) =>
    new Refusal(
      'geocode.columns-said',
      400,
      `--address-point-columns takes pairs such as house_number=HSE,street_type=RD_TP; the words before "=" are ${parts.join(', ')}.`,
    ),
  saidColumn: (name: string, column: string, columns: readonly string[]) =>
    new Refusal(
      'geocode.said-column',
      422,
      `${name} has no column ${column}, which --address-point-columns names. It has ${columns.join(', ')}.`,
    ),
  empty: (name: string) =>
    new Refusal('geocode.empty', 422, `${name} holds no address with a number, a street and a point.`),
} as const;
