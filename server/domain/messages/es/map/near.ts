import type { NearMessages } from '../../en/map/near.ts';
import { wordingIn } from '../../wording.ts';

const { decimal } = wordingIn('es');

const DIRECTIONS: Readonly<Record<string, string>> = {
  n: 'al norte',
  ne: 'al noreste',
  e: 'al este',
  se: 'al sureste',
  s: 'al sur',
  sw: 'al suroeste',
  w: 'al oeste',
  nw: 'al noroeste',
};

export const near = {
  at: ({ town }) => `en ${town}`,
  from: ({ town, miles, direction }) =>
    `a ${decimal(miles, miles < 3 ? 1 : 0)} millas ${DIRECTIONS[direction] ?? direction} de ${town}`,
  rest: ({ nearby }) => `alrededor, ${nearby}`,
  unknown: 'lejos de todo pueblo',
} satisfies NearMessages;
