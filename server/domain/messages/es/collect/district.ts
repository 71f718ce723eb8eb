import type { DistrictMessages } from '../../en/collect/district.ts';
import { wordingIn } from '../../wording.ts';
import { rateInWords } from './page.ts';

const { agree, date, grouped, plural } = wordingIn('es');

export const district = {
  lead: 'Tres pasos: prepare un archivo en su propia computadora, envíelo y acepte lo que encontró la revisión.',
  district: ({ leaId }) => `Distrito ${leaId}`,
  onItsWay: 'Su recolección está en camino.',
  didNotCome: 'Su recolección no llegó.',
  notBegun: 'Quien coordina comienza una. Ya puede preparar su archivo: para eso no se necesita a nadie más.',
  collection: ({ collection }) => `Recolección ${collection}`,
  call: 'Si no puede seguir: <contact/>',
  stepsOnTheirWay: 'Sus pasos están en camino.',
  stepsDidNotCome: 'Sus pasos no llegaron.',
  unknown: 'Esta recolección no conoce su distrito.',

  step: ({ count }) => `Paso ${grouped(count)}:`,
  progress: { done: 'Hecho', begun: 'Comenzado', now: 'Ahora', open: 'Sigue', later: 'Después' },
  prepare: 'Preparar',
  upload: 'Enviar',
  accepted: 'Aceptado',

  callList: 'Hacer su propia lista de llamadas',
  callListIs:
    'A quién preguntar, conectar, equipar: por su nombre, en su propia computadora, con la exportación que elige allí. Nada se envía.',
  prepareIs:
    'Convierte su propia exportación en un archivo sin nombres, direcciones ni coordenadas. Ocurre en su computadora, en su navegador, y no se envía nada.',
  toldReady: ({ preparedAt }) => `El ${date(preparedAt)} usted avisó a quien coordina que está listo.`,
  toldStudents: ({ preparedAt, students }) =>
    `El ${date(preparedAt)} usted avisó a quien coordina que ${plural(students, 'estudiante está listo', 'estudiantes están listos')}.`,
  tellAgain: 'Dar otro número a quien coordina',
  tell: '¿Todavía no lo envía? Avise a quien coordina que está listo',
  howMany: 'Cuántos estudiantes hay en el archivo',
  onlyNumber: 'Solo se envía este número.',
  wholeNumber: 'Escriba un número entero, por ejemplo 1,240.',
  notTold: 'No se envió.',
  tellCoordinator: 'Avisar a quien coordina',

  opensOn: ({ opensOn }) =>
    opensOn === null ? 'Los envíos abren un día que falta fijar.' : `Los envíos abren el ${date(opensOn)}.`,
  prepareAlready: 'Prepare su archivo desde ahora; hasta entonces se queda en su computadora.',
  closedOn: ({ closesOn }) =>
    closesOn === null ? 'Los envíos cerraron.' : `Los envíos cerraron el ${date(closesOn)}.`,
  askLonger: 'Si su archivo todavía falta, pida a quien coordina que deje la recolección abierta más tiempo.',
  isIn: 'Su archivo está aquí. Si sus números cambiaron, envíe uno más nuevo: toma el lugar del primero.',
  sendNewer: 'Enviar un archivo más nuevo',

  willFind: 'Aquí encontrará lo que se tomó, sus tasas de respuesta y el certificado de que su archivo se borró.',
  areAccepted: ({ homes, noFixedResidence }) => {
    const total = homes + noFixedResidence;
    const are = plural(total, 'estudiante fue aceptado', 'estudiantes fueron aceptados');
    if (noFixedResidence === 0) return `${are}${agree(total, ' y está en el mapa.', ', todos en el mapa.')}`;
    return `${are}: ${grouped(homes)} en el mapa, ${grouped(noFixedResidence)} sin lugar en él.`;
  },
  fileAccepted: 'Su archivo fue aceptado.',
  onMapAccepted: ({ students }) =>
    `${plural(students, 'estudiante en el mapa fue aceptado', 'estudiantes en el mapa fueron aceptados')}.`,
  acceptedOn: ({ acceptedAt, hasNotes }) =>
    `Aceptado el ${date(acceptedAt)}${hasNotes ? ', con las observaciones de abajo' : ''}.`,
  staysUntilNewer: 'Queda como está hasta que usted acepte el archivo más nuevo.',
  nothingLeft: ({ collection }) => `Gracias. No queda nada por hacer para ${collection}.`,
  answersLeft:
    'Casi nadie respondió, así que no se sabe qué necesitan sus estudiantes. Pregunte a las familias, si quiere con los materiales de la encuesta, y envíe un archivo nuevo: reemplaza a este.',
  certificate: 'Certificado de borrado, para imprimir',
  certificateJson: 'Lo mismo para programas (JSON)',
  found: ({ count }) =>
    `La revisión encontró ${plural(count, 'cosa', 'cosas')} por corregir, fila por fila; ${agree(count, 'costó', 'cada una costó')} un estudiante o una respuesta.`,
  takenBackOn: ({ takenBackAt }) => `Usted retiró su archivo el ${date(takenBackAt)}.`,
  notCounted: 'Ninguna publicación hecha después lo cuenta; las de antes quedan como están.',
  sendAnother: 'Puede enviar otro archivo en cualquier momento, o el mismo de nuevo.',
  missingUntilOpen:
    'Los envíos no están abiertos ahora, así que sus estudiantes faltan hasta que quien coordina los abra de nuevo.',

  rates: 'Sus tasas de respuesta',
  tooFew: 'Hay muy pocos estudiantes para una tasa.',
  moreThanEnrolled: ({ students, enrolled }) =>
    `Su archivo tiene más estudiantes en el mapa (${grouped(students)}) que la matrícula que quien coordina anotó para su distrito (${grouped(enrolled)}), así que no se puede decir qué parte de todos contestó.`,
  answered: ({ rate, isOfEnrolled }) =>
    `${rateInWords(rate)} de sus estudiantes ${isOfEnrolled ? 'matriculados' : 'en el mapa'} contestó al menos una pregunta.`,
  answeredBefore: ({ rate, isOfEnrolled, previous, rateBefore }) =>
    `${rateInWords(rate)} de sus estudiantes ${isOfEnrolled ? 'matriculados' : 'en el mapa'} contestó al menos una pregunta; en ${previous} fue ${rateInWords(rateBefore)}.`,
  notEvery:
    'No todos contestan todas las preguntas: de aquellos para quienes era una pregunta, esta parte la contestó.',

  takeBack: 'Retirar este archivo',
  takeBackMeans: {
    deleted:
      'Todo lo que se tomó de él se borra aquí. Nada de él cuenta en la próxima publicación ni en las siguientes.',
    before: 'Las publicaciones hechas antes quedan como están: no muestran a ningún estudiante, solo sumas.',
    fewStay:
      'Menos de diez estudiantes que son parte de la suma de otro distrito quedan en esa suma hasta que cambien diez de ella, para que ninguna diferencia entre dos publicaciones trate de ellos.',
    noFile:
      'Un archivo que este reemplazó no vuelve: se borró entonces. Su distrito no tiene ningún archivo hasta que acepte otro.',
    noFileClosed:
      'Un archivo que este reemplazó no vuelve: se borró entonces. Su distrito no tiene ningún archivo hasta que acepte otro, y los envíos no están abiertos ahora.',
    seen: 'Quien coordina ve que usted lo retiró. El certificado sigue siendo válido, y también lo dice.',
  },
  yesTakeBack: ({ collection }) => `Sí, retirarlo de ${collection}.`,
  notTakenBack: 'No se retiró.',
  takeBackNow: 'Retirar el archivo',
} satisfies DistrictMessages;
