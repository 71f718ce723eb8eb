/** The name of a cluster by where it lies: "Northern Clay County, near Ivydale". Stored in English, and read back by cluster/name-in.ts. */
import type { Direction, Side } from '../../cluster/name-parts.ts';
import { wordingIn } from '../wording.ts';

const { plural } = wordingIn('en');

const sides: Readonly<Record<Side, string>> = {
  n: 'Northern',
  ne: 'Northeastern',
  e: 'Eastern',
  se: 'Southeastern',
  s: 'Southern',
  sw: 'Southwestern',
  w: 'Western',
  nw: 'Northwestern',
  center: 'Central',
};

const directions: Readonly<Record<Direction, string>> = {
  n: 'north',
  ne: 'northeast',
  e: 'east',
  se: 'southeast',
  s: 'south',
  sw: 'southwest',
  w: 'west',
  nw: 'northwest',
};

export const clusterNames = {
  sides,
  directions,
  /** Where no county is known. */
  nowhere: 'Area',
  within: ({ side, county }: { side: Side; county: string }) => `${sides[side]} ${county}`,
  /** `ground`: the part of the county */
  near: ({ ground, town }: { ground: string; town: string }) => `${ground}, near ${town}`,
  away: ({ ground, town, miles, direction }: { ground: string; town: string; miles: number; direction: Direction }) =>
    `${ground}, ${plural(miles, 'mile', 'miles')} ${directions[direction]} of ${town}`,
  numbered: ({ name, number }: { name: string; number: number }) => `${name} (${number})`,
};

export type ClusterNameMessages = typeof clusterNames;
