import type { valueWords as English } from '../../en/refusals/values.ts';

export const valueWords = {
  'fcc.wanted/frn': 'un número de registro de la FCC de diez dígitos',
  'fcc.wanted/provider_id': 'un número de proveedor de seis dígitos',
  'fcc.wanted/brand_name': 'un nombre',
  'fcc.wanted/location_id': 'un número de ubicación de diez dígitos',
  'fcc.wanted/technology': 'un código de tecnología de la FCC',
  'fcc.wanted/technology-of-file': ({ technologyCode }) => `${technologyCode}, la tecnología del nombre del archivo`,
  'fcc.wanted/max_advertised_download_speed': 'una velocidad en Mbps enteros',
  'fcc.wanted/max_advertised_upload_speed': 'una velocidad en Mbps enteros',
  'fcc.wanted/low_latency': '0 o 1',
  'fcc.wanted/business_residential_code': 'B, R o X',
  'fcc.wanted/state_usps': ({ usps }) => `${usps}, el estado del archivo`,
  'fcc.wanted/h3_res8_id': 'una celda H3 de resolución 8 en 15 caracteres',
  'fcc.wanted/block_geoid': 'un bloque censal de 15 dígitos',

  'fcc.found/nothing': 'nada',
  'fcc.found/text': ({ characters }) => `un texto de ${characters} caracteres`,
  'fcc.found/no-cell': 'un índice que no es una celda',
  'fcc.found/columns': ({ valueCount, columnCount }) =>
    `se encontraron ${valueCount} columnas donde el encabezado tiene ${columnCount}`,
  'fcc.found/open-quote': 'unas comillas se abren y no se cierran',
  'fcc.found/encoding': 'el texto no es UTF-8',
  'fcc.found/no-csv': 'la línea no se puede leer como CSV',

  'providers.wanted/text': 'texto sin bytes de valor cero',
  'providers.wanted/provider_id': 'un número de proveedor de seis dígitos',
  'providers.wanted/frn': 'como máximo diez dígitos',
  'providers.wanted/provider_name': 'un nombre',
} satisfies typeof English;
