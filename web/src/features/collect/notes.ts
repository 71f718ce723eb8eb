/** What there is to say of a file that was accepted with notes; one word for it, whether it is of all the file or of its rows. */
import type { PageMessages } from '../../../../server/domain/messages/en/collect/page.ts';
import type { DistrictStatus } from '../../../../server/features/collect/contract.ts';
import type { UploadReport } from '../../../../server/features/collect/contract-uploads.ts';

/** As anybody of the collection may know them: which rows they are of is the district's alone. */
export function notesOf(
  { noteOfRows }: Pick<PageMessages, 'noteOfRows'>,
  district: Pick<DistrictStatus, 'state' | 'warnings'>,
): readonly string[] {
  const { warnings } = district;
  return warnings.length === 0 && countOfNotes(district) > 0 ? [noteOfRows] : warnings.map(({ message }) => message);
}

export function countOfNotes({ state, warnings }: Pick<DistrictStatus, 'state' | 'warnings'>): number {
  return warnings.length === 0 && state === 'accepted_with_notes' ? 1 : warnings.length;
}

/** As the district is told them, by the report of its own file. */
export function notesIn({ warnings, notes }: UploadReport): readonly string[] {
  return [...warnings.map(({ message }) => message), ...notes];
}

export function findingsIn({ findingCounts }: UploadReport): number {
  return Object.values(findingCounts).reduce((sum, count) => sum + count, 0);
}
