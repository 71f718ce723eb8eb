import { stateNameOf } from '../../../states.ts';
import type { pucRefusals as English } from '../../en/refusals/puc.ts';
import { wordingIn } from '../../wording.ts';

const { grouped, plural } = wordingIn('es');

const MOST_VALUES = 40;

export const pucRefusals = {
  'puc.columns': ({ name, meanings }) =>
    `"${name}" no es un significado de columna; use uno de ${meanings.join(', ')}.`,
  'puc.columns/no-such-column': ({ column, fields }) =>
    `El archivo no tiene la columna "${column}". Tiene ${fields.join(', ')}.`,
  'puc.columns/column-missing': ({ meaning, what, fields }) =>
    `Ninguna columna contiene ${what}. El archivo tiene ${fields.join(', ')}; nombre la correcta con --columns ${meaning}=COLUMN.`,
  'puc.values': ({ lines, hints }) =>
    [
      `${plural(lines.length, 'valor de este informe no se conoce', 'valores de este informe no se conocen')}, así que no se cargó nada. Agregue al comando lo que significa cada uno:`,
      ...lines.slice(0, MOST_VALUES).map((line) => `  ${line}`),
      ...(lines.length > MOST_VALUES ? [`  y ${grouped(lines.length - MOST_VALUES)} más`] : []),
      ...hints,
    ].join('\n'),
  'puc.speeds': ({ examples, why }) =>
    [
      `Las velocidades de este informe no pueden estar en Mbps: ${why}.`,
      ...examples.map((example) => `  - ${example}`),
      'Diga qué son con --speed-unit kbps, gbps, bps o tiers (de la State Broadband Initiative); o con --speed-unit mbps, que son correctas.',
    ].join('\n'),
  'puc.planned': ({ file, word }) =>
    `${file} es, por su nombre, un servicio que aún no existe o que ya no existe ("${word}"), y ninguna columna dice si un área está en servicio. Agregue --planned include para cargarlo como servicio.`,
  'puc.empty': ({ leftOut }) => ['El archivo no contiene ningún área de servicio residencial.', ...leftOut].join(' '),
  'puc.revision-exists': ({ title, publisher, asOf, revision }) =>
    `Ya se cargó otro archivo como "${title}" de ${publisher}, al ${asOf}, revisión ${revision}. Dé una --revision más nueva, o --replace para cargar este en su lugar.`,
  'puc.confidentiality': ({ loaded, asked }) =>
    `Este archivo está cargado como ${loaded}. Para cargarlo como ${asked}, agregue --replace; las publicaciones hechas antes quedan como están.`,
  'puc.elsewhere': ({ stateFips }) =>
    `Ningún área está en ${stateNameOf(stateFips) ?? `el estado ${stateFips}`}. ¿Son correctos --state y la proyección que nombra el archivo? Las longitudes al oeste de Greenwich llevan signo menos.`,
  'puc.date': ({ date }) => `"${date}" no es una fecha; escríbala como 2026-06-30.`,
  'puc.date/revision-too-old': 'La revisión no puede ser anterior a la fecha del informe.',
  'puc.state': 'Dé el estado con dos dígitos, por ejemplo 54.',
  'puc.publisher': 'Diga quién publicó el informe.',
  'gis.no-file/unreadable': ({ file }) => `No se puede leer ${file}. ¿Está allí, y puede usted abrirlo?`,
} satisfies typeof English;
