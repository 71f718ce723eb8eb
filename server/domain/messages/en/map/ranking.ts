/** Where first: by which weights, inside which place, and how far from served homes. */
import { wordingIn } from '../../wording.ts';

const { grouped, decimal, plural } = wordingIn('en');

/** Filings place homes in hexes half a mile from middle to middle: nothing finer is known. */
export function fromServed(miles: number): string {
  if (miles <= 0.7) return 'within about half a mile of served homes';
  const halves = Math.round(2 * miles) / 2;
  const about = miles < 3 ? decimal(halves, Number.isInteger(halves) ? 0 : 1) : grouped(Math.round(miles));
  return `about ${about} ${about === '1' ? 'mile' : 'miles'} from served homes`;
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const ranking = {
  fromServed: ({ miles }: { miles: number }) => fromServed(miles),
  title: 'Ranked by',
  presets: {
    balanced: 'a balance of all four',
    most: 'most students',
    reach: 'easiest to reach from a line',
    need: 'need, as families told it',
  },
  own: 'my own weights',
  which: 'What comes first',
  /** `name`: of the cluster */
  nowFirst: ({ name }: { name: string }) => `By these weights ${name} comes first.`,
  weigh: 'Change the weights',
  weighLead: 'How much each part counts, 0 to 100. The link to this page keeps them.',
  parts: {
    estimated: 'Students without service',
    densityPerKm2: 'How close together they live',
    distanceKm: 'How near served homes are',
    needShare: 'How many families name a need',
  },
  inPlace: ({ clusterCount, place }: { clusterCount: number; place: string }) =>
    `${plural(clusterCount, 'cluster lies', 'clusters lie')} in ${place}, ranked among each other.`,
  noneInPlace: ({ place }: { place: string }) => `No cluster lies in ${place}.`,
  notOfLand:
    'This list stays the one of places without service: who needs a device, or an answer, is in no filing. The hexes and the segments show those.',
};

export type RankingMessages = typeof ranking;
