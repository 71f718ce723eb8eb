import { stateNameOf } from '../../../states.ts';
import type { placeNotes as English } from '../../en/notes/places.ts';
import { wordingIn } from '../../wording.ts';
import { kinds } from '../kinds.ts';

const { agree, grouped, plural } = wordingIn('es');

const stateOf = (fips: string) => stateNameOf(fips) ?? fips;
const andMore = (more: number) => (more > 0 ? ` y ${grouped(more)} más` : '');

const ofState = ({ state, places }: { readonly state: string; readonly places: number }) =>
  `${stateNameOf(state) ?? (/^\d\d$/.test(state) ? `código ${state}` : `"${state}"`)} ${grouped(places)}`;

const GROUND_OF_TWO = 'El terreno de dos cuenta para aquel cuyo identificador viene primero.';

export const placeNotes = {
  'places.identifiers': ({ idColumn, nameColumn, fullNameColumn, stateColumn }) =>
    `Identificadores de ${idColumn || 'los ids de los elementos'}, nombres de ${nameColumn}${fullNameColumn && ` y ${fullNameColumn}`}${stateColumn && `, estados de ${stateColumn}`}.`,
  'places.drawn': ({ publisher, vintage }) =>
    `Trazado por ${publisher || 'alguien que no se nombra'}${vintage && `, ${vintage}`}.`,

  'places.left-out/other-states': ({ places, ofStates }) =>
    `Se ${agree(places, 'omitió', 'omitieron')} ${places === 1 ? 'un lugar' : plural(places, 'lugar', 'lugares')} de otros estados: ${ofStates.map(ofState).join(', ')}.`,
  'places.left-out/far': ({ areaCount }) =>
    `Se ${agree(areaCount, 'omitió', 'omitieron')} ${plural(areaCount, 'área', 'áreas')} lejos del estado.`,
  'places.left-out/filler': ({ featureCount, names }) =>
    `Se ${featureCount === 1 ? 'omitió un elemento que llena' : `omitieron ${grouped(featureCount)} elementos que llenan`} terreno de ningún lugar: ${names.map((name) => `"${name}"`).join(', ')}.`,
  'places.left-out/no-point': ({ schoolCount, names, more }) =>
    `Se ${agree(schoolCount, 'omitió', 'omitieron')} ${plural(schoolCount, 'escuela', 'escuelas')} sin coordenadas: ${names.join(', ')}${andMore(more)}.`,
  'places.left-out/areas-outside': ({ areaCount, kind, stateFips }) =>
    `Se ${agree(areaCount, 'omitió', 'omitieron')} ${plural(areaCount, 'área', 'áreas')} (${kinds[kind] ?? kind}) que ${agree(areaCount, 'queda', 'quedan')} fuera de ${stateOf(stateFips)}.`,
  'places.left-out/outside': ({ places, kind, stateFips, names, more }) =>
    `Se ${agree(places, 'omitió', 'omitieron')} ${plural(places, 'lugar', 'lugares')} (${kinds[kind] ?? kind}) cuyo estado el archivo no nombra, por quedar fuera de ${stateOf(stateFips)}: ${names.join(', ')}${andMore(more)}.`,
  'places.zeros': ({ idCount }) =>
    idCount === 1
      ? 'Se repuso el cero inicial perdido de un identificador.'
      : `Se repuso el cero inicial perdido de ${grouped(idCount)} identificadores.`,
  'places.unchecked': ({ places, kind, stateFips }) =>
    `El archivo no nombra el estado de ${grouped(places)} de sus ${kinds[kind] ?? kind}; se tomó todo como de ${stateOf(stateFips)}. Si antes se importa el contorno del estado, se revisa.`,

  'places.longer-names': ({ kind, places, names, more }) =>
    `Varios lugares (${kinds[kind] ?? kind}) comparten un nombre; ${plural(places, 'recibió un nombre más largo', 'recibieron un nombre más largo')}: ${names.join(', ')}${andMore(more)}.`,
  'places.updated': ({ places, names, more }) =>
    `Se ${agree(places, 'actualizó', 'actualizaron')} ${plural(places, 'lugar cargado', 'lugares cargados')} antes: ${names.join(', ')}${andMore(more)}.`,
  'places.updated/renamed': ({ name, nameBefore }) => `${name} (era ${nameBefore})`,
  'places.updated/moved': ({ name }) => `${name} (contorno)`,
  'places.updated/renamed-and-moved': ({ name, nameBefore }) => `${name} (era ${nameBefore}, contorno)`,
  'places.overlapping/one-another': ({ pairs, more }) =>
    `Hay lugares del archivo que se superponen entre sí: ${pairs.join('; ')}${more > 0 ? `; y ${grouped(more)} más` : ''}. ${GROUND_OF_TWO}`,
  'places.overlapping/loaded': ({ pairs, more }) =>
    `Hay lugares del archivo que se superponen a lugares cargados antes: ${pairs.join('; ')}${more > 0 ? `; y ${grouped(more)} más` : ''}. ${GROUND_OF_TWO}`,
  'places.kept': ({ places, kind }) =>
    `Se ${agree(places, 'conservó', 'conservaron')} ${plural(places, 'lugar cargado', 'lugares cargados')} antes (${kinds[kind] ?? kind}) que este archivo no tiene.`,
  'places.removed': ({ places, kind, fips, names, more }) =>
    `Se ${agree(places, 'quitó', 'quitaron')} ${plural(places, 'lugar', 'lugares')} (${kinds[kind] ?? kind}) de ${fips.length > 3 ? plural(fips.length, 'estado', 'estados') : fips.map((code) => stateNameOf(code) ?? `código ${code}`).join(', ')} que este archivo no tiene: ${names.join(', ')}${andMore(more)}.`,

  'members.party': ({ column }) => `No se leyó la columna ${column}: los integrantes se muestran sin su partido.`,
  'members.other-chambers': ({ rows }) =>
    `Se ${agree(rows, 'omitió', 'omitieron')} ${plural(rows, 'fila', 'filas')} de otras cámaras.`,
  'members.unchecked': ({ stateFips }) =>
    `No hay distritos de ${stateOf(stateFips)} cargados, así que no se revisaron los de los integrantes.`,
  'members.vacant': ({ names, more }) => `Sin integrante en el archivo: ${names.join(', ')}${andMore(more)}.`,
} satisfies typeof English;
