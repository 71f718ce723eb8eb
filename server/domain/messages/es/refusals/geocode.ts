import type { geocodeRefusals as English } from '../../en/refusals/geocode.ts';
import { wordingIn } from '../../wording.ts';

const { either } = wordingIn('es');

export const geocodeRefusals = {
  'geocode.census': ({ reason }) =>
    `El geocodificador del Censo no buscó las direcciones: ${reason}. Ejecute de nuevo más tarde, o sin --census-geocoder.`,
  'geocode.not-agreed':
    'No se preguntó al geocodificador del Censo, porque nadie aceptó revelarle direcciones. Agregue --disclose-addresses si su distrito así lo decidió, o deje fuera --census-geocoder.',
  'geocode.census-url':
    '--census-url no es una dirección https. Escríbala como https://geocoding.geo.census.gov/geocoder.',
  'geocode.no-file': ({ name }) => `No hay ningún archivo ${name}.`,
  'geocode.columns': ({ name, missing, columns }) =>
    `${name} no tiene ninguna columna que parezca ${either(missing)}. Tiene ${columns.join(', ')}. Nombre las columnas como la National Address Database: Add_Number, St_Name, Unit, Inc_Muni, Zip_Code, Latitude, Longitude.`,
  'geocode.columns-said': ({ words }) =>
    `--address-point-columns espera pares como house_number=HSE,street_type=RD_TP; las palabras antes de "=" son ${words.join(', ')}.`,
  'geocode.said-column': ({ name, column, columns }) =>
    `${name} no tiene la columna ${column}, que --address-point-columns nombra. Tiene ${columns.join(', ')}.`,
  'geocode.empty': ({ name }) => `${name} no contiene ninguna dirección con número, calle y punto.`,
} satisfies typeof English;
