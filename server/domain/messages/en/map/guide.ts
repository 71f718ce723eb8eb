/** What the words and numbers of the map mean, where they first stand; and why an offer does not make a hex served. */
import type { VerdictTier } from '../../../speed.ts';
import { tierName } from '../../../speed.ts';
import type { Profile } from '../../../technology.ts';
import { wordingIn } from '../../wording.ts';

const { grouped, plural } = wordingIn('en');

const COUNTED: Readonly<Record<Profile, string>> = {
  bead_2022: 'reliable broadband',
  terrestrial: 'what is counted here',
  wired: 'wired service',
  any: 'what is counted here',
};

export const guide = {
  title: 'What do 25/3, hex, unserved and partly mean?',
  speeds:
    '25/3 and 100/20 are speeds, download before upload, in megabits a second. 100/20 is what the FCC calls broadband; below 25/3 a class by video fails.',
  hex: 'A hex is a six-sided piece of the map. It is larger where few students live, so that nobody can be picked out.',
  rule: ({ percent }: { percent: number }) =>
    `A hex is unserved where at least ${percent} in 100 of its locations lack 25/3, underserved where they lack 100/20, and served where they have 100/20. Anything between is partly served. It is the federal rule.`,
  two: 'The large number takes each hex’s share of locations. Build, upgrade, connect, check and ask of a county or the state are counted hex by hex after that rule, and leave out those who say they are well connected, so they are another number.',
  /** Of one offer on a card. */
  notCounted: {
    technology: ({ technologyName, profile }: { technologyName: string; profile: Profile }) =>
      `Does not count: ${technologyName} is not ${COUNTED[profile]}.`,
    speed: ({ tier }: { tier: VerdictTier }) => `Does not count: slower than ${tierName(tier)} everywhere here.`,
    share: ({ reached, locations, needed }: { reached: number; locations: number; needed: number }) =>
      `Not enough by itself: it reaches ${grouped(reached)} of ${plural(locations, 'location', 'locations')}, and a hex is served from ${grouped(needed)}.`,
  },
};

export type GuideMessages = typeof guide;
