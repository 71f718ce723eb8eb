/** The page on which a story is told, ordered and taken along. */
import type { StoryStepId } from '../../story/steps.ts';
import { kinds } from './kinds.ts';

export const storyPage = {
  title: 'The eight minutes',
  titleOf: ({ place }: { place: string }) => `The eight minutes: ${place}`,
  lead: ({ place }: { place: string }) =>
    `A story of ${place} for eight minutes before a committee. Every number is the brief’s. Arrow keys, a clicker, or the buttons lead through it.`,
  sharedLead: ({ place }: { place: string }) => `A story of ${place}, as its agency ordered it.`,
  sharedUntil: ({ day }: { day: string }) => `The link opens until ${day}.`,
  coming: 'The story is on its way.',
  failed: 'The story did not come',
  deck: ({ place }: { place: string }) => `Story of ${place}`,
  controls: 'Steps of the story',
  back: 'Back',
  next: 'Next',
  whole: 'Full screen',
  notes: 'Notes',
  timer: 'Time',
  keys: 'Keys: arrows, Page Up and Page Down or the space bar move; Home and End jump; N shows the notes; Esc leaves the full screen.',
  take: 'Take it along',
  file: 'One file that needs no network (HTML)',
  fileName: 'story',
  fileFailed: 'The file was not made',
  handout: 'Handout (PDF)',
  brief: 'The brief',
  order: 'Order the steps',
  orderLead:
    'What you order, hide and note changes this page, the file and the handout. The address keeps the order; notes stay in this browser and in the files it saves.',
  steps: {
    title: 'Title',
    state: 'The state',
    where: 'Where',
    why: 'Why',
    district: 'My district',
    beside: 'Side by side',
    ask: 'The ask',
    thanks: 'Thanks',
  } satisfies Record<StoryStepId, string>,
  beside: {
    kinds,
    title: 'Show another place beside it',
    lead: 'One step then shows both, each with its map and its numbers. The address, the file, the handout and shared links keep it.',
    kind: 'Kind of place',
    none: 'None',
    which: 'Which one',
    choose: 'Choose',
  },
  up: ({ step }: { step: string }) => `${step}: one up`,
  down: ({ step }: { step: string }) => `${step}: one down`,
  show: ({ step }: { step: string }) => `Show: ${step}`,
  noteFor: ({ step }: { step: string }) => `Notes for: ${step}`,
  share: {
    title: 'Share it',
    lead: 'Whoever has the link sees these steps in this order, of this release and view, and can change nothing. Notes are not in it.',
    name: 'Title',
    until: 'Last day (empty: no end)',
    make: 'Make a link',
    failed: 'The link was not made',
    made: 'The link:',
    list: 'Links that were made',
    none: 'None yet.',
    by: ({ who }: { who: string }) => `by ${who}`,
    end: ({ what }: { what: string }) => `End the link “${what}”`,
  },
};

export type StoryPageMessages = typeof storyPage;
