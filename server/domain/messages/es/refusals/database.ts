import type { databaseRefusals as English } from '../../en/refusals/database.ts';

export const databaseRefusals = {
  'database.gone':
    'En este momento no se puede llegar a la base de datos. Vuelve por sí sola: inténtelo de nuevo en medio minuto.',
  'database.gone/command': ({ reason }) =>
    `No se puede llegar a la base de datos, o esta cortó la conexión: ${reason}. Lo que se estaba escribiendo se deshizo por completo; vea que la base de datos funcione y dé la orden de nuevo.`,
  'database.busy':
    'La base de datos está ocupada con otro trabajo, como cargar un archivo. Inténtelo de nuevo en unos segundos.',
  'database.slow':
    'Esto tardó más de lo que se espera por una respuesta y se detuvo. Inténtelo de nuevo, o pida menos a la vez.',
  'database.held': ({ folder, pid }) =>
    `El proceso ${pid} tiene la base de datos integrada de ${folder} y no contesta. Termine ese proceso (kill ${pid}) y dé la orden de nuevo.`,
  'database.ended': ({ folder, code, lastWords }) =>
    `La base de datos integrada de ${folder} no se abrió: su proceso terminó (${code}). Sus últimas palabras:\n${lastWords}`,
  'database.not-started': 'no arrancó',
  'request.value':
    'Un valor de esta solicitud no es de los que la base de datos puede guardar. /docs dice lo que se acepta.',
  'request.conflict': 'Otra persona cambió lo mismo en el mismo momento. Léalo de nuevo y vuelva a intentarlo.',
} satisfies typeof English;
