import type { Source } from '../../../verdict.ts';
import type { PanelMessages } from '../../en/map/panel.ts';
import { capital } from '../../en/map/ranking.ts';
import { ended, wordingIn } from '../../wording.ts';
import { memberTitles } from '../member-titles.ts';
import { options } from './options.ts';
import { fromServed } from './ranking.ts';

const { grouped, date, list, plural, agree, wholePercent } = wordingIn('es');

const WHOSE: Readonly<Record<Source, string>> = {
  agreed: 'donde lo dicen tanto la FCC como el estado',
  fcc: 'donde lo dice la FCC',
  puc: 'donde lo dice el estado',
};

const LACKING: Readonly<Record<'unserved' | 'underserved', string>> = {
  unserved: 'no puede contratar ni siquiera 25/3',
  underserved: 'no puede contratar 100/20',
};

export const panel = {
  sentence: {
    title: 'Qué estoy viendo',
    noFiling: 'Ningún informe en que basarse',
    noFilingWhy: ({ why }) =>
      `${why.charAt(0).toUpperCase()}${why.slice(1)}, así que no se dice nada del servicio que se puede contratar. Se muestran los estudiantes y lo que respondieron las familias.`,
    coverage:
      'Proporción de ubicaciones donde un proveedor informa a la FCC de <tier/> Mbps, contando <technology/>, con informes al <vintage/>.',
    disputed: 'Estudiantes en viviendas <source/>, contando <technology/>, con informes al <vintage/>.',
    equip: 'Estudiantes <measure/>, según las respuestas de las familias.',
    unserved: 'Estudiantes <measure/>, <source/>, contando <technology/>, con informes al <vintage/>.',
    lever: 'Estudiantes <measure/> a <tier/> Mbps, <source/>, contando <technology/>, con informes al <vintage/>.',
    whichStudents: 'Qué estudiantes',
    whichSpeed: 'A qué velocidad',
    whoseWord: 'Según quién',
    whichTechnologies: 'Contando qué tecnologías',
    whichDate: 'Informes de qué fecha',
    noDate: 'día aún por fijar',
    dateComing: 'una fecha que se está cargando',
    dateFailed: 'una fecha que no llegó',
    vintage: ({ asOf }) => date(asOf),
    vintageNamed: ({ asOf, release }) => `${date(asOf)} (${release})`,
    vintageDraft: ({ asOf, release }) => `${date(asOf)} (${release}, borrador)`,
  },
  legend: {
    units: {
      coverage: 'Ubicaciones con servicio',
      unserved: 'Estudiantes sin servicio, por proporción de ubicaciones',
      all: 'Lo que más haría falta, por proporción de ubicaciones',
      build: 'Estudiantes, construir, por proporción de ubicaciones',
      upgrade: 'Estudiantes, mejorar, por proporción de ubicaciones',
      check: 'Estudiantes, verificar, por proporción de ubicaciones',
      connect: 'Estudiantes, conectar, por proporción de ubicaciones',
      ask: 'Estudiantes, preguntar, por proporción de ubicaciones',
      equip: 'Estudiantes, equipar',
      disputed: 'Estudiantes, en disputa, por proporción de ubicaciones',
    },
    sizes: {
      5: 'un hexágono mide 98 millas cuadradas',
      6: 'un hexágono mide 14 millas cuadradas',
      7: 'un hexágono mide 2 millas cuadradas',
      8: 'un hexágono mide 180 acres',
    },
    shareStep: ({ lowest, highest }) => `${lowest} a ${highest} %`,
    lastShare: ({ lowest }) => `${lowest} a 100 % de las ubicaciones`,
    toSquareMile: ({ what }) => `${what}, por milla cuadrada`,
    step: ({ lowest, highest }) =>
      lowest === 0 ? `menos de ${grouped(highest)}` : `${grouped(lowest)} a ${grouped(highest)}`,
    densityStep: ({ range, here }) => `${range} (${here})`,
    here: ({ fewest, atMost }) => `${grouped(fewest)}${atMost === fewest ? '' : ` a ${grouped(atMost)}`} por hexágono`,
    hereOrMore: ({ fewest }) => `${grouped(fewest)} o más por hexágono`,
    notHere: 'solo en hexágonos más grandes',
    lastStep: ({ lowest }) => `${grouped(lowest)} o más`,
    few: ({ fewest }) => `menos de ${grouped(fewest)}`,
    fewOfEach: ({ fewest }) => `menos de ${grouped(fewest)} de cada uno`,
    hidden: 'pocos o ninguno, oculto',
    noAnswers: 'sin respuesta de la mayoría',
    land: 'sin hexágono: ningún estudiante, o no enviado',
    committed: 'un proveedor firmó darle servicio',
    confirmed: 'firmado, y un informe posterior lo confirma',
    partly: 'en parte: algunas viviendas con servicio',
    hexesInView: 'hexágonos a la vista',
    hexesComing: 'Los hexágonos se están cargando; aún no se sabe cuántos tienen cada color.',
    hexesFailed: 'No llegaron hexágonos, así que no se cuentan.',
    showAll: 'Mostrar todos de nuevo',
    explained:
      'Las barras cuentan los hexágonos a la vista; los más grandes reúnen lugares con pocos estudiantes. Pulse una fila para dejar solo sus hexágonos.',
  },
  options,
  search: {
    titles: memberTitles,
    find: 'Busque un condado, distrito o pueblo',
    found: 'Lugares encontrados',
    kindIn: ({ what, place }) => `${what}, ${place}`,
    noneCalled: ({ text }) => `Ningún lugar se llama “${text}”.`,
    searching: ({ text }) => `Buscando “${text}”.`,
    failed: 'Los lugares no llegaron. Escriba de nuevo para volver a intentarlo.',
  },
  clusters: {
    title: 'Por dónde empezar',
    walk: 'Recorrer la lista',
    coming: 'La lista está en camino.',
    failed: 'La lista no llegó',
    none: 'Ningún grupo para esta selección',
    noneWhy: 'En ningún lugar carecen de servicio suficientes viviendas vecinas según esta fuente.',
    tryAlone: ({ commission }) => `Pruebe con lo que dice solo la FCC o solo la ${commission}.`,
    paidLeftOut: ({ names, clusterCount }) =>
      `Los terrenos donde ya se paga a alguien para construir (${list(names)}) no cuentan en este orden ni en lo que el mapa muestra por construir, según la proporción de ubicaciones.${clusterCount > 0 ? ` ${plural(clusterCount, 'lugar está', 'lugares están')} en ellos y ${agree(clusterCount, 'queda', 'quedan')} fuera.` : ''}`,
    paidCounted: ({ names }) =>
      `Los terrenos donde ya se paga a alguien para construir (${list(names)}) cuentan como los demás, en este orden y en el mapa.`,
    countPaid: 'Contarlos',
    leavePaid: 'No contarlos',
    committedLeftOut: ({ count }) =>
      `${plural(count, 'lugar queda', 'lugares quedan')} fuera: un proveedor firmó ${agree(count, 'darle', 'darles')} servicio.`,
    committedIn: ({ percent }) => `firmado el ${wholePercent(percent / 100)}`,
    confirmedIn: ({ confirmed }) => `confirmado el ${wholePercent(confirmed / 100)}`,
    seeCommitments: 'Quién firmó qué',
    showMore: 'Mostrar más',
    allAsTable: 'Todo en una tabla',
    noRanking: ({ why }) => `Sin informes no se puede ordenar nada: ${why}.`,
    listed: ({ lacking, source }) => listed(lacking, WHOSE[source]),
    listedByOne: ({ lacking, filer, commission, why }) =>
      listed(lacking, `según los informes de ${filer === 'fcc' ? 'la FCC' : `la ${commission}`} (${why})`),
    alwaysBy: 'La lista siempre se ordena por banda ancha confiable.',
    counties: ({ names }) => `${names.join(', ')}.`,
    nearest: ({ miles, provider }) => ended(`${capital(fromServed(miles))}: ${provider}`),
    noneNear: 'No se encontró servicio cerca',
  },
  figure: {
    title: ({ place }) => `Cuántos, ${place}`,
    titleComing: 'Cuántos',
    thisPlace: 'este lugar',
    coming: 'En camino',
    stateComing: 'El número del estado está en camino.',
    failed: 'Los números no llegaron',
    placeComing: 'Buscando los números.',
    placeFailed: 'Los números de este lugar no llegaron',
    illustrative: ({ what }) => `${what}, contorno ilustrativo`,
    allAbout: ({ place }) => `Todo sobre ${place}`,
    allPlaces: 'Todos los distritos y condados',
    backTo: ({ place }) => `Volver a ${place}`,
    hidden: ({ fewest }) => `Oculto: menos de ${grouped(fewest)} estudiantes.`,
    togetherWith: ({ names }) => `Se publica solo junto con ${names.join(', ')}: los números son de todos ellos.`,
    approximated: ({ percent }) =>
      `Su límite corta hexágonos: como máximo ${percent} % de estos estudiantes viven al otro lado, o se cuentan en el lugar vecino.`,
    withoutResidence: ({ students }) =>
      `Unos ${grouped(students)} estudiantes más no tienen vivienda fija: no están en ningún mapa ni en ningún otro número.`,
    coverage: 'La cobertura se cuenta por ubicación, no por estudiante. Señale un hexágono para leer su proporción.',
    coverageTotal: ({ servedLocations, locations, speed, stateName }) =>
      `En ${stateName}, ${grouped(servedLocations)} de ${grouped(locations)} ubicaciones (${wholePercent(servedLocations / Math.max(1, locations))}) tienen servicio a ${speed} según lo informado a la FCC.`,
    of: ({ what, students }) => `${what}, de ${grouped(students)}.`,
    ofWithShare: ({ what, students, part }) => `${what}, de ${grouped(students)} (${part}).`,
    paidLeftOut: ({ students, names }) =>
      `No se cuentan unos ${grouped(students)} en terrenos donde ya se paga a alguien para construir (${names.join(', ')}), según la proporción de ubicaciones.`,
    paidCounted: ({ students, names }) =>
      `De ellos, unos ${grouped(students)} viven en terrenos donde ya se paga a alguien para construir (${names.join(', ')}), según la proporción de ubicaciones.`,
    countPaid: 'Contarlos también',
    leavePaid: 'No contarlos',
    showAllLevers: 'Mostrar todas las medidas juntas',
    answers: 'Lo que dicen las familias de su conexión',
  },
  sources: {
    accuracy: 'Qué tan exacto es esto',
    title: 'Según quién, y con qué certeza',
    filing: ({ publisher, title, asOf, revision }) =>
      `${publisher} ${title}, al ${date(asOf)}, revisado el ${date(revision)}`,
    filingOfParts: ({ publisher, title, asOf, pieces }) =>
      `${publisher} ${title}, al ${date(asOf)}: ${pieces.join('; ')}`,
    revised: ({ names, revision }) => `${list(names)}: revisión del ${date(revision)}`,
    corrected: ({ provider }) => `Contiene una corrección de ${provider}, que el estado aceptó.`,
    madeUp: ({ text }) => `${text} (ficticio)`,
    families: ({ collection }) => `Respuestas de las familias a sus escuelas, ${collection}`,
    states: 'Contornos de los estados: Oficina del Censo de EE. UU.',
    floors: ({ fewest, households }) =>
      `Cada número es una suma de áreas con al menos ${fewest} estudiantes en ${households} hogares, con un pequeño ruido que los protege. Un conteo de menos de ${fewest} se oculta y así se dice.`,
    release: ({ release, releasedAt }) => `Publicación “${release}”, ${date(releasedAt)}.`,
    line: ({ pieces }) => `Fuentes: ${pieces.join('; ')}.`,
    fcc: ({ publisher, title, asOf }) => `${publisher} ${title}, al ${date(asOf)}`,
    commission: ({ filings, commission, earliest, latest }) =>
      `${plural(filings, `informe del estado (${commission})`, `informes del estado (${commission})`)}, ${earliest === latest ? `al ${date(earliest)}` : `con fechas del ${date(earliest)} al ${date(latest)}`}`,
    answers: ({ collection }) => `respuestas de las familias, ${collection}`,
  },
} satisfies PanelMessages;

function listed(lacking: 'unserved' | 'underserved', whose: string): string {
  return `Hexágonos vecinos donde la mayoría de las viviendas ${LACKING[lacking]}, según informes públicos. Los números son estudiantes por proporción de ubicaciones, ${whose}. El orden sigue esos números, su densidad, la distancia al servicio y la necesidad.`;
}
