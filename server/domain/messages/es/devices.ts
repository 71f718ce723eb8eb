import type { DevicesMessages } from '../en/devices.ts';
import { wordingIn } from '../wording.ts';

const { grouped, plural, agree } = wordingIn('es');

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
  absent: ({ count }) => `sin ${plural(count, 'distrito', 'distritos')} cuya necesidad está oculta`,
  hiddenNote: ({ fewest }) =>
    `«Oculto» no es cero: son menos de ${grouped(fewest)} estudiantes, o todos menos esa cantidad, o un número del que podría deducirse uno así.`,
  leastNote: ({ count, absentCount }) =>
    [
      ...(count > 0
        ? [
            `En ${plural(count, 'distrito', 'distritos')} está oculto algún tipo de necesidad, por lo que su pedido dice «al menos».`,
          ]
        : []),
      ...(absentCount > 0
        ? [
            `En ${plural(absentCount, 'distrito', 'distritos')} están ocultos todos; el total no ${agree(absentCount, 'lo', 'los')} incluye.`,
          ]
        : []),
    ].join(' '),
  unansweredNote:
    'Las familias que no respondieron no están en ningún pedido. Los recuentos son los publicados en su vista, cada uno movido por unos pocos estudiantes.',
  whose: ({ view, release }) => `${view}, publicación ${release}.`,
} satisfies DevicesMessages;
