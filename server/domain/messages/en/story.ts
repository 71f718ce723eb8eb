/** What a story of eight minutes says between the sentences of its briefs, and what its speaker may say. */
import { wordingIn } from '../wording.ts';

const { grouped } = wordingIn('en');

export const story = {
  where: 'Where they live',
  proven: 'All three are gaps by filings or by the family’s own word.',
  thanks: 'Thank you',
  noAsk: 'No ask is written for this place.',
  more: 'Every number, with how it is made:',
  /** Under a list of clusters that is only begun. */
  further: ({ listed, total }: { listed: number; total: number }) =>
    `The first ${grouped(listed)} of ${grouped(total)} clusters, by rank in the state.`,
  sources: 'Sources',
  legend: 'What the colors mean',
  legendAlt: 'Legend of the map',
  /** Of a map that shows no number. */
  plainMap: ({ place }: { place: string }) => `Map of ${place}.`,
  stateMap: ({ place, stateName }: { place: string; stateName: string }) =>
    `Map of ${stateName}, with ${place} outlined.`,
  closer: ({ cluster, place }: { cluster: string; place: string }) =>
    `Map of ${place}, closer: the cluster ${cluster}.`,
  handout: ({ place }: { place: string }) => `Handout: ${place}`,
  beside: ({ place, other }: { place: string; other: string }) => `${place} and ${other}`,
  notes: {
    title: 'Say who you are and for whom you speak. Say that every number comes from the release named below.',
    state: 'Say the number once, slowly. Then say what it leaves out: families who gave no answer are not in it.',
    where: 'Name the places as people name them. Give everybody time to find their own on the map.',
    why: 'Three needs, three remedies: where nothing is sold, build; where it is weak, upgrade; where it is sold, connect.',
    district: 'Turn to the member whose district this is. Say the number as it stands, with its “about”.',
    beside: 'Say what both have in common before you say where they differ.',
    ask: 'Say what is asked, from which program, and by when. Then stop.',
    thanks: 'Leave this on the screen while there are questions.',
  },
};

export type StoryMessages = typeof story;
