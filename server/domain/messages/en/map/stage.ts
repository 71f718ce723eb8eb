/** The frame of the map: what is coming, what failed, how it is moved, and what is spoken of a hex. */
import { tierName, type VerdictTier } from '../../../speed.ts';
import { wordingIn } from '../../wording.ts';

const { grouped, plural, agree, list } = wordingIn('en');

export const stage = {
  skipToList: 'Skip to the ranked list',
  map: 'Map',
  table: 'Table',
  tableComing: 'The table is on its way.',
  panel: 'What the map says',
  moreMap: 'More map',
  moreWords: 'More words',
  viewFor: {
    public: 'View for: public',
    agency: 'View for: agency',
    provider: 'View for: provider',
    district: 'View for: district',
  },
  keys: 'Arrow keys walk from hex to hex, Home jumps to the darkest in view, Enter opens one, Escape closes it, plus and minus zoom, T shows the table.',
  mapOf: ({ stateNames }: { stateNames: readonly string[] }) => `Map of ${list(stateNames)}`,
  drawing: ({ stateNames }: { stateNames: readonly string[] }) => `Drawing the map of ${list(stateNames)}.`,
  asking: 'Asking for the current release.',
  cannotDraw: 'This browser cannot draw the map',
  needsWebGl: 'It needs WebGL 2. The list and the table say the same.',
  locator: ({ stateNames }: { stateNames: readonly string[] }) => `Where the map is in ${list(stateNames)}`,
  coming: ({ arrived, tiles }: { arrived: number; tiles: number }) =>
    `Hexes are coming, ${grouped(arrived)} of ${plural(tiles, 'part', 'parts')}.`,
  finerComing: ({ arrived, tiles }: { arrived: number; tiles: number }) =>
    `Finer hexes are coming, ${grouped(arrived)} of ${plural(tiles, 'part', 'parts')}.`,
  partsFailed: ({ failed, tiles }: { failed: number; tiles: number }) =>
    `${grouped(failed)} of ${plural(tiles, 'part', 'parts')} of the map did not come.`,
  nobodyHere: 'No students live in view. Zoom out, or find a place.',
  noFurther: 'No hex further this way.',
  hex: {
    coverage: ({ served, locations, tier }: { served: string; locations: number; tier: VerdictTier }) =>
      `${served} of ${plural(locations, 'location', 'locations')} ${agree(locations, 'has', 'have')} ${tierName(tier)} reported.`,
    /** `said`: what is known of them, such as "Build: about 40, by share of locations". */
    students: ({ students, said }: { students: number; said: string }) =>
      `${plural(students, 'student', 'students')}. ${said}.`,
    rest: ({ students, said }: { students: number; said: string }) =>
      `${plural(students, 'student', 'students')} outside the finer hexes. ${said}.`,
    /** `said`: one of the sentences above; `nearby`: such as "3 miles north of Sutton". */
    spoken: ({ said, nearby }: { said: string; nearby: string | undefined }) =>
      nearby === undefined ? said : `${said} It lies ${nearby}.`,
    disputed: ({ amount }: { amount: string }) => `Disputed: ${amount}`,
    measure: ({ name, amount }: { name: string; amount: string }) => `${name}: ${amount}`,
    everyGap: ({ amount }: { amount: string }) => `Every gap: ${amount}`,
  },
};

export type StageMessages = typeof stage;
