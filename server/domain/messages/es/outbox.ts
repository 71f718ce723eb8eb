import type { OutboxMessages } from '../en/outbox.ts';
import { wordingIn } from '../wording.ts';

const { momentHere, plural } = wordingIn('es');

export const outbox = {
  title: 'Bandeja de salida',
  lead: 'Cada mensaje que se escribió a personas de proveedores y distritos para su estado, y qué pasó con él.',
  coming: 'La bandeja de salida está en camino.',
  failed: 'La bandeja de salida no llegó',
  forStaff:
    'Esta página es para el personal de la agencia de educación y de la comisión de servicios públicos. Abra su enlace o inicie sesión.',
  isSending:
    'Un servidor de correo envía lo que espera. Lo que rechaza por un tiempo se intenta de nuevo durante casi un día.',
  byHand:
    'Aquí no hay servidor de correo. Abra cada mensaje como archivo: su programa de correo lo muestra listo para enviar. Después márquelo como enviado.',
  none: 'Todavía no se escribió ningún mensaje.',
  count: ({ count }) => plural(count, 'mensaje', 'mensajes'),
  recipient: 'Para',
  subject: 'Asunto',
  state: 'Qué pasó con él',
  acts: 'Qué hacer',
  states: { waiting: 'espera', sent: 'enviado', refused: 'rechazado', marked: 'enviado a mano' },
  at: ({ at }) => momentHere(at),
  tries: ({ tries }) => `se intentó ${plural(tries, 'vez', 'veces')}`,
  answer: ({ text }) => `El servidor de correo dice: ${text}`,
  noAddress:
    'No se envió: esto no es un correo electrónico. Pida que se corrija el contacto y avise a la persona de otro modo.',
  linkEnded: 'No se envió: el enlace que contiene ya no abría. Un coordinador lo envía otra vez desde “Difusión”.',
  hasLink: 'Contiene el enlace de un distrito. Un coordinador lo envía otra vez desde “Difusión”.',
  markedBy: ({ who }) => `por ${who}`,
  open: 'Abrir como archivo',
  openNamed: ({ recipient }) => `Abrir como archivo el mensaje para ${recipient}`,
  mark: 'Marcar como enviado',
  markNamed: ({ recipient }) => `Marcar como enviado el mensaje para ${recipient}`,
  notMarked: 'No se marcó',
} satisfies OutboxMessages;
