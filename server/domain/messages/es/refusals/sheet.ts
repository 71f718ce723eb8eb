import type { sheetRefusals as English } from '../../en/refusals/sheet.ts';
import { wordingIn } from '../../wording.ts';

const { grouped } = wordingIn('es');

export const sheetRefusals = {
  'sheet.old-or-encrypted':
    'El libro está protegido con contraseña o es del tipo antiguo (.xls). Ábralo y guárdelo como "Libro de Excel (.xlsx)" sin contraseña, o como "CSV UTF-8".',
  'sheet.not-a-workbook':
    'El archivo es un comprimido, pero no un libro de Excel. Elija el archivo .xlsx o .csv que exportó el sistema de información estudiantil; si es un .zip, descomprímalo primero.',
  'sheet.damaged': 'El libro de Excel está dañado o incompleto. Expórtelo de nuevo, o ábralo y guárdelo otra vez.',
  'sheet.too-large': ({ megabytes }) =>
    `El libro, descomprimido, pasa de ${megabytes} MB, cosa que no ocurre con ninguna tabla de estudiantes. Guarde solo la tabla como "CSV UTF-8" y elija ese archivo.`,
  'sheet.too-many-rows': ({ most }) =>
    `La hoja tiene más de ${grouped(most)} filas, cosa que no ocurre con ninguna tabla de estudiantes. Borre las filas que hay debajo de la tabla, o guarde solo la tabla como "CSV UTF-8".`,
  'sheet.too-wide': ({ line, columnCount }) =>
    `La línea ${line} de la hoja llega hasta la columna número ${columnCount}, donde ninguna tabla de estudiantes termina. Borre el valor suelto que hay allí, o guarde solo la tabla como "CSV UTF-8".`,
  'sheet.empty':
    'Ninguna hoja del libro contiene una tabla con una línea de nombres de columnas y filas debajo. Exporte de nuevo la tabla de estudiantes, o guárdela como "CSV UTF-8".',
} satisfies typeof English;
