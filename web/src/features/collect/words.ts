/** Words for the states of a district and the window of a collection. */

import { daysFrom } from '../../../../server/domain/day.ts';
import type { PageMessages } from '../../../../server/domain/messages/en/collect/page.ts';
import type { Collection, DistrictState, DistrictStatus } from '../../../../server/features/collect/contract.ts';

/** In the order of a district's progress. */
export const STATES = [
  'not_started',
  'taken_back',
  'prepared',
  'received',
  'accepted',
  'accepted_with_notes',
] as const satisfies readonly DistrictState[];

export function responseInWords(
  messages: PageMessages,
  { state, responseRate }: Pick<DistrictStatus, 'state' | 'responseRate'>,
): string {
  if (responseRate !== null) return messages.rate({ rate: responseRate });
  return isAccepted(state) ? messages.tooFewToTell : messages.notYet;
}

/** A response rate at or below which a file says next to nothing of what students need. */
const HARDLY_ANY = 0.05;

/** Whether an accepted file has hardly any answers in it, so that its students count as never asked. */
export function lacksAnswers({ state, responseRate }: Pick<DistrictStatus, 'state' | 'responseRate'>): boolean {
  if (!isAccepted(state) || responseRate === null) return false;
  return responseRate.bound === 'most' || responseRate.rate <= HARDLY_ANY;
}

export function isAccepted(state: DistrictState): boolean {
  return state === 'accepted' || state === 'accepted_with_notes';
}

/** "Open from Feb 1, 2027 to Mar 31, 2027, 12 more days.", counted from the reader's local day. */
export function windowInWords(
  messages: PageMessages,
  { opensOn, closesOn, state }: Pick<Collection, 'opensOn' | 'closesOn' | 'state'>,
  today: string,
): string {
  if (opensOn === null && closesOn === null) return messages.noWindow;
  if (state === 'planned') return messages.opens({ opensOn: opensOn ?? today, closesOn });
  if (state === 'closed') return messages.closed({ closesOn: closesOn ?? today });
  return messages.open({ opensOn, closesOn, daysLeft: closesOn === null ? undefined : daysFrom(today, closesOn) });
}
