import type { PrivacyMessages } from '../en/privacy.ts';
import { wordingIn } from '../wording.ts';

const { grouped, plural, percent, date, decimal } = wordingIn('es');

const FAMILIES: Readonly<Record<string, string>> = {
  home: 'Lo que las familias dicen de su conexión',
  device: 'Lo que las familias dicen de los aparatos',
  equip: 'Necesita un aparato',
  lever: 'Construir, mejorar, verificar, conectar, preguntar: contado',
  estimated_verdict: 'Con servicio, con servicio insuficiente, sin servicio: estimado',
  estimated_lever: 'Construir, mejorar, verificar, conectar, preguntar: estimado',
  estimated_disputed: 'En disputa: estimado',
};

const LEVELS: Readonly<Record<string, string>> = {
  patch: 'Parcela',
  hex8: 'Hexágono de 180 acres',
  hex7: 'Hexágono de 2 millas cuadradas',
  hex6: 'Hexágono de 14 millas cuadradas',
  hex5: 'Hexágono de 98 millas cuadradas',
  senate_district: 'Distrito del senado',
  house_district: 'Distrito de la cámara',
  congressional_district: 'Distrito del congreso',
  school_district: 'Distrito escolar',
  tribal: 'Área tribal',
  county: 'Condado',
  state: 'Estado',
};

const PLACES: Readonly<Record<string, { readonly many: string; readonly other: string }>> = {
  county: { many: 'los condados', other: 'otro condado' },
  senate_district: { many: 'los distritos del senado', other: 'otro distrito del senado' },
  house_district: { many: 'los distritos de la cámara', other: 'otro distrito de la cámara' },
  congressional_district: { many: 'los distritos del congreso', other: 'otro distrito del congreso' },
  school_district: { many: 'los distritos escolares', other: 'otro distrito escolar' },
  town: { many: 'los pueblos', other: 'otro pueblo' },
  tribal: { many: 'las áreas tribales', other: 'otra área tribal' },
  school: { many: 'las escuelas', other: 'otra escuela' },
};

const AUDIENCES: Readonly<Record<string, string>> = {
  public: 'todo el mundo',
  agency: 'la agencia estatal',
  provider: 'los proveedores',
  district: 'un distrito',
};

const placesOf = (kind: string) =>
  PLACES[kind] ?? { many: kind.replaceAll('_', ' '), other: kind.replaceAll('_', ' ') };

export const privacy = {
  title: 'Qué tan exacto es esto',
  lead: 'Los números sobre niños se ocultan donde son pequeños y se cambian un poco donde se muestran. Esta página dice cuánto, medido contra los datos verdaderos cuando se hizo la publicación.',
  didNotCome: 'No llegó el informe de privacidad',
  onItsWay: 'El informe está en camino.',

  glance: 'De un vistazo',
  shownTo: ({ release, releasedAt, audience }) =>
    `Publicación “${release}” del ${date(releasedAt)}, tal como la ve ${AUDIENCES[audience] ?? audience}.`,
  restsOn: 'El servicio se juzga con',
  whoseView: 'De quién es la vista',
  smallestArea: 'Área más pequeña',
  floors: ({ students, households }) =>
    `${plural(students, 'estudiante', 'estudiantes')} en ${plural(households, 'hogar', 'hogares')}`,
  shownOfLarge: 'De los conteos que alcanzan para mostrarse, se muestran',
  stateError: 'Conteos del estado, error medio',
  atMost: ({ share }) => `${percent(share)} como máximo`,
  percent: ({ share }) => percent(share),
  students: ({ count }) => decimal(count, 1),
  count: ({ count }) => grouped(count),

  howFar: 'Cuánto se aparta un número mostrado',
  howFarLead:
    'En estudiantes, hacia arriba o hacia abajo. La barra es el promedio; la línea que la prolonga es el límite dentro del cual quedan 95 de 100 números. “Del conteo” es el promedio frente al tamaño del número: cuanto más grande es el lugar, menos importa.',
  errorsOfCounts: 'Errores de los conteos',
  errorsOfCountsCaption: 'Diferencia entre los conteos de estudiantes publicados y los verdaderos',
  nothingMeasured: 'No se midió nada para esta publicación.',
  estimateFromCount: 'Cuánto se aparta una estimación de un conteo',
  estimateLead:
    'De los condados, los distritos y el estado hay ambas cosas: lo que se contó y lo que se estima de los mismos estudiantes según la proporción de ubicaciones. Esto es cuánto se apartan. De las áreas más pequeñas hay solo la estimación.',
  errorsOfEstimates: 'Errores de las estimaciones',
  errorsOfEstimatesCaption: 'Diferencia entre las estimaciones y los conteos publicados de los mismos estudiantes',
  numbersOfA: 'Números de',
  onAverage: 'En promedio',
  most: '95 de 100, dentro de',
  scale: ({ longest }) => `De 0 a ${plural(longest, 'estudiante', 'estudiantes')}`,
  asBars: 'En barras',
  ofTheCount: 'Del conteo',
  measuredOn: 'Medido en',
  tooFew: 'Se muestran muy pocos conteos: un error medido con ellos revelaría algunos.',
  notKnown: 'se desconoce',
  bar: 'Media y 95 %',
  family: ({ family }) => FAMILIES[family] ?? family,
  level: ({ level }) => LEVELS[level] ?? level.replaceAll('_', ' '),

  leftOut: 'Qué está oculto, conservado o aproximado',
  hidden: ({ counts, rows, share }) =>
    `Están ocultos ${plural(counts, 'conteo', 'conteos')} en ${plural(rows, 'fila', 'filas')}: ${percent(share)} de todos. La mayoría son de grupos a los que nadie, o casi nadie, del área pertenece.`,
  nothingKept: 'Todas las áreas se contaron de nuevo: ninguna conserva los números de una publicación anterior.',
  kept: ({ patches }) =>
    `${plural(patches, 'área se cuenta', 'áreas se cuentan')} como en la publicación anterior, porque allí casi nadie cambió.`,
  noResidenceHidden: ({ students }) =>
    `Estudiantes sin vivienda fija: oculto, son menos de ${students} o no se envió ninguno.`,
  noResidence: ({ students }) =>
    `Unos ${plural(students, 'estudiante no tiene', 'estudiantes no tienen')} vivienda fija. Se cuentan aquí y en ningún lugar del mapa.`,
  exactDistricts:
    'Los números de los distritos escolares son exactamente de sus propios estudiantes: ningún área es de dos distritos, salvo donde ambos lo dicen.',
  exactPlaces: ({ kind }) =>
    `Los números de ${placesOf(kind).many} son exactos en cuanto al área: cada parcela está en uno solo de esos lugares.`,
  approximated: ({ kind, share }) =>
    `${percent(share)} de los estudiantes se cuentan en ${placesOf(kind).other}, no en el lugar donde viven, porque las áreas nunca se dividen.`,

  releases: 'Publicaciones',
  releasesLead: 'Cada una queda como se hizo, salvo que se retire. Su propio informe está detrás de su nombre.',
  released: ({ releasedAt, isCurrent, isDraft }) =>
    `${date(releasedAt)}${isCurrent ? ', vigente' : isDraft ? ', un borrador sin publicar' : ''}`,

  neverReceived: 'Lo que nunca recibimos',
  neverReceivedLead:
    'Ningún nombre, ninguna dirección, ninguna coordenada, ninguna fecha de nacimiento y ningún número de estudiante. Cada distrito convierte su propia lista en una clave por estudiante, una clave por hogar y un hexágono de unos 180 acres, en su propia computadora, con una llave que solo el distrito guarda. Un archivo que todavía contiene cualquier otra cosa se rechaza.',
  promised: 'Qué prometemos y qué no',
  notPromised: 'No prometemos:',

  rules: 'Qué se hace antes de mostrar un número',
  noSmallGroups: 'Ningún grupo pequeño',
  noSmallGroupsRule: ({ students, households }) =>
    `Cada área tiene al menos ${students} estudiantes en ${households} hogares. Se oculta todo conteo menor de ${students}, o que deje a menos de ${students} del área. Lo oculto se ve igual si detrás no hay nadie o hay unos pocos.`,
  noise: 'Un poco de ruido',
  noiseRule: ({ deviation }) =>
    `Cada conteo se mueve hasta ${deviation} estudiantes, tantas veces hacia arriba como hacia abajo. La misma pregunta tiene siempre la misma respuesta, así que preguntar de nuevo no cancela el ruido; otra pregunta tiene otro ruido, así que la diferencia entre dos números no demuestra nada. Los totales de estudiantes y hogares son exactos.`,
  answersOnly: 'Solo se cuentan respuestas',
  answersOnlyRule:
    'Por debajo del condado contamos lo que las familias contestaron. Dónde falta servicio se sabe por los informes, no por los niños: se estima, un total exacto por la proporción de ubicaciones que los informes dejan sin servicio, y se dice que es una estimación. Cualquiera puede volver a calcularla.',
  tried: 'Probado antes de mostrarse',
  triedRule:
    'Unos programas buscan el mínimo y el máximo que podría tener cada grupo pequeño, a partir de todo lo publicado, para todo el mundo y en publicaciones anteriores. Lo que demostraría uno se oculta; se ve como cualquier otro conteo oculto.',
  rounded: 'Redondeado',
  roundedRule: ({ multiple }) => `Lo que ve todo el mundo se redondea además al múltiplo más cercano de ${multiple}.`,
  notRounded: 'Sin redondear',
  notRoundedRule:
    'Esta vista muestra los números con su ruido, tal como son; lo que ve todo el mundo se redondea además.',
  carefulPercentages: 'Porcentajes prudentes',
  carefulPercentagesRule: ({ steps }) =>
    `Cuanto más pequeño es el grupo, menos pueden decir sus extremos: ${steps
      .map(({ atLeast, lowest, highest }) => `desde ${atLeast} estudiantes, de ${lowest} a ${highest} %`)
      .join('; ')}.`,
  slow: 'Lento para cambiar',
  slowRule: ({ students }) =>
    `Un área donde cambiaron menos de ${students} estudiantes desde que se fijaron sus números los conserva, para que dos publicaciones puestas lado a lado no digan quién llegó, se fue o contestó.`,
} satisfies PrivacyMessages;
