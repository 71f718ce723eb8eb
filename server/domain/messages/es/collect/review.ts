import type { ReviewMessages } from '../../en/collect/review.ts';
import { wordingIn } from '../../wording.ts';
import { identifying } from '../identifying.ts';

const { grouped, plural } = wordingIn('es');

export const review = {
  title: 'Cinco preguntas para la próxima recolección',
  lead: 'Usted sabe mejor que nadie cómo fue este trabajo. Quien coordina lee todas las respuestas juntas, y sus palabras sin el nombre de su distrito; donde contestan pocos distritos, podría adivinarlo. Conteste las que quiera y cámbielas cuando quiera.',
  changed: 'Qué cambió gracias a ustedes',
  changedOf: ({ collection }) =>
    `Quien coordina atendió esto de lo que los distritos dijeron después de ${collection}.`,
  ask: {
    took: '¿Cuánto tiempo tomó, de su exportación al archivo aceptado?',
    hardest: '¿Qué fue lo más difícil?',
    guide: '¿Fue clara la guía?',
    uneasy: '¿Algo de los datos le dejó intranquilidad?',
    again: '¿Lo haría de nuevo?',
  },
  answer: {
    took: { an_hour: 'Menos de una hora', half_a_day: 'Medio día', a_day: 'Un día', longer: 'Más' },
    hardest: {
      export: 'Obtener la exportación',
      columns: 'Relacionar las columnas',
      rows: 'Corregir filas',
      answers: 'Obtener las respuestas de las familias',
      upload: 'La llave, el enlace y el envío',
      nothing: 'Nada fue difícil',
    },
    guide: { clear: 'Sí', mostly: 'En su mayor parte', unclear: 'No', unread: 'No la leímos' },
    uneasy: { no: 'No', a_little: 'Un poco', yes: 'Sí' },
    again: { yes: 'Sí', if_easier: 'Si es más fácil', no: 'No' },
  },
  words: '¿Qué más deberíamos saber?',
  wordsNote:
    'No escriba nada de un estudiante: ni nombre, ni número, ni fecha de nacimiento, ni dirección. Esas palabras no se aceptan.',
  looksLike: ({ findings }) =>
    `Sus palabras contienen lo que parecen ser ${findings.map((says) => identifying[says] ?? says).join('; ')}. No se envió nada. Quítelo y envíe de nuevo.`,
  send: 'Enviar las respuestas',
  sendAgain: 'Enviar las respuestas cambiadas',
  sent: 'Gracias. Quien coordina ya tiene sus respuestas.',
  notSent: 'No se enviaron las respuestas.',

  answered: ({ districtCount, accepted }) =>
    `Contestaron ${grouped(districtCount)} de ${plural(accepted, 'distrito', 'distritos')} con un archivo aceptado.`,
  nobody:
    'Todavía no ha contestado nadie. A cada distrito se le pregunta en su página cuando su archivo está aceptado.',
  onTheirWay: 'Las respuestas están en camino.',
  didNotCome: 'Las respuestas no llegaron.',
  question: 'Pregunta',
  answers: 'Respuestas',
  count: ({ districtCount }) => plural(districtCount, 'distrito', 'distritos'),
  written: 'Qué escribieron los distritos',
  nothingWritten: 'Nadie escribió nada.',
  takenUp: 'Qué atiende usted',
  takenUpLead:
    'Una frase cada cosa. Los distritos de la próxima recolección las leen, en «Qué cambió gracias a ustedes».',
  about: 'Sobre',
  aboutWords: 'Lo que escribieron los distritos',
  what: 'Qué cambia',
  remove: 'Quitar',
  add: 'Agregar una frase',
  save: 'Guardar lo que atiende',
  saved: 'Guardado.',
  notSaved: 'No se guardó.',
} satisfies ReviewMessages;
