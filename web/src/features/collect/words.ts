/** The words of a collection: one for each idea, here and on every page. */

import type { Collection, DistrictState, DistrictStatus } from '../../../../server/features/collect/contract.ts';
import { boundedPercent, dateInWords } from '../../lib/format.ts';

export const STATE_WORDS: Record<DistrictState, string> = {
  not_started: 'Not started',
  taken_back: 'Taken back',
  prepared: 'Prepared',
  received: 'Received',
  accepted: 'Accepted',
  accepted_with_notes: 'Accepted with notes',
};

export const STATE_MEANINGS: Record<DistrictState, string> = {
  not_started: 'nothing was sent, and the district has not said that it is ready',
  taken_back: 'the district took its accepted file back: no release from then on counts it',
  prepared: 'the district says that its file is ready, and has not sent it',
  received: 'the file is here, and the district has not accepted what the check found',
  accepted: 'checked and taken in',
  accepted_with_notes: 'taken in, with something to know: rows or answers left out, or numbers to look at',
};

/** In the order a district goes through them. */
export const STATES = Object.keys(STATE_WORDS) as readonly DistrictState[];

/** The names of the questions, as on every page. */
export { QUESTION_NAMES as QUESTION_WORDS } from '../../../../server/domain/survey/question-name.ts';

export function rateInWords(district: Pick<DistrictStatus, 'state' | 'responseRate'>): string {
  if (district.responseRate !== null) return boundedPercent(district.responseRate);
  return isAccepted(district.state) ? 'too few to tell' : 'not yet';
}

export function isAccepted(state: DistrictState): boolean {
  return state === 'accepted' || state === 'accepted_with_notes';
}

/** "Open from Feb 1, 2027 to Mar 31, 2027, 12 more days", from the day it is where the reader is. */
export function windowInWords({ opensOn, closesOn, state }: Collection, today: string): string {
  if (opensOn === null && closesOn === null) return 'Open, with no window set';
  const from = opensOn === null ? '' : ` from ${dateInWords(opensOn)}`;
  const to = closesOn === null ? '' : ` to ${dateInWords(closesOn)}`;
  if (state === 'planned')
    return `Opens on ${dateInWords(opensOn ?? today)}${closesOn ? `, until ${dateInWords(closesOn)}` : ''}`;
  if (state === 'closed') return `Closed since ${dateInWords(closesOn ?? today)}`;
  const left = closesOn === null ? undefined : daysBetween(today, closesOn);
  const words =
    left === undefined ? '' : left <= 0 ? ', the last day' : left === 1 ? ', one more day' : `, ${left} more days`;
  return `Open${from}${to}${words}`;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
