import type { CallingMessages } from '../../en/prepare/calling.ts';
import { wordingIn } from '../../wording.ts';

const { grouped, plural, list } = wordingIn('es');

export const calling = {
  title: 'Su propia lista de llamadas',
  lead: ({ release }) =>
    `Sus estudiantes según lo que les ayudaría: a quién preguntar, conectar, equipar. Se hace aquí, con su exportación y los veredictos públicos de la publicación «${release}», y nada de ella se envía.`,
  noVerdicts: 'Los veredictos públicos de su distrito no están a mano',
  noVerdictsWhy: ({ leaId }) =>
    `Esta página solo puede cargarlos antes de que se elija un archivo, para el número de distrito que aparece entonces. Vuelva a cargar la página, compruebe que el número sea ${leaId} y elija los mismos archivos: lo que hizo se conserva. Si vuelve a decir esto, todavía no se ha publicado nada de su estado.`,
  columns: 'Columnas de su exportación que van en la lista',
  make: 'Hacer la lista de llamadas',
  makeAgain: 'Hacerla de nuevo',
  failed: 'No se pudo hacer la lista. Vuelva a revisar las filas e inténtelo de nuevo.',
  counted: ({ students }) => `${plural(students, 'estudiante está', 'estudiantes están')} en las listas de abajo.`,
  others: ({ students }) =>
    `${plural(students, 'estudiante vive', 'estudiantes viven')} donde falta el servicio o no está claro. Eso les toca al estado y a los proveedores, así que ninguna lista los nombra por su conexión.`,
  noFixed: ({ students }) =>
    `${plural(students, 'estudiante', 'estudiantes')} sin vivienda fija no ${students === 1 ? 'está' : 'están'} en ninguna lista: su enlace para estudiantes sin hogar sabe cómo encontrarlos.`,
  sortBy: 'Ordenar por',
  asExported: 'el orden de su exportación',
  print: 'Imprimir las listas',
  save: 'Guardar las listas como CSV',
  warning: 'Las listas nombran a estudiantes. Trate el papel y el archivo como trata cualquier lista de estudiantes.',
  firstOnes: ({ listed }) => `Se muestran los primeros ${grouped(listed)}; el archivo los tiene todos.`,
  done: 'Hecho',
  said: 'Qué dijo la familia',
  list: {
    ask: ({ students }) => `Preguntar: ${plural(students, 'estudiante', 'estudiantes')}`,
    connect: ({ students }) => `Conectar: ${plural(students, 'estudiante', 'estudiantes')}`,
    equip: ({ students }) => `Equipar: ${plural(students, 'estudiante', 'estudiantes')}`,
  },
  why: {
    ask: 'Los informes muestran servicio en la vivienda y la familia no ha dicho si lo tiene, o su respuesta no se pudo leer. Basta una llamada para preguntar.',
    connect:
      'Los informes muestran servicio en la vivienda y la familia dice que no lo tiene, o no dice que el que tiene sea lo bastante bueno.',
    equip: 'La familia dice que el estudiante no tiene un aparato propio para aprender.',
  },
  call: { ask: 'Preguntar', connect: 'Conectar', equip: 'Equipar' },
  home: {
    connected: 'Bien conectado',
    inadequate: 'Conectado, pero no bien',
    unavailable: 'No hay servicio',
    unaffordable: 'Cuesta demasiado',
    undesired: 'No lo quiere',
    other: 'Sin conexión por otra razón',
    unanswered: 'Sin respuesta',
    how_unknown: 'Conectado; no se sabe qué tan bien',
    why_unknown: 'Sin conexión; no se sabe por qué',
    unread: 'Respuesta que no se entendió',
  },
  device: {
    own: 'Un aparato propio',
    shared: 'Un aparato compartido',
    unsuitable: 'Solo un teléfono',
    none: 'Ningún aparato',
    unanswered: 'Sin respuesta',
  },
  csv: {
    calls: 'Qué hacer',
    home: 'Internet en casa',
    device: 'Aparato',
    list: ({ calls }) => list(calls),
  },
} satisfies CallingMessages;
