/** Why nothing is counted of a place. */
import { wordingIn } from '../wording.ts';

const { grouped } = wordingIn('en');

export const places = {
  school: 'Schools are for finding the way: nothing is counted of them.',
  townTooSmall: ({ students }: { students: number }) =>
    `Too few students for numbers of its own: towns from ${grouped(students)} counted in them when the release was made.`,
  tribalTooSmall: ({ students }: { students: number }) =>
    `Too few students for numbers of its own: tribal areas from ${grouped(students)} counted in them when the release was made.`,
  townWithoutOutline: 'Only a point is known of this town, no outline, so nothing is counted of it.',
};

export type PlaceMessages = typeof places;
