import type { exportPhrases as English } from '../en/exports.ts';
import { wordingIn } from '../wording.ts';
import { fields } from './fields.ts';
import { rows as rowWords } from './rows.ts';

const { grouped, plural, agree } = wordingIn('es');

const linesOf = (rows: number, onLines: readonly number[]) =>
  `${agree(rows, 'línea', 'líneas')} ${onLines.join(', ')}${rows > onLines.length ? ' y más' : ''}`;
const inLines = (lines: number, first: number) =>
  lines === 1 ? `la línea ${first} está` : `${grouped(lines)} líneas, la primera de ellas la ${first}, están`;
const wordOf = (use: string) => fields[use as keyof typeof fields]?.name ?? use;

export const exportPhrases = {
  'key.lea-id':
    'Un distrito se nombra por su LEAID, las siete cifras del National Center for Education Statistics, por ejemplo 5400030. Escriba también el cero inicial.',
  'key.not-a-key':
    'Esto no es la llave de un distrito. El archivo de una llave se llama gapmap-key-LEAID.json y se guardó al hacer el primer archivo.',
  'key.version': 'Esta llave se hizo con una versión posterior de Gapmap. Use esa versión o una más nueva.',
  'key.damaged':
    'El archivo de la llave se cambió o se cortó desde que se guardó. Use una copia sin cambios; con una llave dañada no se reconocería a ningún estudiante.',
  'key.other-district': ({ leaId, own }) =>
    `Esta llave es del distrito ${leaId}, no del ${own}. Cada distrito tiene su propia llave.`,

  'mapping.incomplete': ({ faults }) => faults.join(' '),
  'mapping.no-number': 'Elija la columna de los números de estudiante.',
  'mapping.half-point': 'Elija tanto la latitud como la longitud, o ninguna de las dos.',
  'mapping.no-home': 'Elija dónde está la vivienda: la latitud y la longitud, o la dirección.',
  'mapping.parts':
    'Elija la columna de las calles a las que pertenecen los números de las casas y las demás partes, o ninguna de las partes.',
  'mapping.several': ({ uses }) =>
    `Una columna está elegida para varias cosas: ${uses.map(wordOf).join(', ')}. Deje una sola.`,
  'mapping.answers-no-number':
    'Elija la columna de los números de estudiante en las respuestas. Los nombres no bastan: dos estudiantes pueden llamarse igual, y las familias los escriben de otra manera que la escuela. Si el formulario no pidió el número, escríbalo antes en una columna propia.',
  'mapping.answers-none': 'Elija la columna de al menos una respuesta.',
  'mapping.answers-several': 'Una columna de las respuestas está elegida para varias cosas. Deje una sola.',

  'file.encoding': ({ encoding }) =>
    `El archivo está escrito en ${encoding}, no en UTF-8. Se leyó así; fíjese en los nombres con acentos en la vista previa de sus columnas.`,
  'file.two-encodings': ({ encoding, utf8Lines, firstUtf8, pageLines, firstPage }) =>
    `El archivo se armó con dos: ${inLines(utf8Lines, firstUtf8)} en UTF-8 y ${inLines(pageLines, firstPage)} en ${encoding}. Cada línea se leyó como lo que es; fíjese en los nombres con acentos.`,
  'file.lost-letters': ({ rows, line }) =>
    `El archivo tiene el signo � donde se perdió una letra antes de llegar a Gapmap: ${inLines(rows, line)} así. Ya no se puede saber qué letras eran; exporte la tabla de nuevo como UTF-8 si importan los nombres o las direcciones.`,
  'file.columns-used': ({ columnCount, used, unread }) =>
    `De ${plural(columnCount, 'columna', 'columnas')} se ${agree(used, 'usó', 'usaron')} ${grouped(used)}${unread.length > 0 ? `; sin leer: ${unread.map((name) => `"${name}"`).join(', ')}` : ''}.`,
  'file.sheets': ({ sheets, sheet }) =>
    `El libro tiene ${sheets} hojas; se leyó la hoja ${sheet}, la primera que tiene una tabla.`,
  'file.macros': 'El libro tiene macros. No se ejecutaron y no se leyó nada de ellas.',
  'file.no-known-names': ({ line }) =>
    `Ninguna línea nombra columnas que conozcamos. La línea ${line} se toma por los nombres; si es una fila de datos, agregue encima una línea de nombres.`,
  'file.points-incomplete': ({ rows, line }) =>
    `${agree(rows, 'Se pasó por alto', 'Se pasaron por alto')} ${plural(rows, 'fila', 'filas')} sin número, calle o lugar, la primera en la línea ${line}.`,
  'file.points-damaged': ({ rows, onLines }) =>
    `${plural(rows, 'fila no se lee', 'filas no se leen')}, porque una hoja de cálculo cambió el número de la casa o las coordenadas (1.2E+04, 12-Mar, #####): ${linesOf(rows, onLines)}. Exporte el archivo de nuevo y úselo tal como sale.`,

  'read.note': ({ note, rule, use, rows, onLines }) =>
    `${rowWords.notes[note]}: ${wordOf(use)}, ${plural(rows, 'fila', 'filas')}, ${linesOf(rows, onLines)}. ${rowWords.noteAdvice[rule]}`,
  'read.resubmitted': ({ rows }) =>
    `${plural(rows, 'fila es', 'filas son')} de estudiantes que respondieron más de una vez: de cada uno cuentan las últimas respuestas. Lo que las últimas dejan en blanco y no contradicen se conserva de antes.`,
  'read.open-dates': ({ students }) =>
    `Ninguna fecha de la columna de tiempos dice si va primero el mes o el día. Se leyeron con el mes primero, como en los Estados Unidos; con el día primero, ${plural(students, 'estudiante tendría', 'estudiantes tendrían')} otras respuestas. Si es así, escriba las fechas como 2026-09-01.`,
  'read.untimed':
    'Ninguna columna dice cuándo se respondió una fila, así que de los estudiantes con varias filas cuenta la primera. Si hay una que lo diga, elíjala: en la página como “Cuándo se respondió”, en el comando con --columns answered_at=COLUMN.',

  'prepare.empty': 'El archivo está vacío. Expórtelo de nuevo o elija otro.',
  'prepare.one-column':
    'El archivo tiene una sola columna, así que no es una tabla de estudiantes: sus números y sus viviendas van en columnas propias. Expórtelo de nuevo como CSV o como libro de Excel (.xlsx), o elija otro archivo.',
  'prepare.no-rows': 'El archivo tiene nombres de columnas, pero ninguna fila debajo.',
  'prepare.too-many-rows': ({ most }) =>
    `El archivo tiene más de ${grouped(most)} filas. Para un archivo de este tamaño use el comando: npx gapmap anonymize.`,
  'prepare.none-joined':
    'Ninguna respuesta tiene un estudiante en la exportación. Lo más probable es que los dos archivos tengan números distintos, como los del distrito y los del estado: elija en ambos la columna del mismo número. O siga sin el archivo de respuestas.',
  'prepare.no-file': 'Elija primero un archivo.',
  'prepare.moved': 'El archivo se cambió o se movió desde que lo eligió. Elíjalo de nuevo.',
  'prepare.failed':
    'Algo falló en esta página. No se envió ni se cambió nada. Cargue la página de nuevo e inténtelo otra vez, o use el comando npx gapmap anonymize.',
  'prepare.not-loaded': 'No se pudo cargar la parte de la página que hace el trabajo.',

  'work.beginning': 'Empezando.',
  'work.columns': 'Mirando sus columnas.',
  'work.rows': ({ rows }) => `${plural(rows, 'fila', 'filas')} hasta ahora.`,
  'work.points': ({ locations }) => `${plural(locations, 'dirección', 'direcciones')} hasta ahora.`,
  'work.answers': 'Leyendo las respuestas.',
  'work.again': 'Haciendo de nuevo lo que usted ya hizo.',
  'work.writing': 'Escribiendo el archivo.',
} satisfies typeof English;
