import type { DevicesMessages } from '../en/devices.ts';
import { wordingIn } from '../wording.ts';

const { grouped, plural } = wordingIn('es');

export const devices = {
  title: 'Dispositivos por pedir',
  lead: 'Estudiantes cuyas familias dicen que no tienen en casa un dispositivo para la tarea escolar, que lo comparten o que solo tienen un teléfono: por distrito, para comprar en conjunto.',
  coming: 'La hoja de pedido está por llegar.',
  failed: 'La hoja de pedido no llegó',
  repairs: 'Para reparaciones, por ciento',
  spares: 'De repuesto, por ciento',
  csv: 'Hoja de pedido (CSV)',
  xlsx: 'Hoja de pedido (Excel)',
  district: 'Distrito',
  students: 'Estudiantes',
  none: 'Sin dispositivo',
  shared: 'Compartido',
  unsuitable: 'Solo un teléfono',
  unanswered: 'Sin respuesta',
  order: 'Por pedir',
  number: ({ count }) => grouped(count),
  hidden: 'oculto',
  atLeast: ({ count }) => `al menos ${grouped(count)}`,
  all: 'Todos los distritos',
  hiddenNote: ({ fewest, count }) =>
    `«Oculto» significa menos de ${grouped(fewest)} estudiantes, o todos menos esa cantidad; no es cero. ${plural(count, 'distrito tiene', 'distritos tienen')} oculto algún tipo de necesidad, por lo que su pedido dice «al menos».`,
  unansweredNote:
    'Las familias que no respondieron no están en ningún pedido. Los recuentos son los publicados en su vista, cada uno movido por unos pocos estudiantes.',
  release: ({ release }) => `Publicación ${release}.`,
} satisfies DevicesMessages;
