/** Where a hex is, by the nearest town. */
import { wordingIn } from '../../wording.ts';

const { decimal } = wordingIn('en');

const DIRECTIONS: Readonly<Record<string, string>> = {
  n: 'north',
  ne: 'northeast',
  e: 'east',
  se: 'southeast',
  s: 'south',
  sw: 'southwest',
  w: 'west',
  nw: 'northwest',
};

export const near = {
  at: ({ town }: { town: string }) => `at ${town}`,
  from: ({ town, miles, direction }: { town: string; miles: number; direction: string }) =>
    `${decimal(miles, miles < 3 ? 1 : 0)} miles ${DIRECTIONS[direction] ?? direction} of ${town}`,
  /** The rest of a hex, outside of the finer ones. */
  rest: ({ nearby }: { nearby: string }) => `around, ${nearby}`,
  unknown: 'far from any town',
};

export type NearMessages = typeof near;
