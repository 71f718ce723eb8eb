/** All students in six segments: what is proven, what is unclear, who was not asked, and who is connected. */
import type { Standing } from '../../../segments.ts';
import { wordingIn } from '../../wording.ts';

const { grouped, plural } = wordingIn('en');

export const segments = {
  title: ({ students }: { students: number }) => `All ${plural(students, 'student', 'students')}`,
  standings: {
    proven: 'A gap, by filings or by the family’s own word',
    unclear: 'Unclear, which is no gap yet',
    unasked: 'Not asked, or no answer: nobody knows of a gap',
    connected: 'No gap, by their own word',
  } satisfies Record<Standing, string>,
  connected: 'Connected',
  connectedMeaning: 'the family says it is well connected',
  /** Of the gaps: the number a brief opens with. */
  together: ({ amount }: { amount: string }) => `Together ${amount}.`,
  /** Where some of them are hidden. */
  togetherAtLeast: ({ amount }: { amount: string }) => `Together at least ${amount}.`,
  byPublicFilings:
    'These groups are counted hex by hex, by public filings in every view. A number by share of locations is an estimate, so it differs.',
  exact: 'Together these are all students.',
  about: ({ sum, students }: { sum: number; students: number }) =>
    `Together ${grouped(sum)}, of ${grouped(students)}: each number is rounded, or carries a little protective noise.`,
  hidden: ({ students }: { students: number }) =>
    `About ${plural(students, 'student is', 'students are')} in what is hidden: hatched in the bar.`,
};

export type SegmentMessages = typeof segments;
