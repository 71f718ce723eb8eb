/** The map on paper. */
import { wordingIn } from '../../wording.ts';

const { date } = wordingIn('en');

export const print = {
  notReady: 'The map was not ready when this was printed: print again once it is drawn.',
  /** After what the numbers rest on. */
  printed: ({ release, releasedAt, printedAt }: { release: string; releasedAt: string; printedAt: string }) =>
    `Release “${release}”, ${date(releasedAt)}. Printed ${date(printedAt)}.`,
};

export type PrintMessages = typeof print;
