/** The index of places and the page of a place. */
import type { Hidden } from '../../hidden.ts';
import type { Segment } from '../../segments.ts';
import { wordingIn } from '../wording.ts';
import { memberTitles } from './member-titles.ts';
import { placePage } from './place-page.ts';

const { grouped, list, wholePercent } = wordingIn('en');

const HIDDEN: Readonly<Record<Hidden, string>> = {
  low: 'few or none',
  high: 'nearly all',
  either: 'too few to say',
};

export const placePages = {
  kinds: {
    state: 'State',
    county: 'County',
    school_district: 'School district',
    senate_district: 'Senate district',
    house_district: 'House district',
    congressional_district: 'Congressional district',
    town: 'Town',
    tribal: 'Tribal area',
    school: 'School',
  } as Readonly<Record<string, string>>,
  manyKinds: {
    state: 'States',
    county: 'Counties',
    school_district: 'School districts',
    senate_district: 'Senate districts',
    house_district: 'House districts',
    congressional_district: 'Congressional districts',
    town: 'Towns',
    tribal: 'Tribal areas',
  } as Readonly<Record<string, string>>,
  segments: {
    build: 'Build',
    upgrade: 'Upgrade',
    connect: 'Connect',
    check: 'Check',
    ask: 'Ask',
    connected: 'Connected',
  } as Readonly<Record<Segment, string>>,
  meanings: {
    build: 'no provider reports even 25/3 Mbps',
    upgrade: 'the best that is reported stays under 100/20 Mbps',
    connect: 'service is reported, and the family says it is not, or not well, connected',
    check: 'filings leave open whether service reaches the home',
    ask: 'service is reported, and the family was not heard',
    connected: 'connected, by the family’s own answer',
  } as Readonly<Record<Segment, string>>,
  standings: {
    proven: 'A gap, by filings or by the family’s own word',
    unclear: 'Unclear',
    unasked: 'Not heard',
    connected: 'No gap',
  } as Readonly<Record<string, string>>,
  equip: 'Without a device of their own',
  equipShort: 'Equip',
  equipMeaning: 'a shared device, only a phone, or none; counted apart, as they may be connected or not',
  students: 'Students',
  hidden: HIDDEN,
  hiddenStudents: 'too few to publish',
  notKnown: 'not known',
  count: ({ students }: { students: number }) => grouped(students),
  share: ({ share }: { share: number }) => (share > 0 && share < 0.005 ? 'under 1 %' : wholePercent(share)),
  titles: memberTitles,
  madeUp: 'made up for the demo',
  members: ({ names }: { names: readonly string[] }) => list(names),

  index: {
    title: 'Places',
    lead: 'Every district and county with numbers of its own: all of its students in six groups, and those without a device. Choose a kind, sort by a heading, compare up to three, take the table along.',
    whichKind: 'Kind of place',
    search: 'Find by name, number, member, town or school',
    failed: 'The places did not come',
    coming: 'The places are on their way.',
    none: 'No place of this kind has numbers in this view.',
    noneFound: ({ text }: { text: string }) => `None of them answers to “${text}”.`,
    caption: ({ what, release }: { what: string; release: string }) => `${what}, release “${release}”`,
    download: 'Download as CSV',
    name: 'Name',
    /** On a phone, where a place is a card and no heading is there to press. */
    sortBy: 'Sort by',
    bar: 'All students',
    compare: 'Compare',
    compareOne: ({ name }: { name: string }) => `Compare ${name}`,
    compared: 'Side by side',
    compareMore: 'Tick a second place to see both side by side.',
    atMostThree: 'Three at most: untick one to choose another.',
    clear: 'Compare others',
    because: {
      name: '',
      number: '',
      member: ({ what }: { what: string }) => `member: ${what}`,
      town: ({ what }: { what: string }) => `holds ${what}`,
      school: ({ what }: { what: string }) => `holds ${what}`,
    },
    together: ({ names }: { names: readonly string[] }) => `numbers together with ${list(names)}`,
    explained:
      'Counts are published with small protective noise, so the six need not add up exactly. A hidden count is never zero: few or none, nearly all, or too few to say.',
  },

  place: placePage,
};

export type PlacePageMessages = typeof placePages;
