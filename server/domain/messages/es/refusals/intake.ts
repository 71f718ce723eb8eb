import type { intakeRefusals as English } from '../../en/refusals/intake.ts';
import { wordingIn } from '../../wording.ts';
import { identifying } from '../identifying.ts';

const { grouped } = wordingIn('es');

/** A workbook of hundreds of columns is not listed to its end. */
const NAMES_SHOWN = 10;

function firstOf(names: readonly string[]): string {
  const more = names.length - NAMES_SHOWN;
  return names.slice(0, NAMES_SHOWN).join(', ') + (more > 0 ? ` y ${more} columnas más` : '');
}

export const intakeRefusals = {
  'homes.values-look-like': ({ column, says }) =>
    `los valores de la columna ${column} parecen ${identifying[says] ?? says}`,
  'homes.column-looks-like': ({ column, says }) => `la columna ${column} parece contener ${identifying[says] ?? says}`,
  'homes.collection-name': 'Una recolección necesita un nombre de 1 a 80 caracteres, por ejemplo "fall 2026".',
  'homes.being-released':
    'En este momento se está haciendo una publicación, y lo que está en ella se queda en ella. No se retiró nada. Inténtelo de nuevo en unos minutos: ninguna publicación posterior a esta contará entonces el archivo.',
  'homes.no-files': ({ path }) => `No hay ningún archivo CSV en ${path}.`,
  'homes.file': ({ name, refused }) => `Se rechazó ${name}; no se cambió nada. ${refused}`,
  'homes.files': ({ refusals }) =>
    `Se rechazaron ${refusals.length} archivos; no se cambió nada.\n${refusals.map((refused) => `  - ${refused}`).join('\n')}`,
  'homes.no-header':
    'La primera línea tiene que nombrar las columnas: lea_id, student_key, household_key, cell, grade_level y las columnas de la encuesta.',
  'homes.missing-columns': ({ names }) => `Faltan estas columnas: ${names.join(', ')}. El anonimizador las escribe.`,
  'homes.repeated-columns': ({ names }) =>
    `Más de una columna dice lo mismo: ${names.join('; ')}. Conserve una de cada una.`,
  'homes.unknown-columns': ({ names, onCommandLine }) =>
    `Gapmap no conoce ${firstOf(names)}, y no toma nada que no conozca. Quite ${names.length > 1 ? 'las columnas' : 'la columna'}${onCommandLine ? `, o ejecute de nuevo con --ignore-columns "${names.slice(0, NAMES_SHOWN).join(',')}${names.length > NAMES_SHOWN ? ',…' : ''}"` : ''}.`,
  'homes.identifying': ({ findings }) =>
    `El archivo contiene lo que podría identificar a una familia: ${findings.join('; ')}. No se conservó nada de él. Envíe lo que escribe el anonimizador: convierte nombres, números y direcciones en claves y celdas antes de que nada salga del distrito.`,
  'homes.no-rows': 'El archivo tiene encabezado y ninguna fila.',
  'homes.too-many-bad-rows': ({ bad, rows, causes }) =>
    `${grouped(bad)} de las ${grouped(rows)} filas del archivo no se pudieron leer como están, lo que es más de una de cada cinco. ${causes.join('; ')}`,
  'homes.too-many-bad-rows/of-district': ({ leaId, bad, rows, causes }) =>
    `${grouped(bad)} de las ${grouped(rows)} filas del distrito ${leaId} no se pudieron leer como están, lo que es más de una de cada cinco. ${causes.join('; ')}`,
  'homes.district-twice': ({ leaId, first, second }) =>
    `El distrito ${leaId} está tanto en ${first} como en ${second}. Un archivo reemplaza todo lo que un distrito envió antes, así que ponga sus viviendas en un solo archivo. No se cambió nada.`,
  'homes.one-cell': ({ districts }) =>
    `${districts.slice(0, 5).join(' ')}${districts.length > 5 ? ` Otros ${districts.length - 5} distritos están igual.` : ''} ¿Viven realmente allí estos estudiantes, como en una torre de apartamentos o una residencia? Entonces ejecute de nuevo con --many-in-one-place. Si no, pida un archivo nuevo. No se cambió nada.`,
  'homes.other-secret':
    'El secreto del servidor es otro que el que se usó con esta base de datos: no se reconocería a los estudiantes y los números cambiarían. Reponga server.key o GAPMAP_SERVER_SECRET como estaba la última vez; si otra máquina lo cambió, cópielo de allí. Si se perdió para siempre, `gapmap rotate-secret --new-data-key` empieza de nuevo y dice lo que eso cuesta.',
  'homes.no-new-secret':
    'El secreto del servidor viene de GAPMAP_SERVER_SECRET. Ponga el nuevo, 64 caracteres hexadecimales (`openssl rand -hex 32`), en GAPMAP_NEW_SERVER_SECRET y ejecute esto otra vez.',
  'homes.secret-in-file':
    'El secreto del servidor está en server.key, y allí se pone uno nuevo. Deje vacío GAPMAP_NEW_SERVER_SECRET.',
  'homes.same-secret': 'GAPMAP_NEW_SERVER_SECRET es el secreto que se usa ahora. No se cambió nada.',
  'homes.server-key': ({ path }) =>
    `${path} no contiene un secreto de servidor, que son 64 caracteres hexadecimales (o 32 bytes, como lo escribían versiones anteriores). Restáurelo de una copia de seguridad: con otro no se puede reconocer a los estudiantes de una recolección a la siguiente.`,
  'homes.several-states': ({ name, fips }) =>
    `${name} contiene viviendas de varios estados (FIPS ${fips.join(', ')}). Una recolección es de uno solo: cargue cada estado de su propio archivo. No se cambió nada.`,
} satisfies typeof English;
