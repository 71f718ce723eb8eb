import type { FileMessages } from '../../en/prepare/file.ts';
import { wordingIn } from '../../wording.ts';

const { grouped, plural, date, size, list } = wordingIn('es');

const FROM: Readonly<Record<string, string>> = { page: 'la página', worker: 'el proceso en segundo plano' };

export const file = {
  title: 'Preparar un archivo',
  lead: 'Convierte la exportación de su distrito en un archivo sin nombres, direcciones ni coordenadas. Todo ocurre en este navegador, en esta computadora. No se envía nada a ninguna parte.',
  notLoaded: 'No se pudo cargar la página completa',
  loadAgain: 'Cargarla de nuevo',
  steps: 'Pasos',
  step: {
    file: 'Elegir el archivo',
    columns: 'Asignar las columnas',
    problems: 'Ver los problemas',
    preview: 'Ver lo que sale',
    save: 'Guardar el archivo',
  },
  stepInShort: {
    file: 'Archivo',
    columns: 'Columnas',
    problems: 'Problemas',
    preview: 'Vista',
    save: 'Guardar',
  },
  stepOf: ({ stepNumber, stepCount }) => `Paso ${stepNumber} de ${stepCount}`,
  isDone: ' (hecho)',
  working: {
    file: 'Leyendo el archivo',
    answers: 'Leyendo las respuestas',
    points: 'Leyendo los puntos de direcciones',
    check: 'Revisando cada fila',
  },
  workNow: ({ task, progress }) => `${task}. ${progress}`,
  stop: 'Detener',
  back: 'Atrás',
  stillNeeded: ({ needs }) => `Todavía falta: ${list(needs)}.`,
  blank: 'en blanco',

  log: 'Registro de la red',
  sentSince: 'Solicitudes enviadas por esta página desde que eligió un archivo: ',
  sentOnce: 'Solicitudes que esta página envíe cuando elija un archivo: ',
  sentInShort: 'Enviadas: ',
  refused: ({ where, from }) => `Rechazada por su navegador, pedida por ${FROM[from] ?? from}: ${where}`,
  asked: ({ how, where, from }) => `Pedida (${how}) por ${FROM[from] ?? from}: ${where}`,
  unreadableAddress: 'una dirección ilegible',
  howToCheck: 'Cómo puede comprobarlo',
  counterHears:
    'Este contador oye todas las maneras que una página tiene de enviar algo, en la página y en su proceso en segundo plano, y lee el registro de su propio navegador.',
  refusesNow:
    'Su navegador rechaza ahora toda solicitud de esta página, y no se le puede decir otra cosa hasta que la página se cierre.',
  willRefuse:
    'Cuando usted elige un archivo, la página le dice a su navegador que rechace toda solicitud desde ese momento. Ya no puede desdecirse.',
  turnOff: 'Apague ahora su red, Wi-Fi o cable. Todo aquí sigue funcionando.',
  developerTools: 'O abra las herramientas de desarrollo de su navegador (F12), elija “Red” y vea cómo sigue vacía.',

  district: 'Su distrito',
  leaId: 'Número del distrito (LEAID)',
  leaIdWrong: ({ digits }) =>
    `Hacen falta siete cifras, y este tiene ${digits}. Escriba también el cero inicial, y nada más que cifras.`,
  leaIdNote:
    'Siete cifras, dadas por el National Center for Education Statistics, por ejemplo 5400030. Su coordinador o coordinadora se las puede decir.',

  key: 'Su llave',
  keyLead:
    'La llave convierte los números de estudiante en seudónimos. Con la misma llave, el mismo estudiante recibe el mismo seudónimo el año que viene, y solo el distrito la tiene. Es un archivo pequeño: guárdelo donde guarda otros archivos confidenciales y no lo envíe nunca.',
  haveKey: '¿Tiene una llave?',
  firstTime: 'Es nuestra primera vez',
  fromLastTime: 'Tenemos un archivo de llave de la última vez',
  chooseKey: 'Elegir el archivo de la llave',
  chooseOtherKey: 'Elegir otro archivo de llave',
  keyTold: ({ leaId, madeOn }) =>
    `Llave del distrito ${leaId}${madeOn === '' ? '' : `, hecha el ${date(madeOn)}`}. Está completa y sin cambios.`,
  keyIsCalled: ({ file }) => `Se llama ${file}.`,
  keyUnusable: 'Esta llave no se puede usar',
  keyLost: '¿Qué pasa si se pierde la llave?',
  keyLostAnswer:
    'Nadie puede recuperarla, y nadie puede averiguar sin ella quién es un estudiante a partir de los seudónimos. Elija “Es nuestra primera vez” y haga una nueva. Sus números siguen siendo correctos; solo se pierde el vínculo con los años anteriores, porque cada estudiante recibe un seudónimo nuevo. Avise a su coordinador o coordinadora, para que el cambio no se tome por estudiantes nuevos.',
  keyStolen: '¿Qué pasa si otra persona consigue la llave?',
  keyStolenAnswer:
    'Con la llave y una lista de números de estudiante, alguien podría averiguar de quién es cada seudónimo. Haga una llave nueva, avise a su coordinador o coordinadora y envíe el archivo de nuevo: un envío nuevo reemplaza al anterior.',
  makeKey: 'Hacer una llave',
  leaIdFirst: 'Escriba primero el número del distrito.',
  saveKey: 'Guardar el archivo de la llave',
  saveKeyAgain: 'Guardar de nuevo el archivo de la llave',
  keySaved: ({ file }) => `Se guardó como ${file} en sus descargas. Póngalo en un lugar seguro.`,
  keyMade: 'Se hizo una llave en esta computadora. Guárdela antes de seguir.',

  export: 'Su exportación',
  chooseExport: 'Elegir la exportación',
  chooseOther: 'Elegir otro archivo',
  fileTold: ({ bytes, columnCount }) => `, ${size(bytes)}, ${plural(columnCount, 'columna', 'columnas')}`,
  orDrop: 'O suéltelo aquí.',
  exportNote: ({ most }) =>
    `Una fila por estudiante, tal como lo exporta su sistema de información estudiantil: CSV, texto o Excel (.xlsx), con cualquier nombre de columna, hasta ${grouped(most)} filas. Los nombres, las fechas de nacimiento y lo demás que contenga no importan: no se leen.`,
  loading: 'La página todavía se está cargando. Podrá elegir en un momento.',
  unreadable: 'Este archivo no se puede leer',
  namesOnLine: ({ line }) => `Los nombres de las columnas están en la línea ${line}; lo que hay encima no se lee.`,
  takeLine: ({ line }) => `Usar en su lugar la línea ${line}`,
  lineAsSaid: ({ line }) => `La línea ${line} se toma por los nombres de las columnas, como usted dijo.`,
  isItLine: ({ line }) => `¿Es la línea ${line} la que nombra las columnas?`,
  otherLine: ({ line }) =>
    `La línea ${line} también tiene varios valores. Si es la línea ${line} la que las nombra, úsela, para que no se pierda ningún estudiante entre las dos.`,

  answersElsewhere:
    '¿Están las respuestas de las familias en otro archivo? Agréguelo (Google Forms, Microsoft Forms, Qualtrics)',
  answersLead:
    'Necesita el número de estudiante junto a las respuestas. Las viviendas y los grados vienen de su exportación. Los dos archivos se quedan en esta computadora.',
  chooseAnswers: 'Elegir el archivo de respuestas',
  chooseOtherAnswers: 'Elegir otro archivo de respuestas',
  doWithout: 'Seguir sin él',
  answersNote: 'O suéltelo aquí. CSV, texto o Excel (.xlsx), tal como lo exporta el formulario.',
  answersUnreadable: 'Este archivo de respuestas no se puede leer',
  answersOnly: 'Este archivo tiene respuestas, pero no viviendas. Agregue su exportación de estudiantes para unirlas.',
  answersOnlyLead:
    'La exportación de su sistema de información estudiantil tiene los números de estudiante y las viviendas. Las dos se unen por el número de estudiante, en esta computadora.',
  answersWithoutNumbers:
    'No encontramos en las respuestas ninguna columna de números de estudiante. Los nombres no bastan: dos estudiantes pueden llamarse igual. Si el formulario pidió el número, elija su columna en el paso siguiente.',
  addExport: 'Agregar la exportación de estudiantes',
  homesHere:
    'Si las viviendas están en el archivo que eligió, siga sin ella: <columns>elija las columnas de las viviendas</columns>.',

  workedBefore: ({ day }) => `Usted trabajó en un archivo como este hasta el ${date(day)}`,
  wasAt: ({ step }) =>
    `Estaba en “${step}”. Lo que eligió y escribió entonces se aplica de nuevo a las filas y los valores que siguen siendo iguales.`,
  answersAgain: 'Había agregado un archivo de respuestas: elíjalo también de nuevo.',
  keptSealed:
    'Este navegador lo guarda sellado: solo se puede leer con su archivo de llave, y no contiene ninguna fila de su archivo.',
  forget: 'Olvidarlo',

  goOn: 'Seguir donde lo dejó',
  toColumns: 'Seguir a las columnas',
  needs: {
    key: 'una llave',
    keySaved: 'guardar el archivo de la llave',
    export: 'una exportación',
    studentExport: 'la exportación de estudiantes',
    answers: 'el archivo de respuestas',
    columns: 'las columnas nombradas arriba',
    student: 'al menos un estudiante',
    onePlace: 'su palabra sobre los muchos estudiantes en un mismo lugar',
  },
} satisfies FileMessages;
