import { stateNameOf } from '../../../states.ts';
import type { placeRefusals as English } from '../../en/refusals/places.ts';
import { wordingIn } from '../../wording.ts';
import { kinds } from '../kinds.ts';
import { censusKinds } from './census-kinds.ts';

const { grouped, list, plural } = wordingIn('es');

const MOST_TOLD = 10;

function counted(places: number, mtfcc: string): string {
  const kind = Object.hasOwn(censusKinds, mtfcc) ? censusKinds[mtfcc] : undefined;
  return kind ? `${plural(places, ...kind)} (${mtfcc})` : `${grouped(places)} ${mtfcc}`;
}

function told(first: string, lines: readonly string[], last: string): string {
  const more = lines.length - MOST_TOLD;
  return [
    first,
    ...lines.slice(0, MOST_TOLD).map((line) => `  - ${line}`),
    ...(more > 0 ? [`  - y ${more} más`] : []),
    last,
  ].join('\n');
}

const kindOf = (kind: string) => kinds[kind] ?? kind;

const otherAreas: Readonly<Record<string, string>> = {
  zip: 'zonas de código postal',
  metropolitan: 'áreas metropolitanas',
  microdata: 'áreas de microdatos',
  tract: 'tramos censales',
  block_group: 'grupos de manzanas',
  voting_district: 'distritos de votación',
};

export const placeRefusals = {
  'places.kind/other': ({ other }) => `El archivo es de otro tipo: ${other}`,
  'places.kind/layer': ({ layer, other }) => `La capa "${layer}" es de otro tipo: ${other}`,
  'places.kind/found': ({ kind, column, kindFound }) =>
    `no son ${kindOf(kind)}, pues su columna ${column} es de ${kinds[kindFound] ?? otherAreas[kindFound] ?? kindFound}. Dé el --kind que les corresponde, o el archivo correcto.`,
  'places.coordinates': ({ file, columns }) => `${file}: coordenadas de ${list(columns)}.`,
  'places.kind/none': ({ kind, column, kindsFound }) =>
    `Estos no son ${kindOf(kind)}: según su columna ${column}, el archivo contiene ${kindsFound.join(', ')}. Dé el --kind que les corresponde.`,
  'places.kind/counted': ({ places, mtfcc }) => counted(places, mtfcc),
  'places.kind/several': ({ column, kindsFound, first }) =>
    `El archivo contiene lugares de varios tipos, según su columna ${column}: ${kindsFound.join(', ')}. Nombre los que se cargan, por ejemplo --where ${column}=${first}.`,
  'places.no-coordinates': ({ file, columnCount }) =>
    `${file} no tiene columnas que parezcan latitud y longitud. ${columnCount > 0 ? `Su primera línea tiene ${columnCount} columnas. ` : ''}Llámelas LAT y LON, en grados, y las demás como NCES: NCESSCH, NAME, CITY, STATE.`,
  'places.several-tables': ({ archive, names }) =>
    `${archive} contiene varias tablas con coordenadas: ${names.join(', ')}. Descomprímalo y dé la que se quiere.`,
  'places.state': ({ text }) =>
    `"${text}" no es un estado. Délo con dos dígitos, con letras o con un nombre: 54, WV o "West Virginia".`,
  'places.vintage': ({ text }) => `"${text}" no es un año ni un día. Dé --vintage como 2024 o 2024-01-01.`,
  'places.state-outline': ({ kind, stateFips }) =>
    `Un archivo de ${kinds[kind] ?? kind} no nombra estados, así que el contorno de ${stateNameOf(stateFips) ?? stateFips} decide cuáles están en él. Cárguelo primero con --kind state. No se cambió nada.`,
  'places.empty': ({ stateFips, leftOut }) =>
    [
      `El archivo no contiene ningún lugar${stateFips === '' ? '' : ` de ${stateNameOf(stateFips) ?? stateFips}`}. Elija otro archivo u otro --state.`,
      ...leftOut,
    ].join('\n'),
  'places.illustrative': ({ kind, illustrative, places }) =>
    `Los lugares del archivo (${kindOf(kind)}) son ${illustrative ? 'inventados' : 'reales'}, y ${plural(places, 'lugar cargado antes es', 'lugares cargados antes son')} ${illustrative ? (places === 1 ? 'real' : 'reales') : places === 1 ? 'inventado' : 'inventados'}. Cargue el archivo en su lugar con --replace. No se cambió nada.`,
  'places.meanwhile':
    'Mientras tanto, otra importación cambió lugares de este tipo, así que esta no cambió nada. Ejecútela de nuevo.',
  'places.other': ({ kind, others }) =>
    told(
      `El archivo da identificadores de ${kindOf(kind)} cargados antes a otros, que están en otra parte:`,
      others,
      '¿Son este el archivo correcto y el --kind correcto? Cárguelo en lugar de lo que hay con --replace. No se cambió nada.',
    ),
  'places.other/one': ({ id, name, nameBefore }) => `${id} es ${nameBefore} y pasaría a ser ${name}`,
  'places.overlap': ({ kind, held, fips, pairs }) =>
    told(
      `Los lugares del archivo (${kindOf(kind)}) quitarían terreno a ${plural(held, 'otro cargado', 'otros cargados')} antes, de ${list(fips.map((state) => stateNameOf(state) ?? state))}:`,
      pairs,
      '¿Son de otro año o de otro plan? Cargue el archivo en lugar de todos los cargados con --replace. ¿Valen ambos a la vez? Conserve ambos con --overlapping. No se cambió nada.',
    ),
  'places.overlap/pair': ({ name, id, otherName, otherId, percent }) =>
    `${name} (${id}) y ${otherName} (${otherId}) comparten ${percent} % del más pequeño`,
  'places.columns': ({ asked, fields }) => `El archivo no tiene la columna "${asked}". Tiene ${fields.join(', ')}.`,
  'places.columns/missing': ({ what, flag, fields }) =>
    `Ninguna columna parece ${what}. El archivo tiene ${fields.join(', ')}; nombre la correcta con ${flag}.`,
  'places.columns/where': ({ asked, fields }) =>
    `El archivo no tiene la columna "${asked}", que --where nombra. Tiene ${fields.join(', ')}.`,
  'places.where': ({ value, column, valuesFound, isCut }) =>
    `Ningún elemento tiene "${value}" en su columna ${column}, como pide --where. Contiene ${valuesFound.map((other) => `"${other}"`).join(', ')}${isCut ? ', ...' : ''}.`,
} satisfies typeof English;
