import type { CoordinatorMessages } from '../../en/collect/coordinator.ts';
import { wordingIn } from '../../wording.ts';
import { rateInWords } from './page.ts';

const { agree, date, grouped, plural } = wordingIn('es');

const EVENTS: Readonly<Record<string, string>> = {
  accepted: 'aceptado el',
  received: 'recibido el',
  prepared: 'preparado el',
  taken_back: 'retirado el',
};

export const coordinator = {
  onTheirWay: 'Las recolecciones están en camino.',
  didNotCome: 'Las recolecciones no llegaron.',
  change: 'Cambiar nombre, fechas o preguntas',
  outreach: 'Difusión',
  agreement: 'Acuerdo para compartir datos (DOCX)',
  newOne: 'Nueva recolección',
  addOne:
    'Agregue una: un nombre, los días en que los distritos pueden enviar y las preguntas. Después haga a cada distrito su enlace.',
  views: {
    districts: 'Distritos',
    answers: 'Respuestas',
    review: 'Balance',
    kit: 'Materiales de la encuesta',
    disclosures: 'Registro de divulgaciones',
  },
  viewsOf: 'De la recolección',
  districtsOnTheirWay: 'Los distritos están en camino.',
  districtsDidNotCome: 'Los distritos no llegaron.',
  outOfDate: 'Lo que ve puede estar desactualizado.',

  form: {
    changing: ({ collection }) => `Cambiar ${collection}`,
    name: 'Nombre',
    nameNote: 'La ronda de la encuesta, como la verá todo el mundo: por ejemplo “primavera 2027”.',
    firstDay: 'Primer día',
    lastDay: 'Último día',
    contact: 'A quién llaman los distritos',
    contactNote: 'Cada distrito lo lee en su página: un nombre, un teléfono, cuándo se le encuentra.',
    questions: 'Preguntas',
    notSaved: 'No se guardó.',
    save: 'Guardar',
    add: 'Agregar la recolección',
    faults: {
      nameMissing: 'Dele un nombre, por ejemplo “primavera 2027”.',
      nameLong: 'Use a lo sumo 80 caracteres.',
      nameTaken: 'Ya hay una recolección con este nombre. Elija otro.',
      firstDay: 'Indique el primer día en que los distritos pueden enviar.',
      lastDay: 'Indique el último día en que los distritos pueden enviar.',
      closesFirst: 'Cierra antes de abrir. Elija un último día posterior, o un primer día anterior.',
      noQuestion: 'Elija al menos una pregunta.',
    },
  },

  noDistricts: 'Todavía no hay distritos.',
  howFar: ({ total, accepted, withNotes, notStarted, takenBack }) => {
    const notes = withNotes > 0 ? `, ${grouped(withNotes)} de ellos con observaciones` : '';
    const begun =
      notStarted === 0
        ? 'Todos los distritos comenzaron'
        : `${grouped(notStarted)} no ${agree(notStarted, 'ha comenzado', 'han comenzado')}`;
    const back =
      takenBack === 0 ? '' : ` ${plural(takenBack, 'ha retirado su archivo.', 'han retirado sus archivos.')}`;
    const are = agree(accepted, 'está aceptado', 'están aceptados');
    return `${grouped(accepted)} de ${plural(total, 'distrito', 'distritos')} ${are}${notes}. ${begun}.${back}`;
  },
  overall: ({ districtCount, rate }) =>
    `De los estudiantes de ${plural(districtCount, 'distrito', 'distritos')}, ${rateInWords(rate)} contestó al menos una pregunta.`,
  byState: 'Distritos por estado; cada uno muestra abajo los suyos',

  table: {
    columns: {
      name: 'Distrito',
      state: 'Estado',
      enrolled: 'Matrícula',
      rate: 'Tasa de respuesta',
      latest: 'Lo último',
      notes: 'Observaciones',
      link: 'Enlace',
    },
    sortBy: 'Ordenar por',
    noAnswers: 'Casi sin respuestas: pregunte de nuevo',
    title: 'Distritos',
    caption: ({ collection }) => `Distritos de ${collection}`,
    find: 'Buscar un distrito',
    which: 'Qué distritos',
    all: 'Todos los distritos',
    listed: ({ listed, districtCount }) => `${grouped(listed)} de ${plural(districtCount, 'distrito', 'distritos')}`,
    chosen: ({ chosen }) => `, ${plural(chosen, 'elegido', 'elegidos')}`,
    choose: ({ districtName }) => `Elegir ${districtName}`,
    chooseAll: 'Elegir todos los de la lista',
    listAll: ({ listed }) => `Mostrar los ${grouped(listed)}`,
    darkMark: ({ previous }) => `En una tasa de respuesta, la marca oscura es la de ${previous}.`,
    noneKnown: 'Aquí no se conoce ningún distrito escolar. “gapmap import places” los carga.',
    noneLike: 'Ningún distrito es así. Elija otro estado o busque con menos letras.',
    remindAll: ({ districtCount }) => `Lista de recordatorios de los ${grouped(districtCount)} pendientes (CSV)`,
    remindThese: ({ districtCount }) => `Lista de recordatorios de estos ${grouped(districtCount)} (CSV)`,
    notKnown: 'no se sabe',
    event: ({ event, time }) => `${EVENTS[event] ?? event} ${date(time)}`,
    nothingYet: 'nada todavía',
    noNotes: 'ninguna',
    noLink: 'ninguno',
    notes: ({ count }) => plural(count, 'observación', 'observaciones'),
    until: ({ expiresAt }) => `hasta el ${date(expiresAt)}`,
  },

  details: {
    lastSeen: 'Visto aquí por última vez',
    enrolled: 'Matrícula',
    on: ({ time }) => date(time),
    answers: 'Respuestas por pregunta',
    answered: ({ rate, previous, rateBefore }) =>
      `${rateInWords(rate)} contestó al menos una pregunta; en ${previous} fue ${rateInWords(rateBefore)}.`,
  },

  answers: {
    title: 'Respuestas por pregunta',
    nothing: 'No hay nada que decir hasta que se acepte un distrito.',
    lead: 'De los estudiantes a quienes se debía hacer una pregunta, esta parte la contestó.',
    question: 'Pregunta',
    answered: 'Contestaron',
    by: 'De',
    byDistrict: 'Distrito por distrito',
    deeper: ({ fewest }) =>
      `Cuanto más intenso el color, más contestaron. De menos de ${grouped(fewest)} estudiantes no se dice ninguna tasa, y las tasas se mueven solo cuando cambian al menos tantos.`,
    matrix: 'Respuestas por distrito y pregunta',
    district: 'Distrito',
    anyAnswer: 'Alguna respuesta',
    tooFew: 'muy pocos',
  },

  enrollment: {
    title: 'Matrícula',
    noneKnown:
      'Las tasas de respuesta son de los estudiantes que envió un distrito, porque nadie ha dicho todavía cuántos tiene matriculados.',
    known: ({ known, districtCount }) =>
      `Se conoce la matrícula de ${grouped(known)} de ${plural(districtCount, 'distrito', 'distritos')}: sus tasas de respuesta son de todos los estudiantes matriculados.`,
    moreAnswered: ({ districtCount }) =>
      `En ${plural(districtCount, 'distrito', 'distritos')} contestaron más de los matriculados: allí la tasa es de los estudiantes enviados.`,
    download: 'Descargar una tabla de los distritos para llenar (CSV)',
    file: 'Archivo de matrícula',
    choose: 'Elegir un archivo con la matrícula',
    about:
      'La tabla anterior con su columna students llena, o cualquier CSV con las columnas lea_id y students. Los distritos que se dejan vacíos quedan como están.',
    linesToMend: 'No se cambió nada: el archivo tiene líneas por corregir.',
    andMore: ({ count }) => `Y ${plural(count, 'línea más', 'líneas más')}.`,
    notChanged: 'No se cambió nada.',
    nowKnown: ({ districtCount }) =>
      `Ahora se conoce la matrícula de ${plural(districtCount, 'distrito', 'distritos')}.`,
    unreadable: 'El archivo no se puede leer.',
    header:
      'La línea 1 debe nombrar dos columnas: lea_id, los siete dígitos de un distrito, y students, cuántos tiene matriculados.',
    leaId: ({ line }) => `Línea ${grouped(line)}, columna lea_id: escriba los siete dígitos del distrito.`,
    students: ({ line }) =>
      `Línea ${grouped(line)}, columna students: escriba un número entero, por ejemplo 1240; un decimal o un número abreviado no vale.`,
    repeated: ({ line }) => `La línea ${grouped(line)} repite un distrito: deje una línea para cada uno.`,
    nothing: 'El archivo no da a ningún distrito una cantidad de estudiantes.',
  },
} satisfies CoordinatorMessages;
