/** The states of a district and the window of a collection, and their words. */

import type { PageMessages } from '../../../../server/domain/messages/en/collect/page.ts';
import type { Collection, DistrictState, DistrictStatus } from '../../../../server/features/collect/contract.ts';

/** In the order a district goes through them. */
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

export function isAccepted(state: DistrictState): boolean {
  return state === 'accepted' || state === 'accepted_with_notes';
}

/** "Open from Feb 1, 2027 to Mar 31, 2027, 12 more days.", from the day it is where the reader is. */
export function windowInWords(
  messages: PageMessages,
  { opensOn, closesOn, state }: Pick<Collection, 'opensOn' | 'closesOn' | 'state'>,
  today: string,
): string {
  if (opensOn === null && closesOn === null) return messages.noWindow;
  if (state === 'planned') return messages.opens({ opensOn: opensOn ?? today, closesOn });
  if (state === 'closed') return messages.closed({ closesOn: closesOn ?? today });
  return messages.open({ opensOn, closesOn, daysLeft: closesOn === null ? undefined : daysBetween(today, closesOn) });
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
