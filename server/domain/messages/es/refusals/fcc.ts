import type { fccRefusals as English } from '../../en/refusals/fcc.ts';
import { wordingIn } from '../../wording.ts';

const { decimal, grouped, list } = wordingIn('es');

const gigabytes = (bytes: number) => `${decimal(bytes / 1e9, 1)} GB`;

function inWords(files: readonly { readonly name: string; readonly rows: number }[]): string {
  return list(files.map(({ name, rows }) => `${name} (${grouped(rows)} filas)`));
}

const AGAIN = 'No se cargó nada. Descargue el archivo de nuevo y délo tal como llegó, sin abrirlo.';

export const fccRefusals = {
  'fcc.not-found': ({ path }) => `${path}: no hay tal archivo ni carpeta. Revise la ruta e inténtelo de nuevo.`,
  'fcc.no-files': ({ paths }) =>
    `No hay ningún archivo de disponibilidad fija en ${paths.join(', ')}. Los archivos se llaman como bdc_54_Cable_fixed_broadband_D25_14jul2026.zip; ` +
    'para otros nombres, dé --state, --as-of y --revision.',
  'fcc.unknown-kind': ({ name }) =>
    `${name}: dé un .csv, un .csv.gz, un .zip de ellos o una carpeta con tales archivos.`,
  'fcc.unknown-vintage': ({ name }) =>
    `${name}: su nombre no tiene la forma bdc_{state}_{technology}_fixed_broadband_{J|D}{year}_{revision}. ` +
    'Diga de qué informe es con --state 54 --as-of 2025-12-31 --revision 2026-07-14.',
  'fcc.flag-against-name': ({ name, option, flag, named }) =>
    `${name}: ${option} dice ${flag}, el nombre del archivo dice ${named}. Deje fuera la opción.`,
  'fcc.not-a-state': ({ text }) =>
    `--state ${text}: escriba los dos dígitos del código FIPS del estado, por ejemplo 54.`,
  'fcc.not-a-date': ({ flag }) => `${flag}: escriba una fecha como YYYY-MM-DD, por ejemplo 2025-12-31.`,
  'fcc.twice': ({ first, second }) =>
    `${first} y ${second} son del mismo estado, la misma tecnología y la misma revisión, y no son iguales byte a byte. Conserve el correcto (si son un archivo y el ` +
    'comprimido en que llegó, cualquiera) y dé solo ese.',
  'fcc.zip-unreadable': ({ name }) => `${name}: no se puede leer como archivo zip. Descárguelo de nuevo.`,
  'fcc.zip-encrypted': ({ name }) => `${name}: el archivo comprimido tiene contraseña. Dé los archivos sin ella.`,
  'fcc.zip-empty': ({ name, others }) =>
    `${name}: no hay ningún archivo .csv en el comprimido.${others.length === 0 ? '' : ` Descomprímalo y dé lo que contiene: ${others.join(', ')}.`}`,
  'fcc.gzip-unreadable': ({ name }) => `${name}: no se puede leer como archivo gzip. Descárguelo de nuevo.`,
  'fcc.bomb': ({ name, ratio }) =>
    `${name}: al descomprimirse pasa de ${ratio} veces su tamaño, cosa que no hace ningún archivo de la FCC. Descárguelo de nuevo de la FCC.`,
  'fcc.no-room': ({ name, needed, free }) =>
    `${name}: descomprimirlo necesita ${gigabytes(needed)}, y la carpeta de datos tiene ${gigabytes(free)} libres. Haga espacio o cambie GAPMAP_DATA_DIR.`,
  'fcc.empty': ({ name }) => `${name}: el archivo está vacío. Descárguelo de nuevo.`,
  'fcc.header': ({ name, missing }) =>
    `${name}, línea 1: al encabezado le falta la columna ${missing.join(', ')}. ` +
    'Dé el archivo como lo publica la FCC, con su línea de encabezado.',
  'fcc.bad-value': ({ name, line, column, found, wanted }) =>
    `${name}, línea ${line}, columna ${column}: se encontró ${found} donde se esperaba ${wanted}. ` +
    'No se cargó nada. Corrija la línea o descargue el archivo de nuevo.',
  'fcc.cut-number': ({ name, line, column, found, wanted }) =>
    `${name}, línea ${line}, columna ${column}: se encontró "${found.trim()}" donde se esperaba ${wanted}. Una hoja de cálculo o un programa de ` +
    `estadística escribió así el número, y puede haber perdido dígitos. ${AGAIN}`,
  'fcc.rounded-locations': ({ name, line }) =>
    `${name}, línea ${line}, columna location_id: los números de ubicación se redondearon; la mitad de las filas o más tiene uno que termina en 000. ` +
    `Ubicaciones distintas se volvieron una sola. ${AGAIN}`,
  'fcc.no-rows': ({ name }) => `${name}: hay encabezado y ninguna fila. Descárguelo de nuevo.`,
  'fcc.bad-line': ({ name, line, found }) =>
    `${name}${line === undefined ? '' : `, línea ${line}`}: ${found}. No se cargó nada. Corrija la línea o descargue el archivo de nuevo.`,
  'fcc.another-file': ({ title, technology, loadedFiles, givenFiles }) =>
    `${title}: ${technology} se cargó de ${inWords(loadedFiles)}, y ${inWords(givenFiles)} es otro. Délo junto con lo que ya está ` +
    'cargado si lo completa; si es el correcto, agregue --replace.',
  'fcc.not-kept': ({ name, revision, state, kept }) =>
    `${name} de la revisión ${revision} también cuenta, y sus filas ${state === 'missing' ? 'faltan' : 'están dañadas'}${kept ? ` en la carpeta de datos (fcc/${kept})` : ': se importó antes de que Gapmap las conservara'}. ` +
    'No se cargó nada. Dé de nuevo ese archivo junto con estos.',
  'fcc.incomplete': ({ stateFips, asOf, before, missing }) =>
    `Estado ${stateFips} al ${asOf}: no hay ningún archivo de ${missing.join(', ')}, que la edición al ${before} sí tiene. ` +
    `No se cargó nada. Dé también los archivos que faltan; si la FCC no publicó ninguno, agregue --without ${missing.join(',')}.`,
  'fcc.not-a-technology': ({ word, words }) =>
    `--without ${word}: escriba las tecnologías como en los nombres de archivo de la FCC: ${words.join(', ')}.`,
  'fcc.not-absent': ({ technology, name }) =>
    `--without ${technology}: hay un archivo de ella, ${name}. Deje fuera la opción o el archivo.`,
  'fcc.meanwhile': 'Mientras tanto, otra importación cambió el mismo informe. Ejecute esta de nuevo.',
} satisfies typeof English;
