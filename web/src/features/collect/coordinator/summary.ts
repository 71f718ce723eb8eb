/** Summarizes all districts of a collection in a sentence. */
import type { CoordinatorMessages } from '../../../../../server/domain/messages/en/collect/coordinator.ts';
import type { DistrictState, DistrictStatus } from '../../../../../server/features/collect/contract.ts';
import { isAccepted, STATES } from '../words.ts';

export function countsOf(districts: readonly DistrictStatus[]): Record<DistrictState, number> {
  const counts = Object.fromEntries(STATES.map((state) => [state, 0])) as Record<DistrictState, number>;
  for (const { state } of districts) counts[state]++;
  return counts;
}

/** "34 of 55 districts are accepted, 2 of them with notes. 12 have not started." */
export function progressInWords(messages: CoordinatorMessages, counts: Record<DistrictState, number>): string {
  const total = STATES.reduce((sum, state) => sum + counts[state], 0);
  if (total === 0) return messages.noDistricts;
  return messages.howFar({
    total,
    accepted: counts.accepted + counts.accepted_with_notes,
    withNotes: counts.accepted_with_notes,
    notStarted: counts.not_started,
    takenBack: counts.taken_back,
  });
}

/** Recipients of a reminder: every district that has not sent, or not accepted, its file. */
export const STILL_TO_COME = STATES.filter((state) => !isAccepted(state));
