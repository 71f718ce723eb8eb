/** What all districts of a collection come to. */
import type { DistrictState, DistrictStatus } from '../../../../../server/features/collect/contract.ts';
import { grouped } from '../../../lib/counts.ts';
import { isAccepted, STATES } from '../words.ts';

export function countsOf(districts: readonly DistrictStatus[]): Record<DistrictState, number> {
  const counts = Object.fromEntries(STATES.map((state) => [state, 0])) as Record<DistrictState, number>;
  for (const { state } of districts) counts[state]++;
  return counts;
}

/** "34 of 55 districts are accepted, 2 of them with notes. 12 have not started." */
export function progressInWords(counts: Record<DistrictState, number>): string {
  const total = STATES.reduce((sum, state) => sum + counts[state], 0);
  if (total === 0) return 'There are no districts yet.';
  const accepted = counts.accepted + counts.accepted_with_notes;
  const notes = counts.accepted_with_notes > 0 ? `, ${grouped(counts.accepted_with_notes)} of them with notes` : '';
  const begun =
    counts.not_started === 0
      ? 'Every district has started'
      : `${grouped(counts.not_started)} ${counts.not_started === 1 ? 'has' : 'have'} not started`;
  const back =
    counts.taken_back === 0
      ? ''
      : counts.taken_back === 1
        ? ' 1 has taken its file back.'
        : ` ${grouped(counts.taken_back)} have taken their files back.`;
  return `${grouped(accepted)} of ${grouped(total)} ${total === 1 ? 'district is' : 'districts are'} accepted${notes}. ${begun}.${back}`;
}

/** Whom a reminder is for: every district that has not sent its file, or has not accepted it. */
export const STILL_TO_COME = STATES.filter((state) => !isAccepted(state));
