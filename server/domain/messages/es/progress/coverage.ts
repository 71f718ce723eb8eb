import type { coverageProgress as English } from '../../en/progress/coverage.ts';
import { wordingIn } from '../../wording.ts';

const { agree, grouped, plural, size } = wordingIn('es');

const areas = (count: number) => plural(count, 'área', 'áreas');
const files = (count: number) => plural(count, 'archivo', 'archivos');
const rowsOf = (count: number) => plural(count, 'fila', 'filas');
const providers = (count: number) => plural(count, 'proveedor', 'proveedores');

export const coverageProgress = {
  'step.puc': ({ file }) => `Cobertura de ${file}`,
  'done.puc': ({ areaCount, title }) => `${areas(areaCount)} de ${title}`,
  'done.puc/dry-run': ({ areaCount, title }) =>
    `${agree(areaCount, 'se podría', 'se podrían')} cargar ${areas(areaCount)} de ${title}; no se cargó nada, según lo pedido`,
  'done.puc/unchanged': 'el mismo archivo se cargó antes; nada cambió',
  'step.areas': 'Carga de las áreas',
  'done.areas': ({ areaCount, aSecond }) => `${areas(areaCount)}, ${grouped(aSecond)} por segundo`,

  'step.providers': ({ file }) => `Lectura de la lista de proveedores ${file}`,
  'done.providers': ({ providerCount, changed }) =>
    `${providers(providerCount)}, ${plural(changed, 'nuevo o cambiado', 'nuevos o cambiados')}`,
  'done.providers/unchanged': ({ providerCount }) =>
    `${providers(providerCount)}, ya ${agree(providerCount, 'conocido', 'todos conocidos')}: nada cambió`,
  'providers.id-read': ({ file, line, text, value }) =>
    `${file}, línea ${line}: provider_id ${text} se leyó como ${value}.`,

  'fcc.filing': ({ title, asOf, revision, stateFips }) =>
    `${title} al ${asOf}, revisión ${revision}, estado ${stateFips}`,
  'step.fcc-read': ({ title, asOf, stateFips }) => `Lectura de ${title} al ${asOf}, estado ${stateFips}`,
  'done.fcc-read': ({ rows, fileCount }) => `${rowsOf(rows)} de ${files(fileCount)}`,
  'done.fcc-read/nothing': 'nada nuevo',
  'step.fcc-write': ({ filing }) => `Escritura de ${filing}`,
  'done.fcc-write': ({ offerCount, cellCount }) =>
    `${plural(offerCount, 'oferta', 'ofertas')}, ${plural(cellCount, 'celda', 'celdas')}`,
  'fcc.rows-kept': ({ fileCount, folder, bytes }) =>
    `Las filas de ${files(fileCount)} se conservan en ${folder}, ${size(bytes)}.`,
  'fcc.superseded': ({ filing }) =>
    `${filing}: está cargada una revisión más nueva, así que esta se conserva, marcada como reemplazada.`,
  'fcc.newest-counts': ({ ofRevisions }) =>
    `De cada tecnología cuenta el archivo más nuevo: ${ofRevisions.join('; ')}.`,
  'fcc.newest-counts/of': ({ names, revision }) => `${names.join(', ')} del ${revision}`,
  'fcc.loaded/kept-again': ({ filing }) => `${filing}: ya está cargado, y sus filas se conservan de nuevo.`,
  'fcc.loaded/unchanged': ({ filing }) => `${filing}: ya está cargado de los mismos archivos, nada cambió.`,

  'step.comparison': ({ fromFiling, toFiling, stateFips }) =>
    `FCC ${fromFiling.asOf} (${fromFiling.revision}) comparado con ${toFiling.asOf} (${toFiling.revision}), estado ${stateFips}`,
  'done.comparison': ({ rows }) => rowsOf(rows),
  'changes.made': ({ comparisonCount }) => `${plural(comparisonCount, 'comparación hecha', 'comparaciones hechas')}.`,
  'changes.compared': 'Comparados.',
  'changes.compared/before': 'Ya se habían comparado: nada cambió.',
} satisfies typeof English;
