import type { BriefMessages } from '../en/brief.ts';
import { wordingIn } from '../wording.ts';

const { grouped, date, decimal, list, plural } = wordingIn('es');

interface ShareFacts {
  readonly lowest: number;
  readonly highest: number;
}

interface WhoseFacts {
  readonly filers: readonly string[];
  readonly commission: string;
}

const bare = ({ students, isLeast }: { students: number; isLeast: boolean }) =>
  isLeast ? `al menos unos ${grouped(students)}` : `unos ${grouped(students)}`;

function far(miles: number): string {
  if (miles <= 0.7) return 'a cerca de media milla o menos';
  const about = miles < 3 ? Math.round(2 * miles) / 2 : Math.round(miles);
  return `a cerca de ${decimal(about, Number.isInteger(about) ? 0 : 1)} ${about === 1 ? 'milla' : 'millas'}`;
}

const opening = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function part({ lowest, highest }: ShareFacts): string {
  if (lowest === highest) return lowest === 0 ? 'menos de 1 de cada 100' : `unos ${lowest} de cada 100`;
  return highest === 100 ? `al menos ${lowest} de cada 100` : `entre ${lowest} y ${highest} de cada 100`;
}

function whose({ filers, commission }: WhoseFacts): string {
  const [one, other] = filers.map((filer) => (filer === 'fcc' ? 'la FCC' : `la ${commission}`));
  return other === undefined
    ? `según lo que los proveedores informaron solo a ${one ?? 'nadie'}`
    : `según lo que los proveedores informaron a ${one} y a ${other}`;
}

export const brief = {
  sentence: {
    counted: (facts) =>
      `${opening(bare(facts))} de los ${grouped(facts.total)} estudiantes de ${facts.place}, ${part(facts)}, no tienen internet adecuado en casa, ${whose(facts)} o según las respuestas de sus propias familias.`,
    answers: (facts) =>
      `${opening(bare(facts))} de los ${grouped(facts.total)} estudiantes de ${facts.place}, ${part(facts)}, no tienen internet adecuado en casa, solo según las respuestas de sus familias: ningún informe dice qué se puede contratar.`,
    estimated: (facts) =>
      `Por proporción de ubicaciones, unos ${grouped(facts.students)} de los ${grouped(facts.total)} estudiantes de ${facts.place} no tienen internet adecuado en casa: una estimación ${whose(facts)}, porque los conteos están ocultos.`,
    fewEstimated: (facts) =>
      `Por proporción de ubicaciones, menos de ${grouped(facts.fewest)} de los ${grouped(facts.total)} estudiantes de ${facts.place} no tienen internet adecuado en casa: una estimación ${whose(facts)}, porque los conteos están ocultos.`,
    hidden: ({ total, place }) =>
      `Cuántos de los ${grouped(total)} estudiantes de ${place} no tienen internet adecuado en casa está oculto, pues se contaron muy pocos para decirlo.`,
    noNumbers: ({ place }) => `${place} tiene muy pocos estudiantes para tener números propios.`,
  },
  response: {
    low: ({ percent }) =>
      percent === 0
        ? 'Han respondido las familias de menos de 1 de cada 100 estudiantes, así que puede haber más.'
        : `Solo han respondido las familias de ${percent} de cada 100 estudiantes, así que puede haber más.`,
    few: 'Casi ninguna familia ha respondido, así que puede haber más.',
  },
  together: ({ names }) => list(names),
  figure: {
    counted: 'estudiantes sin internet adecuado en casa',
    estimated: 'estudiantes sin internet adecuado en casa, por proporción de ubicaciones',
    about: 'unos',
    atLeast: 'al menos unos',
    fewerThan: 'menos de',
    hidden: 'oculto',
  },
  change: {
    first: 'No hay una publicación anterior con la que comparar.',
    fewer: ({ students, previous }) => `${grouped(students)} menos que en “${previous}”.`,
    more: ({ students, previous }) => `${grouped(students)} más que en “${previous}”.`,
    fewerByFilings: ({ students, previous }) =>
      `${grouped(students)} menos que en “${previous}”, según otros informes; las respuestas son de la misma recolección.`,
    moreByFilings: ({ students, previous }) =>
      `${grouped(students)} más que en “${previous}”, según otros informes; las respuestas son de la misma recolección.`,
    within: ({ previous }) => `Sin cambio desde “${previous}” mayor que el error publicado.`,
    incomparable: ({ previous }) =>
      `No se compara con “${previous}”: un conteo está oculto, los informes son de otras entidades o la velocidad es otra.`,
  },
  small: {
    students: 'estudiantes en total',
    build: 'viven donde ningún proveedor informa ni de 25/3, sin contar a quienes dicen estar bien conectados',
    equip: 'no tienen aparato, comparten uno o solo tienen un teléfono',
    answered: 'de cada 100 estudiantes tienen respuesta de su familia',
    answeredShare: ({ percent }) => `${percent}`,
    fewerThanOne: 'menos de 1',
    nearlyAll: 'casi todos',
    nearlyNone: 'casi ninguno',
    unsaid: 'oculto',
  },
  why: {
    title: 'Por qué hay estudiantes sin conexión',
    need: 'Qué necesitan',
    students: 'Estudiantes',
    share: 'De cada 100',
    build: 'Construir: ningún proveedor informa ni de 25/3',
    upgrade: 'Mejorar: uno informa de 25/3, ninguno de 100/20',
    connect: ({ speed }) => `Conectar: hay ${speed}, la familia no está bien conectada`,
    check: 'Verificar: los informes se contradicen o faltan',
    ask: ({ speed }) => `Preguntar: hay ${speed}, aún sin respuesta`,
    connected: 'Conectados, según su propia respuesta',
    proven: 'Las tres primeras son brechas según los informes o la propia familia; las otras no.',
    percent: ({ percent }) => `${percent}`,
    underOne: 'menos de 1',
    unsaid: '–',
    noFiling: 'Ningún informe dice qué se puede contratar, así que no se sabe qué necesitan.',
  },
  hiddenAs: { low: 'pocos o ninguno', high: 'casi todos', either: 'muy pocos para decirlo' },
  answers: {
    title: 'Qué respondieron las familias',
    answer: 'Respuesta',
    students: 'Estudiantes',
    unavailable: 'No hay servicio que contratar',
    unaffordable: 'No pueden pagarlo',
    undesired: 'No lo quieren',
    other: 'Otro motivo',
    inadequate: 'Lo tienen, pero es muy débil',
    unanswered: 'Sin respuesta',
    connected: 'Bien conectados',
  },
  providers: {
    title: 'Quién da servicio y quién podría darlo',
    present: 'Ya están en los grupos:',
    near: 'Los más cercanos con servicio:',
    none: 'No se informa de ningún proveedor en un grupo de aquí ni cerca.',
    offer: ({ provider, technologyName, speeds, locations }) =>
      `${provider}, ${technologyName}, hasta ${speeds} en ${plural(locations, 'ubicación', 'ubicaciones')}`,
    slowOffer: ({ provider, technologyName, locations }) =>
      `${provider}, ${technologyName}, a menos de 10/1 en ${plural(locations, 'ubicación', 'ubicaciones')}`,
    nearest: ({ provider, technologyName, miles }) => `${provider}, ${technologyName}, ${far(miles)}`,
  },
  clusters: {
    title: 'Grupos de aquí',
    cluster: 'Grupo',
    students: 'Estudiantes',
    nearest: 'Servicio más cercano',
    about: ({ students }) => `unos ${grouped(students)}`,
    fewerThan: ({ fewest }) => `menos de ${grouped(fewest)}`,
    none: 'Aquí no hay ningún grupo de viviendas sin servicio.',
    noFiling: 'Los grupos se basan en informes, y no hay ninguno.',
    miles: ({ miles, provider }) => `${provider}, ${far(miles)}`,
    partHere: ({ what, percent }) => `${what} (${percent} % aquí)`,
    noneNear: 'ninguno cerca',
    note: ({ listed, total }) =>
      `${listed < total ? `Los primeros ${grouped(listed)} de ${grouped(total)}, por su rango en el estado. ` : ''}Estudiantes por proporción de ubicaciones, de cada grupo entero.`,
  },
  ask: {
    title: 'Lo que se pide',
    what: 'Qué',
    value: 'Valor',
    amount: 'Monto',
    program: 'Programa',
    due: 'Antes del',
    dollars: ({ dollars }) => `$${grouped(dollars)}`,
    day: ({ day }) => date(day),
  },
  sources: {
    title: 'Según quién, y con qué certeza',
    fcc: ({ publisher, title, asOf, revision }) =>
      `${publisher} ${title}, al ${date(asOf)}, revisado el ${date(revision)}.`,
    commission: ({ filings, commission, asOf }) =>
      `${plural(filings, `informe estatal (${commission})`, `informes estatales (${commission})`)}, el más reciente al ${date(asOf)}.`,
    answers: ({ collection }) => `Respuestas de las familias a sus escuelas, ${collection}.`,
    release: ({ release, releasedAt }) => `Publicación “${release}”, ${date(releasedAt)}.`,
    off: ({ students }) =>
      `En lugares así, 95 de cada 100 conteos se desvían a lo más ${plural(students, 'estudiante', 'estudiantes')}.`,
    offMost: ({ students }) =>
      `El ruido y el redondeo mueven un conteo a lo más ${plural(students, 'estudiante', 'estudiantes')}; el error habitual de conteos y estimaciones no se mide con tan pocos lugares.`,
    estimate:
      'Lo que va “por proporción de ubicaciones” es una estimación a partir de totales e informes públicos, no un conteo de niños.',
    cut: ({ percent }) =>
      `El límite corta hexágonos: a lo más ${percent} % de estos estudiantes viven al otro lado, o se cuentan al lado.`,
    hidden: ({ pieces }) => `Oculto aquí: ${pieces.join('; ')}.`,
    hiddenAs: ({ what, how }) => `${what} (${how})`,
    floors: ({ fewest, households }) =>
      `Los números son sumas de áreas con al menos ${fewest} estudiantes en ${households} hogares. Un conteo menor que ${fewest} se oculta; ninguno y unos pocos se ven igual.`,
    unplaced: 'Los estudiantes sin vivienda fija no están en ninguno de estos números.',
    illustrative: 'El contorno se dibujó para la demostración.',
  },
  map: {
    alt: ({ place, hexes, locations }) =>
      `Mapa de ${place}: ${plural(hexes, 'hexágono', 'hexágonos')}, más oscuros donde viven más estudiantes sin internet adecuado por milla cuadrada, y ${plural(locations, 'grupo delineado', 'grupos delineados')}.`,
    altStudents: ({ place, hexes }) =>
      `Mapa de ${place}: ${plural(hexes, 'hexágono', 'hexágonos')}, más oscuros donde viven más estudiantes por milla cuadrada.`,
    legend: 'Estudiantes sin internet adecuado por milla cuadrada, por proporción de ubicaciones',
    legendStudents: 'Estudiantes por milla cuadrada',
    none: 'ninguno',
    under: ({ highest }) => `menos de ${grouped(highest)}`,
    between: ({ lowest, highest }) => `${grouped(lowest)} a ${grouped(highest)}`,
    over: ({ lowest }) => `${grouped(lowest)} o más`,
    cluster: 'Grupo',
    clusterNamed: 'Grupo de la lista',
    school: 'Escuela',
    town: 'Pueblo',
    road: 'Carretera',
    water: 'Agua',
    north: 'N',
    scale: ({ miles }) => plural(miles, 'milla', 'millas'),
  },
  link: {
    here: 'Esta página, con sus números:',
    qr: ({ address }) => `Código QR de ${address}`,
  },
  kinds: {
    state: 'Estado',
    county: 'Condado',
    school_district: 'Distrito escolar',
    senate_district: 'Distrito del senado',
    house_district: 'Distrito de la cámara',
    congressional_district: 'Distrito del congreso',
    town: 'Pueblo',
  } as Readonly<Record<string, string>>,
  above: ({ what, stateName }) => `${what}, ${stateName}`,
  views: {
    agency: 'Vista de la agencia',
    provider: 'Vista de los proveedores',
    district: 'Vista del distrito',
  } as Readonly<Record<string, string>>,
  brief: 'Resumen',
  all: ({ what, stateName }) => `Resúmenes, ${what}: ${stateName}`,
  synthetic: 'Datos ficticios de demostración',
  draft: 'Borrador: sin publicar',
} satisfies BriefMessages;
