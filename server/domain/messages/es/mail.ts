import type { AmendedPart, MailMessages } from '../en/mail.ts';
import { wordingIn } from '../wording.ts';

const { moment, date, decimal, grouped, list, plural } = wordingIn('es');

const PARTS: Readonly<Record<AmendedPart, string>> = {
  terms: 'lo que pide',
  scoring: 'cómo se califican las respuestas',
  questionsCloseAt: 'hasta cuándo puede preguntar',
  closesAt: 'hasta cuándo puede responder',
};

export const mail = {
  subject: {
    invited: ({ roundName }) => `Le invitamos a responder: ${roundName}`,
    answered: ({ roundName }) => `Se respondió una pregunta: ${roundName}`,
    amended: ({ roundName }) => `Cambiaron las condiciones, por favor confirme: ${roundName}`,
    deadlineNear: ({ roundName, closesAt }) => `${roundName} cierra el ${moment(new Date(closesAt))}`,
    received: ({ roundName }) => `Recibimos su propuesta: ${roundName}`,
    clarify: ({ roundName }) => `Por favor aclare su propuesta: ${roundName}`,
    opened: ({ roundName }) => `Se abrieron las propuestas: ${roundName}`,
    intended: ({ roundName }) => `Se publicó la adjudicación prevista: ${roundName}`,
    awarded: ({ roundName }) => `La adjudicación es definitiva: ${roundName}`,
    milestoneDue: ({ commitmentName, percent, due }) => `El ${percent} % vence el ${date(due)}: ${commitmentName}`,
    overdue: ({ commitmentName, percent }) => `El ${percent} % está atrasado: ${commitmentName}`,
    evidenceReturned: ({ commitmentName, percent }) => `Se devolvió su informe del ${percent} %: ${commitmentName}`,
    newNear: ({ clusterCount, stateName }) =>
      `${plural(clusterCount, 'grupo nuevo', 'grupos nuevos')} cerca de lo que usted atiende en ${stateName}`,
  },
  text: {
    invited: ({ roundName, stateName, closesAt }) =>
      `El estado de ${stateName} pide a los proveedores que den servicio a viviendas donde hay estudiantes sin conexión. La ronda se llama ${roundName}.\n\nUsted puede responder por cualquier conjunto de sus áreas hasta el ${moment(new Date(closesAt))}. Las condiciones, las áreas y cómo se califican las respuestas están aquí:\n<link/>`,
    answered: ({ roundName }) =>
      `El estado respondió una pregunta sobre ${roundName}. Todas las preguntas y respuestas son públicas, sin el nombre de quien preguntó:\n<link/>`,
    amended: ({ roundName, closesAt, note, amendedParts }) =>
      `El estado enmendó ${roundName}. Cambió ${list(amendedParts.map((part) => PARTS[part]))}, y da este motivo: ${note}\n\nLa página de la ronda muestra cada cambio junto a lo que era. Si usted ya envió una propuesta, no cuenta hasta que la confirme con las nuevas condiciones. Tiene hasta el ${moment(new Date(closesAt))}:\n<link/>`,
    deadlineNear: ({ roundName, closesAt }) =>
      `${roundName} cierra el ${moment(new Date(closesAt))}. Una propuesta guardada pero no enviada no cuenta. Decide el reloj del servidor:\n<link/>`,
    received: ({ roundName, version, receivedAt, sha256 }) =>
      `Recibimos la versión ${version} de su propuesta para ${roundName}, el ${moment(new Date(receivedAt))}.\n\nSu huella es ${sha256}. Cuando cierre la ronda se publican las huellas de todas las propuestas; la suya debe estar entre ellas. Guarde su recibo:\n<link/>`,
    clarify: ({ roundName, answerBy }) =>
      `El estado le pide aclarar su propuesta para ${roundName}. La propuesta misma queda como está, y no se avisa a nadie más. Puede responder hasta ${moment(new Date(answerBy))}:\n<link/>`,
    opened: ({ roundName }) =>
      `Dos personas del estado abrieron las propuestas de ${roundName}. El registro dice quién y cuándo:\n<link/>`,
    intended: ({ roundName, protestUntil }) =>
      `El estado publicó a quién piensa adjudicar en ${roundName}. Usted puede impugnar hasta el ${moment(new Date(protestUntil))}:\n<link/>`,
    awarded: ({ roundName }) =>
      `La adjudicación de ${roundName} es definitiva. Quién se comprometió a qué está aquí:\n<link/>`,
    milestoneDue: ({ commitmentName, percent, due }) =>
      `Para el ${date(due)} usted debe haber construido el ${percent} % de ${commitmentName}. Informe con sus pruebas aquí:\n<link/>`,
    overdue: ({ commitmentName, percent, due, daysLate }) =>
      `El ${percent} % de ${commitmentName} venció el ${date(due)}, hace ${plural(daysLate, 'día', 'días')}, y todavía no se aceptó ningún informe. Infórmelo, o diga por qué está atrasado, aquí:\n<link/>`,
    evidenceReturned: ({ commitmentName, percent, reason }) =>
      `El estado devolvió su informe del ${percent} % de ${commitmentName}: ${reason}\n\nEnvíelo otra vez aquí:\n<link/>`,
    newNear: ({ clusterCount, release, stateName, miles, nearest, fewest }) => {
      const lines = nearest.map(
        (one) =>
          `- ${one.name}: ${decimal(one.miles, 1)} millas, ${one.students < fewest ? `menos de ${grouped(fewest)}` : `unos ${grouped(one.students)}`} estudiantes`,
      );
      const others = clusterCount - nearest.length;
      if (others > 0) lines.push(`- y ${grouped(others)} más`);
      return `La publicación «${release}» tiene ${plural(clusterCount, 'grupo nuevo', 'grupos nuevos')} de estudiantes sin servicio fiable a no más de ${plural(miles, 'milla', 'millas')} de sus hexágonos en ${stateName}. Los estudiantes son una estimación, por la parte de las ubicaciones.\n\n${lines.join('\n')}\n\nSu sala los muestra en el mapa:\n<link/>\n\nAlguien de su empresa pidió este mensaje en la sala, donde se puede detener.`;
    },
  },
  signature: 'Gapmap. Nadie lee las respuestas a esta dirección, salvo que su estado diga otra cosa.',
} satisfies MailMessages;
