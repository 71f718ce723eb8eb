import type { ClusterNameMessages } from '../en/cluster-names.ts';
import { wordingIn } from '../wording.ts';

const { plural } = wordingIn('es');

const sides: ClusterNameMessages['sides'] = {
  n: 'Norte',
  ne: 'Noreste',
  e: 'Este',
  se: 'Sureste',
  s: 'Sur',
  sw: 'Suroeste',
  w: 'Oeste',
  nw: 'Noroeste',
  center: 'Centro',
};

const directions: ClusterNameMessages['directions'] = {
  n: 'al norte',
  ne: 'al noreste',
  e: 'al este',
  se: 'al sureste',
  s: 'al sur',
  sw: 'al suroeste',
  w: 'al oeste',
  nw: 'al noroeste',
};

export const clusterNames = {
  sides,
  directions,
  nowhere: 'Área',
  within: ({ side, county }) => `${sides[side]} de ${county}`,
  near: ({ ground, town }) => `${ground}, cerca de ${town}`,
  away: ({ ground, town, miles, direction }) =>
    `${ground}, a ${plural(miles, 'milla', 'millas')} ${directions[direction]} de ${town}`,
  numbered: ({ name, number }) => `${name} (${number})`,
} satisfies ClusterNameMessages;
