import type { Change } from '../../change.ts';
import { tierName } from '../../speed.ts';
import type { Break } from '../../trend.ts';
import type { ChangeMessages } from '../en/change.ts';
import { wordingIn } from '../wording.ts';

const { grouped, date, list } = wordingIn('es');

const KINDS: Readonly<Record<string, string>> = {
  state: 'todo el estado',
  county: 'un condado',
  school_district: 'un distrito escolar',
  senate_district: 'un distrito del senado',
  house_district: 'un distrito de la cámara',
  congressional_district: 'un distrito del Congreso',
  town: 'un pueblo',
};
const MANY: Readonly<Record<string, string>> = {
  county: 'condados',
  school_district: 'distritos escolares',
  senate_district: 'distritos del senado',
  house_district: 'distritos de la cámara',
  congressional_district: 'distritos del Congreso',
  town: 'pueblos',
};

const CHANGES: Readonly<Record<Change, string>> = {
  built: 'Construido',
  upgraded: 'Mejorado',
  withdrawn: 'Retirado',
  restored: 'Restituido por la FCC',
  removed: 'Eliminado por la FCC',
  refiled: 'Informado de nuevo',
  list_added: 'Nuevo en la lista',
  list_gone: 'Ya no está en la lista',
  gained_25_3: 'Ganó 25/3',
  lost_25_3: 'Perdió 25/3',
  gained_100_20: 'Ganó 100/20',
  lost_100_20: 'Perdió 100/20',
  listed: 'Ubicaciones comparadas',
};

const RULES: Readonly<Partial<Record<Change, string>>> = {
  built:
    'un proveedor informa de una tecnología donde antes no informaba de ninguna, y la ubicación estaba en la lista ambas veces',
  upgraded: 'el mismo proveedor y la misma tecnología con mayor velocidad, de bajada o de subida, y ninguna menor',
  withdrawn: 'ya no están las filas de un proveedor y una tecnología, y la ubicación sigue en la lista',
  restored: 'filas que trae una reedición de la misma fecha: en una misma fecha no se puede haber construido nada',
  removed: 'filas que una reedición de la misma fecha ya no tiene, como después de una impugnación',
  refiled: 'cualquier otra diferencia: menor velocidad, otro nombre, otro número de registro',
  list_added: 'una ubicación que ningún archivo de la fecha anterior tiene',
  list_gone: 'una ubicación que ningún archivo de la fecha posterior tiene',
  gained_100_20: 'banda ancha confiable (por cable o inalámbrica con licencia) a 100/20 Mbps después y no antes',
  lost_100_20: 'lo mismo antes y no después',
};

const BREAKS: Readonly<Record<Break, string>> = {
  benchmark: 'otra velocidad cuenta como suficiente',
  filers: 'se basan en informes de otras fuentes',
  technologies: 'los informes de la FCC tienen archivos de otras tecnologías',
};

const SERIES: Readonly<Record<string, string>> = {
  unserved: 'Los informes no señalan servicio (estimación)',
  build: 'Construir: no hay servicio que comprar',
  upgrade: 'Mejorar: solo hay servicio lento',
  connect: 'Conectar: hay servicio, y la familia no está bien conectada',
  check: 'Verificar: los informes no lo dicen',
  ask: 'Preguntar: con servicio, y sin respuesta',
  connected: 'Conectados',
  unanswered: 'No respondieron sobre la conexión',
  equip: 'Necesitan un aparato',
};

const SOURCES: Readonly<Record<string, string>> = {
  agreed: 'todos los informes juntos',
  fcc: 'solo informes de la FCC',
  puc: 'solo informes de la comisión de servicios públicos',
};

const filing = ({ asOf, revision }: { asOf: string; revision: string }) => `${date(asOf)} (emitido ${date(revision)})`;

export const change = {
  title: 'Mejora o no',
  lead: 'Las publicaciones una junto a otra, lo que los informes de la FCC ganaron y perdieron de uno al siguiente, y dos mapas con un divisor.',
  didNotCome: 'No llegó lo que cambió',
  onItsWay: 'Los números están en camino.',

  place: 'Lugar',
  kindOfPlace: 'Tipo de lugar',
  whichPlace: 'Cuál',
  choose: 'Elija uno',
  kind: ({ kind }) => KINDS[kind] ?? kind.replaceAll('_', ' '),
  many: ({ kind }) => MANY[kind] ?? kind.replaceAll('_', ' '),

  awaitedTitle: 'Hay más historia en camino',
  awaited: ({ editions }) =>
    `Se están cargando estos informes de la FCC, y una publicación que se basa en ellos: ${list(editions.map(filing))}. Esta página los muestra en cuanto estén.`,

  trend: 'Publicaciones una junto a otra',
  trendLead: ({ name }) =>
    `Estudiantes de ${name}, publicación por publicación. Cada cuadro empieza en cero y tiene su propia escala.`,
  answer: ({ before, release, after, later }) =>
    `Estudiantes donde los informes no señalan servicio: ${before} en “${release}”, ${after} en “${later}” (estimaciones).`,
  answerBroken: ({ breaks }) =>
    `La primera publicación y la última no dicen si mejora, porque no se hicieron de la misma manera: ${list(breaks.map((each) => BREAKS[each]))}.`,
  trendOne: 'Hay una sola publicación, así que todavía no hay con qué compararla.',
  notShown: 'no se muestra por separado: tiene muy pocos estudiantes.',
  together: ({ names }) => `Los números son de este lugar junto con ${list(names)}.`,
  releaseLine: ({ number, release, collection, asOf, benchmark }) =>
    `${number}: ${release}. Respuestas de ${collection}, informes de la FCC al ${asOf === null ? 'ninguna fecha' : date(asOf)}, lo suficiente es ${tierName(benchmark)} Mbps.`,
  draft: 'Un borrador, sin publicar.',
  sameAnswers: ({ number, priorNumber }) =>
    `${priorNumber} y ${number} se basan en las mismas respuestas: solo difieren los informes.`,
  broken: ({ number, priorNumber, breaks }) =>
    `No hay línea entre ${priorNumber} y ${number} donde los números dependen de los informes: ${list(breaks.map((each) => BREAKS[each]))}.`,
  hiddenKey:
    'Un cuadrado vacío es un número oculto, nunca cero. Un anillo es una estimación, por proporción de ubicaciones. Los conteos se cambian un poco, según “Qué tan exacto es esto”, así que un pequeño paso arriba o abajo puede no ser un cambio.',
  series: ({ series }) => SERIES[series] ?? series,
  count: ({ count }) => grouped(count),
  about: ({ count }) => (count < 10 ? 'menos de 10' : `unos ${grouped(count)}`),
  hidden: ({ hidden }) => (hidden === 'low' ? 'pocos o ninguno' : hidden === 'high' ? 'casi todos' : 'oculto'),
  none: 'sin número',
  asTable: 'Los mismos números en una tabla',
  number: 'Publicación',
  panel: ({ series, amounts }) =>
    `${SERIES[series] ?? series}: ${amounts.map((value, i) => `publicación ${i + 1}, ${value}`).join('; ')}.`,

  filings: 'Lo que los informes de la FCC ganaron y perdieron',
  filingsLead:
    'Se cuentan ubicaciones, viviendas y negocios, de informes públicos de la FCC, reconocidas por su número de ubicación. Nada de esto cuenta estudiantes.',
  compared: 'Informes comparados',
  pair: ({ fromFiling, toFiling, compared }) =>
    compared === 'as_of'
      ? `al ${date(fromFiling.asOf)} con ${date(toFiling.asOf)}`
      : `al ${date(toFiling.asOf)}: emitido ${date(fromFiling.revision)}, reeditado ${date(toFiling.revision)}`,
  editions: ({ fromFiling, toFiling }) => `Al ${filing(fromFiling)}, y al ${filing(toFiling)}.`,
  fewFilings: 'Para comparar hacen falta dos informes de la FCC, y hay menos.',
  waiting: 'Estos dos están por compararse. Esta página lo muestra en cuanto esté hecho.',
  making: 'Estos dos se están comparando. Esta página lo muestra en cuanto esté hecho.',
  failed: 'Estos dos no se pudieron comparar. Quien opera este servidor sabe por qué.',
  notCompared: ({ technologies }) =>
    `Sin comparar, porque solo uno de los dos tiene un archivo: ${list(technologies)}.`,
  change: ({ change }) => CHANGES[change],
  rules: 'Cómo se distinguen',
  rulesLead:
    'Una ubicación cuenta en el hexágono que le da la FCC, y en el lugar que contiene el centro de ese hexágono. Puede contar en varias líneas.',
  rule: ({ change }) => RULES[change] ?? '',
  ranked: ({ many }) => `Ganancias y pérdidas de ${many}`,
  rankedOf: 'Ganancias y pérdidas de',
  net: 'Neto a 100/20',
  netOf: ({ net }) => (net > 0 ? `+${grouped(net)}` : net < 0 ? `−${grouped(-net)}` : '0'),
  placeColumn: 'Lugar',
  showAll: ({ places }) => `Mostrar los ${grouped(places)}`,
  showFewer: 'Mostrar menos',
  asCsv: 'Llevarse la tabla (CSV)',
  noPlaces: 'Ningún lugar de este tipo tiene ubicaciones en ambos informes.',
  providers: ({ name }) => `Quién cambió qué en ${name}`,
  provider: 'Proveedor',
  technology: 'Tecnología',
  nothingChanged: 'Ningún proveedor cambió nada aquí.',

  swipe: 'Dos mapas con un divisor',
  swipeLead: 'Arrastre el divisor, o muévalo con las flechas. Ambos mapas muestran el mismo lugar.',
  left: 'Mapa izquierdo',
  right: 'Mapa derecho',
  by: 'según',
  side: ({ release, source }) => `${release}, ${SOURCES[source] ?? source}`,
  source: ({ source }) => SOURCES[source] ?? source,
  leftSource: 'Informes del mapa izquierdo',
  rightSource: 'Informes del mapa derecho',
  divider: 'Divisor entre los dos mapas',
  dividerAt: ({ percent, left, right }) => `${percent} % a la izquierda: ${left}; a la derecha: ${right}`,
  needsWebGl: 'Este navegador no puede dibujar los mapas. Las tablas de arriba dicen lo mismo en números.',
  swipeLegend: 'La leyenda cuenta los hexágonos del mapa izquierdo. Sus filas eligen los colores de ambos.',
  sameSides: 'Ambos lados muestran lo mismo. Elija otra publicación u otros informes para uno de ellos.',
  otherMethod:
    'Las dos publicaciones no se hicieron de la misma manera, así que una diferencia entre los mapas puede venir de eso: vea arriba.',
} satisfies ChangeMessages;
