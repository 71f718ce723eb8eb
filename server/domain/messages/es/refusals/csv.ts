import type { csvRefusals as English } from '../../en/refusals/csv.ts';

const SAVE_AS = 'En una hoja de cálculo, elija "Guardar como" y luego "CSV UTF-8 (delimitado por comas)".';

const KINDS: Readonly<Record<string, string>> = {
  'a web page': 'una página web',
  'an XML file': 'un archivo XML',
  'a JSON file': 'un archivo JSON',
  'a PDF': 'un PDF',
  'a text with formatting (RTF)': 'un texto con formato (RTF)',
  'a text in UTF-32': 'un texto en UTF-32',
};

export const csvRefusals = {
  'csv.utf-16': `El archivo no es texto UTF-8 (parece UTF-16). ${SAVE_AS}`,
  'csv.workbook': `El archivo es una hoja de cálculo o un archivo comprimido, no CSV. ${SAVE_AS}`,
  'csv.not-a-table': ({ kind }) =>
    `El archivo es ${KINDS[kind] ?? kind}, diga lo que diga su nombre, y no una tabla. Exporte la tabla de nuevo como CSV; si una hoja de cálculo abre este archivo, guárdelo desde allí como "CSV UTF-8".`,
  'csv.compressed': 'El archivo está comprimido. Descomprímalo primero.',
  'csv.not-utf-8': ({ line }) =>
    `La línea ${line} tiene caracteres que no son UTF-8 (el archivo puede ser Windows-1252). ${SAVE_AS}`,
  'csv.code-page': ({ line }) =>
    `La línea ${line} tiene letras que no son UTF-8, y en ninguna de las codificaciones conocidas aquí (Windows-1252, Mac Roman, DOS 850 y 437) forman palabras. ${SAVE_AS}`,
  'csv.mixed': ({ line }) =>
    `La línea ${line} tiene letras en UTF-8 y letras en otra codificación: el archivo se armó con dos, y no se puede saber cuál es cuál. Guarde cada uno de los dos como "CSV UTF-8 (delimitado por comas)" y júntelos de nuevo.`,
  'csv.line-too-long': ({ line }) =>
    `${line > 0 ? `Una línea después de la línea ${line}` : 'La primera línea'} pasa de 4 MB, cosa que no ocurre en ninguna fila de una tabla. ${SAVE_AS}`,
  'csv.open-quote': ({ line }) =>
    `Las comillas (") abiertas en la línea ${line} no se cierran nunca. Ciérrelas o quítelas.`,
  'csv.after-quote': ({ line }) =>
    `En la línea ${line} hay texto después de unas comillas de cierre ("). Dentro de un texto entre comillas, escriba las comillas dos veces ("").`,
  'csv.binary': ({ line }) =>
    `El archivo no es una tabla de texto: la línea ${line} tiene bytes que ningún texto tiene. ${SAVE_AS}`,
  'csv.empty': 'El archivo está vacío.',
} satisfies typeof English;
