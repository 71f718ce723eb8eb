import type { releaseProgress as English } from '../../en/progress/releases.ts';
import { wordingIn } from '../../wording.ts';
import { kinds } from '../kinds.ts';

const { agree, grouped, plural, size } = wordingIn('es');

const studentsOf = (count: number) => plural(count, 'estudiante', 'estudiantes');

const LANGUAGES: Readonly<Record<string, string>> = { en: 'inglés', es: 'español' };

const made = ({
  students,
  publicPatches,
  unservedCount,
  underservedCount,
  speed,
}: Parameters<(typeof English)['release.made']>[0]) =>
  `${studentsOf(students)} en ${plural(publicPatches, 'parcela pública', 'parcelas públicas')}; ${plural(unservedCount, 'grupo', 'grupos')} sin servicio, ${grouped(underservedCount)} sin ${speed}.`;

export const releaseProgress = {
  'step.homes-read': 'Viviendas leídas',
  'done.homes-read': ({ students, districtCount, collection }) =>
    `${studentsOf(students)} de ${plural(districtCount, 'distrito', 'distritos')} en "${collection}"`,
  'step.patches': 'Parcelas',
  'done.patches': ({ patches, publicPatches }) => `${grouped(patches)} (para el público ${grouped(publicPatches)})`,
  'step.verdicts': 'Veredictos y lugares de su tierra',
  'done.verdicts': ({ hexes }) => plural(hexes, 'hexágono', 'hexágonos'),
  'step.protection': 'Protección',
  'step.proof': 'Prueba',
  'done.proof': ({ hiddenCount, oneSided }) =>
    `${plural(hiddenCount, 'número oculto más', 'números ocultos más')}, y de ${grouped(oneSided)} si son pocos o casi todos`,
  'step.composing': 'Filas y grupos compuestos',
  'step.writing': 'Filas publicadas escritas',
  'done.writing': ({ rows }) => grouped(rows),
  'step.clusters': 'Grupos',
  'done.clusters': ({ unservedCount, underservedCount }) =>
    `${grouped(unservedCount)} sin servicio, ${grouped(underservedCount)} con servicio insuficiente`,
  'release.no-area': ({ filing }) =>
    `${filing} no tiene ninguna área de servicio a viviendas en el estado: la publicación no se basa en él. Impórtelo de nuevo con el --state correcto.`,
  'release.tables-not-counted': ({ message }) =>
    `La publicación está hecha, pero la base de datos no contó sus tablas: ${message}`,
  'release.queued':
    'La publicación está en la cola: la hace un proceso de `gapmap work`. `gapmap status` muestra cuándo está.',
  'release.made': (facts) => `La publicación "${facts.release}" está vigente: ${made(facts)}`,
  'release.made/draft': (facts) =>
    `La publicación "${facts.release}" es un borrador, número ${facts.number}, que quienes tienen un enlace de la agencia leen en /?audience=agency&release=${facts.number}: ${made(facts)}`,
  'release.published': ({ release }) => `La publicación "${release}" está publicada y vigente.`,
  'release.taken-back': ({ release }) =>
    `La publicación "${release}" está retirada. Los navegadores y las redes de paso pueden mostrar teselas suyas hasta una hora, y nadie puede recuperar lo que se guardó.`,
  'release.taken-back/draft': ({ release }) =>
    `El borrador "${release}" está descartado. Sus números siguen obligando a las publicaciones posteriores, porque puede que se haya leído.`,
  'release.current': ({ release }) => `Está vigente "${release}".`,
  'release.current/none': 'Ahora no hay ninguna publicación vigente, y las páginas lo dicen.',
  'release.file-removed': ({ path }) => `Se eliminó ${path}.`,

  'step.archive': 'Archivo de teselas',
  'done.archive': ({ tiles, bytes, path }) => `${plural(tiles, 'tesela', 'teselas')}, ${size(bytes)}, en ${path}`,
  'archive.outlines': ({ said }) => `Contornos ${said}.`,
  'archive.cut': ({ program }) => `recortados por ${program}`,
  'archive.cut/gapmap': 'recortados por Gapmap, sin aclarar las teselas llenas: tippecanoe no está instalado',

  'step.briefs': ({ kind, languageTag }) =>
    `Resúmenes de ${kinds[kind] ?? kind}, en ${LANGUAGES[languageTag] ?? languageTag}`,
  'done.briefs': ({ briefCount, path }) => `${grouped(briefCount)} en ${path}`,

  'step.export/patches': 'Exportación de parcelas',
  'step.export/clusters': 'Exportación de grupos',
  'done.export': ({ rows, path }) => `${plural(rows, 'fila', 'filas')} en ${path}`,
  'export.never-shown': ({ hiddenCount }) =>
    `${plural(hiddenCount, 'conteo oculto', 'conteos ocultos')} en todas las filas: en lugar de una columna de números, solo cómo está oculto cada${agree(hiddenCount, '', ' uno')}`,
} satisfies typeof English;
