/** What stood in a line of a file by the FCC, and what was wanted there: parts of the refusals that name the line. */
export const valueWords = {
  'fcc.wanted/frn': 'an FCC registration number of ten digits',
  'fcc.wanted/provider_id': 'a provider id of six digits',
  'fcc.wanted/brand_name': 'a name',
  'fcc.wanted/location_id': 'a location id of ten digits',
  'fcc.wanted/technology': 'an FCC technology code',
  'fcc.wanted/technology-of-file': ({ technologyCode }: { technologyCode: number }) =>
    `${technologyCode}, the technology of the file's name,`,
  'fcc.wanted/max_advertised_download_speed': 'a speed in whole Mbps',
  'fcc.wanted/max_advertised_upload_speed': 'a speed in whole Mbps',
  'fcc.wanted/low_latency': '0 or 1',
  'fcc.wanted/business_residential_code': 'B, R or X',
  'fcc.wanted/state_usps': ({ usps }: { usps: string }) => `${usps}, the state of the file,`,
  'fcc.wanted/h3_res8_id': 'an H3 cell of resolution 8 in 15 characters',
  'fcc.wanted/block_geoid': 'a census block of 15 digits',

  'fcc.found/nothing': 'nothing',
  'fcc.found/text': ({ characters }: { characters: number }) => `text of ${characters} characters`,
  'fcc.found/no-cell': 'an index that is no cell',
  'fcc.found/columns': ({ valueCount, columnCount }: { valueCount: number; columnCount: number }) =>
    `found ${valueCount} columns where the header has ${columnCount}`,
  'fcc.found/open-quote': 'a quotation mark is opened and not closed',
  'fcc.found/encoding': 'the text is not UTF-8',
  'fcc.found/no-csv': 'the line cannot be read as CSV',

  'providers.wanted/text': 'text without zero bytes',
  'providers.wanted/provider_id': 'a provider id of six digits',
  'providers.wanted/frn': 'up to ten digits',
  'providers.wanted/provider_name': 'a name',
};
