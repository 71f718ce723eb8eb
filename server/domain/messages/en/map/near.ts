/** Where a hex is, by the nearest town. */
import type { Direction } from '../../../cluster/name-parts.ts';
import { wordingIn } from '../../wording.ts';
import { clusterNames } from '../cluster-names.ts';

const { decimal } = wordingIn('en');

const { directions } = clusterNames;

export const near = {
  at: ({ town }: { town: string }) => `at ${town}`,
  from: ({ town, miles, direction }: { town: string; miles: number; direction: Direction }) =>
    `${decimal(miles, miles < 3 ? 1 : 0)} miles ${directions[direction]} of ${town}`,
  /** The rest of a hex, outside of the finer ones. */
  rest: ({ nearby }: { nearby: string }) => `around, ${nearby}`,
  unknown: 'far from any town',
};

export type NearMessages = typeof near;
