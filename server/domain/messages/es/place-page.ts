import type { placePage as English } from '../en/place-page.ts';
import { wordingIn } from '../wording.ts';

const { grouped, plural, date, list, decimal, wholePercent } = wordingIn('es');

const ordinal = (rank: number) => `${grouped(rank)}.º`;

export const placePage = {
  coming: 'La página está en camino.',
  failed: 'Este lugar no llegó',
  provenExactly: ({ place, proven, students, part }) =>
    `Unos ${grouped(proven)} de ${plural(students, 'estudiante', 'estudiantes')} en ${place}, ${part}, tienen una brecha, según los informes o la propia familia.`,
  provenAtLeast: ({ place, proven, students }) =>
    `Al menos ${grouped(proven)} de ${plural(students, 'estudiante', 'estudiantes')} en ${place} tienen una brecha, según los informes o la propia familia; algunos números están ocultos.`,
  provenHidden: ({ place, students }) =>
    `De ${plural(students, 'estudiante', 'estudiantes')} en ${place}, muy pocos para decirlo tienen una brecha, según los informes o la propia familia.`,
  noFilings: ({ place, students }) =>
    `${plural(students, 'estudiante vive', 'estudiantes viven')} en ${place}. No se dice nada del servicio que se puede comprar: en esta vista no se conoce ningún informe.`,
  hidden: ({ place, fewest }) =>
    `En ${place} viven muy pocos estudiantes para tener números propios: menos de ${grouped(fewest)}, o no se envió ninguno.`,
  notHeard: ({ students }) => `Otros ${grouped(students)} viven donde se informa de servicio y no fueron escuchados.`,
  part: ({ percent, bound }) =>
    `${bound === 'most' ? 'a lo sumo' : bound === 'least' ? 'al menos' : 'unos'} ${percent} de cada 100`,
  illustrative: 'Contorno ilustrativo, hecho para la demostración',
  together: ({ names }) => `Se publica solo junto con ${list(names)}: los números son de todos ellos.`,
  howMany: 'Todos los estudiantes, en seis grupos',
  map: 'En el mapa',
  showMap: 'Mostrar el mapa',
  openMap: 'Abrir en el mapa grande',
  mapComing: 'El mapa está en camino.',
  mapFailed: 'Este navegador no puede dibujar el mapa. Las tablas de esta página dicen lo mismo.',
  mapWhat:
    'El color de cada hexágono indica los estudiantes en hogares donde ningún proveedor informa de servicio, según la proporción de ubicaciones; la línea discontinua es el lugar.',
  ranks: 'Puesto entre los de su tipo',
  ranksOf: ({ what, among }) => `Entre ${grouped(among)} ${what} con números propios, de mayor a menor:`,
  rankedBy: {
    proven: 'Brechas, según los informes o la propia familia',
    build: 'Construir',
    equip: 'Sin aparato propio',
  },
  byNumber: 'por número',
  byShare: 'por proporción de estudiantes',
  rank: ({ highestRank, lowestRank, among }) =>
    highestRank === lowestRank
      ? `${ordinal(highestRank)} de ${grouped(among)}`
      : `${ordinal(highestRank)} a ${ordinal(lowestRank)} de ${grouped(among)}`,
  notRanked: 'sin puesto: oculto',
  rankExplained: 'Los números iguales, y los ocultos que pueden ser mayores o menores, comparten un intervalo.',
  othersNotRanked: ({ places }) =>
    `${plural(places, 'otro tiene', 'otros tienen')} muy pocos estudiantes para tener un puesto.`,
  trend: 'A lo largo del tiempo',
  trendExplained:
    'El mismo lugar en cada publicación. Lo que cambió entre dos pueden ser las familias, los informes o ambos.',
  release: 'Publicación',
  filingsOf: 'Informes a la FCC del',
  clusters: 'Por dónde empezar, aquí dentro',
  clustersExplained:
    'Hexágonos vecinos donde la mayoría de los hogares no puede comprar ni 25/3, según informes públicos. El puesto es el del estado; los estudiantes son de todo el grupo, según la proporción de ubicaciones.',
  noClusters: 'Ningún grupo del estado llega hasta este lugar.',
  moreClusters: 'Se muestran los diez primeros; el mapa los tiene todos.',
  cluster: ({ rank, name }) => `${grouped(rank)}. ${name}`,
  clusterStudents: ({ students, fewest, share }) =>
    `${students < fewest ? `menos de ${grouped(fewest)}` : `unos ${grouped(students)}`} estudiantes, ${wholePercent(share)} de ellos aquí`,
  providers: 'Quién informa de servicio aquí',
  providersExplained:
    'A la FCC, por número de ubicaciones. Un informe no prueba que un hogar pueda comprar el servicio.',
  noProviders: 'En esta vista no se conoce ningún informe a la FCC.',
  provider: 'Proveedor',
  technology: 'Tecnología',
  locations: 'Ubicaciones',
  atSpeed: '100/20 Mbps en',
  ofLocations: ({ share }) =>
    share > 0 && share < 0.005 ? 'menos de 1 % de todas' : `${wholePercent(share)} de todas`,
  upTo: 'Descarga',
  megabits: ({ mbps }) => `hasta ${grouped(mbps)} Mbps`,
  technologies: {
    10: 'cobre',
    40: 'cable',
    50: 'fibra',
    60: 'satélite de órbita alta',
    61: 'satélite de órbita baja',
    70: 'inalámbrico sin licencia',
    71: 'inalámbrico con licencia',
    72: 'inalámbrico con licencia compartida',
  },
  otherTechnology: 'otra tecnología',
  schools: 'Escuelas y pueblos',
  schoolCount: ({ count }) => plural(count, 'escuela', 'escuelas'),
  noSchools: 'Aquí no hay ninguna escuela cargada.',
  townsAre: 'Pueblos:',
  around: 'En el mismo terreno, y al lado',
  overlapExplained: 'Las proporciones son de los estudiantes de este lugar, según las áreas que cuentan para ambos.',
  inPart: ({ share }) => (share >= 0.995 ? 'todo' : `${wholePercent(share)} de sus estudiantes`),
  neighbors: 'Vecinos',
  gradesApart: ({ names }) =>
    `Otros grados en el mismo terreno: ${list(names)}. Un estudiante cuenta para el distrito que lo envió, nunca dos veces.`,
  levels: {
    elementary: 'Distrito de primaria',
    secondary: 'Distrito de secundaria',
    unified: 'Distrito unificado',
  },
  allOfKind: ({ what }) => `Todos: ${what}`,
  sure: 'Qué tan seguro',
  approximated: ({ percent }) =>
    `Los números son de áreas enteras: a lo sumo ${percent} % de estos estudiantes viven al otro lado del límite, o viven aquí y cuentan al lado.`,
  exact: 'Los números son de áreas enteras, y ninguna cruza este límite.',
  errorOf: ({ family, mean, most }) =>
    `${family}: se desvía ${decimal(mean, 1)} estudiantes en promedio, y 95 de 100 no más de ${grouped(most)}.`,
  families: {
    home: 'Respuestas sobre la conexión',
    device: 'Respuestas sobre aparatos',
    equip: 'Sin aparato',
    lever: 'Construir, mejorar, conectar, verificar y preguntar',
    estimated_lever: 'Estimaciones de lo mismo',
  },
  noErrors:
    'El error habitual de conteos y estimaciones no se mide con tan pocos lugares. El ruido y el redondeo mueven un conteo en unos pocos estudiantes a lo más; el resumen dice en cuántos.',
  more: 'Qué tan exacto es esto',
  sources: 'Según quién',
  filing: ({ publisher, title, asOf, revision }) =>
    `${publisher} ${title}, al ${date(asOf)}, revisado el ${date(revision)}`,
  synthetic: 'ficticio',
  answers: ({ collection }) => `Respuestas de las familias a sus escuelas, ${collection}`,
  drawnBy: ({ publisher, vintage }) =>
    `Contorno: ${publisher}${vintage === '' ? '' : `, ${vintage.length > 4 ? date(vintage) : vintage}`}`,
  drawnByNobody: 'Contorno: no se nombró a quien lo publicó cuando se cargó',
  view: {
    public: 'Vista del público.',
    agency: 'Vista de la agencia estatal.',
    provider: 'Vista de un proveedor.',
    district: 'Vista de un distrito escolar.',
  },
  cite: 'Citar esto',
  citation: ({ name, release, releasedAt }) => `Gapmap, ${name}, publicación «${release}» del ${date(releasedAt)}.`,
  citeExplained: 'Esta dirección muestra siempre la misma publicación, se publique lo que se publique después:',
  older: 'Hay una publicación vigente más nueva.',
  showCurrent: 'Mostrar la vigente',
} satisfies typeof English;
