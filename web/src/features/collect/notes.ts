/** Notes on an accepted file, whether about the whole file or about its rows. */
import type { PageMessages } from '../../../../server/domain/messages/en/collect/page.ts';
import type { DistrictStatus } from '../../../../server/features/collect/contract.ts';
import type { UploadReport } from '../../../../server/features/collect/contract-uploads.ts';

/** For everybody in the collection: without row numbers, which only the district may know. */
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

/** For the district, from the report of its own file. */
export function notesIn({ warnings, notes }: UploadReport): readonly string[] {
  return [...warnings.map(({ message }) => message), ...notes];
}

export function findingsIn({ findingCounts }: UploadReport): number {
  return Object.values(findingCounts).reduce((sum, count) => sum + count, 0);
}
