import type { AmountMessages } from '../../en/map/amounts.ts';
import { wordingIn } from '../../wording.ts';

const { grouped } = wordingIn('es');

const BY_SHARE = 'por proporción de ubicaciones';

export const amounts = {
  notCounted: 'sin contar',
  hidden: { low: 'pocos o ninguno', high: 'casi todos', either: 'oculto, muy pocos para decirlo' },
  about: ({ students }) => `unos ${grouped(students)}`,
  fewerThan: ({ fewest }) => `menos de ${grouped(fewest)}`,
  aboutByShare: ({ students }) => `unos ${grouped(students)}, ${BY_SHARE}`,
  fewerThanByShare: ({ fewest }) => `menos de ${grouped(fewest)}, ${BY_SHARE}`,
  byShare: ({ what }) => `${what}, ${BY_SHARE}`,
  shares: {
    about: ({ percent }) => `unos ${percent} de cada 100`,
    most: ({ percent }) => `como máximo ${percent} de cada 100`,
    least: ({ percent }) => `al menos ${percent} de cada 100`,
  },
} satisfies AmountMessages;
