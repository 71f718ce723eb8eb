import type { Question } from '../../survey.ts';
import type { Break } from '../../trend.ts';
import type { RoadmapMessages } from '../en/roadmap.ts';
import { wordingIn } from '../wording.ts';

const { agree, grouped, date, list, plural } = wordingIn('es');

const QUESTIONS: Readonly<Record<Question, string>> = {
  internet_access: 'internet en casa',
  internet_type: 'tipo de internet',
  performance: 'qué tan bien funciona',
  barrier: 'por qué no hay',
  device: 'dispositivo',
  device_access: 'si el dispositivo se comparte',
  device_provider: 'quién da el dispositivo',
};

const BREAKS: Readonly<Record<Break, string>> = {
  benchmark: 'otra velocidad cuenta como suficiente',
  filers: 'se basan en declaraciones de otros',
  technologies: 'las declaraciones de la FCC tienen archivos de otras tecnologías',
};

const named = (names: readonly string[]) => list(names.map((name) => QUESTIONS[name as Question] ?? name));
const MOST_NAMED = 6;
const districts = (names: readonly string[]) =>
  names.length > MOST_NAMED ? plural(names.length, 'distrito', 'distritos') : list(names);

export const roadmap = {
  title: 'Hoja de ruta',
  lead: 'Recolecciones, declaraciones de la FCC y publicaciones en una línea de tiempo, pasadas y previstas, y cuáles se pueden comparar.',
  failed: 'La hoja de ruta no llegó',
  coming: 'La hoja de ruta está en camino.',
  line: 'En una línea',
  lineAlt: ({ earliest, latest, marks }) =>
    `Línea de tiempo del ${date(earliest)} al ${date(latest)} con ${plural(marks, 'entrada', 'entradas')}, que la tabla de abajo enumera.`,
  today: 'Hoy',
  rows: { collections: 'Recolecciones', filings: 'Declaraciones de la FCC', releases: 'Publicaciones' },
  table: 'Día por día',
  when: 'Cuándo',
  what: 'Qué',
  standing: 'Estado',
  past: 'pasado',
  now: 'ahora',
  planned: 'por venir',
  missed: 'sin cargar',
  collection: ({ name }) => `Recolección “${name}”`,
  filing: ({ asOf, issued }) =>
    `Declaraciones de la FCC al ${date(asOf)}, publicadas el ${list(issued.map((day) => date(day)))}`,
  window: ({ asOf, aboutOut }) => `Declaraciones de la FCC al ${date(asOf)}, que se esperan hacia el ${date(aboutOut)}`,
  release: ({ name, collection }) => `Publicación “${name}”, con las respuestas de “${collection}”`,
  day: ({ day }) => date(day),
  days: ({ opensOn, closesOn }) => `del ${date(opensOn)} al ${date(closesOn)}`,
  noDay: 'sin plazo',
  fccRule:
    'La FCC toma declaraciones al 30 de junio y al 31 de diciembre. Cada una sale unos siete meses después, y luego se vuelve a publicar.',
  unseen: 'Las recolecciones se muestran a un coordinador que ha iniciado sesión.',
  compares: 'Qué se puede comparar y qué no',
  comparesLead:
    'Calculado de las preguntas, los distritos, los mínimos, las velocidades y las declaraciones de los que se siguen.',
  pair: ({ before, after }) => `“${before}” y “${after}”`,
  releases: 'Publicaciones',
  collections: 'Recolecciones',
  none: 'Hacen falta dos para comparar. Hay una, o ninguna.',
  same: 'Se pueden comparar en todo.',
  added: ({ names }) => `Solo se preguntó en la posterior, así que allí nada se compara: ${named(names)}.`,
  dropped: ({ names }) => `Solo se preguntó en la anterior, así que allí nada se compara: ${named(names)}.`,
  missing: ({ names }) => `Solo se aceptó en la anterior: ${districts(names)}. Los totales del estado no se comparan.`,
  joined: ({ names }) => `Solo se aceptó en la posterior: ${districts(names)}. Los totales del estado no se comparan.`,
  stillOpen: 'Qué distritos habrán enviado no se sabe antes de que cierre.',
  broken: ({ breaks }) =>
    `Los números que salen de las declaraciones no se comparan: ${list(breaks.map((each) => BREAKS[each]))}.`,
  otherFloors: 'Otros mínimos ocultan otros números, así que un número que falta no dice nada.',
  sameAnswers: 'Se basan en las mismas respuestas: solo difieren las declaraciones.',
  filingsCompare: 'Los números que salen de las declaraciones se pueden comparar.',

  blueprint: {
    title: 'Plan de trabajo',
    lead: 'Guía a un estado por su evaluación de necesidades. Lo hecho se lee de esta instalación; cada paso lleva a donde se hace.',
    standing: { done: 'hecho', begun: 'empezado', open: 'pendiente', unseen: 'lo ve un coordinador' },
    who: 'Quién',
    goes: 'Ir allí',
    steps: {
      collection: {
        title: 'Planear la recolección',
        who: 'Coordinador',
        what: 'Elija el plazo y las preguntas. Pregunte lo mismo que antes donde quiera comparar.',
      },
      invited: {
        title: 'Invitar a los distritos',
        who: 'Coordinador',
        what: 'Dé a cada distrito su enlace. Dígale el último día y quién contesta el teléfono.',
      },
      answers: {
        title: 'Reunir las respuestas',
        who: 'Distritos',
        what: 'Los distritos preparan sus archivos en sus propias computadoras y envían lo que no lleva nombre ni dirección.',
      },
      fcc: {
        title: 'Cargar las declaraciones más nuevas de la FCC',
        who: 'Operador',
        what: 'Salen dos veces al año; la hoja de ruta dice cuándo.',
      },
      commission: {
        title: 'Cargar las declaraciones de la comisión',
        who: 'Operador, con la comisión',
        what: 'Dicen lo que las de la FCC no dicen, y las páginas muestran dónde no coinciden.',
      },
      release: {
        title: 'Hacer la publicación',
        who: 'Operador',
        what: 'El informe de exactitud dice qué se oculta y cuánto se desvían los números. Léalo antes de publicar.',
      },
      published: {
        title: 'Publicar y contarlo',
        who: 'Agencia de educación',
        what: 'Resúmenes para cada miembro, la historia para el comité, tablas para periodistas.',
      },
    },
    invited: ({ count, total }) =>
      `${agree(count, 'Está invitado', 'Están invitados')} ${grouped(count)} de ${plural(total, 'distrito', 'distritos')}.`,
    accepted: ({ count, total }) =>
      `${agree(count, 'Tiene', 'Tienen')} un archivo aceptado ${grouped(count)} de ${plural(total, 'distrito', 'distritos')}.`,
    newest: ({ asOf }) => `Las más nuevas aquí son al ${date(asOf)}.`,
    due: ({ asOf }) => `Las del ${date(asOf)} ya deberían haber salido.`,
    current: 'Están al día.',
    decisions: 'Decisiones que los datos van a informar',
    decisionsLead: 'Nómbrelas primero. Dicen qué preguntas hacer, y a quién.',
    decide: {
      map: 'Dónde construir, y dónde mejorar lo que hay',
      cost: 'Cuánto cuesta, y qué paga un presupuesto',
      devices: 'Cuántos dispositivos pide cada distrito',
      places: 'Qué lugares destacan, y a quién mostrarlos',
      change: 'Si está mejorando',
    },
    publish: 'Qué publicar',
    publishList: [
      'La publicación con su informe de exactitud, el día que se anuncia.',
      'Lo que no está en ella: estudiantes sin residencia fija, familias que no respondieron, lugares bajo el mínimo.',
      'Las preguntas como se hicieron, en cada idioma.',
      'A quién escribir cuando un número parece equivocado.',
    ],
  },
} satisfies RoadmapMessages;
