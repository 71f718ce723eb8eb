import type { UploadMessages } from '../../en/collect/upload.ts';
import { wordingIn } from '../../wording.ts';

const { date, grouped, plural, size } = wordingIn('es');

const PREPARE = 'Elija su exportación en la página “Preparar un archivo”; esta hace el archivo que se envía aquí.';

const SHAPES: Readonly<Record<string, string>> = {
  leaId: 'el número de un distrito',
  studentKey: 'un código en lugar del número de estudiante',
  householdKey: 'un código en lugar del hogar',
  cell: 'un hexágono del mapa',
};

const FAILURES: Readonly<Record<number, string>> = {
  0: 'El servidor no responde.',
  401: 'Su enlace ya no es válido.',
  403: 'Su enlace no abre esto.',
};

export const upload = {
  label: 'Enviar',
  file: 'Archivo anonimizado',
  choose: 'Elegir el archivo anonimizado',
  chooseOther: 'Elegir otro archivo',
  chooseMended: 'Elegir el archivo corregido',
  chooseSame: 'Elegir el mismo archivo',
  locally: 'Primero se mira en esta computadora: un archivo con nombres, direcciones o coordenadas no se envía.',
  looking: 'Mirando el archivo',
  lookingHere: 'Mirando el archivo en esta computadora. Todavía no se envía nada.',

  kept: {
    key: {
      title: 'No se envió nada. Esta es su llave. Nunca la envíe a nadie.',
      whatToDo:
        'Guárdela de nuevo en su lugar seguro: con ella se podrían volver a hacer los códigos de sus estudiantes. Elija el archivo llamado gapmap-homes-….csv, que “Preparar un archivo” guardó junto a ella.',
    },
    empty: { title: 'No se envió nada. Este archivo está vacío.', whatToDo: PREPARE },
    headerOnly: {
      title: 'No se envió nada. Este archivo no tiene estudiantes, solo los nombres de sus columnas.',
      whatToDo: PREPARE,
    },
    ownExport: {
      title:
        'No se envió nada. Este no es un archivo hecho por “Preparar un archivo”: su primera línea no nombra ninguna de las columnas.',
      whatToDo: `Si es su propia exportación, contiene nombres o direcciones y no debe enviarse. ${PREPARE}`,
    },
    spreadsheet: {
      title: 'No se envió nada. Esto es una hoja de cálculo o un archivo zip, no un archivo anonimizado.',
      whatToDo: PREPARE,
    },
    value: {
      title: ({ line, column, shape }) =>
        `No se envió nada. La línea ${grouped(line)}, columna ${column}, contiene algo que no es ${SHAPES[shape] ?? shape}.`,
      whatToDo: `Podría decir quién es alguien, así que no se envió nada del archivo. Haga de nuevo el archivo a partir de su exportación y déjelo como está. ${PREPARE}`,
    },
    strangeColumns: {
      title: ({ columnCount }) =>
        `No se envió nada. Este archivo tiene ${columnCount === 1 ? 'una columna' : `${grouped(columnCount)} columnas`} que un archivo anonimizado no tiene.`,
      whatToDo: `Una columna así podría contener un nombre o una dirección, así que no se envió nada. ${PREPARE}`,
    },
    missingColumns: {
      title: ({ columns }) => `No se envió nada. Faltan estas columnas: ${columns.join(', ')}.`,
      whatToDo: PREPARE,
    },
    notText: {
      title: ({ line }) =>
        `No se envió nada. Este no es un archivo anonimizado: la línea ${grouped(line)} no es texto nuestro.`,
      whatToDo: PREPARE,
    },
  },

  sending: 'Enviando el archivo',
  sent: ({ received, bytes }) => `Enviados ${size(received)} de ${size(bytes)}`,
  pausedAt: ({ received, bytes }) =>
    `En pausa en ${size(received)} de ${size(bytes)}. Lo enviado queda allí por un día.`,
  goOn: 'Continuar',
  tryNow: 'Intentar ahora',
  pause: 'Pausar',
  stop: 'Detener y borrar lo enviado',
  broken: 'La conexión está interrumpida.',
  isKept: 'Lo enviado se conserva.',
  tryingIn: ({ seconds }) => `Se intenta de nuevo en ${grouped(seconds)} s, o en cuanto vuelva la conexión.`,
  trying: 'Intentando de nuevo…',
  stoppedAt: ({ startedAt, received, bytes }) =>
    `Un envío del ${date(startedAt)} se detuvo en ${size(received)} de ${size(bytes)}.`,
  deleteSent: 'Borrar lo enviado',
  sameGoesOn: 'Elija de nuevo el mismo archivo, y el envío continúa desde allí.',

  checking: 'Revisando el archivo',
  isChecked: 'El archivo está aquí. Se revisa cada fila; no se toma nada antes de que usted lo acepte.',
  askingIn: ({ seconds }) => `Se pregunta de nuevo en ${grouped(seconds)} s.`,

  failure: ({ status }) => FAILURES[status] ?? 'El servidor rechazó esto.',
  acceptedAlready: 'Este es el archivo que ya se aceptó.',
  sameAs: ({ acceptedAt }) =>
    `Se aceptó el ${date(acceptedAt)} y es el mismo, byte por byte. No se envió nada, y nada cambia.`,
  refused: 'El archivo se rechazó. No se tomó nada, y lo enviado se borró.',
  certificate: 'Certificado de que se borró',

  allCan: ({ students }) =>
    plural(students, 'estudiante en total: se puede tomar.', 'estudiantes en total: se pueden tomar todos.'),
  someCan: ({ students, rows }) =>
    `Se pueden tomar ${grouped(students)} de ${plural(rows, 'estudiante', 'estudiantes')}.`,
  nothingYet:
    'Todavía no se tomó nada. Mire lo que se encontró y acéptelo, o corrija su exportación y envíela de nuevo.',
  onMap: 'Estudiantes en el mapa',
  withoutPlace: 'Contados sin lugar: sin vivienda fija',
  leftOut: 'Dejados fuera por esta revisión',
  notes: 'Observaciones que conviene mirar antes de aceptar',
  inOnePlace: {
    at_schools: 'La mitad de las viviendas o más están en escuelas',
    one_cell: 'La mitad de las viviendas o más están en un solo hexágono',
  },
  isRight:
    'Estos estudiantes realmente viven allí, como en una torre de apartamentos o una residencia, y no en una escuela o una parada de autobús.',
  taking: 'Tomando el archivo',
  takingAll: 'Se está tomando. Con un distrito grande tarda hasta un minuto; se toma todo o nada.',
  replace: 'Reemplazar lo aceptado',
  accept: ({ collection }) => `Aceptar para ${collection}`,
  sendAnother: 'Borrar este archivo y enviar otro',

  findings: {
    title: ({ count }) => `${plural(count, 'cosa', 'cosas')} por corregir, fila por fila`,
    each: 'Cada una cuesta un estudiante o una respuesta.',
    first: ({ count }) => `Estas son las primeras ${grouped(count)}; la descarga tiene más.`,
    download: 'Descargarlas (CSV)',
    caption: 'Qué corregir, fila por fila',
    line: 'Línea',
    column: 'Columna',
    matter: 'Qué pasa',
    whatToDo: 'Qué hacer',
    leftOut: 'Se deja fuera',
    wholeRow: 'toda la fila',
    lost: { row: 'el estudiante', answer: 'la respuesta' },
    isLost: { row: 'Se deja fuera: el estudiante.', answer: 'Se deja fuera: la respuesta.' },
  },

  replaces: {
    title: ({ acceptedAt }) => `Este toma el lugar del archivo aceptado el ${date(acceptedAt)}`,
    homes: ({ homesBefore, homesAfter }) => `Viviendas: ${grouped(homesBefore)} antes, ${grouped(homesAfter)} después.`,
    added: 'Estudiantes agregados',
    removed: 'Estudiantes quitados',
    moved: 'En otro lugar que antes',
    answersChanged: 'Con otras respuestas',
    otherKey: 'Casi todos los estudiantes son otros que antes.',
    otherKeyAsk:
      '¿Se preparó el archivo con otra llave? Con la llave de la última vez, los estudiantes siguen siendo los mismos; con una nueva, no se puede seguir a nadie de un archivo al siguiente.',
    yes: 'Sí, reemplazarlo: lo aceptado antes se borra.',
  },
} satisfies UploadMessages;
