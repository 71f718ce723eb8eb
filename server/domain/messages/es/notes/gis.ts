import type { gisNotes as English } from '../../en/notes/gis.ts';
import { wordingIn } from '../../wording.ts';

const { grouped, plural, agree } = wordingIn('es');

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');

const OF_GEOMETRY = { areas: ' de áreas', lines: ' de líneas', points: ' de puntos', unknown: '' } as const;
const WANTED = { areas: 'áreas', lines: 'líneas', points: 'puntos' } as const;

/** Flaws of an outline by the words of PostGIS. */
const FLAWS: Readonly<Record<string, string>> = {
  'self-intersection': 'un contorno que se cruza a sí mismo',
  'ring self-intersection': 'un anillo que se toca a sí mismo',
  'hole lies outside shell': 'un hueco fuera de su contorno',
  'holes are nested': 'un hueco dentro de otro',
  'nested shells': 'un contorno dentro de otro',
  'interior is disconnected': 'un interior partido en dos',
  'duplicate rings': 'un anillo repetido',
  'repeated point': 'un punto repetido',
  'too few points in geometry component': 'una parte con muy pocos puntos',
  'invalid coordinate': 'una coordenada no válida',
  'ring is not closed': 'un anillo sin cerrar',
};
const flaw = (found: string) => FLAWS[found] ?? found;
const omitted = (layers: readonly string[]) => agree(layers.length, 'omitida', 'omitidas');

export const gisNotes = {
  'gis.feature': ({ number }) => `elemento ${number}`,
  'gis.feature/of-layer': ({ number, layer }) => `elemento ${number} de la capa "${layer}"`,
  'gis.feature/line': ({ line }) => `línea ${line}`,
  'gis.fault': ({ feature, fault }) => `${feature}: ${fault}`,

  'gis.layer-empty': ({ layer }) => `La capa "${layer}" no tiene elementos con un lugar y se omitió.`,
  'gis.layer-of-file': ({ layer, featureCount, geometry }) =>
    `Capa "${layer}" (${plural(featureCount, 'elemento', 'elementos')}${OF_GEOMETRY[geometry]})`,
  'gis.layer-in-full': ({ layer, featureCount, fields }) =>
    `"${layer}": ${plural(featureCount, 'elemento', 'elementos')}, columnas ${fields.join(', ')}`,
  'gis.layers-passed-over/asked': ({ layers }) =>
    `${layers.join(', ')}: ${omitted(layers)}, porque se pidieron otras capas.`,
  'gis.layers-passed-over/wanted': ({ layers, geometry }) =>
    `${layers.join(', ')}: ${omitted(layers)}, porque se buscan ${WANTED[geometry]}.`,
  'gis.layers-passed-over/named': ({ layers }) =>
    `${layers.join(', ')}: ${omitted(layers)}, porque los nombres de otras convienen más.`,
  'gis.layers-passed-over/copy': ({ layers }) =>
    `${layers.join(', ')}: ${omitted(layers)}, porque el archivo la contiene también en otro formato.`,
  'gis.archive-passed-over': ({ names, more }) =>
    `Omitidos en el archivo comprimido: ${names.join(', ')}${more > 0 ? ` y ${grouped(more)} más` : ''}.`,

  'gis.layer-read': ({ layer, featureCount, projection }) =>
    `Capa "${layer}": ${plural(featureCount, 'elemento', 'elementos')} en ${projection}.`,
  'gis.layer-read/degrees': ({ layer }) =>
    `La capa "${layer}" no nombra ninguna proyección; sus coordenadas parecen grados y se tomaron como longitud y latitud.`,
  'gis.full-page': ({ layer, featureCount }) =>
    `La capa "${layer}" tiene exactamente ${grouped(featureCount)} elementos, como una descarga que se detuvo en una página. Asegúrese de que esté entera.`,
  'gis.beyond-180': ({ layer, featureCount }) =>
    `Capa "${layer}": ${plural(featureCount, 'elemento pasaba', 'elementos pasaban')} de los 180 grados de longitud; lo que queda más allá se trajo de vuelta, y los contornos se cortaron allí.`,

  'gis.text/windows-1252': ({ layer, featureCount }) =>
    `Capa "${layer}": el texto de ${plural(featureCount, 'elemento', 'elementos')} no está en UTF-8 y no se nombra otra página de códigos; se leyó como Windows-1252.`,
  'gis.text/lost': ({ layer, columns }) =>
    `Capa "${layer}": ${quoted(columns)} ${agree(columns.length, 'tiene', 'tienen')} letras que se perdieron antes de llegar aquí (en su lugar está el carácter de reemplazo). Expórtela de nuevo en UTF-8.`,
  'gis.text/misread': ({ layer, columns }) =>
    `Capa "${layer}": ${quoted(columns)} ${agree(columns.length, 'tiene', 'tienen')} texto que se leyó en una página de códigos equivocada antes de llegar aquí (como "Ã±" por "ñ"). Expórtela de nuevo en UTF-8.`,
  'gis.text/dos': ({ file }) =>
    `${file} no dice en qué está su texto; por sus letras está en la página de códigos de DOS (850), y así se leyó.`,
  'gis.text/declared': ({ file, page }) =>
    `${file} dice que su texto está en ${page}, pero está en UTF-8 y así se leyó.`,
  'gis.text/half-letters': ({ file, valueCount }) =>
    `${file}: ${plural(valueCount, 'texto termina', 'textos terminan')} a mitad de una letra, porque su columna es muy corta; la media letra se omitió.`,

  'gis.repaired': ({ feature, what }) => `Se reparó el ${feature}: ${what}.`,
  'gis.repair/ring-closed': 'se cerró un anillo abierto',
  'gis.repair/ring-left-out': 'se omitió un anillo de menos de tres esquinas',
  'gis.repair/area': ({ flawFound, drawnSquareMiles, leftSquareMiles }) =>
    `${flaw(flawFound)}, superficie de ${drawnSquareMiles} millas cuadradas según el dibujo, ${leftSquareMiles} tras la reparación`,
  'gis.repair/nothing-left': ({ flawFound }) => `${flaw(flawFound)}, y tras la reparación no queda superficie`,
  'gis.repair/too-much-lost': ({ what }) => `se pierde demasiado en la reparación (${what})`,

  'gis.shape/none': 'no tiene geometría',
  'gis.shape/point': 'es un punto, y se buscan áreas',
  'gis.shape/line': 'es una línea, y se buscan áreas',
  'gis.shape/collection': 'es una colección sin áreas, y se buscan áreas',
  'gis.shape/off-earth': 'tiene coordenadas fuera de la Tierra',
  'gis.shape/no-area': 'no tiene superficie',
} satisfies typeof English;
