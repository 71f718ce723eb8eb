import type { LetterMessages } from '../en/letters.ts';
import { wordingIn } from '../wording.ts';

const { date, plural, agree } = wordingIn('es');

const OWN_LINK =
  'Este es el enlace de {district}. Quien lo tiene actúa por el distrito, así que por favor no lo reenvíe:\n{link}';

export const letters = {
  questions: ({ callWhom }) => `¿Tiene preguntas? Llame o escriba a: ${callWhom}`,
  subject: {
    invitation: ({ collection, closesOn }) => `Participe por favor hasta el ${date(closesOn)}: ${collection}`,
    how: ({ collection }) => `Cómo enviar el archivo en diez minutos: ${collection}`,
    reminder: ({ collection, daysLeft }) =>
      `${agree(daysLeft, 'Queda', 'Quedan')} ${plural(daysLeft, 'día', 'días')}: ${collection}`,
    last_call: ({ collection, closesOn }) => `Último aviso, hasta el ${date(closesOn)}: ${collection}`,
    thanks: ({ collection }) => `Gracias por ${collection}`,
    letter: ({ closesOn }) => `¿Tiene internet en casa? Responda por favor hasta el ${date(closesOn)}`,
    text: ({ collection }) => `Mensaje de texto: ${collection}`,
  },
  text: {
    invitation: ({ collection, stateName, opensOn, closesOn, districtCount }) =>
      `Hola, {contact}:\n\n{district} está invitado a participar en “${collection}”. Con ella el estado de ${stateName} encuentra a los estudiantes que no pueden aprender en casa y ayuda a conectarlos. Se invita a ${plural(districtCount, 'distrito', 'distritos')}.\n\nDel ${date(opensOn)} al ${date(closesOn)} usted envía un solo archivo. Una página lo hace en su propia computadora. Ningún nombre, número ni dirección sale de su distrito.\n\n${OWN_LINK}\n\n¿Otra persona enviará el archivo? Dígalo por favor a la agencia de educación del estado.`,
    how: ({ collection, closesOn }) =>
      `Hola, {contact}:\n\nAsí envía {district} su archivo para “${collection}” en diez minutos:\n\n1. Exporte a sus estudiantes del sistema que usa: un número, una dirección, un grado y lo que respondieron las familias.\n2. Abra su enlace, abajo, y elija “Preparar”. Dé a la página lo que exportó. Trabaja en su propia computadora y no envía nada.\n3. Revise lo que la página pregunta. Guarde el archivo que hace, y la clave que va con él. Guarde bien la clave: el próximo año hace falta.\n4. Vuelva a su enlace y suba el archivo. Lea lo que encontró la revisión, y acéptelo.\n\nEl último día es el ${date(closesOn)}. Hasta entonces usted puede retirar un archivo y enviar otro mejor.\n\n${OWN_LINK}`,
    reminder: ({ collection, closesOn, daysLeft, accepted, districtCount }) =>
      `Hola, {contact}:\n\nTodavía no tenemos un archivo aceptado de {district} para “${collection}”. El último día es el ${date(closesOn)}: ${agree(daysLeft, 'queda', 'quedan')} ${plural(daysLeft, 'día', 'días')}. Hasta ahora ${agree(accepted, 'terminó', 'terminaron')} ${accepted} de ${plural(districtCount, 'distrito', 'distritos')}.\n\nSi ya empezó, lo que empezó queda guardado. Su enlace le lleva al paso que sigue.\n\n${OWN_LINK}`,
    last_call: ({ collection, closesOn, accepted, districtCount }) =>
      `Hola, {contact}:\n\nEste es el último aviso para “${collection}”. Después del ${date(closesOn)} no se recibe ningún archivo, y los estudiantes de {district} quedan fuera de lo que el estado pide. ${agree(accepted, 'Terminó', 'Terminaron')} ${accepted} de ${plural(districtCount, 'distrito', 'distritos')}.\n\n¿Algo le detiene? Llame hoy a la agencia de educación del estado.\n\n${OWN_LINK}`,
    thanks: ({ collection, accepted, districtCount }) =>
      `Hola, {contact}:\n\nGracias: {district} participó en “${collection}”. ${accepted} de ${plural(districtCount, 'distrito', 'distritos')} ${agree(accepted, 'envió', 'enviaron')} lo que respondieron sus familias.\n\nEsta página muestra lo que está publicado de su distrito. Cambia con la próxima publicación:\n{page}`,
    letter: ({ closesOn, questionCount }) =>
      `Querida familia:\n\n¿Tiene su hijo buen internet en casa? ¿Tiene una computadora para estudiar? {district} pregunta a todas las familias. Lo que usted nos diga ayuda a llevar internet y computadoras a las casas que las necesitan.\n\nPor favor responda ${plural(questionCount, 'pregunta corta', 'preguntas cortas')} hasta el ${date(closesOn)}. Toma unos tres minutos. La escuela le da la hoja.\n\nSus respuestas están seguras. Su nombre y su casa no salen del distrito. El estado muestra números de muchas casas juntas, y nunca de una sola familia.\n\n¿Necesita ayuda con la hoja? Llame a su escuela.\n\nGracias,\n{district}`,
    text: ({ closesOn, questionCount }) =>
      `{district}: ¿Tiene internet en casa? Responda ${plural(questionCount, 'pregunta corta', 'preguntas cortas')} hasta el ${date(closesOn)}. La escuela le da la hoja y le ayuda.`,
  },
} satisfies LetterMessages;
