/** What there is to say of a file that was accepted with notes; one word for it, whether it is of all the file or of its rows. */
import type { DistrictStatus } from '../../../../server/features/collect/contract.ts';
import type { UploadReport } from '../../../../server/features/collect/contract-uploads.ts';
import { grouped, plural } from '../../lib/counts.ts';

const OF_ROWS = 'Some rows or answers were left out, or put right, as the check showed before the file was accepted.';

/** As anybody of the collection may know them: which rows they are of is the district's alone. */
export function notesOf({ state, warnings }: Pick<DistrictStatus, 'state' | 'warnings'>): readonly string[] {
  if (warnings.length === 0 && state === 'accepted_with_notes') return [OF_ROWS];
  return warnings.map(({ message }) => message);
}

/** As the district is told them, by the report of its own file. */
export function notesIn({ warnings, notes }: UploadReport): readonly string[] {
  return [...warnings.map(({ message }) => message), ...notes];
}

export function findingsIn({ findingCounts }: UploadReport): number {
  return Object.values(findingCounts).reduce((sum, count) => sum + count, 0);
}

/** "4,553 students are accepted: 4,181 on the map, 372 counted without a place." */
export function acceptedInWords({ homes, noFixedResidence }: Pick<UploadReport, 'homes' | 'noFixedResidence'>): string {
  const total = homes + noFixedResidence;
  const are = `${plural(total, 'student')} ${total === 1 ? 'is' : 'are'} accepted`;
  if (noFixedResidence === 0) return total === 1 ? `${are} and is on the map.` : `${are}, all of them on the map.`;
  return `${are}: ${grouped(homes)} on the map, ${grouped(noFixedResidence)} counted without a place.`;
}
