import type { PlacePageMessages } from '../en/place-pages.ts';
import { wordingIn } from '../wording.ts';
import { memberTitles } from './member-titles.ts';
import { placePage } from './place-page.ts';

const { grouped, list, wholePercent } = wordingIn('es');

export const placePages = {
  kinds: {
    state: 'Estado',
    county: 'Condado',
    school_district: 'Distrito escolar',
    senate_district: 'Distrito del senado',
    house_district: 'Distrito de la cámara',
    congressional_district: 'Distrito del congreso',
    town: 'Pueblo',
    tribal: 'Área tribal',
    school: 'Escuela',
  },
  manyKinds: {
    state: 'Estados',
    county: 'Condados',
    school_district: 'Distritos escolares',
    senate_district: 'Distritos del senado',
    house_district: 'Distritos de la cámara',
    congressional_district: 'Distritos del congreso',
    town: 'Pueblos',
    tribal: 'Áreas tribales',
  },
  segments: {
    build: 'Construir',
    upgrade: 'Mejorar',
    connect: 'Conectar',
    check: 'Verificar',
    ask: 'Preguntar',
    connected: 'Conectados',
  },
  meanings: {
    build: 'ningún proveedor informa siquiera de 25/3 Mbps',
    upgrade: 'lo mejor que se informa no llega a 100/20 Mbps',
    connect: 'se informa de servicio, y la familia dice que no está conectada, o no bien',
    check: 'los informes dejan en duda si el servicio llega al hogar',
    ask: 'se informa de servicio, y la familia no fue escuchada',
    connected: 'conectados, según la propia respuesta de la familia',
  },
  standings: {
    proven: 'Una brecha, según los informes o la propia familia',
    unclear: 'Sin aclarar',
    unasked: 'Sin escuchar',
    connected: 'Sin brecha',
  },
  equip: 'Sin aparato propio',
  equipShort: 'Equipar',
  equipMeaning:
    'un aparato compartido, solo un teléfono o ninguno; se cuenta aparte, pues pueden estar conectados o no',
  students: 'Estudiantes',
  hidden: { low: 'pocos o ninguno', high: 'casi todos', either: 'muy pocos para decirlo' },
  hiddenStudents: 'muy pocos para publicar',
  notKnown: 'no se sabe',
  count: ({ students }) => grouped(students),
  share: ({ share }) => (share > 0 && share < 0.005 ? 'menos de 1 %' : wholePercent(share)),
  titles: memberTitles,
  madeUp: 'inventado para la demostración',
  members: ({ names }) => list(names),

  index: {
    title: 'Lugares',
    lead: 'Cada distrito y condado con números propios: todos sus estudiantes en seis grupos, y los que no tienen aparato. Elija un tipo, ordene por un encabezado, compare hasta tres, llévese la tabla.',
    whichKind: 'Tipo de lugar',
    search: 'Buscar por nombre, número, integrante, pueblo o escuela',
    failed: 'Los lugares no llegaron',
    coming: 'Los lugares están en camino.',
    none: 'Ningún lugar de este tipo tiene números en esta vista.',
    noneFound: ({ text }) => `Ninguno responde a «${text}».`,
    caption: ({ what, release }) => `${what}, publicación «${release}»`,
    download: 'Descargar como CSV',
    name: 'Nombre',
    sortBy: 'Ordenar por',
    bar: 'Todos los estudiantes',
    compare: 'Comparar',
    compareOne: ({ name }) => `Comparar ${name}`,
    compared: 'Uno junto a otro',
    compareMore: 'Marque un segundo lugar para ver ambos uno junto al otro.',
    atMostThree: 'Tres como máximo: desmarque uno para elegir otro.',
    clear: 'Comparar otros',
    because: {
      name: '',
      number: '',
      member: ({ what }) => `integrante: ${what}`,
      town: ({ what }) => `incluye ${what}`,
      school: ({ what }) => `incluye ${what}`,
    },
    together: ({ names }) => `números junto con ${list(names)}`,
    explained:
      'Los números se publican con un pequeño ruido protector, así que los seis no siempre suman exactamente. Un número oculto nunca es cero: pocos o ninguno, casi todos, o muy pocos para decirlo.',
  },

  place: placePage,
} satisfies PlacePageMessages;
