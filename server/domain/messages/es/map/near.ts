import type { NearMessages } from '../../en/map/near.ts';
import { wordingIn } from '../../wording.ts';
import { clusterNames } from '../cluster-names.ts';

const { decimal } = wordingIn('es');

const { directions } = clusterNames;

export const near = {
  at: ({ town }) => `en ${town}`,
  from: ({ town, miles, direction }) =>
    `a ${decimal(miles, miles < 3 ? 1 : 0)} millas ${directions[direction]} de ${town}`,
  rest: ({ nearby }) => `alrededor, ${nearby}`,
  unknown: 'lejos de todo pueblo',
} satisfies NearMessages;
