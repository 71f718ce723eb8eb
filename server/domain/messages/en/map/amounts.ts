/** Published counts, hidden ones and estimates: what is computed from filings never reads like a count of children. */
import { HIDDEN_WORDS, type Hidden } from '../../../hidden.ts';
import { wordingIn } from '../../wording.ts';

const { grouped } = wordingIn('en');

const BY_SHARE = 'by share of locations';

export const amounts = {
  notCounted: 'not counted',
  /** Alone in a cell of a table `either` has to say that a number is missing. */
  hidden: { ...HIDDEN_WORDS, either: `hidden, ${HIDDEN_WORDS.either}` } as Readonly<Record<Hidden, string>>,
  /** Beside words that say what an estimate rests on. */
  about: ({ students }: { students: number }) => `about ${grouped(students)}`,
  fewerThan: ({ fewest }: { fewest: number }) => `fewer than ${grouped(fewest)}`,
  aboutByShare: ({ students }: { students: number }) => `about ${grouped(students)}, ${BY_SHARE}`,
  fewerThanByShare: ({ fewest }: { fewest: number }) => `fewer than ${grouped(fewest)}, ${BY_SHARE}`,
  /** Words that something is an estimate, such as what a lever means or a heading. */
  byShare: ({ what }: { what: string }) => `${what}, ${BY_SHARE}`,
  shares: {
    about: ({ percent }: { percent: number }) => `about ${percent} in 100`,
    most: ({ percent }: { percent: number }) => `at most ${percent} in 100`,
    least: ({ percent }: { percent: number }) => `at least ${percent} in 100`,
  },
};

export type AmountMessages = typeof amounts;
