import { stateNameOf } from '../../../states.ts';
import { isTechnologyCode, TECHNOLOGY_CODES } from '../../../technology.ts';
import type { pucRefusals as English } from '../../en/refusals/puc.ts';
import { wordingIn } from '../../wording.ts';
import { technologies } from '../technologies.ts';

const { grouped, plural } = wordingIn('es');

const MOST_VALUES = 40;
const shown = (lines: readonly string[]) => [
  ...lines.slice(0, MOST_VALUES).map((line) => `  ${line}`),
  ...(lines.length > MOST_VALUES ? [`  y ${grouped(lines.length - MOST_VALUES)} más`] : []),
];
const CODES = TECHNOLOGY_CODES.map((code) => `${code} (${technologies.names[code]})`).join(', ');

const technologyNamed = (code: number) => (isTechnologyCode(code) ? technologies.names[code] : String(code));
const named = (meaning: string | number) =>
  typeof meaning === 'number' && isTechnologyCode(meaning)
    ? `${meaning} (${technologies.names[meaning]})`
    : String(meaning);

export const pucRefusals = {
  'puc.columns': ({ name, meanings }) =>
    `"${name}" no es un significado de columna; use uno de ${meanings.join(', ')}.`,
  'puc.columns/no-such-column': ({ column, fields }) =>
    `El archivo no tiene la columna "${column}". Tiene ${fields.join(', ')}.`,
  'puc.columns/column-missing': ({ meaning, what, fields }) =>
    `Ninguna columna contiene ${what}. El archivo tiene ${fields.join(', ')}; nombre la correcta con --columns ${meaning}=COLUMN.`,
  'puc.columns/column-missing/page': ({ meaning, what, fields }) =>
    `Ninguna columna contiene ${what}. El archivo tiene ${fields.join(', ')}; llame ${meaning} a la correcta en el archivo, y elíjalo de nuevo.`,
  'puc.values': ({ lines, hints }) =>
    [
      `${plural(lines.length, 'valor de este informe no se conoce', 'valores de este informe no se conocen')}, así que no se cargó nada. Agregue al comando lo que significa cada uno:`,
      ...shown(lines),
      ...hints,
    ].join('\n'),
  'puc.values/page': ({ lines, hints }) =>
    [
      `${plural(lines.length, 'valor de este archivo no se conoce', 'valores de este archivo no se conocen')}, así que no se guardó nada. Escriba en el archivo lo que significa cada uno, y elíjalo de nuevo:`,
      ...shown(lines),
      ...hints,
    ].join('\n'),
  'puc.values/value': ({ flag, column, couldBe, areaCount }) =>
    `${flag}   ${plural(areaCount, 'área', 'áreas')}, columna ${column}${couldBe.length > 1 ? `; ¿${couldBe.map(named).join(' o ')}?` : ''}`,
  'puc.values/value/page': ({ value, column, couldBe, areaCount }) =>
    `"${value}" en la columna ${column}, de ${plural(areaCount, 'área', 'áreas')}${couldBe.length > 0 ? `: ¿${couldBe.map(named).join(' o ')}?` : ''}`,
  'puc.values/long': ({ characters, column, areaCount }) =>
    `un valor de ${characters} caracteres: ${plural(areaCount, 'área', 'áreas')}, columna ${column}; escríbalo más corto en el archivo`,
  'puc.written/technology': `--technology se escribe "FW=70", con uno de ${CODES}, mobile, o none para omitir esas áreas.`,
  'puc.written/technology/page': `Una tecnología se escribe como uno de ${CODES}.`,
  'puc.written/speed': '--speed se escribe "Gold=100", o "Gold=100/20" para bajada y subida, en Mbps.',
  'puc.written/speed/page': 'Una velocidad se escribe como 100, o como 100/20 para bajada y subida, en Mbps.',
  'puc.written/status': '--status se escribe "Phase 2=service", o planned o retired.',
  'puc.written/status/page': 'Un estado se escribe como service, planned o retired.',
  'puc.wanted/technology': 'la tecnología',
  'puc.wanted/maxdown': 'la velocidad de bajada',
  'puc.wanted/maxup': 'la velocidad de subida',
  'puc.why/too-fast': 'nadie vende tanto; así se escriben los kilobits',
  'puc.why/all-fast': 'ningún área tiene menos de 10,000; así se escriben los kilobits',
  'puc.why/slow-lines': 'ninguna fibra ni cable es tan lento; así se escriben los gigabits o los niveles',
  'puc.why/all-slow': 'ningún área tiene más de 1; así se escriben los gigabits o los niveles',
  'puc.offer': ({ technologyCode, downloadMbps, uploadMbps, areaCount }) =>
    `${technologyNamed(technologyCode)} de ${grouped(downloadMbps)}/${grouped(uploadMbps)}: ${plural(areaCount, 'área', 'áreas')}`,
  'puc.speeds': ({ examples, why }) =>
    [
      `Las velocidades de este informe no pueden estar en Mbps: ${why}.`,
      ...examples.map((example) => `  - ${example}`),
      'Diga qué son con --speed-unit kbps, gbps, bps o tiers (de la State Broadband Initiative); o con --speed-unit mbps, que son correctas.',
    ].join('\n'),
  'puc.speeds/page': ({ examples, why }) =>
    [
      `Las velocidades de este archivo no pueden estar en Mbps: ${why}.`,
      ...examples.map((example) => `  - ${example}`),
      'Escríbalas en el archivo en Mbps, o con su unidad al lado ("768 kbps"), y elíjalo de nuevo.',
    ].join('\n'),
  'puc.planned': ({ file, word }) =>
    `${file} es, por su nombre, un servicio que aún no existe o que ya no existe ("${word}"), y ninguna columna dice si un área está en servicio. Agregue --planned include para cargarlo como servicio.`,
  'puc.planned/page': ({ file, word }) =>
    `${file} es, por su nombre, un servicio que aún no existe o que ya no existe ("${word}"), y ninguna columna dice si un área está en servicio. Si lo está, dé otro nombre al archivo, y elíjalo de nuevo.`,
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
